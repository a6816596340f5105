import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer()
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

type Who = Parameters<TestServer['get']>[0]

async function act(who: Who, path: string, fields: object = {}): Promise<void> {
  const { status, body } = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(status, 200, JSON.stringify(body))
}

async function filed(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  return id
}

async function accepted(): Promise<string> {
  const id = await filed()
  await act('clerk', `${id}/accept`)
  return id
}

const MARCH = `scope=${AGENCY}&from=2024-03-01&to=2024-03-31`
const ask = { items: ['Bản sao giấy khai sinh'], reason: 'Chưa có giấy khai sinh' }

const PAPER = { required: null, name: 'Bản sao giấy khai sinh', kind: 'paper', originals: 1, copies: 0, file: null }
const BROUGHT = { documents: [PAPER], note: null }

type Table = {
  readonly figures: Readonly<Record<string, number | null>>
  readonly rows: readonly { id: string; name: string; figures: Readonly<Record<string, number | null>> }[]
  readonly columns: readonly { figure: string }[]
  readonly identities: readonly { text: string; holds: boolean }[]
  readonly definitions: readonly { id: string; kind: string }[]
}

async function tableOf(form: string, query = ''): Promise<Table> {
  const { status, body } = await server.get('leader', `/api/reports/${form}?${MARCH}${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body as unknown as Table
}

/** Every count of the table, of each row and of the whole, opens as many dossiers. */
async function assertOpens(form: string, table: Table, query = ''): Promise<void> {
  const counts = table.columns.filter(({ figure }) =>
    table.definitions.some(({ id, kind }) => id === figure && kind === 'count'),
  )
  const cells = [{ id: null, figures: table.figures }, ...table.rows].flatMap(({ id, figures }) =>
    counts.map(({ figure }) => ({ row: id, figure, count: figures[figure] })),
  )
  for (const { row, figure, count } of cells) {
    const of = row === null ? '' : `&row=${row}`
    const path = `/api/reports/${form}/dossiers?${MARCH}${query}&figure=${figure}${of}`
    const { body } = await server.get('leader', path)
    assert.equal(body['total'], count, `${row} ${figure}`)
  }
}

test('the form of an action offers the grounds that the catalogue has for it', async () => {
  const id = await filed()
  const { body } = await server.get('clerk', `/api/dossiers/${id}`)
  const offered = (body['reasonGrounds'] as { id: string; action: string }[]).map(({ id: own, action }) => [
    own,
    action,
  ])
  assert.deepEqual(offered, [
    ['missing-papers', 'requestSupplement'],
    ['missing-papers', 'decline'],
    ['unmet', 'withdraw'],
  ])
  await act('clerk', `${id}/withdraw`, { reason: 'Thử' })
})

test('a ground that the catalogue has for another action only is refused, and says what can be done', async () => {
  const id = await filed()
  const sent = { expectedVersion: null, reason: 'Không thuộc thẩm quyền', ground: 'unmet' }
  const { status, body, kind } = await server.post('clerk', `/api/dossiers/${id}/decline`, sent)
  assert.deepEqual([status, kind], [422, 'reason-ground-unknown'])
  assert.match(String(body['detail']), /"unmet" cho việc không tiếp nhận/)
  await act('clerk', `${id}/withdraw`, { reason: 'Thử' })
})

test('grounds are the rows of a report: each dossier in one of each kind, and what nobody classified apart', async () => {
  const before = (await tableOf('ly-do-bo-sung-tra-lai')).figures
  const asked = await filed()
  await act('clerk', `${asked}/requestSupplement`, { ...ask, ground: 'missing-papers' })
  const both = await accepted()
  await act('clerk', `${both}/forward`, { officer: null, note: null })
  await act('leader', `${both}/forward`, { officer: 'specialist', note: null })
  await act('specialist', `${both}/requestSupplement`, { ...ask, ground: 'missing-papers' })
  await act('clerk', `${both}/supplySupplement`, BROUGHT)
  await act('specialist', `${both}/requestSupplement`, ask)
  await act('clerk', `${both}/supplySupplement`, BROUGHT)
  await act('leader', `${both}/refuse`, { reason: 'Không đủ điều kiện', ground: 'unmet' })
  const declined = await filed()
  await act('clerk', `${declined}/decline`, { reason: 'Thiếu giấy', ground: 'missing-papers' })
  const table = await tableOf('ly-do-bo-sung-tra-lai')
  assert.deepEqual(
    table.rows.map(({ name, figures: { sentBackEither, askedToComplete, turnedBack, declined: no, refused } }) => [
      ...[name, sentBackEither, askedToComplete, turnedBack, no, refused],
    ]),
    [
      ['Không đủ điều kiện', 1, 0, 1, 0, 1],
      ['Thiếu giấy tờ', 2, 1, 1, 1, 0],
      ['Chưa phân loại', before['sentBackEither'], 1, before['turnedBack'], 0, 0],
    ],
  )
  assert.ok(table.identities.every(({ holds }) => holds))
  assert.equal(table.identities.length, 4)
  await assertOpens('ly-do-bo-sung-tra-lai', table)
})

test('the table of supplements and returns goes by ground as well, and what was not sent back stands apart', async () => {
  await accepted()
  const table = await tableOf('bo-sung-tra-lai', '&by=ground')
  assert.deepEqual(
    table.rows.map(({ name }) => name),
    ['Không đủ điều kiện', 'Thiếu giấy tờ', 'Chưa phân loại', 'Không bổ sung, không trả lại'],
  )
  await assertOpens('bo-sung-tra-lai', table, '&by=ground')
})

test('the list behind a row names the ground and what was written to the applicant', async () => {
  const path = `/api/reports/ly-do-bo-sung-tra-lai/dossiers?${MARCH}&figure=refused&row=unmet`
  const { body } = await server.get('leader', path)
  const items = body['items'] as { reason: string }[]
  assert.equal(body['rowName'], 'Không đủ điều kiện')
  assert.match(items[0]?.reason ?? '', /Từ chối giải quyết: Không đủ điều kiện\. Không đủ điều kiện/)
})

test('a result that left by post is counted by post, whatever was asked for when it was filed', async () => {
  const table = await tableOf('buu-chinh-cong-ich')
  for (const by of ['postal', 'counter', 'counter']) {
    const id = await accepted()
    await act('clerk', `${id}/recordPayment`, { amount: 50_000, method: 'cash', reference: null })
    await act('clerk', `${id}/forward`, { officer: null, note: null })
    await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
    await act('specialist', `${id}/forward`, { officer: null, note: null })
    const result = { number: '1/QĐ', issuedOn: '2024-03-14', summary: 'Cấp phiếu', file: null }
    await act('leader', `${id}/resolve`, { result })
    await act('clerk', `${id}/return`, { receivedBy: 'Nguyễn Văn An', by })
  }
  const after = await tableOf('buu-chinh-cong-ich')
  const grew = (figure: string): number => (after.figures[figure] ?? 0) - (table.figures[figure] ?? 0)
  assert.deepEqual(['returnedTotal', 'returnedByPost', 'returnedAtCounter', 'postalDelivery'].map(grew), [3, 1, 2, 0])
  assert.equal(after.figures['returnedByPostShare'], 33.33)
  assert.ok(after.identities.every(({ holds }) => holds))
  await assertOpens('buu-chinh-cong-ich', after)
})
