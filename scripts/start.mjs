// npm start: set up what is missing, then serve.
import { runProgram } from './run-program.mjs'
import { prepare } from './setup.mjs'

runProgram(prepare({ web: true }), ['server/src/main.ts', ...process.argv.slice(2)])
