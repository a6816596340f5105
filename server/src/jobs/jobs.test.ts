import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase, withTransaction } from '../platform/database.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { addJobs, cancelJob, countJobs, listFailingJobs, migrateJobs, retryJob, startJobs } from './jobs.ts'

let clone: ClonedDatabase
let database: Database

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
  await migrateJobs(database.pool)
})
after(async () => {
  await database.close()
  await clone.drop()
})

const ask = (key: string, maxAttempts = 3) =>
  withTransaction(database.pool, (tx) => addJobs(tx, [{ task: 'greet', key, payload: { name: key }, maxAttempts }]))
const jobPool = () => database.createPool({ name: 'test-jobs', max: 8 })

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000
  while (!(await holds())) {
    assert.ok(performance.now() < giveUpAt, 'it never came about')
    await sleep(10)
  }
}

test('a job is done once, with what it was told, and is gone', async () => {
  const done: unknown[] = []
  const runner = startJobs({ pool: jobPool() }, { greet: async (payload) => void done.push(payload) })
  await ask('first')
  await until(() => done.length > 0)
  await until(async () => (await countJobs(database.pool)).waiting === 0)
  assert.deepEqual(done, [{ name: 'first' }])
  await runner.stop()
})

test('a job of a transaction that is rolled back was never asked for', async () => {
  await assert.rejects(
    withTransaction(database.pool, async (tx) => {
      await addJobs(tx, [{ task: 'greet', key: 'undone', payload: {}, maxAttempts: 3 }])
      throw new Error('no')
    }),
  )
  assert.equal((await countJobs(database.pool)).waiting, 0)
})

test('a job that keeps failing is tried again, then parked with its reason, and done when the operator retries', async () => {
  let tries = 0
  let mended = false
  const greet = async (): Promise<void> => {
    tries++
    if (!mended) throw new Error('máy chủ thư không trả lời')
  }
  const runner = startJobs({ pool: jobPool() }, { greet })
  await ask('stubborn', 2)
  await until(async () => (await listFailingJobs(database.pool, 10)).some((job) => job.state === 'failing'))
  await database.pool.query('update graphile_worker._private_jobs set run_at = now()')
  await database.pool.query(`select pg_notify('jobs:insert', '{"count":1}')`)
  await until(async () => (await listFailingJobs(database.pool, 10)).some((job) => job.state === 'parked'))
  assert.equal(tries, 2)
  const [job] = await listFailingJobs(database.pool, 10)
  assert.ok(job !== undefined)
  assert.equal(job.reason, 'máy chủ thư không trả lời')
  assert.equal(job.nextAt, null)
  assert.deepEqual(await countJobs(database.pool), { waiting: 0, failing: 0, parked: 1 })
  mended = true
  assert.equal(await retryJob(database.pool, job.id), 'done')
  await until(() => tries === 3)
  await until(async () => (await listFailingJobs(database.pool, 10)).length === 0)
  assert.equal(await retryJob(database.pool, job.id), 'job-unknown')
  await runner.stop()
})

test('an operator cancels a job that waits; one that runs is left alone', async () => {
  const { promise: goOn, resolve: letGo } = Promise.withResolvers<void>()
  let started = false
  const greet = async (): Promise<void> => {
    started = true
    await goOn
  }
  await ask('waiting')
  const idOf = async (key: string) => {
    const { rows } = await database.pool.query<{ id: number }>('select id from graphile_worker.jobs where key = $1', [
      key,
    ])
    return rows[0]?.id ?? 0
  }
  assert.equal(await cancelJob(database.pool, await idOf('waiting')), 'done')
  await ask('running')
  const id = await idOf('running')
  const runner = startJobs({ pool: jobPool() }, { greet })
  await until(() => started)
  assert.equal(await cancelJob(database.pool, id), 'job-running')
  letGo()
  await until(async () => (await countJobs(database.pool)).waiting === 0)
  await runner.stop()
})

test('what a killed worker had taken is taken up by another one', async () => {
  const done: unknown[] = []
  await ask('orphan')
  await database.pool.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now() - interval '1 minute', attempts = 1`,
  )
  const runner = startJobs({ pool: jobPool() }, { greet: async (payload) => void done.push(payload) })
  await until(() => done.length > 0)
  assert.deepEqual(done, [{ name: 'orphan' }])
  await runner.stop()
})

test('the runner goes on when its connections are cut', async () => {
  const done: unknown[] = []
  const pool = jobPool()
  const runner = startJobs({ pool }, { greet: async (payload) => void done.push(payload) })
  await ask('before')
  await until(() => done.length === 1)
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await ask('afterwards').catch(() => ask('afterwards'))
  await until(() => done.length === 2)
  await runner.stop()
})
