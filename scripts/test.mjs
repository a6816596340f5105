// npm test: set up, check, test. Arguments name the test files to run instead of all.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { runChecks } from './checks.mjs'
import { listFiles, prepare, ROOT, say } from './setup.mjs'

/** Two test files at once: each has a database's work beside its own, and the machines have two cores. */
const CONCURRENCY = 2
/** No test takes as long; one that hangs must not hang the run. */
const TIMEOUT_MS = 15 * 60_000

const project = prepare({ web: true, browser: true })
const failed = await runChecks(project)

say('Đang chạy các kiểm thử…')
const asked = process.argv.slice(2)
const files = asked.length > 0 ? asked : findTests()
const args = ['--test', `--test-concurrency=${CONCURRENCY}`, `--test-timeout=${TIMEOUT_MS}`, ...files]
const tests = spawnSync(project.node, args, { cwd: ROOT, env: project.env, stdio: ['ignore', 'inherit', 'inherit'] })
if (tests.status !== 0) failed.push('kiểm thử')

if (failed.length > 0) {
  say(`Không đạt: ${failed.join('; ')}`)
  process.exitCode = 1
}

function findTests() {
  const tests = ['core', 'server', 'web', 'e2e'].flatMap((folder) => listFiles(join(ROOT, folder)))
  return tests.filter((path) => /\.(test|e2e)\.ts$/.test(path))
}
