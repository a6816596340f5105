// npm run -s bench -- <name>: measures what we exist for. Prints nothing of its own on stdout.
import { runProgram } from './run-program.mjs'
import { prepare } from './setup.mjs'

runProgram(prepare({ web: true }), ['bench/src/main.ts', ...process.argv.slice(2)])
