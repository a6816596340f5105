import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { addJobs, countJobs, startJobs } from '../jobs/jobs.ts'
import { withTransaction } from '../platform/database.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { jobsOfFired } from '../reminder/fired-jobs.ts'
import { DRAFT_APOLOGY_TASK, type FiredReminder, sweepReminders, TELL_OFFICERS_TASK } from '../reminder/reminder.ts'
import { fireReminders } from '../reminder/reminder.store.ts'
import { aCounterFiling, aFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'
import { draftOwedApology, PURGE_TASK, purgeReminders, tellOfficers } from './officer-notice.ts'

let server: TestServer

before(async () => {
  server = await startTestServer()
})
after(() => server.stop())
beforeEach(async () => {
  await runDispatcherUntilIdle(server.services)
  await server.services.pool.query('truncate reminder, officer_notice')
  server.travel(parseInstant('2024-03-14T08:00'))
})

async function act(who: Who, path: string, fields: object = {}): Promise<void> {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

/** Due on 21/03 at eight; the step of the specialist ends on Monday 18/03 at eight. */
async function inWork(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
  await runDispatcherUntilIdle(server.services)
  return id
}

async function sweepAt(moment: string): Promise<void> {
  server.travel(parseInstant(moment))
  await sweepReminders(server.services)
}

/** As so many workers would. */
async function runJobs(workers = 1): Promise<void> {
  const handlers = {
    [TELL_OFFICERS_TASK]: tellOfficers(server.services),
    [DRAFT_APOLOGY_TASK]: draftOwedApology(server.services),
  }
  const pools = Array.from({ length: workers }, () =>
    server.services.database.createPool({ name: 'test-jobs', max: 8 }),
  )
  const runners = pools.map((pool) => startJobs({ pool }, handlers))
  const giveUpAt = performance.now() + 20_000
  while ((await countJobs(server.services.pool)).waiting > 0) {
    assert.ok(performance.now() < giveUpAt, 'the jobs are never done')
    await sleep(10)
  }
  await Promise.all(runners.map((runner) => runner.stop()))
}

type Item = Readonly<Record<string, unknown>>
type Listed = { readonly unread: number; readonly items: readonly Item[] }
const notices = async (who: Who, query = ''): Promise<Listed> =>
  (await server.get(who, `/api/officer-notices${query}`)).body as Listed
const kinds = async (who: Who): Promise<readonly unknown[]> => (await notices(who)).items.map(({ kind }) => kind)
const dossierOf = async (id: string) => (await server.get('leader', `/api/dossiers/${id}`)).body

test('the officer in charge is told once, then the leader, whatever the clock and however many workers', async () => {
  const id = await inWork()
  await sweepAt('2024-03-18T08:01')
  await runJobs(2)
  const { unread, items } = await notices('specialist')
  assert.equal(unread, 1)
  assert.deepEqual(
    { ...items[0], id: 0, code: '' },
    {
      ...{ id: 0, dossier: id, code: '', procedureName: 'Thủ tục thử', applicantName: 'Nguyễn Văn An' },
      ...{ kind: 'stepOverdue', kindName: 'Quá hạn bước', audience: 'holder', open: true, readAt: null },
      text: 'Bước “Bước appraise” đã quá hạn từ 08 giờ 00, thứ Hai 18/03/2024. Hãy xử lý xong để bước sau còn kịp giờ hẹn.',
      ...{ article: 'Quyết định phê duyệt quy trình nội bộ', at: '2024-03-18T01:01:00.000Z' },
    },
  )
  assert.deepEqual(await kinds('leader'), [])
  await sweepAt('2024-03-15T08:00')
  await sweepAt('2024-03-19T08:01')
  await runJobs(2)
  assert.deepEqual(await kinds('specialist'), ['stepOverdue'])
  assert.deepEqual(await kinds('leader'), ['stepOverdue'])
  assert.deepEqual(await kinds('colleague'), [])
})

test('while nobody has taken a dossier, everyone of the role at the unit is told', async () => {
  const id = anId()
  await act('citizen', `${id}/submit`, { content: aFiling() })
  await runDispatcherUntilIdle(server.services)
  await sweepAt('2024-03-15T08:01')
  await runJobs()
  const { rows } = await server.services.pool.query<{ officer_id: string }>(
    'select officer_id from officer_notice where dossier_id = $1 order by officer_id',
    [id],
  )
  assert.ok(rows.some((row) => row.officer_id === 'clerk'))
  assert.ok(rows.every((row) => /clerk/i.test(row.officer_id) && row.officer_id !== 'otherClerk'))
})

test('of a dossier that has moved on before the job runs nobody is told', async () => {
  const id = await inWork()
  await sweepAt('2024-03-18T08:01')
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  await runJobs()
  assert.deepEqual((await notices('specialist')).items, [])
})

test('who takes a dossier over before the job runs is told instead', async () => {
  const id = await inWork()
  await sweepAt('2024-03-18T08:01')
  await act('leader', `${id}/reassign`, { officer: 'colleague', reason: 'Nghỉ phép' })
  await runJobs()
  assert.deepEqual((await notices('specialist')).items, [])
  assert.deepEqual(await kinds('colleague'), ['stepOverdue'])
})

test('a sweep that is killed before its commit leaves neither what it fired nor a job', async () => {
  await inWork()
  server.travel(parseInstant('2024-03-18T08:01'))
  const { pool, now } = server.services
  await assert.rejects(
    withTransaction(pool, async (tx) => {
      const fired = await fireReminders(tx, now(), 10)
      await addJobs(tx, fired.flatMap(jobsOfFired))
      assert.equal(fired.length, 1)
      throw new Error('killed')
    }),
    /killed/,
  )
  assert.equal((await countJobs(pool)).waiting, 0)
  await sweepReminders(server.services)
  await runJobs()
  assert.deepEqual(await kinds('specialist'), ['stepOverdue'])
})

test('what was read stays read, and what was dealt with is unread no longer', async () => {
  const [first] = [await inWork(), await inWork(), await inWork()]
  await sweepAt('2024-03-18T08:01')
  await runJobs()
  const { unread, items } = await notices('specialist')
  assert.equal(unread, 3)
  const newest = items[0]?.id
  const read = (who: Who, body: object) => server.post(who, '/api/officer-notices/read', body)
  assert.equal((await read('colleague', { id: newest, before: true })).body.unread, 0)
  assert.equal((await notices('specialist')).unread, 3, 'nobody reads for another')
  assert.equal((await read('specialist', { id: newest, before: false })).body.unread, 2)
  const readAt = (await notices('specialist')).items[0]?.readAt
  server.travel(parseInstant('2024-03-18T09:00'))
  await read('specialist', { id: newest, before: false })
  assert.equal((await notices('specialist')).items[0]?.readAt, readAt)
  await act('specialist', `${first}/forward`, { officer: null, note: null })
  await runDispatcherUntilIdle(server.services)
  const left = await notices('specialist', '?unread=true')
  assert.ok(left.items.every(({ dossier }) => dossier !== first))
  assert.equal(left.items.length, left.unread)
  assert.deepEqual((await read('specialist', { id: newest, before: true })).body, { unread: 0 })
  assert.deepEqual((await server.get('specialist', '/api/officer-notices/unread')).body, { unread: 0 })
  assert.equal((await server.get('citizen', '/api/officer-notices')).kind, 'forbidden')
})

test('the letter that is owed is drafted by itself, once, and moves nothing before it is signed', async () => {
  const id = await inWork()
  const { dueAt } = await dossierOf(id)
  await sweepAt('2024-03-20T07:00')
  await runJobs(2)
  const drafted = await dossierOf(id)
  const { reason, signedAt, promisedAt } = drafted.apology as Record<string, string>
  assert.deepEqual([drafted.dueAt, reason, signedAt], [dueAt, '', null])
  await runAgain(id)
  const again = (await dossierOf(id)).timeline as readonly { title: string }[]
  assert.deepEqual(again, drafted.timeline)
  const waiting = (await server.get('leader', '/api/signing?kind=apology')).body.items as readonly Item[]
  assert.ok(waiting.some((item) => item.id === id))
  await act('leader', `${id}/apologise`, { reason: 'Chờ xác minh', dueAt: promisedAt, letter: '1/PXL' })
  assert.equal((await dossierOf(id)).dueAt, promisedAt)
})

test('the letter that somebody is writing himself is left to him', async () => {
  const id = await inWork()
  const own = { reason: 'Chờ kết quả xác minh', dueAt: '2024-04-02T03:00:00.000Z' }
  await act('specialist', `${id}/draftApology`, own)
  await runDispatcherUntilIdle(server.services)
  await sweepAt('2024-03-20T07:00')
  await runJobs()
  const { reason, promisedAt } = (await dossierOf(id)).apology as Record<string, string>
  assert.deepEqual([reason, promisedAt], [own.reason, own.dueAt])
})

test('of what is finished no letter is drafted', async () => {
  const id = await inWork()
  await sweepAt('2024-03-20T07:00')
  await act('specialist', `${id}/refuse`, { reason: 'Không đủ điều kiện' })
  await runJobs()
  assert.equal((await dossierOf(id)).apology, null)
})

test('a result that is signed and not closed is told to who has it that day, and to nobody once it is closed', async () => {
  const id = await inWork()
  const result = { number: '1/QĐ', issuedOn: '2024-03-14', summary: 'Cấp phiếu', file: null }
  await act('specialist', `${id}/signResult`, { result })
  await runDispatcherUntilIdle(server.services)
  await sweepAt('2024-03-14T17:00')
  await runJobs()
  const { items } = await notices('specialist')
  assert.deepEqual(
    items.map(({ dossier, kindName, article }) => [dossier, kindName, article]),
    [[id, 'Đã ký, chưa kết thúc', 'Quy chế thử Điều 2']],
  )
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/resolve`, { result })
  await runDispatcherUntilIdle(server.services)
  await sweepAt('2024-03-15T08:00')
  await runJobs()
  assert.deepEqual(await kinds('leader'), [])
})

test('what was dealt with is forgotten after the time for which it is kept, and what is open never', async () => {
  const [done, open] = [await inWork(), await inWork()]
  await sweepAt('2024-03-18T08:01')
  await runJobs()
  const { items } = await notices('specialist')
  await server.post('specialist', '/api/officer-notices/read', { id: items[0]?.id, before: true })
  await act('specialist', `${done}/refuse`, { reason: 'Không đủ điều kiện' })
  await runDispatcherUntilIdle(server.services)
  const purgeAt = async (moment: string): Promise<readonly unknown[]> => {
    server.travel(parseInstant(moment))
    await purgeReminders(server.services)({})
    return (await notices('specialist')).items.map(({ dossier }) => dossier)
  }
  assert.equal((await purgeAt('2025-03-18T08:00')).length, 2, 'a year has not passed')
  assert.deepEqual(await purgeAt('2025-03-18T08:02'), [open])
  assert.deepEqual(await purgeAt('2030-03-18T08:00'), [open])
  const { rows } = await server.services.pool.query<{ dossier_id: string }>(
    'select distinct dossier_id from reminder where dossier_id = any($1)',
    [[done, open]],
  )
  assert.deepEqual(rows, [{ dossier_id: open }])
})

test('the worker plans the forgetting once a day', async () => {
  const { database, pool } = server.services
  const purge = { [PURGE_TASK]: purgeReminders(server.services) }
  const runner = startJobs({ pool: database.createPool({ name: 'test-jobs', max: 8 }) }, purge, [PURGE_TASK])
  const giveUpAt = performance.now() + 20_000
  const known = 'select from graphile_worker._private_known_crontabs where identifier = $1'
  while ((await pool.query(known, [PURGE_TASK])).rowCount !== 1) {
    assert.ok(performance.now() < giveUpAt, 'nothing is planned')
    await sleep(10)
  }
  await runner.stop()
})

test('a job that says nothing sensible fails with a reason', async () => {
  await assert.rejects(tellOfficers(server.services)({ schema: 2 }), /không đúng dạng/)
  const odd = { schema: 1, reminder: 1, dossier: anId(), kind: 'odd', audience: 'holder', step: null, dueAt: 0 }
  await assert.rejects(draftOwedApology(server.services)(odd), /không có/)
})

/** As after a worker that was killed between its change and its answer. */
async function runAgain(dossier: string): Promise<void> {
  const { rows } = await server.services.pool.query<FiredReminder>(
    `select id as reminder, dossier_id as dossier, kind, audience, step, due_at as "dueAt" from reminder
      where dossier_id = $1 and kind = 'apologyOwed'`,
    [dossier],
  )
  for (const fired of rows) await draftOwedApology(server.services)({ schema: 1, ...fired })
}
