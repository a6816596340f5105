import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { accountId } from '@motcua/core/kernel/ids.ts'
import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import { startBackground } from './background.ts'
import { listNotices } from './notice/notice.ts'
import { withTransaction } from './platform/database.ts'
import { createLog, createServices } from './services.ts'
import { accepted, aLife, submitted, writeEvents } from './testing/a-life.ts'
import { cloneDatabase } from './testing/database.ts'

test('on a new database two servers start at once, count what happens and tell the applicant', async () => {
  const clone = await cloneDatabase()
  const troubles: string[] = []
  const log = Object.assign(createLog('silent'), { error: (_: object, message: string) => void troubles.push(message) })
  const services = await createServices({ databaseUrl: clone.url, dataDir: '', rulebook: compileRulebook([]), log })
  const servers = [startBackground(services), startBackground(services)]
  await withTransaction(services.pool, (tx) =>
    writeEvents(tx, aLife(), [
      [0, submitted(accountId('citizen-1'))],
      [1, accepted('H20.15-240301-0001', 500)],
    ]),
  )
  const giveUpAt = performance.now() + 10_000
  const told = () => listNotices(services.pool, 'citizen-1', { after: null, limit: 10 })
  while ((await told()).length === 0) {
    assert.ok(performance.now() < giveUpAt, `nobody was told; ${troubles.join('; ')}`)
    await sleep(20)
  }
  assert.match((await told())[0]?.text ?? '', /đã được tiếp nhận với mã H20\.15-240301-0001/)
  await Promise.all(servers.map((server) => server.stop()))
  await services.close()
  await clone.drop()
  assert.deepEqual(troubles, [])
})
