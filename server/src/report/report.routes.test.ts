import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
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
  assert.match(
    items[0]?.why ?? '',
    /^Tổng số đang giải quyết \(.*\); Tiếp nhận trong kỳ: 08 giờ 00, thứ Năm 14\/03\/2024; đang giải quyết/,
  )
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

test('a period is asked for by its name, cut by a rule, and answers with its days', async () => {
  const periodOf = async (query: string) => (await report(`scope=${AGENCY}&${query}`)).body.period
  assert.deepEqual(await periodOf('period=2024-03'), { from: '2024-03-01', to: '2024-03-31' })
  assert.deepEqual(await periodOf('period=2024-03&rule=ngay-21'), { from: '2024-02-21', to: '2024-03-20' })
  assert.deepEqual(await periodOf('period=2024-W12&rule=tuan-thu-sau'), { from: '2024-03-15', to: '2024-03-21' })
  const drill = await server.get(
    'leader',
    `/api/reports/II.06a/dossiers?scope=${AGENCY}&period=2024-03&figure=inProgress`,
  )
  assert.equal(drill.body.total, 2)
  const rules = (await server.get('leader', '/api/reports/period-rules')).body as unknown as { id: string }[]
  assert.deepEqual(rules.map(({ id }) => id).toSorted(), [
    'duong-lich',
    'ngay-15',
    'ngay-21',
    'tuan-iso',
    'tuan-thu-sau',
  ])
})

test('a period that has no such name is refused with the names and rules that there are, and so is none at all', async () => {
  const unknown = await report(`scope=${AGENCY}&period=2024-W12&rule=ngay-21`)
  assert.equal(unknown.kind, 'period-unknown')
  assert.match(String(unknown.body.detail), /2024-H1.*tuan-thu-sau \(Tuần từ thứ sáu đến thứ năm\)/)
  assert.equal((await report(`scope=${AGENCY}`)).kind, 'period-invalid')
  assert.equal((await report(`scope=${AGENCY}&from=2024-03-01`)).kind, 'period-invalid')
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

test('each scope says whether its reader may ask who did how much there', async () => {
  const people = async (who: Parameters<TestServer['get']>[0]) => {
    const { body } = await server.get(who, '/api/reports/scopes')
    return (body as unknown as { id: string; people: boolean }[]).find(({ id }) => id === AGENCY)?.people
  }
  assert.equal(await people('leader'), true)
  assert.equal(await people('clerk'), false)
})

test('an unknown scope, a date that is none, a reversed period and an unknown figure are refused', async () => {
  assert.equal((await report(`scope=nowhere&${MARCH}`)).kind, 'not-found')
  assert.equal((await report(`scope=${AGENCY}&from=2024-03-31&to=2024-03-01`)).kind, 'period-invalid')
  assert.equal((await report(`scope=${AGENCY}&from=2024-02-30&to=2024-03-01`)).status, 400)
  assert.equal((await report(`scope=${AGENCY}&from=2024-02-01&to=9999-12-31`)).status, 400)
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

test('every form that ships is filled in, its sums hold, and it comes as a workbook', async () => {
  const { body } = await server.get('leader', '/api/reports/forms')
  const forms = body as unknown as { id: string; rows: { id: string }[] }[]
  assert.ok(forms.length >= 8)
  for (const [who, scope] of [
    ['leader', AGENCY],
    ['administrator', 'all'],
  ] as const) {
    for (const { id, rows } of forms) {
      const path = `/api/reports/${id}?scope=${scope}&${MARCH}&by=${rows.at(-1)?.id}`
      const answer = await server.get(who, path)
      assert.equal(answer.status, 200, path)
      const { identities, columns, definitions, figures } = answer.body as unknown as {
        identities: { text: string; holds: boolean }[]
        columns: { figure: string }[]
        definitions: { id: string; kind: string }[]
        figures: Record<string, number | null>
      }
      for (const { text, holds } of identities) assert.ok(holds, `${id}: ${text}`)
      for (const { figure } of columns) {
        const kind = definitions.find((each) => each.id === figure)?.kind
        if (kind === 'count') assert.equal(typeof figures[figure], 'number', figure)
        if (kind === 'missing') assert.equal(figures[figure], null, figure)
      }
    }
  }
  const file = await server.get('leader', `/api/reports/tinh-trang-ho-so/table.xlsx?scope=${AGENCY}&${MARCH}`)
  assert.equal(file.status, 200)
})

test('both sides of a share open their dossiers, and what has no data has none to open', async () => {
  const asked = `scope=${AGENCY}&${MARCH}`
  const { body } = await server.get('leader', `/api/reports/dich-vu-cong-truc-tuyen?${asked}`)
  const { figures } = body as unknown as { figures: Record<string, number> }
  const listed = async (side: string): Promise<number> => {
    const path = `/api/reports/dich-vu-cong-truc-tuyen/dossiers?${asked}&figure=onlineShare&side=${side}`
    return ((await server.get('leader', path)).body as unknown as { total: number }).total
  }
  assert.deepEqual(
    [await listed('numerator'), await listed('denominator')],
    [figures.receivedOnline, figures.receivedNew],
  )
  const nothing = await server.get('leader', `/api/reports/phan-anh-hai-long/dossiers?${asked}&figure=satisfaction`)
  assert.deepEqual([nothing.status, nothing.kind], [400, 'figure-unknown'])
})

test('a form divides its rows only as it is defined to, and a form that nobody defined is not found', async () => {
  const asked = `scope=${AGENCY}&${MARCH}`
  assert.equal((await server.get('leader', `/api/reports/so-hoa?${asked}&by=channel`)).kind, 'report-rows-unknown')
  assert.equal((await server.get('leader', `/api/reports/II.99?${asked}`)).kind, 'not-found')
})

test('a dossier that is late says who holds it and that nobody gave a reason, one that was declined says why', async () => {
  server.travel(parseInstant('2024-06-10T08:00'))
  const id = anId()
  await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
  await server.post('clerk', `/api/dossiers/${id}/decline`, { expectedVersion: 1, reason: 'Không thuộc thẩm quyền' })
  const june = `scope=${AGENCY}&period=2024-06`
  type Item = { readonly holder: string | null; readonly reason: string | null; readonly why: string }
  const behind = async (figure: string): Promise<readonly Item[]> => {
    const path = `/api/reports/tinh-trang-ho-so/dossiers?${june}&figure=${figure}`
    return ((await server.get('leader', path)).body as unknown as { items: readonly Item[] }).items
  }
  const late = await behind('inProgressOverdue')
  assert.equal(late.length, 2)
  for (const { holder, reason, why } of late) {
    assert.match(holder ?? '', /Tư pháp/)
    assert.equal(reason, 'Quá hạn: chưa có lý do')
    assert.match(why, /^Đang giải quyết: quá hạn \(.*Từ kỳ trước chuyển qua/)
  }
  const [declined] = await behind('declined')
  assert.equal(declined?.reason, 'Không tiếp nhận: Không thuộc thẩm quyền')
  const file = await server.app.inject({
    url: `/api/reports/tinh-trang-ho-so/dossiers.csv?${june}&figure=inProgressOverdue`,
    headers: { cookie: (await server.cookieOf('leader')) ?? '' },
  })
  assert.match(file.body, /Quá hạn: chưa có lý do/)
})
