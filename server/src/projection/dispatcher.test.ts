import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import type pg from 'pg'
import { claimTransactionId } from '../dossier/dossier.store.ts'
import { type Database, openDatabase, type Tx, withTransaction } from '../platform/database.ts'
import {
  accepted,
  aLife,
  type Life,
  minutes,
  resolved,
  returned,
  submitted,
  supplementRequested,
  supplementSupplied,
  writeEvents,
} from '../testing/a-life.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { runDispatcherUntilIdle, startDispatcher, waitUntilCounted } from './projection.ts'

let clone: ClonedDatabase
let database: Database
let pool: pg.Pool
const rulebook = compileRulebook([])
const services = () => ({
  pool,
  rulebook: () => rulebook,
  log: { error: (details: object) => assert.fail(JSON.stringify(details)) },
})

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
  pool = database.pool
})
after(async () => {
  await database.close()
  await clone.drop()
})
beforeEach(() => runDispatcherUntilIdle(services()))
afterEach(() => assert.equal(pool.totalCount - pool.idleCount, 0, 'a connection was left behind'))

const inOne = (work: (tx: Tx) => Promise<void>) => withTransaction(pool, work)

async function stretches(life: Life) {
  const { rows } = await pool.query<{
    known_from: number
    known_to: number
    due_at: number
    pause_ground: string | null
    ending: string | null
  }>(
    `select known_from, known_to, due_at, pause_ground, ending from dossier_fact
      where dossier_id = $1 and generation = (select generation from projection where name = 'dossiers') order by known_from`,
    [life.id],
  )
  return rows.map((row) => [row.known_from, row.known_to, row.due_at, row.pause_ground ?? row.ending])
}

test('each thing that becomes known of a dossier begins a stretch, and the last one lasts', async () => {
  const life = aLife()
  await inOne((tx) => writeEvents(tx, life, [[0, submitted()]]))
  await runDispatcherUntilIdle(services())
  assert.deepEqual(await stretches(life), [[minutes(0), Infinity, Infinity, null]])
  await inOne((tx) => writeEvents(tx, life, [[10, accepted('H20.15-240301-0001', 500)]]))
  await runDispatcherUntilIdle(services())
  await inOne((tx) =>
    writeEvents(tx, life, [
      [20, supplementRequested],
      [30, supplementSupplied(900)],
    ]),
  )
  await inOne((tx) =>
    writeEvents(tx, life, [
      [40, resolved],
      [40, returned],
    ]),
  )
  await runDispatcherUntilIdle(services())
  assert.deepEqual(await stretches(life), [
    [minutes(0), minutes(10), Infinity, null],
    [minutes(10), minutes(20), minutes(500), null],
    [minutes(20), minutes(30), Infinity, 'supplement'],
    [minutes(30), minutes(40), minutes(900), null],
    [minutes(40), Infinity, minutes(900), 'resolved'],
  ])
})

test('a fact of the very moment of the one before replaces it, also when it is counted later', async () => {
  const life = aLife()
  await inOne((tx) =>
    writeEvents(tx, life, [
      [0, submitted()],
      [0, accepted('H20.15-240301-0002', 500)],
    ]),
  )
  await runDispatcherUntilIdle(services())
  await inOne((tx) => writeEvents(tx, life, [[0, resolved]]))
  await runDispatcherUntilIdle(services())
  assert.deepEqual(await stretches(life), [[minutes(0), Infinity, minutes(500), 'resolved']])
})

test('an officer finds a dossier by applicant without diacritics, and by its code once it has one', async () => {
  const life = aLife()
  const words = async () => {
    const { rows } = await pool.query<{ words: string }>('select words from dossier_search where dossier_id = $1', [
      life.id,
    ])
    return rows[0]?.words
  }
  await inOne((tx) =>
    writeEvents(tx, life, [[0, { ...submitted(), type: 'draftSaved' } as ReturnType<typeof submitted>]]),
  )
  await runDispatcherUntilIdle(services())
  assert.equal(await words(), undefined, 'a draft is nobody’s business')
  await inOne((tx) => writeEvents(tx, life, [[1, submitted()]]))
  await runDispatcherUntilIdle(services())
  assert.equal(await words(), 'nguyen thi dao 1.001193')
  await inOne((tx) => writeEvents(tx, life, [[2, accepted('H20.15-240301-0003', 500)]]))
  await runDispatcherUntilIdle(services())
  assert.equal(await words(), 'h20.15-240301-0003 nguyen thi dao 1.001193')
})

test('what a transaction in flight may still write is waited for, and nothing after it is counted before', async () => {
  const dispatcher = startDispatcher(services())
  const [slow, fast] = [aLife(), aLife()]
  const slowClient = await pool.connect()
  await slowClient.query('begin')
  await claimTransactionId(slowClient as unknown as Tx)
  await inOne((tx) =>
    writeEvents(tx, fast, [
      [0, submitted()],
      [1, accepted('H20.15-240301-0004', 500)],
    ]),
  )
  await sleep(300)
  assert.deepEqual(await stretches(fast), [], 'the newer transaction was counted before the older one')
  assert.equal((await waitUntilCounted(pool, { timeoutMs: 100 })).kind, 'behind')
  await writeEvents(slowClient as unknown as Tx, slow, [
    [0, submitted()],
    [1, accepted('H20.15-240301-0005', 500)],
  ])
  await slowClient.query('commit')
  slowClient.release()
  assert.equal((await waitUntilCounted(pool, { timeoutMs: 5_000 })).kind, 'counted')
  assert.equal((await stretches(fast)).length, 2)
  assert.equal((await stretches(slow)).length, 2)
  await dispatcher.stop()
})

