import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instant } from '@motcua/core/kernel/instant.ts'
import { unitId } from '@motcua/core/kernel/ids.ts'
import type { Unit } from '@motcua/core/organisation/organisation.ts'
import { edgesOf, findScope } from '@motcua/core/report/report.ts'
import { localDate } from '@motcua/core/kernel/instant.ts'
import {
  AGENCY,
  aRulebook,
  COUNTER,
  OTHER_AGENCY,
  PROCEDURE,
  PROVINCE,
  RULEBOOK,
} from '@motcua/core/test/a-rulebook.ts'
import { type CellValue, readXlsx } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { withTransaction } from '../platform/database.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { readCountedPages } from './report.store.ts'

/** A department whose work went to two others. */
const SPLIT: Unit = {
  ...{ id: unitId('H20.99'), kind: 'agency', level: 'province', name: 'Sở Cũ', code: 'H20.99', parent: PROVINCE },
  ...{
    serves: null,
    fields: [],
    calendar: 'thu',
    validFrom: localDate('2017-01-01'),
    validTo: localDate('2020-12-31'),
  },
  successors: [AGENCY, OTHER_AGENCY],
}

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer({ rulebook: aRulebook({ also: [{ kind: 'unit', body: SPLIT }] }) })
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  for (let count = 0; count < 2; count++) {
    const id = anId()
    await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
    await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
  }
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

const MARCH = `scope=${AGENCY}&from=2024-03-01&to=2024-03-31`

type Fetched = { readonly status: number; readonly bytes: Buffer; readonly type: string; readonly name: string }

async function fetchFile(path: string): Promise<Fetched> {
  const cookie = (await server.cookieOf('leader')) ?? ''
  const { statusCode, rawPayload, headers } = await server.app.inject({ url: path, headers: { cookie } })
  const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(String(headers['content-disposition'])) ?? []
  return {
    status: statusCode,
    bytes: rawPayload,
    type: String(headers['content-type']),
    name: decodeURIComponent(name),
  }
}

async function cellsOf(bytes: Buffer): Promise<readonly (readonly CellValue[])[]> {
  return (await readXlsx(bytes)).sheets[0]?.rows ?? []
}

/** Dossiers of last year, all accepted in the same instant. */
async function insertFacts(count: number, year: number, agency = AGENCY): Promise<void> {
  await server.services.pool.query(
    `insert into dossier_fact (generation, dossier_id, known_from, code, procedure_code, field, counter_id, agency_id,
        channel, delivery, certified_copy, interlinked, accepted_at, due_at, number)
      select p.generation, gen_random_uuid(), $1, $2 || '-' || g, $3, 'ho-tich', $4, $5, 'online', 'counter',
        false, false, $1, 'infinity', 2
      from projection p, generate_series(1, $6::int) g where p.name = 'dossiers'`,
    [`${year}-05-05T03:00:00Z`, `H20.15-${year}`, PROCEDURE, COUNTER, agency, count],
  )
}

test('the workbook of a report holds the figures of the report, under the heads of the form', async () => {
  const { body } = await server.get('leader', `/api/reports/II.06a?${MARCH}&by=agency`)
  const file = await fetchFile(`/api/reports/II.06a/table.xlsx?${MARCH}&by=agency`)
  assert.equal(file.name, 'Biểu II.06a, Sở Tư pháp, 01.03.2024–31.03.2024.xlsx')
  const cells = await cellsOf(file.bytes)
  assert.deepEqual([cells[0]?.[0], cells[0]?.[10]], ['Biểu số II.06a/VPCP/KSTT', 'Đơn vị báo cáo: Sở Tư pháp'])
  assert.deepEqual(
    [cells[1]?.[2], cells[2]?.[2], cells[2]?.[10]],
    ['Kỳ báo cáo: Tháng 3/2024', '(Từ ngày 01/03/2024 đến ngày 31/03/2024)', 'Tính đến lúc: 14/03/2024 08:00'],
  )
  assert.deepEqual(cells[7], [
    ...['(1)', '(2)', '(3)=(4)+(5)+(6)', '(4)', '(5)', '(6)', '(7)=(8)+(9)+(10)', '(8)', '(9)', '(10)'],
    ...['(11)=(12)+(13)', '(12)', '(13)'],
  ])
  const columns = [
    ...['receivedTotal', 'receivedOnline', 'receivedInPersonOrPostal', 'carriedOver', 'resolvedTotal', 'resolvedEarly'],
    ...['resolvedOnTime', 'resolvedLate', 'inProgress', 'inProgressInTime', 'inProgressOverdue'],
  ]
  const { figures, rows, identities } = body as {
    figures: Record<string, number>
    rows: { name: string; figures: Record<string, number> }[]
    identities: { text: string }[]
  }
  assert.ok((figures.receivedTotal ?? 0) > 0)
  for (const [index, row] of rows.entries()) {
    assert.deepEqual(cells[8 + index], [index + 1, row.name, ...columns.map((name) => row.figures[name])])
  }
  assert.deepEqual(cells[8 + rows.length], ['Tổng số', null, ...columns.map((name) => figures[name])])
  const foot = cells.slice(9 + rows.length).map((row) => row[0])
  for (const { text } of identities) assert.ok(foot.includes(`${text}: đúng`), text)
})

