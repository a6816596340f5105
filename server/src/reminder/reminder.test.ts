import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Instant, instant, MINUTE_MS, parseInstant } from '@motcua/core/kernel/instant.ts'
import { planOpenReminders, rebuildProjection, runDispatcherUntilIdle } from '../projection/projection.ts'
import { countEvents } from '../projection/count-events.ts'
import { claimCheckpoint } from '../projection/projection.store.ts'
import { type Tx, withTransaction } from '../platform/database.ts'
import { aCounterFiling, aFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'
import { FIRE_REMINDERS, fireReminders } from './reminder.store.ts'
import { startReminderSweep, sweepReminders } from './reminder.ts'

const THURSDAY = parseInstant('2024-03-14T08:00')
let server: TestServer

before(async () => {
  server = await startTestServer()
})
after(() => server.stop())
beforeEach(async () => {
  await server.services.pool.query('truncate reminder')
  server.travel(THURSDAY)
})

async function act(who: Who, path: string, fields: object = {}): Promise<void> {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

/** A transaction that the test begins and ends itself, to stop in its middle. */
const byHand = (client: object): Tx => client as Tx

const COMPLETION = { required: null, name: 'Khai sinh', kind: 'paper', originals: 1, copies: 0, file: null }
const count = () => runDispatcherUntilIdle(server.services)

/** Accepted on Thursday at eight, due a week later at eight; it lies with the specialist, whose step ends on Monday. */
async function inWork(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
  await count()
  return id
}

async function sweepAt(moment: string | Instant): Promise<number> {
  server.travel(typeof moment === 'string' ? parseInstant(moment) : moment)
  return sweepReminders(server.services)
}

type Told = readonly [kind: string, audience: string, state: 'planned' | 'listed' | 'cleared']

async function told(id: string): Promise<readonly Told[]> {
  const { rows } = await server.services.pool.query<{ told: Told }>(
    `select json_build_array(kind, audience, case when fired_at is null then 'planned'
        when cleared_at is null then 'listed' else 'cleared' end) as told
      from reminder where dossier_id = $1 order by fire_at, kind`,
    [id],
  )
  return rows.map((row) => row.told)
}

test('each reminder is fired once, in its time, and a clock that is set back unsays nothing', async () => {
  const id = await inWork()
  assert.equal(await sweepAt('2024-03-18T08:00'), 0, 'the due minute of the step is still in time')
  assert.equal(await sweepAt('2024-03-18T08:01'), 1)
  assert.equal(await sweepAt('2024-03-18T08:01'), 0)
  assert.equal(await sweepAt('2024-03-14T09:00'), 0)
  assert.equal(await sweepAt('2024-03-22T08:00'), 5)
  assert.equal(await sweepAt('2024-03-19T08:00'), 0)
  assert.equal(await sweepAt('2025-01-06T08:00'), 0)
  assert.deepEqual(await told(id), [
    ['stepOverdue', 'holder', 'listed'],
    ['stepOverdue', 'leader', 'listed'],
    ['apologyOwed', 'holder', 'listed'],
    ['nearDue', 'holder', 'listed'],
    ['due', 'holder', 'listed'],
    ['due', 'leader', 'listed'],
  ])
})

test('a pause forgets what depends on the due time and takes from the list what was said; afterwards it is said anew', async () => {
  const id = await inWork()
  await sweepAt('2024-03-18T08:01')
  await act('specialist', `${id}/requestSupplement`, { items: ['Khai sinh'], reason: 'Thiếu' })
  await count()
  assert.deepEqual(await told(id), [
    ['stepOverdue', 'holder', 'cleared'],
    ['supplementUnanswered', 'holder', 'planned'],
  ])
  server.travel(parseInstant('2024-03-19T08:00'))
  await act('clerk', `${id}/supplySupplement`, { documents: [COMPLETION], note: null })
  await count()
  assert.deepEqual((await told(id)).map(([kind, , state]) => `${kind} ${state}`).toSorted(), [
    ...['apologyOwed planned', 'due planned', 'due planned', 'nearDue planned', 'stepOverdue cleared'],
    ...['stepOverdue planned', 'stepOverdue planned'],
  ])
})

test('what is said of a due time is not said again when the dossier changes hands, and goes with it', async () => {
  const id = await inWork()
  await sweepAt('2024-03-20T08:00')
  await act('leader', `${id}/reassign`, { officer: 'colleague', reason: 'Nghỉ phép' })
  await count()
  assert.equal(await sweepAt('2024-03-20T08:05'), 0)
  const { rows } = await server.services.pool.query(
    `select count(*) from reminder where dossier_id = $1 and officer_id = 'colleague' and fired_at is not null`,
    [id],
  )
  assert.deepEqual(rows, [{ count: 3 }])
})

test('when the result is out nothing is left to be said', async () => {
  const id = await inWork()
  await sweepAt('2024-03-20T08:00')
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/resolve`, {
    result: { number: '1/QĐ', issuedOn: '2024-03-20', summary: 'Cấp phiếu', file: null },
  })
  await count()
  assert.ok((await told(id)).every(([, , state]) => state === 'cleared'))
  assert.equal(await sweepAt('2024-06-03T08:00'), 0)
})

test('two sweeps at once fire each reminder once, and leave alone what the other is firing', async () => {
  await Promise.all(Array.from({ length: 5 }, inWork))
  await count()
  server.travel(parseInstant('2024-03-18T08:01'))
  const { pool, now } = server.services
  const one = await pool.connect()
  await one.query('begin')
  assert.equal((await fireReminders(byHand(one), now(), 2)).length, 2)
  assert.equal(await sweepReminders(server.services), 3, 'it does not wait for the first')
  await one.query('commit')
  one.release()
  assert.deepEqual(await Promise.all([sweepReminders(server.services), sweepReminders(server.services)]), [0, 0])
})

test('a sweep that dies before its commit has fired nothing, and the next one fires it all', async () => {
  await inWork()
  server.travel(parseInstant('2024-03-18T08:01'))
  const dying = await server.services.pool.connect()
  dying.on('error', () => undefined)
  await dying.query('begin')
  assert.equal((await fireReminders(byHand(dying), server.services.now(), 10)).length, 1)
  const { rows } = await dying.query<{ pid: number }>('select pg_backend_pid() as pid')
  await server.services.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  dying.release(true)
  const giveUpAt = performance.now() + 5_000
  let fired = 0
  // The row is free once the server has noticed.
  while (fired === 0 && performance.now() < giveUpAt) fired = await sweepReminders(server.services)
  assert.equal(fired, 1)
})

test('a dispatcher that dies before its commit has planned nothing, and the next one plans it once', async () => {
  const id = anId()
  await act('citizen', `${id}/submit`, { content: aFiling() })
  const { pool, rulebook } = server.services
  await assert.rejects(
    withTransaction(pool, async (tx) => {
      const checkpoint = await claimCheckpoint(tx, 'dossiers')
      assert.ok(checkpoint !== undefined)
      await countEvents(tx, checkpoint, { rulebook: rulebook(), limit: 100, effects: 'all' })
      throw new Error('killed')
    }),
    /killed/,
  )
  assert.deepEqual(await told(id), [])
  await count()
  await count()
  assert.deepEqual(await told(id), [
    ['acceptanceOverdue', 'holder', 'planned'],
    ['acceptanceOverdue', 'leader', 'planned'],
  ])
})

test('an event that comes while its reminder is being fired takes it off the list all the same', async () => {
  const id = await inWork()
  server.travel(parseInstant('2024-03-18T08:01'))
  const sweeping = await server.services.pool.connect()
  await sweeping.query('begin')
  assert.equal((await fireReminders(byHand(sweeping), server.services.now(), 10)).length, 1)
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  const counting = count()
  await sweeping.query('commit')
  sweeping.release()
  await counting
  assert.deepEqual((await told(id))[0], ['stepOverdue', 'holder', 'cleared'])
})

test('a rebuild fires nothing again, and plans what was never planned', async () => {
  const id = await inWork()
  await sweepAt('2024-03-18T08:01')
  const before = await told(id)
  assert.equal((await rebuildProjection(server.services, () => undefined)).kind, 'rebuilt')
  assert.deepEqual(await told(id), before)
  await sweepAt('2024-03-18T08:01')
  assert.deepEqual(await told(id), before)
  await server.services.pool.query('delete from reminder where fired_at is null')
  assert.equal((await rebuildProjection(server.services, () => undefined)).kind, 'rebuilt')
  assert.deepEqual(await told(id), before)
})

test('of a history that is told afterwards only what is open at its end is planned', async () => {
  const [open, done] = [anId(), anId()]
  for (const id of [open, done]) await act('citizen', `${id}/submit`, { content: aFiling() })
  await act('clerk', `${done}/decline`, { reason: 'Không thuộc thẩm quyền' })
  await runDispatcherUntilIdle({ ...server.services, effects: 'history' })
  assert.deepEqual(await told(open), [])
  await planOpenReminders(server.services)
  assert.equal((await told(open)).length, 2)
  assert.deepEqual(await told(done), [])
})

test('the sweep of a running server fires what has come', async () => {
  const id = await inWork()
  server.travel(parseInstant('2024-03-18T08:01'))
  const sweep = startReminderSweep({ ...server.services, log: { error: (details) => assert.fail(String(details)) } })
  const giveUpAt = performance.now() + 5_000
  while ((await told(id))[0]?.[2] !== 'listed') assert.ok(performance.now() < giveUpAt, 'nothing was fired')
  await sweep.stop()
})

test('with many open dossiers of which few are due, a sweep looks only at those', async () => {
  const { pool } = server.services
  const now = instant(THURSDAY + 60 * MINUTE_MS)
  await pool.query(
    `insert into reminder (dossier_id, kind, audience, due_at, fire_at, unit_id, role)
      select gen_random_uuid(), 'due', 'holder', fire_at, fire_at, 'H20.15', 'leader'
      from generate_series(1, 20000) as n cross join lateral (select to_timestamp($1::float8 / 1000)
        + case when n <= 100 then interval '-1 minute' * n else interval '1 minute' * n end as fire_at) as at`,
    [now],
  )
  await pool.query('analyze reminder')
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    const plan = await planOfFiring(mode)
    assert.match(plan, /Scan using reminder_waiting/, plan)
    assert.doesNotMatch(plan, /Seq Scan/, plan)
  }
  assert.equal(await sweepAt(now), 100)
})

async function planOfFiring(mode: string): Promise<string> {
  const client = await server.services.pool.connect()
  try {
    await client.query(`prepare fire (timestamptz, bigint) as ${FIRE_REMINDERS}`)
    await client.query(`set plan_cache_mode = ${mode}`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute fire ('2024-03-14T09:00+07', 500)`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    client.release(true)
  }
}
