// npm run -s motcua -- <command>: the operator's command line. Prints nothing of its own on stdout.
import { runProgram } from './run-program.mjs'
import { prepare } from './setup.mjs'

runProgram(prepare(), ['server/src/cli.ts', ...process.argv.slice(2)])