test('the list behind a figure comes as a workbook and as text, the same dossiers as on the page', async () => {
  const query = `${MARCH}&figure=inProgress&by=channel&row=inPerson`
  const { items } = (await server.get('leader', `/api/reports/II.06a/dossiers?${query}`)).body as {
    items: { code: string; why: string }[]
  }
  const workbook = await fetchFile(`/api/reports/II.06a/dossiers.xlsx?${query}`)
  const name = 'Tổng số đang giải quyết, Sở Tư pháp, Trực tiếp, 01.03.2024–31.03.2024'
  assert.equal(workbook.name, `${name}.xlsx`)
  const [head, ...rows] = await cellsOf(workbook.bytes)
  assert.deepEqual(head?.slice(0, 3), ['STT', 'Mã hồ sơ', 'Mã thủ tục'])
  assert.deepEqual(
    rows.map((row) => [row[0], row[1], row[12]]),
    items.map(({ code, why }, index) => [index + 1, code, why]),
  )
  assert.deepEqual(rows[0]?.[7], new Date('2024-03-14T08:00Z'))

  const text = await fetchFile(`/api/reports/II.06a/dossiers.csv?${query}`)
  assert.deepEqual([text.type, text.name], ['text/csv; charset=utf-8', `${name}.csv`])
  assert.deepEqual([...text.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const [, ...lines] = parseCsv(text.bytes.toString('utf8'))
  assert.deepEqual(
    lines.map((line) => [line[1], line[3], line[4], line[7], line[12]]),
    items.map(({ code, why }) => [code, 'Thủ tục thử', 'Sở Tư pháp', '14/03/2024 08:00', why]),
  )
})

test('a list longer than a page of the database is whole, also where many were accepted at once', async () => {
  await insertFacts(2345, 2022)
  const query = `scope=${AGENCY}&from=2022-05-01&to=2022-05-31&figure=receivedOnline`
  const codes = (await cellsOf((await fetchFile(`/api/reports/II.06a/dossiers.xlsx?${query}`)).bytes))
    .slice(1)
    .map((row) => row[1])
  assert.equal(codes.length, 2345)
  assert.equal(new Set(codes).size, 2345)
  assert.equal(
    parseCsv((await fetchFile(`/api/reports/II.06a/dossiers.csv?${query}`)).bytes.toString('utf8')).length,
    2346,
  )
})

test('what is written while a list is being read is not in it', async () => {
  await insertFacts(1500, 2021)
  const scope = findScope(AGENCY, RULEBOOK)
  assert.ok(scope !== undefined)
  const period = { from: localDate('2021-05-01'), to: localDate('2021-05-31') }
  const figure = RULEBOOK.countedFigureAt('receivedTotal', period.to)
  assert.ok(figure !== undefined)
  const question = { scope, edges: edgesOf(period, instant(Date.now())), figure, row: null }
  const read = await withTransaction(server.services.pool, async (tx) => {
    let count = 0
    for await (const page of readCountedPages(tx, question)) {
      if (count === 0) await insertFacts(1500, 2021)
      count += page.length
    }
    return count
  })
  assert.equal(read, 1500)
})

test('a unit whose work went to several stands alone, and table and workbook say so by its name', async () => {
  await insertFacts(2, 2020, SPLIT.id)
  const query = `scope=${AGENCY}&from=2020-05-01&to=2020-05-31&by=agency`
  const notesOf = async (structure: string) => {
    const { body } = await server.get('leader', `/api/reports/II.06a?${query}&structure=${structure}`)
    const foot = (
      await cellsOf((await fetchFile(`/api/reports/II.06a/table.xlsx?${query}&structure=${structure}`)).bytes)
    )
      .map((row) => String(row[0]))
      .filter((line) => line.startsWith('Sở Cũ:'))
    const { notes, rows } = body as { notes: string[]; rows: { name: string }[] }
    return [notes.filter((note) => note.startsWith('Sở Cũ:')), foot, rows.map(({ name }) => name)]
  }
  const said =
    'Sở Cũ: công việc đã chuyển cho nhiều đơn vị (Sở Tư pháp, Sở Nội vụ), nên số được giữ riêng, không cộng vào đơn vị nào.'
  assert.deepEqual(await notesOf('now'), [[said], [said], ['Sở Cũ']])
  assert.deepEqual(await notesOf('then'), [[], [], ['Sở Cũ']])
})

test('a file is given to whom the report is given, and refused in words', async () => {
  for (const path of ['/table.xlsx?', '/dossiers.xlsx?figure=inProgress&', '/dossiers.csv?figure=inProgress&']) {
    const url = `/api/reports/II.06a${path}from=2024-03-01&to=2024-03-31&scope=`
    assert.equal((await server.get('leader', `${url}${OTHER_AGENCY}`)).kind, 'forbidden')
    assert.equal((await server.get('leader', `${url}all`)).kind, 'forbidden')
    assert.equal((await server.get('nobody', `${url}${AGENCY}`)).kind, 'sign-in-required')
    assert.equal((await server.get('leader', `${url}nowhere`)).kind, 'not-found')
  }
  const unknown = `/api/reports/II.06a/dossiers.csv?${MARCH}&figure=everything`
  assert.equal((await server.get('leader', unknown)).status, 400)
})
