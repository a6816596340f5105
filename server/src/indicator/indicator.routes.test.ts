import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  AGENCY,
  COUNTER,
  OTHER_AGENCY,
  OTHER_COUNTER,
  PAPER_PROCEDURE,
  PROCEDURE,
} from '@motcua/core/test/a-rulebook.ts'
import { readXlsx } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { type Dispatcher, startDispatcher, waitUntilCounted } from '../projection/projection.ts'
import { type Answer, startTestServer, type TestServer } from '../testing/server.ts'
import { rulebookWithIndicators } from '../testing/shipped-indicators.ts'

const RULEBOOK = rulebookWithIndicators()
const OWN = RULEBOOK.procedures().filter((procedure) => RULEBOOK.resolves(AGENCY, procedure))
const PROCEDURES = OWN.length
const ONLINE = OWN.filter(({ versions }) => versions[0]?.onlineLevel !== 'none').length

type Component = {
  id: string
  state: string
  numerator: number | null
  denominator: number | null
  points: number | null
  reason: string | null
  before: number | null
}
type Quality = {
  set: { version: number }
  points: number
  assessable: number
  maxPoints: number
  provisional: boolean
  compared: { points: number | null; period: { id: string } } | null
  groups: { id: string; points: number | null; components: Component[] }[]
}
type Listed = { code: string; why: string; points: number; components: string[] }
type List = { items: Listed[]; total: number | null; next: string | null }

let server: TestServer
let dispatcher: Dispatcher

const DAY = (day: number): string => `2024-03-${String(day).padStart(2, '0')}T03:00:00Z`

/** What was known in March of one dossier: on time, unless something else is said. */
const PLAIN = {
  ...{ procedure_code: PROCEDURE as string, counter_id: COUNTER as string, agency_id: AGENCY as string },
  ...{ channel: 'inPerson', accepted_at: DAY(1) as string | null, due_at: DAY(8), finished_at: null as string | null },
  ...{ finish: null as string | null, ending: null as string | null, declined_at: null as string | null },
  ...{ supplements: 0, pause_ground: null as string | null, paused_at: null as string | null },
  ...{ fee_owed: false, paid_how: null as string | null, document_count: 1, digitised_count: 0, reused_count: 0 },
  ...{ electronic_result: null as boolean | null },
}
type Fact = typeof PLAIN
const ENDED = { finished_at: DAY(5), finish: 'early', ending: 'resolved', electronic_result: false }

async function insertFact(code: string, parts: Partial<Fact>): Promise<void> {
  const fact = { ...PLAIN, ...parts }
  const names = Object.keys(fact)
  const accepted = fact.accepted_at !== null
  await server.services.pool.query(
    `insert into dossier_fact (generation, dossier_id, known_from, submitted_at, code, field, delivery, certified_copy,
        interlinked, number, ${names.join(', ')})
      select generation, $1, $2, $2, $3, 'ho-tich', 'counter', false, false, 2,
        ${names.map((_, index) => `$${index + 4}`).join(', ')}
      from projection where name = 'dossiers'`,
    [randomUUID(), fact.accepted_at ?? DAY(1), accepted ? code : null, ...Object.values(fact)],
  )
}

