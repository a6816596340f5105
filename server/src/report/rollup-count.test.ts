import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import type { CountedFigure } from '@motcua/core/figure/figure.ts'
import {
  type Instant,
  instant,
  type LocalDate,
  localDateOf,
  plusDays,
  startOfDay,
} from '@motcua/core/kernel/instant.ts'
import { createRandom, type Random } from '@motcua/core/kernel/random.ts'
import {
  all,
  before as earlier,
  COUNTED,
  type Edges,
  edgesOf,
  flagged,
  notBefore,
  oneOf,
} from '@motcua/core/report/report.ts'
import { shippedForm } from '@motcua/core/test/shipped-figures.ts'
import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import { type Database, openDatabase, withTransaction } from '../platform/database.ts'
import { rebuildProjection, rollUp, runDispatcherUntilIdle } from '../projection/projection.ts'
import {
  aContent,
  accepted,
  aLife,
  type Life,
  minutes,
  resolved,
  returned,
  supplementRequested,
  supplementSupplied,
  writeEvents,
} from '../testing/a-life.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { pageCounted, type WalkPlace } from './counted-walk.store.ts'
import { type CountedQuestion, countFacts, listCounted } from './report.store.ts'
import { countRolled, type RollupGroup } from './rollup-count.store.ts'

/** Minutes of the days over which these lives go. */
const DAY = 1_440
const SPAN = 100 * DAY

let clone: ClonedDatabase
let database: Database
const rulebook = compileRulebook([])
const services = () => ({ pool: database.pool, rulebook: () => rulebook })
const random = createRandom('running totals')

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
})
after(async () => {
  await database.close()
  await clone.drop()
})

const pick = <T>(from: readonly T[], by: Random): T => from[Math.floor(by.next() * from.length)] as T
const whole = (below: number): number => Math.floor(random.next() * below)

type Timed = readonly [number, DossierEvent]

function submitted(): DossierEvent {
  const channel = pick(['online', 'inPerson', 'postal'] as const, random)
  const delivery = { by: pick(['counter', 'postal'] as const, random), address: null }
  return { type: 'submitted', content: { ...aContent(), channel, delivery } }
}

const apologised = (due: number): DossierEvent => ({
  ...{ type: 'apologised', letter: '1/XL', reason: 'quá tải' },
  dueAt: minutes(due),
})
const stopped: DossierEvent = { type: 'stopped', reason: 'ngừng', finish: 'late' }
const withdrawn: DossierEvent = { type: 'withdrawn', reason: 'thôi', finish: 'onTime' }
const declined: DossierEvent = { type: 'declined', reason: 'không thuộc thẩm quyền' }

/** A life that goes through a random way at random moments, some of them the very same or on the stroke of midnight. */
function aRandomLife(number: number): readonly Timed[] {
  let at = whole(SPAN)
  const next = (): number => {
    at += pick([0, whole(60), whole(DAY), whole(20 * DAY)], random)
    if (random.next() < 0.1) at += DAY - ((at + 8 * 60) % DAY)
    return at
  }
  const events: Timed[] = [[at, submitted()]]
  if (random.next() < 0.1) return events
  if (random.next() < 0.1) return [...events, [next(), declined]]
  events.push([next(), accepted(`R-${number}`, random.next() < 0.1 ? null : at + whole(15 * DAY))])
  if (random.next() < 0.4) {
    events.push([next(), supplementRequested])
    if (random.next() < 0.8) events.push([next(), supplementSupplied(at + whole(10 * DAY))])
  }
  if (random.next() < 0.25) events.push([next(), apologised(at + whole(10 * DAY))])
  if (random.next() < 0.15) return events
  const end = pick([resolved, resolved, resolved, stopped, withdrawn], random)
  events.push([next(), end])
  if (end === resolved && random.next() < 0.6) events.push([next(), returned])
  return events
}

async function live(lives: readonly (readonly [Life, readonly Timed[]])[]): Promise<void> {
  await withTransaction(database.pool, async (tx) => {
    for (const [life, events] of lives) if (events.length > 0) await writeEvents(tx, life, events)
  })
  await runDispatcherUntilIdle(services())
}

const dayAt = (minute: number): LocalDate => localDateOf(minutes(minute))
const rollTo = (day: LocalDate): Promise<number> => rollUp(database.pool, { name: 'dossiers', to: day, step: 'month' })

/** Beside the columns of the form, questions that other forms ask of the same totals. */
const CONDITIONS = {
  ...Object.fromEntries(shippedForm('II.06a').counted.map(({ definition, condition }) => [definition.id, condition])),
  endedWithLetter: all(COUNTED, earlier('finishedAt', 'end'), earlier('apologisedAt', 'end')),
  endedWithoutLetter: all(COUNTED, earlier('finishedAt', 'end'), notBefore('apologisedAt', 'end')),
  overdueWithoutLetter: all(
    ...[COUNTED, notBefore('finishedAt', 'end'), earlier('dueAt', 'closing'), notBefore('apologisedAt', 'end')],
  ),
  endedAfterSupplement: all(
    ...[COUNTED, earlier('finishedAt', 'end'), { is: 'atLeast', what: 'supplements', count: 1 } as const],
  ),
  electronic: all(COUNTED, earlier('finishedAt', 'end'), flagged('electronicResult')),
}