test('an event whose transaction is older than that of its predecessor is counted after it all the same', async () => {
  const life = aLife()
  await inOne((tx) =>
    writeEvents(tx, life, [
      [0, submitted()],
      [1, accepted('H20.15-240301-0006', 500)],
    ]),
  )
  await runDispatcherUntilIdle(services())
  // The older transaction waits for the dossier that the newer one holds; one in between keeps the newer from being read.
  const [older, between] = await Promise.all([pool.connect(), pool.connect()])
  await older.query('begin')
  await claimTransactionId(older as unknown as Tx)
  await between.query('begin')
  await claimTransactionId(between as unknown as Tx)
  await inOne((tx) => writeEvents(tx, life, [[2, supplementRequested]]))
  await writeEvents(older as unknown as Tx, life, [[3, supplementSupplied(800)]])
  await older.query('commit')
  const dispatcher = startDispatcher(services())
  while ((await stretches(life)).length < 4) await sleep(10)
  await between.query('commit')
  older.release()
  between.release()
  await waitUntilCounted(pool, { timeoutMs: 5_000 })
  await dispatcher.stop()
  assert.deepEqual(await stretches(life), [
    [minutes(0), minutes(1), Infinity, null],
    [minutes(1), minutes(2), minutes(500), null],
    [minutes(2), minutes(3), Infinity, 'supplement'],
    [minutes(3), Infinity, minutes(800), null],
  ])
})

test('several dispatchers at once count every event once', async () => {
  const dispatchers = [startDispatcher(services()), startDispatcher(services()), startDispatcher(services())]
  const lives = Array.from({ length: 60 }, () => aLife())
  await Promise.all(
    lives.map(async (life, index) => {
      await inOne((tx) =>
        writeEvents(tx, life, [
          [index, submitted()],
          [index + 1, accepted(`X-${index}`, 500)],
        ]),
      )
      await inOne((tx) => writeEvents(tx, life, [[index + 2, supplementRequested]]))
      await inOne((tx) => writeEvents(tx, life, [[index + 3, supplementSupplied(900)]]))
    }),
  )
  assert.equal((await waitUntilCounted(pool, { timeoutMs: 5_000 })).kind, 'counted')
  for (const life of lives) assert.equal((await stretches(life)).length, 4)
  await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()))
})

test('a report as of now is not kept waiting when nothing happens', async () => {
  const dispatcher = startDispatcher(services())
  await waitUntilCounted(pool, { timeoutMs: 5_000 })
  const startedAt = performance.now()
  for (let time = 0; time < 5; time++)
    assert.equal((await waitUntilCounted(pool, { timeoutMs: 5_000 })).kind, 'counted')
  assert.ok(performance.now() - startedAt < 1_000, `five waits took ${performance.now() - startedAt} ms`)
  await dispatcher.stop()
})

test('a dispatcher whose connections are cut says so, comes back and counts on', async () => {
  const troubles: string[] = []
  const log = { error: (_: object, message: string) => void troubles.push(message) }
  const own = database.createPool({ name: 'test-dispatcher', max: 3 })
  const dispatcher = startDispatcher({ pool: own, rulebook: () => rulebook, log })
  assert.equal((await waitUntilCounted(pool, { timeoutMs: 5_000 })).kind, 'counted')
  await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test-dispatcher'`)
  const life = aLife()
  await inOne((tx) =>
    writeEvents(tx, life, [
      [0, submitted()],
      [1, accepted('H20.15-240301-0009', 500)],
    ]),
  )
  assert.equal((await waitUntilCounted(pool, { timeoutMs: 5_000 })).kind, 'counted')
  assert.equal((await stretches(life)).length, 2)
  await dispatcher.stop()
  for (const trouble of troubles) assert.match(trouble, /will be tried again/)
})

test('an event that cannot be counted holds its dispatcher up, which says so and changes nothing', async () => {
  const life = aLife()
  await inOne((tx) =>
    writeEvents(tx, life, [
      [0, submitted()],
      [1, accepted('H20.15-240301-0010', 500)],
    ]),
  )
  const { promise: told, resolve: tell } = Promise.withResolvers<void>()
  const broken = (): never => {
    throw new Error('the rulebook is broken')
  }
  const dispatcher = startDispatcher({ pool, rulebook: broken, log: { error: () => tell() } })
  await told
  await dispatcher.stop()
  assert.deepEqual(await stretches(life), [])
  await runDispatcherUntilIdle(services())
  assert.equal((await stretches(life)).length, 2)
})
