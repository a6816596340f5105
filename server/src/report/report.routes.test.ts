import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AGENCY, OTHER_AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { type Answer, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer()
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  for (let count = 0; count < 3; count++) {
    const id = anId()
    await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
    if (count < 2) await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
  }
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

const MARCH = 'from=2024-03-01&to=2024-03-31'
const report = (query: string, who: Parameters<TestServer['get']>[0] = 'leader'): Promise<Answer> =>
  server.get(who, `/api/reports/II.06a?${query}`)

test('what was accepted a moment ago is in the report, what waits at the counter is not', async () => {
  const { status, body } = await report(`scope=${AGENCY}&${MARCH}`)
  assert.equal(status, 200, JSON.stringify(body))
  const { figures, identities, rows } = body as {
    figures: Record<string, number>
    identities: { holds: boolean }[]
    rows: object[]
  }
  assert.deepEqual([figures.receivedTotal, figures.receivedInPerson, figures.inProgressInTime], [2, 2, 2])
  assert.ok(identities.every(({ holds }) => holds))
  assert.equal(rows.length, 1)
})

test('a figure opens its dossiers, with the reason of each', async () => {
  const query = `scope=${AGENCY}&${MARCH}&figure=inProgress`
  const { status, body } = await server.get('leader', `/api/reports/II.06a/dossiers?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  const { items, total, next } = body as { items: { code: string; why: string }[]; total: number; next: string | null }
  assert.deepEqual([items.length, total, next], [2, 2, null])
  assert.match(items[0]?.why ?? '', /^Tiếp nhận trong kỳ: 08 giờ 00, thứ Năm 14\/03\/2024; đang giải quyết/)
})

test('rows go by unit, procedure or channel as well, and open their dossiers', async () => {
  const names = {
    field: 'ho-tich',
    level: 'Cấp tỉnh',
    agency: 'Sở Tư pháp',
    counter: 'Một cửa Sở Tư pháp',
    procedure: 'Thủ tục thử (1.000001)',
    channel: 'Trực tiếp',
  }
  for (const [by, name] of Object.entries(names)) {
    const { body } = await report(`scope=${AGENCY}&${MARCH}&by=${by}`)
    const rows = body.rows as { id: string; name: string; figures: Record<string, number> }[]
    assert.deepEqual([body.by, rows.map((row) => row.name)], [by, [name]])
    const query = `scope=${AGENCY}&${MARCH}&by=${by}&figure=receivedTotal&row=${rows[0]?.id}`
    const opened = (await server.get('leader', `/api/reports/II.06a/dossiers?${query}`)).body
    assert.deepEqual([opened.total, opened.rowName], [rows[0]?.figures.receivedTotal, name])
  }
  const elsewhere = `scope=${AGENCY}&${MARCH}&by=level&figure=receivedTotal&row=commune`
  assert.equal((await server.get('leader', `/api/reports/II.06a/dossiers?${elsewhere}`)).body.total, 0)
  assert.equal((await report(`scope=${AGENCY}&${MARCH}&by=moon`)).status, 400)
})

test('nothing shows that happened after the instant asked for', async () => {
  const { body } = await report(`scope=${AGENCY}&${MARCH}&asOf=2024-03-14T00:59:00.000Z`)
  assert.equal((body.figures as Record<string, number>).receivedTotal, 0)
})

test('officers read of their own agency, not of another and not of the whole', async () => {
  assert.equal((await report(`scope=${OTHER_AGENCY}&${MARCH}`)).kind, 'forbidden')
  assert.equal((await report(`scope=all&${MARCH}`)).kind, 'forbidden')
  assert.equal((await report(`scope=all&${MARCH}`, 'nobody')).kind, 'sign-in-required')
  const { body } = await server.get('leader', '/api/reports/scopes')
  assert.deepEqual(
    (body as unknown as { id: string }[]).map(({ id }) => id),
    [AGENCY],
  )
})

test('an unknown scope, a date that is none, a reversed period and an unknown figure are refused', async () => {
  assert.equal((await report(`scope=nowhere&${MARCH}`)).kind, 'not-found')
  assert.equal((await report(`scope=${AGENCY}&from=2024-03-31&to=2024-03-01`)).kind, 'period-invalid')
  assert.equal((await report(`scope=${AGENCY}&from=2024-02-30&to=2024-03-01`)).status, 400)
  const drill = await server.get('leader', `/api/reports/II.06a/dossiers?scope=${AGENCY}&${MARCH}&figure=everything`)
  assert.equal(drill.status, 400)
})

test('an administrator sees which dossiers a figure counts, and is offered none that he may not read', async () => {
  const query = `scope=all&${MARCH}&figure=inProgress`
  const readable = async (who: Parameters<TestServer['get']>[0]) => {
    const { body } = await server.get(who, `/api/reports/II.06a/dossiers?${query}`)
    return (body as { items: { readable: boolean }[] }).items.map((item) => item.readable)
  }
  assert.deepEqual(await readable('administrator'), [false, false])
  const own = await server.get('leader', `/api/reports/II.06a/dossiers?scope=${AGENCY}&${MARCH}&figure=inProgress`)
  assert.deepEqual(
    (own.body as { items: { readable: boolean }[] }).items.map((item) => item.readable),
    [true, true],
  )
})
