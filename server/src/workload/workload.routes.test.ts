import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { unitId } from '@motcua/core/kernel/ids.ts'
import { localDate } from '@motcua/core/kernel/instant.ts'
import { AGENCY, aRulebook, COUNTER, OFFICERS, OTHER_AGENCY, OTHER_COUNTER } from '@motcua/core/test/a-rulebook.ts'
import { readXlsx } from 'hucre'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'

const SINCE = localDate('2017-01-01')
const LAW = { validFrom: SINCE, validTo: null, source: 'QĐ thử' }
const { secondClerk, ...others } = OFFICERS
/** The second clerk came on the 12th. */
const NEWCOMER = {
  ...secondClerk,
  posts: secondClerk.posts.map((post) => ({ ...post, validFrom: localDate('2024-03-12') })),
}

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer({
    rulebook: aRulebook({
      also: [
        { kind: 'unitArea', body: { id: 'do-thi', area: 'urban', ...LAW, units: [unitId(AGENCY)] } },
        { kind: 'workloadNorm', body: { id: 'dinh-muc', perYear: { urban: 1600, rural: 1200, remote: 800 }, ...LAW } },
      ],
      officers: [...Object.values(others), NEWCOMER],
    }),
  })
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  for (const who of ['clerk', 'clerk', 'secondClerk'] as const) {
    const id = anId()
    await server.post(who, `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
    const { status } = await server.post(who, `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
    assert.equal(status, 200)
  }
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

type Person = { readonly row: string; readonly received: number; readonly norm: number; readonly days: number }
type Unit = {
  readonly id: string
  readonly received: number
  readonly norm: number | null
  readonly gap: string | null
} & {
  readonly areas: readonly string[]
  readonly people: readonly Person[]
  readonly hidden: number
}
type Workload = {
  readonly units: readonly Unit[]
  readonly hiddenFor: string | null
  readonly notes: readonly string[]
} & {
  readonly total: { readonly received: number; readonly norm: number | null }
  readonly behind: { readonly form: string; readonly figure: string }
  readonly worked: { readonly from: string; readonly to: string }
}

const MARCH = 'period=2024-03'

async function workloadOf(who: Who, scope: string = AGENCY): Promise<Workload> {
  const { status, body } = await server.get(who, `/api/workload?scope=${scope}&${MARCH}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body as unknown as Workload
}

test('a leader sees what each of his counter received, against the norm for the days worked so far', async () => {
  const { units, total, worked, hiddenFor } = await workloadOf('leader')
  // Ten working days until Thursday the 14th, three of them the newcomer's, of 262 in the year.
  assert.deepEqual(worked, { from: '2024-03-01', to: '2024-03-14' })
  const [unit] = units
  assert.deepEqual(
    unit?.people.map(({ row, received, days, norm }) => [row, received, days, norm]),
    [
      ['secondClerk', 1, 3, 18.3],
      ['clerk', 2, 10, 61.1],
    ],
  )
  assert.deepEqual([units.length, unit?.id, unit?.received, unit?.norm, unit?.areas], [1, COUNTER, 3, 79.4, ['urban']])
  assert.deepEqual([total.received, total.norm, hiddenFor], [3, 79.4, null])
})

test('every number of dossiers opens them', async () => {
  const { units, behind } = await workloadOf('leader')
  const opened = async (query: string): Promise<unknown> => {
    const path = `/api/reports/${behind.form}/dossiers?${MARCH}&figure=${behind.figure}&${query}`
    return (await server.get('leader', path)).body.total
  }
  for (const { id, received, people } of units) {
    assert.equal(await opened(`scope=${id}`), received)
    for (const person of people) {
      assert.equal(await opened(`scope=${id}&by=acceptedBy&row=${person.row}`), person.received, person.row)
    }
  }
})

test('a clerk sees the counter and himself, and opens his own dossiers alone', async () => {
  const { units, hiddenFor } = await workloadOf('clerk')
  assert.deepEqual([units[0]?.received, units[0]?.people.map(({ row }) => row), units[0]?.hidden], [3, ['clerk'], 1])
  assert.equal(hiddenFor, 'lãnh đạo của cơ quan này hoặc cơ quan cấp trên, hoặc quản trị hệ thống')
  const drill = (row: string) =>
    server.get(
      'clerk',
      `/api/reports/II.06a/dossiers?scope=${COUNTER}&${MARCH}&figure=receivedNew&by=acceptedBy&row=${row}`,
    )
  assert.equal((await drill('clerk')).body.total, 2)
  assert.equal((await drill('secondClerk')).kind, 'forbidden')
  const named = await server.get('clerk', `/api/reports/II.06a?scope=${AGENCY}&${MARCH}&by=acceptedBy`)
  assert.equal(named.kind, 'forbidden')
  assert.equal((await server.get('leader', `/api/reports/II.06a?scope=${AGENCY}&${MARCH}&by=acceptedBy`)).status, 200)
})

test('nobody reads of another department, and the whole is for the top, where what is not classified says so', async () => {
  const refused = async (who: Who, scope: string) =>
    (await server.get(who, `/api/workload?scope=${scope}&${MARCH}`)).kind
  assert.equal(await refused('leader', OTHER_AGENCY), 'forbidden')
  assert.equal(await refused('leader', 'all'), 'forbidden')
  assert.equal(await refused('nobody', AGENCY), 'sign-in-required')
  const { units, total, notes } = await workloadOf('administrator', 'all')
  const other = units.find(({ id }) => id === OTHER_COUNTER)
  assert.deepEqual([other?.norm, other?.gap, other?.areas], [null, 'chưa phân loại vùng', []])
  assert.equal(total.norm, 79.4)
  assert.ok(notes.some((note) => note.includes('không gồm 1 bộ phận')))
})

test('the workbook holds the same numbers, and hides the same people', async () => {
  const fetched = async (who: Who) => {
    const cookie = (await server.cookieOf(who)) ?? ''
    const url = `/api/workload/table.xlsx?scope=${AGENCY}&${MARCH}`
    const { rawPayload, headers } = await server.app.inject({ url, headers: { cookie } })
    const sheets = (await readXlsx(rawPayload)).sheets.map(({ rows }) => rows.slice(4).map((row) => row.slice(1, 6)))
    return { sheets, disposition: decodeURIComponent(String(headers['content-disposition'])) }
  }
  const { sheets, disposition } = await fetched('leader')
  assert.match(disposition, /Khối lượng tiếp nhận, Sở Tư pháp, 01\.03\.2024–31\.03\.2024\.xlsx/)
  const [counters, people] = sheets
  assert.deepEqual(counters?.[1], ['Một cửa Sở Tư pháp', 'Đô thị', 3, 79.4, 3.8])
  assert.deepEqual(counters?.[2]?.slice(2), [3, 79.4, 3.8])
  assert.deepEqual(people?.slice(1, 3), [
    ['Cán bộ secondClerk', 'Một cửa Sở Tư pháp', 1, 18.3, 5.5],
    ['Cán bộ clerk', 'Một cửa Sở Tư pháp', 2, 61.1, 3.3],
  ])
  // Who sees himself alone gets no total of the others.
  const [, own] = (await fetched('clerk')).sheets
  assert.deepEqual(own?.slice(1, 3), [
    ['Cán bộ clerk', 'Một cửa Sở Tư pháp', 2, 61.1, 3.3],
    [null, null, 2, 61.1, null],
  ])
  const none = (await fetched('specialist')).sheets
  assert.equal(none.length, 1)
})

test('who held no post yet could do nothing, and whose post has ended can do nothing any more', async () => {
  const queueOf = async (who: Who) => (await server.get(who, '/api/queue')).status
  assert.equal(await queueOf('secondClerk'), 200)
  const now = server.clock.now
  server.travel((now - 3 * 86_400_000) as typeof now)
  assert.equal(await queueOf('secondClerk'), 403)
  assert.equal(await queueOf('clerk'), 200)
  const { body } = await server.get('clerk', `/api/units/${COUNTER}/officers`)
  assert.deepEqual(
    (body as unknown as { id: string }[]).map(({ id }) => id),
    ['clerk'],
  )
  server.travel(now)
})
