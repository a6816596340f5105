import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { ROOT } from './setup.mjs'

/**
 * Runs one of the project's programs in our place: its output, its signals, its exit code. On a terminal Ctrl+C reaches
 * the program by itself, so it is not passed on a second time.
 */
export function runProgram({ node, env }, args) {
  const child = spawn(node, args, { cwd: ROOT, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
