import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import { type Database, openDatabase, withTransaction } from '../platform/database.ts'
import {
  accepted,
  aLife,
  type Life,
  resolved,
  returned,
  submitted,
  supplementRequested,
  supplementSupplied,
  writeEvents,
} from '../testing/a-life.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { runDispatcherUntilIdle, rebuildProjection, startDispatcher, waitUntilCounted } from './projection.ts'

let clone: ClonedDatabase
let database: Database
const rulebook = compileRulebook([])
const services = () => ({ pool: database.pool, rulebook: () => rulebook })

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
})
after(async () => {
  await database.close()
  await clone.drop()
})

const LIFE = [
  [0, submitted()],
  [2, supplementRequested],
  [3, supplementSupplied(900)],
  [4, resolved],
  [5, returned],
] as const

async function live(life: Life, code: string): Promise<void> {
  const write = (facts: Parameters<typeof writeEvents>[2]) =>
    withTransaction(database.pool, (tx) => writeEvents(tx, life, facts))
  await write([LIFE[0], [1, accepted(code, 500)]])
  for (const fact of LIFE.slice(1)) await write([fact])
}

async function facts(): Promise<readonly unknown[]> {
  const { rows } = await database.pool.query(`select * from dossier_fact
    where generation = (select generation from projection where name = 'dossiers') order by dossier_id, known_from`)
  return rows.map(({ generation: _, ...fact }) => fact)
}

async function words(): Promise<readonly unknown[]> {
  return (await database.pool.query('select * from dossier_search order by dossier_id')).rows
}

async function generations(): Promise<readonly unknown[]> {
  const { rows } = await database.pool.query<{ generation: number }>(
    'select distinct generation from dossier_fact order by generation',
  )
  return rows.map((row) => row.generation)
}

test('facts and search words that were spoilt are put right from the events', async () => {
  for (let index = 0; index < 20; index++) await live(aLife(), `A-${index}`)
  await runDispatcherUntilIdle(services())
  const [right, found] = [await facts(), await words()]
  await database.pool.query(`update dossier_fact set finish = 'late' where finish is not null`)
  await database.pool.query(`update dossier_search set words = 'nothing'`)
  await database.pool.query(`insert into dossier_search values (gen_random_uuid(), 'c', 'a', 'nobody')`)
  const shown: number[] = []
  const outcome = await rebuildProjection(services(), (done) => shown.push(done))
  assert.deepEqual(outcome, { kind: 'rebuilt', generation: 2, events: 120, dossiers: 20 })
  assert.deepEqual(await facts(), right)
  assert.deepEqual(await words(), found)
  assert.deepEqual(await generations(), [2], 'the old generation is gone')
  assert.equal(shown.at(-1), 140)
})

test('a rebuild while dossiers are changed comes to what is counted without one, and makes no job again', async () => {
  const dispatcher = startDispatcher(services())
  const jobs = async () => (await database.pool.query('select count(*) from graphile_worker.jobs')).rows
  const before = await jobs()
  let living = true
  const lives = (async () => {
    for (let index = 0; index < 60; index++) await live(aLife(), `B-${index}`)
    living = false
  })()
  let rebuilds = 0
  while (living) {
    assert.equal((await rebuildProjection(services(), () => undefined)).kind, 'rebuilt')
    rebuilds++
  }
  await lives
  assert.equal((await waitUntilCounted(database.pool, { timeoutMs: 10_000 })).kind, 'counted')
  await dispatcher.stop()
  const counted = await facts()
  assert.equal(counted.length, 80 * 6)
  assert.ok(rebuilds > 0)
  assert.equal((await rebuildProjection(services(), () => undefined)).kind, 'rebuilt')
  assert.deepEqual(await facts(), counted)
  assert.equal((await words()).length, 80)
  assert.deepEqual(await jobs(), before)
})

test('a rebuild that was broken off leaves the facts as they are, and the next one begins anew', async () => {
  const right = await facts()
  await database.pool.query(`insert into projection (name, generation, after_tx, after_seq, reached_tx, state, moved_at)
    select 'dossiers-building', generation + 1, after_tx, after_seq, reached_tx, 'building', now() from projection`)
  await database.pool.query(`insert into dossier_fact
    select (f).* from (select jsonb_populate_record(d, jsonb_build_object('generation', d.generation + 1)) as f from dossier_fact d) as half`)
  assert.deepEqual(await facts(), right, 'the half-built generation is not read')
  assert.equal((await rebuildProjection(services(), () => undefined)).kind, 'rebuilt')
  assert.deepEqual(await facts(), right)
  assert.equal((await generations()).length, 1)
})

test('a second rebuild at the same time is refused', async () => {
  const outcomes = await Promise.all([
    rebuildProjection(services(), () => undefined),
    rebuildProjection(services(), () => undefined),
  ])
  assert.deepEqual(outcomes.map((outcome) => outcome.kind).toSorted(), ['rebuilt', 'refused'])
})
