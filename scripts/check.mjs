// npm run check: the static checks alone.
import { runChecks } from './checks.mjs'
import { prepare, say } from './setup.mjs'

const failed = await runChecks(prepare())
if (failed.length > 0) {
  say(`Không đạt: ${failed.join('; ')}`)
  process.exitCode = 1
}
