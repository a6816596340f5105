import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AGENCY, COUNTER, OTHER_AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, runDispatcherUntilIdle, startDispatcher, waitUntilCounted } from '../projection/projection.ts'
import { aCounterFiling, aFiling, anId } from '../testing/a-filing.ts'
import { openStream, type Stream } from '../testing/a-stream.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let dispatcher: Dispatcher
let address: string

before(async () => {
  server = await startTestServer()
  await runDispatcherUntilIdle(server.services)
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

type Flow = { received: number; finished: number; onTimePercent: number | null }
type Dashboard = {
  today: Flow
  waiting: number
  overdue: number
  inProgress: number
  latePlaces: { unitName: string; officerName: string | null; unit: string; dossiers: number }[]
  trend: { day: string; received: number }[]
  channels: { channel: string; received: number }[]
  satisfaction: { value: null; note: string }
  at: string
}

async function accept(): Promise<string> {
  const id = anId()
  await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
  await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
  return id
}

async function dashboardOf(scope = AGENCY): Promise<Dashboard> {
  const { status, body } = await server.get('leader', `/api/dashboard?scope=${scope}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body as unknown as Dashboard
}

const watch = async (path: string, who: Parameters<TestServer['get']>[0] = 'leader', seen?: string): Promise<Stream> =>
  openStream(`${address}${path}`, { cookie: await server.cookieOf(who), seen: seen ?? null })

test('an accepted dossier is on every open page within two seconds, and the facts were read once for all of them', async () => {
  const path = `/api/dashboard/stream?scope=${AGENCY}`
  const streams = await Promise.all(Array.from({ length: 10 }, () => watch(path)))
  const first = await Promise.all(streams.map((stream) => stream.next<Dashboard>('snapshot')))
  assert.deepEqual(new Set(first.map(({ data }) => data.today.received)), new Set([0]))
  const readings = new Set(first.map(({ data }) => data.at)).size
  assert.equal(readings, 1, 'ten pages that open together share one reading')
  await accept()
  const news = await Promise.all(streams.map((stream) => stream.next<Dashboard>('snapshot', 2_000)))
  for (const { data } of news) assert.deepEqual([data.today.received, data.inProgress], [1, 1])
  assert.equal(new Set(news.map(({ id }) => id)).size, 1)
  for (const stream of streams) stream.close()
})

test('a page that comes back with what it has seen is told only what is new', async () => {
  const path = `/api/dashboard/stream?scope=${AGENCY}`
  const stream = await watch(path)
  const { id, data } = await stream.next<Dashboard>('snapshot')
  stream.close()
  const again = await watch(path, 'leader', id)
  await accept()
  const news = await again.next<Dashboard>('snapshot', 4_000)
  assert.equal(news.data.today.received, data.today.received + 1)
  again.close()
})

test('who may not read the reports of a scope may not watch it either', async () => {
  for (const [scope, who, status] of [
    [OTHER_AGENCY, 'leader', 403],
    ['all', 'leader', 403],
    [AGENCY, 'nobody', 401],
    ['nowhere', 'leader', 404],
  ] as const) {
    const refused = await watch(`/api/dashboard/stream?scope=${scope}`, who)
    assert.equal(refused.status, status, `${who} at ${scope}`)
  }
})

test('nobody opens streams without end', async () => {
  const path = `/api/hall-board/${COUNTER}/stream`
  const streams = await Promise.all(Array.from({ length: 13 }, () => watch(path, 'nobody')))
  assert.deepEqual(
    streams.map(({ status }) => status).filter((status) => status !== 200),
    [429],
  )
  for (const stream of streams) stream.close()
})

test('what is overdue says who holds it, and opens its dossiers', async () => {
  server.travel((server.clock.now + 20 * 86_400_000) as typeof server.clock.now)
  const { overdue, latePlaces, today } = await dashboardOf()
  assert.ok(overdue > 0)
  assert.equal(today.received, 0)
  assert.deepEqual(
    latePlaces.map(({ unitName, officerName, dossiers }) => [unitName, officerName, dossiers]),
    [['Một cửa Sở Tư pháp', 'Cán bộ clerk', overdue]],
  )
  const query = `scope=${AGENCY}&unit=${latePlaces[0]?.unit}`
  const { body } = await server.get('leader', `/api/dashboard/late?${query}`)
  const items = body.items as { code: string; dueAt: string; readable: boolean }[]
  assert.equal(items.length, overdue)
  assert.ok(items.every(({ readable, code }) => readable && code !== ''))
  const elsewhere = await server.get('leader', `/api/dashboard/late?scope=${AGENCY}&unit=${OTHER_AGENCY}`)
  assert.deepEqual(elsewhere.body.items, [])
})

test('the day, the month and the thirty days agree with each other', async () => {
  await accept()
  const id = anId()
  await server.post('citizen', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aFiling() })
  const { today, trend, channels, waiting, satisfaction } = await eventually(
    () => dashboardOf(),
    ({ waiting, today }) => waiting === 1 && today.received === 1,
  )
  assert.deepEqual([today.received, waiting], [1, 1])
  assert.equal(trend.length, 30)
  assert.equal(trend.at(-1)?.received, 1)
  assert.equal(
    channels.reduce((sum, { received }) => sum + received, 0),
    1,
  )
  assert.match(satisfaction.note, /Chưa có dữ liệu/)
})

test('the public sees figures and no names, the hall sees codes', async () => {
  const open = await server.get('nobody', '/api/dashboard/public')
  assert.equal(open.status, 200)
  assert.ok(!('latePlaces' in open.body))
  assert.doesNotMatch(JSON.stringify(open.body), /Nguyễn|officer/)
  const board = await server.get('nobody', `/api/hall-board/${COUNTER}`)
  assert.deepEqual([board.status, board.body.ready], [200, []])
  assert.equal((await server.get('nobody', `/api/hall-board/${AGENCY}`)).status, 404)
})

type Listable = Dashboard & {
  readonly month: Flow & { from: string; to: string; finished: number; late: number }
  readonly waitingOverdue: number
  readonly durations: readonly { procedure: string; dossiers: number }[]
}

test('every number of dossiers on the dashboard opens as many, as of the moment that it shows', async () => {
  const resolved = await accept()
  for (const [who, body] of [
    ['clerk', { officer: null, note: null }],
    ['leader', { officer: 'specialist', note: null }],
    ['specialist', { officer: null, note: null }],
  ] as const) {
    await server.post(who, `/api/dossiers/${resolved}/forward`, { expectedVersion: null, ...body })
  }
  const result = { number: '15/QĐ-STP', issuedOn: '2024-04-03', summary: 'Cấp phiếu', file: null }
  await server.post('leader', `/api/dossiers/${resolved}/resolve`, { expectedVersion: null, result })
  server.travel((server.clock.now + 2 * 86_400_000) as typeof server.clock.now)
  await waitUntilCounted(server.services.pool, { timeoutMs: 10_000 })
  const shown = (await dashboardOf()) as Listable
  const { at, month, trend, channels, durations } = shown
  const today = { from: at.slice(0, 10), to: at.slice(0, 10) }
  const listed = async (form: string, query: Readonly<Record<string, string>>): Promise<number> => {
    const asked = new URLSearchParams({ scope: AGENCY, asOf: at, ...query })
    const { body } = await server.get('leader', `/api/reports/${form}/dossiers?${asked}`)
    return body.total as number
  }
  const counted: readonly (readonly [expected: number, form: string, query: Readonly<Record<string, string>>])[] = [
    [shown.waiting, 'tinh-trang-ho-so', { ...today, figure: 'waiting' }],
    [shown.waitingOverdue, 'tinh-trang-ho-so', { ...today, figure: 'waitingOverdue' }],
    [month.finished - month.late, 'II.06a', { from: month.from, to: month.to, figure: 'resolvedEarlyOrOnTime' }],
    ...trend.map(({ day, received }) => [received, 'II.06a', { from: day, to: day, figure: 'receivedNew' }] as const),
    ...channels.map(
      ({ channel, received }) =>
        [
          received,
          'II.06a',
          { from: month.from, to: month.to, by: 'channel', row: channel, figure: 'receivedNew' },
        ] as const,
    ),
    ...durations.map(
      ({ procedure, dossiers }) =>
        [
          dossiers,
          'so-hoa',
          { from: trend[0]?.day ?? '', to: today.to, by: 'procedure', row: procedure, figure: 'withResult' },
        ] as const,
    ),
  ]
  assert.ok(shown.waiting > 0 && shown.waitingOverdue > 0 && month.finished > 0 && durations.length > 0)
  for (const [expected, form, query] of counted)
    assert.equal(await listed(form, query), expected, JSON.stringify(query))
})

async function eventually<Value>(read: () => Promise<Value>, isSo: (value: Value) => boolean): Promise<Value> {
  const until = Date.now() + 5_000
  for (;;) {
    const value = await read()
    if (isSo(value) || Date.now() > until) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
