import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { accountId } from '@motcua/core/kernel/ids.ts'
import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import { type Database, openDatabase, withTransaction } from '../platform/database.ts'
import {
  accepted,
  aLife,
  resolved,
  submitted,
  supplementRequested,
  supplementSupplied,
  writeEvents,
} from '../testing/a-life.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { runDispatcherUntilIdle, startDispatcher, waitUntilCounted } from './projection.ts'

let clone: ClonedDatabase
let database: Database
const rulebook = compileRulebook([])

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
})
after(async () => {
  await database.close()
  await clone.drop()
})

const PROGRAM = fileURLToPath(new URL('../testing/count-and-die.ts', import.meta.url))

test('a dispatcher that is killed between its writes and their commit loses nothing and does nothing twice', async () => {
  const services = { pool: database.pool, rulebook: () => rulebook }
  await runDispatcherUntilIdle(services)
  const lives = Array.from({ length: 5 }, () => aLife())
  for (const [index, life] of lives.entries()) {
    await withTransaction(database.pool, (tx) =>
      writeEvents(tx, life, [
        [0, submitted(accountId('citizen-1'))],
        [1, accepted(`X-${index}`, 500)],
        [2, supplementRequested],
        [3, supplementSupplied(900)],
        [4, resolved],
      ]),
    )
  }
  for (let time = 0; time < 2; time++) {
    const killed = spawnSync(process.execPath, [PROGRAM, clone.url], { encoding: 'utf8' })
    assert.equal(killed.signal, 'SIGKILL', killed.stderr)
    assert.equal(killed.stdout, '7\n', 'it was to be killed with seven events counted')
  }
  const dispatcher = startDispatcher(services)
  assert.equal((await waitUntilCounted(database.pool, { timeoutMs: 10_000 })).kind, 'counted')
  await dispatcher.stop()
  const { rows: facts } = await database.pool.query('select count(*) from dossier_fact group by dossier_id')
  assert.deepEqual(
    facts,
    Array.from({ length: 5 }, () => ({ count: 5 })),
  )
  const { rows: jobs } = await database.pool.query(
    `select count(*) as made, count(distinct key) as different from graphile_worker.jobs`,
  )
  assert.deepEqual(jobs, [{ made: 15, different: 15 }], 'accepted, supplement and result of five dossiers')
})