before(async () => {
  server = await startTestServer({ rulebook: RULEBOOK })
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  await waitUntilCounted(server.services.pool, { timeoutMs: 10_000 })
  server.travel(new Date('2024-04-02T01:00:00Z').getTime() as TestServer['clock']['now'])
  await insertFact('A-1', {
    ...{ ...ENDED, electronic_result: true, channel: 'online', fee_owed: true, paid_how: 'online', reused_count: 1 },
  })
  await insertFact('A-2', { ...ENDED, supplements: 2, fee_owed: true, paid_how: 'cash' })
  await insertFact('A-3', { due_at: DAY(20) })
  await insertFact('A-4', { due_at: '2024-04-09T03:00:00Z' })
  await insertFact('A-5', { ...ENDED, finished_at: DAY(12), finish: 'late', procedure_code: PAPER_PROCEDURE })
  await insertFact('A-6', { accepted_at: null, declined_at: DAY(2), ending: 'declined' })
  await insertFact('A-7', {
    ...{ accepted_at: '2024-02-20T03:00:00Z', due_at: 'infinity', supplements: 1 },
    ...{ pause_ground: 'supplement', paused_at: '2024-02-21T03:00:00Z' },
  })
  await insertFact('B-1', { ...ENDED, counter_id: OTHER_COUNTER, agency_id: OTHER_AGENCY })
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

const MARCH = 'period=2024-03'
const ask = (query: string, who: Parameters<TestServer['get']>[0] = 'leader', set = '766'): Promise<Answer> =>
  server.get(who, `/api/indicators/${set}${query}`)

async function quality(query: string, who: Parameters<TestServer['get']>[0] = 'leader', set = '766'): Promise<Quality> {
  const { status, body } = await ask(`?${query}`, who, set)
  assert.equal(status, 200, JSON.stringify(body))
  return body as unknown as Quality
}

function component({ groups }: Quality, id: string): Component {
  const found = groups.flatMap((group) => group.components).find((each) => each.id === id)
  assert.ok(found, id)
  return found
}

const pairOf = (answer: Quality, id: string) => {
  const { numerator, denominator } = component(answer, id)
  return [numerator, denominator]
}

test('a second supplement and an open dossier past its due time count late, a first supplement and a decline do not', async () => {
  const answer = await quality(`scope=${AGENCY}&${MARCH}`)
  assert.deepEqual(pairOf(answer, '2.1'), [3, 6])
  assert.equal(component(answer, '2.1').points, 10)
})

test('the figures of the indicators differ from II.06a where their rules do', async () => {
  const { body } = await server.get('leader', `/api/reports/II.06a?scope=${AGENCY}&from=2024-03-01&to=2024-03-31`)
  const figures = body.figures as Record<string, number>
  assert.deepEqual([figures.resolvedEarlyOrOnTime, figures.resolvedTotal, figures.receivedTotal], [2, 3, 6])
})

test('online services, payments and digitisation are counted from the same facts', async () => {
  const answer = await quality(`scope=${AGENCY}&${MARCH}`)
  assert.deepEqual(pairOf(answer, '3.A'), [ONLINE, PROCEDURES])
  assert.deepEqual(pairOf(answer, '3.B'), [1, ONLINE])
  assert.deepEqual(pairOf(answer, '3.C'), [1, 5])
  assert.deepEqual(pairOf(answer, '4.A'), [1, 2])
  assert.equal(pairOf(answer, '4.B')[0], 1)
  assert.deepEqual(pairOf(answer, '6.1'), [1, 3])
  assert.deepEqual(pairOf(answer, '6.2'), [1, 3])
  assert.deepEqual(pairOf(answer, '6.3'), [1, 5])
})

test('what another system knows is said to be unknown, and stands apart from the total', async () => {
  const answer = await quality(`scope=${AGENCY}&${MARCH}`)
  for (const id of ['1.1', '1.4', '4.C', '5.2', '5.3', '5.4', '6.4', '6.5a']) {
    const { state, points, reason } = component(answer, id)
    assert.deepEqual([state, points], ['missing', null], id)
    assert.match(reason ?? '', /^Chưa có dữ liệu: /)
  }
  assert.equal(answer.maxPoints, 100)
  assert.ok(answer.assessable < 100 && answer.provisional)
  const known = answer.groups.flatMap((group) => group.components).filter(({ points }) => points !== null)
  const sum = known.reduce((total, { points }) => total + (points ?? 0), 0)
  assert.ok(Math.abs(sum - answer.points) < 1e-9)
})

test('counts of the province are those of its units together', async () => {
  const [one, other, whole] = await Promise.all(
    [AGENCY, OTHER_AGENCY, 'all'].map((scope) => quality(`scope=${scope}&${MARCH}`, 'administrator')),
  )
  for (const id of ['2.1', '3.C', '4.A', '6.1', '6.2', '6.3']) {
    const sum = [one, other].map((each) => (each === undefined ? [0, 0] : pairOf(each, id)))
    const counted = whole === undefined ? [] : pairOf(whole, id)
    assert.deepEqual(
      counted,
      [0, 1].map((place) => sum.reduce((total, pair) => total + (pair[place] ?? 0), 0)),
      id,
    )
  }
})

test('as of an instant in the period nothing later shows', async () => {
  const answer = await quality(`scope=${AGENCY}&${MARCH}&asOf=2024-03-01T02:00:00.000Z`)
  assert.deepEqual(pairOf(answer, '2.1'), [1, 1])
})

test('each side of a ratio opens its dossiers, as many as the figure says', async () => {
  for (const [side, codes] of [
    ['numerator', ['A-1', 'A-4', 'A-7']],
    ['denominator', ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-7']],
    ['missing', ['A-2', 'A-3', 'A-5']],
  ] as const) {
    const { status, body } = await ask(`/dossiers?scope=${AGENCY}&${MARCH}&component=2.1&side=${side}`)
    assert.equal(status, 200, JSON.stringify(body))
    const { items, total } = body as unknown as List
    assert.deepEqual(items.map(({ code }) => code).toSorted(), codes)
    assert.equal(total, codes.length)
  }
})

test('lost points are shared by the dossiers that cost them, dearest first, and add up', async () => {
  const { items } = (await ask(`/dossiers?scope=${AGENCY}&${MARCH}&component=2.1&side=missing`)).body as unknown as List
  assert.ok(Math.abs(items.reduce((sum, { points }) => sum + points, 0) - 10) < 1e-9)
  assert.match(items.find(({ code }) => code === 'A-2')?.why ?? '', /bị yêu cầu bổ sung 2 lần/)

  const all = (await ask(`/lost-dossiers?scope=${AGENCY}&${MARCH}`)).body as unknown as List
  assert.deepEqual(
    all.items.map(({ points }) => points),
    all.items.map(({ points }) => points).toSorted((a, b) => b - a),
  )
  assert.equal(all.items[0]?.code, 'A-2')
  assert.deepEqual(all.items[0]?.components, ['2.1', '3.C', '4.A', '6.1', '6.2', '6.3'])
})

test('what a procedure or an agency lost opens its own dossiers, as many as are said', async () => {
  type Losses = { id: string; losses: { component: string; dossiers: number | null }[] }[]
  const { body } = await ask(`/lost?scope=${AGENCY}&${MARCH}`)
  const lost = body as unknown as { procedures: Losses; agencies: Losses }
  let opened = 0
  for (const [of, each] of [
    ...lost.procedures.map((row) => ['procedure', row] as const),
    ...lost.agencies.map((row) => ['agency', row] as const),
  ]) {
    const { items } = (await ask(`/lost-dossiers?scope=${AGENCY}&${MARCH}&${of}=${each.id}`)).body as unknown as List
    for (const { component, dossiers } of each.losses) {
      if (dossiers === null) continue
      assert.equal(items.filter(({ components }) => components.includes(component)).length, dossiers)
      opened += dossiers
    }
  }
  assert.ok(opened > 0)
})

test('procedures that cost points are listed with what they lost and where', async () => {
  const { status, body } = await ask(`/lost?scope=${AGENCY}&${MARCH}`)
  assert.equal(status, 200, JSON.stringify(body))
  const { procedures } = body as unknown as {
    procedures: { id: string; points: number; losses: { component: string; dossiers: number | null }[] }[]
  }
  assert.equal(procedures[0]?.id, PROCEDURE)
  const paper = procedures.find(({ id }) => id === PAPER_PROCEDURE)
  assert.deepEqual(
    paper?.losses
      .filter(({ component: id }) => ['2.1', '3.A'].includes(id))
      .map((each) => [each.component, each.dossiers]),
    [
      ['2.1', 1],
      ['3.A', null],
    ],
  )
})

test('procedures behind a ratio of procedures are listed, with what they lack', async () => {
  const { body } = await ask(`/items?scope=${AGENCY}&${MARCH}&component=1.3&side=missing`)
  const { items } = body as unknown as { items: { id: string; why: string | null }[] }
  assert.equal(items.length, PROCEDURES)
  assert.match(items[0]?.why ?? '', /trình tự thực hiện/)
  assert.equal((await ask(`/items?scope=${AGENCY}&${MARCH}&component=2.1&side=missing`)).kind, 'not-found')
  assert.equal((await ask(`/dossiers?scope=${AGENCY}&${MARCH}&component=5.2&side=missing`)).kind, 'not-found')
})

test('versions of the set differ: by one 6.2 is full at 80 %, by the other it grows to 100 %', async () => {
  const [guidance, portal] = await Promise.all(
    ['766@1', '766@2'].map((set) => quality(`scope=${AGENCY}&${MARCH}`, 'leader', set)),
  )
  assert.deepEqual([guidance?.set.version, portal?.set.version], [1, 2])
  assert.ok(guidance && portal)
  assert.ok(Math.abs((component(guidance, '6.2').points ?? 0) - 4 / 3 / 0.8) < 1e-9)
  assert.ok(Math.abs((component(portal, '6.2').points ?? 0) - 4 / 3) < 1e-9)
})

test('a period is held against the one before, or against yesterday', async () => {
  const month = await quality(`scope=${AGENCY}&${MARCH}`)
  assert.equal(month.compared?.period.id, '2024-02')
  const day = await quality(`scope=${AGENCY}&${MARCH}&asOf=2024-03-01T04:00:00.000Z&compare=yesterday`)
  assert.equal(component(day, '2.1').before, 20)
})

test('officers see their own agency only, and nonsense is refused', async () => {
  assert.equal((await ask(`?scope=${OTHER_AGENCY}&${MARCH}`)).kind, 'forbidden')
  assert.equal((await ask(`?scope=${AGENCY}&${MARCH}`, 'nobody')).kind, 'sign-in-required')
  assert.equal((await ask(`?scope=${AGENCY}&period=2024-13`)).kind, 'indicator-period-invalid')
  assert.equal((await ask(`?scope=${AGENCY}&${MARCH}`, 'leader', '765')).kind, 'not-found')
})

test('everybody reads the figures, and nothing about a single dossier', async () => {
  const { status, body } = await server.get('nobody', `/api/quality/766?scope=${AGENCY}`)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(pairOf(body as unknown as Quality, '2.1'), [3, 6])
  assert.doesNotMatch(JSON.stringify(body), /A-\d/)
  assert.equal((await server.get('nobody', '/api/quality/766?period=2024-05')).kind, 'not-found')
  const { body: choices } = await server.get('nobody', '/api/quality/choices')
  const { periods } = choices as { periods: { id: string }[] }
  assert.deepEqual([periods[0]?.id, periods[24]?.id], ['2024-03', '2024-Q2'])
})

test('the lists come as files too, a workbook and text', async () => {
  const fetched = async (kind: string, query: string) => {
    const url = `/api/indicators/766/dossiers.${kind}?scope=${AGENCY}&${MARCH}${query}`
    const { statusCode, rawPayload, headers } = await server.app.inject({
      url,
      headers: { cookie: (await server.cookieOf('leader')) ?? '' },
    })
    return { statusCode, rawPayload, name: decodeURIComponent(String(headers['content-disposition'])) }
  }
  const text = await fetched('csv', '&component=2.1&side=missing')
  assert.equal(text.statusCode, 200)
  const [, ...lines] = parseCsv(text.rawPayload.toString('utf8'))
  assert.deepEqual(lines.map((cells) => cells[1]).toSorted(), ['A-2', 'A-3', 'A-5'])
  assert.match(text.name, /2\.1, Sở Tư pháp, 2024-03\.csv/)
  const book = await readXlsx((await fetched('xlsx', '')).rawPayload)
  assert.equal(book.sheets[0]?.rows[1]?.[1], 'A-2')
})

test('the points come as a workbook, what is not known in words, and who cost points beside them', async () => {
  const { statusCode, rawPayload, headers } = await server.app.inject({
    url: `/api/indicators/766/table.xlsx?scope=${AGENCY}&${MARCH}`,
    headers: { cookie: (await server.cookieOf('leader')) ?? '' },
  })
  assert.equal(statusCode, 200)
  assert.match(decodeURIComponent(String(headers['content-disposition'])), /Bộ chỉ số 766, Sở Tư pháp, 2024-03\.xlsx/)
  const answer = await quality(`scope=${AGENCY}&${MARCH}`)
  const { sheets } = await readXlsx(rawPayload)
  const [points = [], lost = []] = sheets.map(({ rows }) => rows)
  const rowOf = (id: string) => points.find(([first]) => first === id)
  const { numerator, denominator } = component(answer, '2.1')
  assert.deepEqual(rowOf('2.1')?.slice(2, 7), [10, 20, numerator, denominator, 50])
  assert.deepEqual(rowOf('5.2')?.slice(2, 4), ['chưa có dữ liệu', 6])
  assert.equal(
    points.filter(([id]) => typeof id === 'string' && /^\d\./.test(id)).length,
    answer.groups.flatMap((group) => group.components).length,
  )
  const costs = lost.slice(1).map((row) => Number(row[2]))
  assert.ok(costs.length > 1)
  assert.deepEqual(
    costs,
    costs.toSorted((a, b) => b - a),
  )
  assert.equal((await ask(`/table.xlsx?scope=${OTHER_AGENCY}&${MARCH}`)).kind, 'forbidden')
})
