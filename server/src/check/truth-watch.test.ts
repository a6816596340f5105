import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { createRandom } from '@motcua/core/kernel/random.ts'
import { rollUp } from '../projection/projection.ts'
import { replayScenario } from '../replay/replay.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'
import { createServices, type Services } from '../services.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { smallScenario } from '../testing/small-scenario.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkAll, findTruth, watchOnce } from './check.ts'

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))
const silent = (): void => undefined

let clone: ClonedDatabase
let services: Services
const random = createRandom('watch')
const said: string[] = []
const log = { error: (details: object) => void said.push('err' in details ? String(details.err) : '') }

before(async () => {
  clone = await cloneDatabase()
  services = await createServices({
    databaseUrl: clone.url,
    dataDir: temporaryFolder('watch'),
    rulebook: await loadShippedRulebook(DATA),
    now: () => parseInstant('2024-04-01T08:00'),
  })
  await replayScenario({ scenario: smallScenario(), seed: 5, services, progress: silent })
  await rollUp(services.pool, { name: 'dossiers', to: localDate('2024-04-01'), step: 'month' })
})

after(async () => {
  await services.close()
  await clone.drop()
})

async function watch(rounds: number): Promise<number> {
  let found = 0
  for (let round = 0; round < rounds; round += 1) found += await watchOnce({ ...services, log }, random)
  return found
}

test('while everything agrees the watch is quiet and says when it last looked', async () => {
  assert.equal(await watch(10), 0)
  assert.deepEqual(await findTruth(services.pool), { checkedAt: services.now(), alarms: 0 })
  assert.deepEqual(said, [])
})

test('a damaged running total raises an alarm, which goes when the total is right again', async () => {
  const damaged = `grain = 'day' and source = 'accepted'`
  await services.pool.query(`update fact_rollup set change = change * 2 where ${damaged}`)
  assert.ok((await watch(12)) > 0)
  assert.ok((await findTruth(services.pool)).alarms > 0)
  assert.match(said.join('\n'), /số cộng dồn .*received.*cộng dồn được/s)
  const { differences } = await checkAll({ services, period: null, scope: null, progress: silent })
  assert.ok(differences.some(({ what }) => what.startsWith('số cộng dồn')))
  await services.pool.query(`update fact_rollup set change = change / 2 where ${damaged}`)
  await watch(12)
  assert.equal((await findTruth(services.pool)).alarms, 0)
})

test('a fact that is not what the events say raises an alarm', async () => {
  await services.pool.query(
    `update dossier_fact set channel = case channel when 'online' then 'postal' else 'online' end`,
  )
  assert.ok((await watch(5)) > 0)
  assert.match(said.join('\n'), /facts\[1\]\.channel/)
})

test('DuckDB over an export counts the report again', async () => {
  const { differences } = await checkAll({ services, period: null, scope: null, progress: silent })
  assert.ok(differences.some(({ kind, reason }) => kind === 'report' && reason.includes('DuckDB đếm')))
})
