import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { AGENCY, OTHER_AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { verifyPublications } from './published-report.ts'

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer()
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  for (let count = 0; count < 3; count++) await accept()
  server.travel(parseInstant('2024-04-02T09:00'))
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

async function accept(): Promise<void> {
  const id = anId()
  await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
  await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
}

const MARCH = { scope: AGENCY, from: '2024-03-01', to: '2024-03-31' } as const
const publish = (who: Parameters<TestServer['post']>[0], parts: object = {}) =>
  server.post(who, '/api/published-reports', { ...MARCH, tables: [{ by: 'field' }, { by: 'channel' }], ...parts })
type Table = { by: string; totals: Record<string, number>; rows: { id: string; figures: Record<string, number> }[] }

test('the leader publishes, everybody reads, and asking again gives the same bytes', async () => {
  const { status, body } = await publish('leader')
  assert.equal(status, 200, JSON.stringify(body))
  const { number, tables, publishedByName } = body as { number: number; tables: Table[]; publishedByName: string }
  assert.deepEqual([number, publishedByName, tables.map(({ by }) => by)], [1, 'Cán bộ leader', ['field', 'channel']])
  assert.deepEqual([tables[0]?.totals.receivedTotal, tables[0]?.totals.inProgress], [3, 3])

  const first = await server.app.inject({ url: '/api/published-reports/1/content' })
  assert.equal(first.statusCode, 200)
  assert.equal(createHash('sha256').update(first.rawPayload).digest('hex'), body.contentHash)
  await accept()
  const again = await server.app.inject({ url: '/api/published-reports/1/content' })
  assert.deepEqual(again.rawPayload, first.rawPayload)
  assert.deepEqual((await server.get('nobody', '/api/published-reports/1')).body, body)
})

test('as of its own instant the dossiers behind a published number are exactly as many', async () => {
  const { body } = await server.get('nobody', '/api/published-reports/1')
  const { asOf, tables } = body as unknown as { asOf: string; tables: Table[] }
  for (const { by, rows, totals } of tables) {
    for (const { row, figures } of [
      { row: null, figures: totals },
      ...rows.map((each) => ({ ...each, row: each.id })),
    ]) {
      for (const [figure, published] of Object.entries(figures)) {
        const query = new URLSearchParams({ ...MARCH, asOf, by, figure, ...(row === null ? {} : { row }) })
        const listed = (await server.get('leader', `/api/reports/II.06a/dossiers?${query}`)).body.total
        assert.equal(listed, published, `${by} ${row} ${figure}`)
      }
    }
  }
})

test('officers without the office of a leader publish nothing, and no leader for another agency', async () => {
  assert.equal((await publish('clerk')).kind, 'forbidden')
  assert.equal((await publish('leader', { scope: OTHER_AGENCY })).kind, 'forbidden')
  assert.equal((await publish('leader', { scope: 'all' })).kind, 'forbidden')
  assert.equal((await publish('nobody')).kind, 'sign-in-required')
  assert.equal((await publish('leader', { from: '2024-04-01' })).kind, 'period-invalid')
  assert.equal((await publish('leader', { tables: [] })).status, 400)
  assert.equal((await server.get('nobody', '/api/published-reports/99')).kind, 'not-found')
})

test('the list has the newest first, all of one scope', async () => {
  await publish('leader', { tables: [{ by: 'agency' }] })
  const { body } = await server.get('nobody', `/api/published-reports?scope=${AGENCY}`)
  const { items } = body as { items: { number: number; scope: { name: string } }[] }
  assert.deepEqual(
    items.map(({ number, scope }) => [number, scope.name]),
    [
      [2, 'Sở Tư pháp'],
      [1, 'Sở Tư pháp'],
    ],
  )
  assert.deepEqual((await server.get('nobody', `/api/published-reports?scope=${OTHER_AGENCY}`)).body.items, [])
})

test('a table of people is not published: what somebody did is for his leaders and himself', async () => {
  for (const by of ['acceptedBy', 'finishedBy']) {
    const refused = await publish('leader', { tables: [{ by: 'field' }, { by }] })
    assert.deepEqual([refused.status, refused.kind], [422, 'report-of-people'])
  }
})

test('reports published at the same time stand in one chain, and the check finds them whole', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => publish('leader')))
  assert.deepEqual(answers.map(({ body }) => body.number as number).toSorted(), [3, 4, 5, 6])
  assert.deepEqual(await verifyPublications(server.services), { checked: 6, faults: [] })
})

test('nobody alters or removes a published report: neither the application nor the owner of the database', async () => {
  const { database, pool } = server.services
  const application = database.createPool({ name: 'application', asApplication: true, max: 1 })
  for (const statement of ["update published_report set title = 'khác'", 'delete from published_report']) {
    await assert.rejects(application.query(statement), /permission denied/, statement)
    await assert.rejects(pool.query(statement), /append only/, statement)
  }
  await assert.rejects(pool.query('truncate published_report cascade'), /append only/)
})

test('what was published within the period is compared with its end, dossier by dossier', async () => {
  const asOf = '2024-03-14T01:00:00.000Z'
  const { body } = await publish('leader', { asOf, tables: [{ by: 'channel' }] })
  const differ = `/api/published-reports/${body.number}/difference`
  const { tables } = (await server.get('leader', differ)).body as {
    tables: { by: string; cells: { row: string | null; figure: string; before: number; now: number }[] }[]
  }
  const overdue = tables[0]?.cells.filter(({ figure }) => figure === 'inProgressOverdue')
  assert.deepEqual(
    overdue?.map(({ row, before: was, now }) => [row, was, now]),
    [
      [null, 0, 3],
      ['inPerson', 0, 3],
    ],
  )
  const cell = 'by=channel&row=inPerson'
  const moved = async (figure: string) =>
    (await server.get('leader', `${differ}/dossiers?${cell}&figure=${figure}`)).body as {
      left: { why: string }[]
      entered: { why: string }[]
    }
  const { left, entered } = await moved('inProgressOverdue')
  assert.deepEqual([left.length, entered.length], [0, 3])
  assert.match(entered[0]?.why ?? '', /quá hạn từ/)
  assert.equal((await moved('inProgressInTime')).left.length, 3)
  const same = (await server.get('leader', `${differ}?asOf=${asOf}`)).body as { tables: { cells: object[] }[] }
  assert.deepEqual(same.tables[0]?.cells, [])
  assert.equal((await server.get('otherLeader', differ)).kind, 'forbidden')
})

test('a number that somebody has forged past the guards is found, and so is a report that is gone', async () => {
  const { pool } = server.services
  await pool.query('alter table published_report disable trigger published_report_append_only')
  await pool.query(
    `update published_report set content = replace(content, '"receivedTotal":3', '"receivedTotal":2') where number = 1`,
  )
  await pool.query('delete from published_report where number = 4')
  const { faults } = await verifyPublications(server.services)
  assert.deepEqual(
    faults.map(({ number, text }) => `${number}: ${text}`),
    [
      '1: nội dung không khớp mã băm',
      '5: số công bố phải là 4: có báo cáo đã bị lấy đi',
      '5: không nối tiếp báo cáo công bố ngay trước',
    ],
  )
})
