import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FigureDefinition, figureCatalogue } from '@motcua/core/figure/figure.ts'
import { localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { bodiesOf } from '@motcua/core/rulebook/record.ts'
import { AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { FIGURE_RECORDS } from '@motcua/core/test/shipped-figures.ts'
import { parseCsv } from 'hucre/csv'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'
import { verifyPublications } from './published-report.ts'

let server: TestServer
let dispatcher: Dispatcher
let late: string
let open: string

before(async () => {
  server = await startTestServer()
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  late = await inHand()
  open = await inHand()
  server.travel(parseInstant('2024-03-29T09:00'))
  await act('leader', `${late}/resolve`, {
    result: { number: '15/QĐ-STP', issuedOn: '2024-03-15', summary: 'Cấp phiếu', file: null },
  })
  server.travel(parseInstant('2024-04-02T09:00'))
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

async function act(who: Who, path: string, body: object = {}) {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...body })
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
}

async function inHand(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  return id
}

const MARCH = { scope: AGENCY, from: '2024-03-01', to: '2024-03-31' } as const
type Table = { form: string; by: string; totals: Record<string, number>; figures: string[] }
type Published = { number: number; asOf: string; corrections: boolean; title: string; tables: Table[] }
async function publish(parts: object): Promise<Published> {
  const { status, body } = await server.post('leader', '/api/published-reports', { ...MARCH, ...parts })
  assert.equal(status, 200, JSON.stringify(body))
  return body as unknown as Published
}
type Named = { id: string }
type Moves = { forms: { form: string; total: number; items: (Named & { left: Named[]; entered: Named[] })[] }[] }
async function moves(query: string): Promise<Moves['forms']> {
  const { status, body } = await server.get('leader', `/api/published-reports/1/difference/moves?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return (body as unknown as Moves).forms
}
const ids = (named: readonly Named[] = []) => named.map(({ id }) => id)

test('any form is published, each table with the versions of all definitions that it rests on', async () => {
  const { number, title, tables, corrections } = await publish({
    tables: [{ by: 'field' }, { form: 'tinh-trang-ho-so', by: 'agency' }, { form: 'thanh-toan', by: 'agency' }],
  })
  assert.deepEqual([number, corrections], [1, false])
  assert.deepEqual(
    tables.map(({ form, by }) => [form, by]),
    [
      ['II.06a', 'field'],
      ['tinh-trang-ho-so', 'agency'],
      ['thanh-toan', 'agency'],
    ],
  )
  assert.match(title, /thủ tục hành chính; .*; Thanh toán phí/)
  assert.deepEqual([tables[0]?.totals.resolvedLate, tables[1]?.totals.answeredLate], [1, 1])
  assert.ok(tables[2]?.figures.includes('receivedTotal@1'))
  const wrong = { ...MARCH, tables: [{ form: 'thanh-toan', by: 'channel' }] }
  assert.equal((await server.post('leader', '/api/published-reports', wrong)).kind, 'report-rows-unknown')
  const unknown = { ...MARCH, tables: [{ form: 'khong-co', by: 'field' }] }
  assert.equal((await server.post('leader', '/api/published-reports', unknown)).kind, 'not-found')
})

test('a finish put right in April shows that dossier alone, with the cells it left and entered', async () => {
  server.travel(parseInstant('2024-04-12T09:00'))
  assert.deepEqual(ids((await moves('corrections=true'))[0]?.items), [])
  await act('specialist', `${late}/proposeCorrection`, {
    ...{ what: 'finishedAt', to: '2024-03-15T03:00:00.000Z', reason: 'Trả ngày 15/3', document: 'Sổ 2', file: null },
  })
  await act('leader', `${late}/approveCorrection`, { number: 1 })
  // As it was recorded nothing has changed: the past columns stay.
  assert.deepEqual(
    (await moves('corrections=false')).map(({ total }) => total),
    [0, 0, 0],
  )
  const [first, second] = await moves('corrections=true')
  assert.deepEqual(ids(first?.items), [late])
  assert.notEqual(late, open)
  assert.deepEqual(ids(first?.items[0]?.left), ['resolvedLate'])
  assert.deepEqual(ids(first?.items[0]?.entered).toSorted(), ['resolvedEarly', 'resolvedEarlyOrOnTime'])
  assert.deepEqual([ids(second?.items[0]?.left), ids(second?.items[0]?.entered)].flat().includes('answeredLate'), true)

  const { body } = await server.get('leader', '/api/published-reports/1/difference?corrections=true')
  const { tables } = body as { tables: { by: string; cells: { row: string | null; figure: string; now: number }[] }[] }
  assert.deepEqual(
    tables[0]?.cells.filter(({ row }) => row === null).map(({ figure, now }) => [figure, now]),
    [
      ['resolvedEarly', 1],
      ['resolvedLate', 0],
      ['resolvedEarlyOrOnTime', 1],
    ],
  )
  const cell = 'corrections=true&by=field&figure=resolvedLate'
  const moved = (await server.get('leader', `/api/published-reports/1/difference/dossiers?${cell}`)).body
  assert.deepEqual(ids((moved as { left: Named[] }).left), [late])
})

test('as of an earlier instant the difference shows what was not yet known, dossier by dossier', async () => {
  const [first] = await moves('asOf=2024-03-28T03:00:00.000Z')
  assert.deepEqual(ids(first?.items), [late])
  assert.ok(ids(first?.items[0]?.left).includes('resolvedLate'))
  assert.ok(ids(first?.items[0]?.entered).includes('inProgress'))
})

test('all that moved comes as a file, of every form, with the reasons of both sides', async () => {
  const query = 'asOf=2024-03-28T03:00:00.000Z'
  const forms = await moves(query)
  const { status, body, headers } = await server.get('leader', `/api/published-reports/1/difference/moves.csv?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  assert.match(
    decodeURIComponent(String(headers['content-disposition'])),
    /Hồ sơ đổi chỗ so với báo cáo số 1, Sở Tư pháp/,
  )
  const [, ...rows] = parseCsv(String(body.text))
  assert.equal(
    rows.length,
    forms.reduce((sum, { total }) => sum + total, 0),
  )
  const [, form, code, left, , entered, now] = rows[0] ?? []
  assert.equal(form, 'II.06a')
  assert.match(String(code), /^H20/)
  assert.match(String(left), /quá hạn/)
  assert.match(String(entered), /Tổng số đang giải quyết/)
  assert.match(String(now), /đang giải quyết/)
  const workbook = await server.get('leader', `/api/published-reports/1/difference/moves.xlsx?${query}`)
  assert.equal(workbook.status, 200)
  assert.equal((await server.get('otherLeader', `/api/published-reports/1/difference/moves.csv`)).kind, 'forbidden')
})

test('published with corrections, a report keeps them, and counts again the same', async () => {
  const { number, corrections, tables, asOf } = await publish({ corrections: true, tables: [{ by: 'field' }] })
  assert.deepEqual([number, corrections, tables[0]?.totals.resolvedLate], [2, true, 0])
  assert.equal(asOf, '2024-04-12T02:00:00.000Z')
  assert.deepEqual(await verifyPublications(server.services), { checked: 2, faults: [] })
})

test('a later version of a definition is no fault of a published report; one that is gone is told', async () => {
  const { services } = server
  const figures = bodiesOf(FIGURE_RECORDS, 'figure')
  const forms = bodiesOf(FIGURE_RECORDS, 'reportForm')
  const world = (changed: readonly FigureDefinition[]) => {
    const rulebook = { ...services.rulebook(), ...figureCatalogue(changed, forms) }
    return { ...services, rulebook: () => rulebook }
  }
  // From now on March counts every dossier as late; the version of then is kept for what was published by it.
  const later = figures.flatMap((figure): readonly FigureDefinition[] => {
    if (figure.id !== 'resolvedLate') return [figure]
    const measure = { is: 'count', within: 'receivedTotal', condition: { is: 'all', of: [] } } as const
    return [
      { ...figure, validTo: localDate('2024-02-29') },
      { ...figure, version: 2, validFrom: localDate('2024-03-01'), measure },
    ]
  })
  assert.equal(world(later).rulebook().figureAt('resolvedLate', localDate(MARCH.to))?.version, 2)
  assert.deepEqual((await verifyPublications(world(later))).faults, [])
  const gone = figures.filter(({ id }) => id !== 'paidDirectly')
  const { faults } = await verifyPublications(world(gone))
  assert.deepEqual(
    [...new Set(faults.map(({ text }) => text))],
    ['không đếm lại được: phạm vi, mẫu biểu hoặc phiên bản số liệu đã dùng không còn trong dữ liệu'],
  )
})
