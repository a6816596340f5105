// npm run -s bench -- <name>: measures what we exist for. Prints nothing of its own on stdout.
import { runProgram } from './run-program.mjs'
import { prepare } from './setup.mjs'

runProgram(prepare(), ['bench/src/bench.ts', ...process.argv.slice(2)])