const FIGURES = [...shippedForm('II.06a').counted, ...shippedForm('tinh-trang-ho-so').counted].filter(
  ({ definition }, index, all) => all.findIndex((other) => other.definition.id === definition.id) === index,
)

/** Running totals cannot tell how many of the new ones are finished how. */
const newAndInTime = (figure: CountedFigure): CountedFigure => ({
  ...figure,
  condition: all(COUNTED, notBefore('acceptedAt', 'from'), { is: 'not', of: oneOf('finish', 'late') }),
})

function aQuestion(): { readonly edges: Edges; readonly groupedBy: RollupGroup } {
  const from = plusDays(dayAt(0), whole(110) - 5)
  const period = { from, to: plusDays(from, pick([0, 6, 20, 30, 60, 90], random)) }
  const end = startOfDay(plusDays(period.to, 1))
  const inside = instant(startOfDay(from) + whole(end - startOfDay(from)))
  const asOf: Instant = pick([end, inside, startOfDay(localDateOf(inside))], random)
  return { edges: edgesOf(period, asOf), groupedBy: pick(['procedure', 'channel', 'field'] as const, random) }
}

async function compare(questions: number): Promise<number> {
  let answered = 0
  for (let index = 0; index < questions; index += 1) {
    const question = { ...aQuestion(), conditions: CONDITIONS }
    const rolled = await countRolled(database.pool, question)
    if (rolled === null) continue
    answered += 1
    const scope = { id: 'all', name: '', kind: 'all', counters: [] } as const
    const facts = await countFacts(database.pool, { scope, ...question })
    const { from, end, closing } = question.edges
    const asked = [from, end, closing].map((at) => new Date(at).toISOString()).join(' ')
    assert.deepEqual(rolled.groups, facts.groups, asked)
  }
  return answered
}

test('running totals answer like the facts, for random lives, periods, moments and days rolled up', async () => {
  const lives = Array.from({ length: 150 }, (_, n) => [aLife(), aRandomLife(n)] as const)
  await live(lives)
  assert.equal(
    await countRolled(database.pool, { ...aQuestion(), conditions: CONDITIONS }),
    null,
    'nothing is rolled yet',
  )
  let answered = 0
  for (const day of [20, 33, 64, 90, 130]) {
    await rollTo(plusDays(dayAt(0), day))
    answered += await compare(40)
  }
  assert.ok(answered > 60, `${answered} questions were answered by running totals`)
})

test('what becomes known late of days that are rolled up is in the running totals at once', async () => {
  const lives = Array.from({ length: 60 }, (_, n) => ({ life: aLife(), events: aRandomLife(1_000 + n) }))
  await live(lives.map(({ life, events }) => [life, events.slice(0, 2)]))
  assert.ok((await compare(30)) > 10)
  await live(lives.map(({ life, events }) => [life, events.slice(2)]))
  assert.ok((await compare(60)) > 20)
})

/** Ids of a list in its order, page by page, and over which ways it went. */
async function leaf(
  question: CountedQuestion,
): Promise<{ readonly ids: readonly string[]; readonly ways: Set<string> }> {
  const [ids, ways] = [[] as string[], new Set<string>()]
  for (let after: WalkPlace | null = null; ; ) {
    const page = await pageCounted(database.pool, { ...question, after, size: 20 })
    ids.push(...page.items.map((item) => item.dossier_id))
    if (page.next === null) {
      assert.equal(ids.length, page.total)
      return { ids, ways }
    }
    ways.add(page.next.walk)
    after = page.next
  }
}

test('leafing through the dossiers behind any figure meets each of them once', async () => {
  const ways = new Set<string>()
  const scope = { id: 'all', name: '', kind: 'all', counters: [] } as const
  for (let index = 0; index < 3; index += 1) {
    const { edges, groupedBy } = aQuestion()
    for (const figure of [...FIGURES, ...FIGURES.slice(0, 1).map(newAndInTime)]) {
      const row = index === 1 ? { what: groupedBy, values: ['online', 'nowhere'], others: false } : null
      const question = { scope, edges, figure, row }
      const whole = await listCounted(database.pool, { ...question, after: null, limit: 1_000 })
      const leafed = await leaf(question)
      assert.deepEqual(
        leafed.ids.toSorted(),
        whole.items.map((item): string => item.dossier_id).toSorted(),
        figure.definition.id,
      )
      for (const way of leafed.ways) ways.add(way)
    }
  }
  assert.deepEqual([...ways].toSorted(), ['ended', 'filing', 'open', 'unaccepted'])
})

test('a rebuild makes the running totals anew', async () => {
  await database.pool.query('update fact_rollup set change = change * 2')
  await assert.rejects(compare(20))
  assert.equal((await rebuildProjection(services(), () => undefined)).kind, 'rebuilt')
  assert.ok((await compare(40)) > 15)
  const { rows } = await database.pool.query('select distinct generation from fact_rollup')
  assert.deepEqual(rows, [{ generation: 2 }])
})
