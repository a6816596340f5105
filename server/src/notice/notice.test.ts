import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { accountId } from '@motcua/core/kernel/ids.ts'
import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import { countJobs, startJobs } from '../jobs/jobs.ts'
import { type Database, openDatabase, withTransaction } from '../platform/database.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import {
  accepted,
  aLife,
  minutes,
  resolved,
  returned,
  submitted,
  supplementRequested,
  supplementSupplied,
  writeEvents,
} from '../testing/a-life.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { noticeApplicant } from './notice.jobs.ts'
import { listNotices, NOTICE_TASK } from './notice.ts'

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

async function runJobs(): Promise<void> {
  const pool = database.createPool({ name: 'test-jobs', max: 8 })
  const runner = startJobs({ pool }, { [NOTICE_TASK]: noticeApplicant(services()) })
  const giveUpAt = performance.now() + 10_000
  while ((await countJobs(database.pool)).waiting > 0) {
    assert.ok(performance.now() < giveUpAt, 'the jobs are never done')
    await sleep(10)
  }
  await runner.stop()
}

test('who follows his dossier under an account is told each thing that concerns him, once', async () => {
  const life = aLife()
  await withTransaction(database.pool, (tx) =>
    writeEvents(tx, life, [
      [0, submitted(accountId('citizen-1'))],
      [1, accepted('H20.15-240301-0001', 500)],
      [2, supplementRequested],
      [3, supplementSupplied(900)],
      [4, resolved],
      [5, returned],
    ]),
  )
  await runDispatcherUntilIdle(services())
  assert.equal((await countJobs(database.pool)).waiting, 4)
  await runJobs()
  const notices = await listNotices(database.pool, 'citizen-1', { after: null, limit: 10 })
  assert.deepEqual(
    notices.map((notice) => notice.noticedAt),
    [minutes(5), minutes(4), minutes(2), minutes(1)],
  )
  assert.match(notices[2]?.text ?? '', /cần bổ sung: Giấy chứng sinh\./)
  assert.deepEqual(await listNotices(database.pool, 'citizen-2', { after: null, limit: 10 }), [], 'nobody else is told')
  await noticeApplicant(services())({ schema: 1, dossier: life.id, number: 3 })
  assert.equal(
    (await listNotices(database.pool, 'citizen-1', { after: null, limit: 10 })).length,
    4,
    'a job that runs again tells nothing twice',
  )
})

test('for who has no account no job is made', async () => {
  await withTransaction(database.pool, (tx) =>
    writeEvents(tx, aLife(), [
      [0, submitted()],
      [1, accepted('H20.15-240301-0002', 500)],
    ]),
  )
  await runDispatcherUntilIdle(services())
  assert.equal((await countJobs(database.pool)).waiting, 0)
})

test('a job about what is not there fails with a reason', async () => {
  const notice = noticeApplicant(services())
  await assert.rejects(notice({ schema: 1, dossier: aLife().id, number: 1 }), /không có sự kiện số 1/)
  await assert.rejects(notice({ schema: 2 }), /không đúng dạng/)
})
