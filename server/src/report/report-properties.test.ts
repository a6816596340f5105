import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FormInForce } from '@motcua/core/figure/figure.ts'
import { procedureGroups } from '@motcua/core/indicator/indicator.ts'
import { groupBy } from '@motcua/core/kernel/group.ts'
import { periodHolding } from '@motcua/core/period/period.ts'
import {
  DAY_MS,
  type Instant,
  instant,
  localDate,
  localDateOf,
  plusDays,
  startOfDay,
} from '@motcua/core/kernel/instant.ts'
import {
  addCounts,
  type DossierFact,
  countFigures,
  emptyCounts,
  edgesOf,
  endOf,
  type Edges,
  factAfter,
  figureValues,
  type FigureValues,
  GROUPED_BY,
  holds,
  knownAt,
  listScopes,
  type Period,
  reportRows,
  type ReportScope,
  type RowMaking,
} from '@motcua/core/report/report.ts'
import { LIFE_STARTS } from '@motcua/core/test/some-life.ts'
import fc from 'fast-check'
import { type Database, openDatabase } from '../platform/database.ts'
import { rollUp, runDispatcherUntilIdle } from '../projection/projection.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { live, type RandomLife, randomLives, rulebookOfThreeLevels } from '../testing/random-lives.ts'
import { computeReport, type Report } from './report.ts'

const RULEBOOK = rulebookOfThreeLevels()
const LIVES = randomLives(150, 11)
const FIRST_DAY = localDateOf(LIFE_STARTS)
const FORMS = RULEBOOK.formsAt(FIRST_DAY)
const SCOPES = listScopes(RULEBOOK)
/** When every life has come to its end or as far as it goes. */
const ALL_KNOWN = instant(LIFE_STARTS + 400 * DAY_MS)
/** Some lives have come so far when the first reports are asked for. */
const HALF = instant(LIFE_STARTS + 25 * DAY_MS)

let clone: ClonedDatabase
let database: Database

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
  await live(database.pool, LIVES, ({ at }) => at <= HALF)
  await runDispatcherUntilIdle({ pool: database.pool, rulebook: () => RULEBOOK })
})
after(async () => {
  await database.close()
  await clone.drop()
})

type Question = {
  readonly form: string
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
} & RowMaking

const someForm = fc.constantFrom(...FORMS)
/** The whole more often than the others: it alone is answered by running totals. */
const someScope = fc.oneof(fc.constantFrom(...SCOPES.filter(({ kind }) => kind === 'all')), fc.constantFrom(...SCOPES))

/** Of whole days; as of its end, a moment within it or before it, some of them the stroke of midnight. */
const someQuestion: fc.Arbitrary<Question> = fc
  .record({
    form: someForm,
    row: fc.nat(),
    scope: someScope,
    structure: fc.constantFrom<RowMaking['structure'][]>('then', 'now'),
    from: fc.integer({ min: -3, max: 60 }),
    days: fc.integer({ min: 1, max: 45 }),
    asOf: fc.oneof(fc.constant(1e6), fc.integer({ min: -100, max: 1200 })),
  })
  .map(({ form, row, scope, structure, from, days, asOf }) => {
    const first = plusDays(FIRST_DAY, from)
    const by = form.rows[row % form.rows.length] ?? 'field'
    const period = { from: first, to: plusDays(first, days - 1) }
    return { form: form.id, scope, by, structure, period, asOf: instant(startOfDay(first) + asOf * 3_600_000) }
  })

const ask = (question: Question): Promise<Report> =>
  computeReport(database.pool, { ...question, now: question.asOf, rulebook: RULEBOOK })

const shown = ({ figures, rows }: Pick<Report, 'figures' | 'rows'>): object => ({
  figures,
  rows: rows.map(({ id, figures: own }) => [id, own]),
})

/** What was known of a life at an instant: its events up to then, folded; no table, no SQL. */
function factAt({ events }: RandomLife, at: Instant): DossierFact | null {
  return events
    .filter((event) => event.at <= at)
    .reduce<DossierFact | null>((fact, event) => factAfter(fact, event, RULEBOOK), null)
}

function factsOf({ scope, period, asOf }: Question, form: FormInForce): readonly DossierFact[] {
  const edges = edgesOf(period, asOf)
  return LIVES.flatMap((life) => factAt(life, knownAt(edges)) ?? []).filter(
    (fact) => scope.counters.includes(fact.counter) && holds(form.base, fact, edges),
  )
}

/** The ground of a return and that of a request to complete it; where none was named there is no class. */
function groundsOf({ ending, endingGround, supplements, supplementGround }: DossierFact): string {
  const isReturned = ending !== null && ending !== 'resolved'
  const turnedBack = isReturned ? (endingGround ?? 'unclassified') : ''
  return `${turnedBack}|${supplements === 0 ? '' : (supplementGround ?? 'unclassified')}`
}

function keyOf(by: RowMaking['by'], fact: DossierFact): string {
  const what = GROUPED_BY[by]
  return what === 'grounds' ? groundsOf(fact) : (fact[what] ?? '')
}

function countedInMemory(question: Question): { readonly figures: FigureValues; readonly rows: readonly object[] } {
  const { by, structure, scope, period, asOf } = question
  const form = RULEBOOK.formAt(question.form, period.to)
  assert.ok(form !== undefined)
  const edges: Edges = edgesOf(period, asOf)
  const facts = factsOf(question, form)
  const groupsBy = (key: (fact: DossierFact) => string) =>
    [...groupBy(facts, key)].map(([id, own]) => ({ key: id, counts: countFigures(own, form, edges) }))
  if (form.ofProcedures.length > 0) {
    const filed = groupsBy(({ procedure }) => procedure)
    return proceduresInMemory(
      procedureGroups(form, filed, { scope, on: period.to, rulebook: RULEBOOK }),
      form,
      question,
    )
  }
  const groups = groupsBy((fact) => keyOf(by, fact))
  const rows = reportRows({ by, structure }, groups, { rulebook: RULEBOOK, form })
  return {
    figures: figureValues(form, countFigures(facts, form, edges), scope.kind),
    rows: rows.map(({ id, counts }) => [id, figureValues(form, counts, scope.kind)]),
  }
}

function proceduresInMemory(
  groups: ReturnType<typeof procedureGroups>,
  form: FormInForce,
  { by, scope }: Question,
): { readonly figures: FigureValues; readonly rows: readonly object[] } {
  const fieldOf = (code: string) => RULEBOOK.procedures().find((each) => each.code === code)?.field ?? ''
  const own = groups.map((group) => (by === 'field' ? { ...group, key: fieldOf(group.key) } : group))
  const rows = reportRows({ by, structure: 'then' }, own, { rulebook: RULEBOOK, form })
  const whole = groups.map(({ counts }) => counts).reduce(addCounts, emptyCounts(form))
  return {
    figures: figureValues(form, whole, scope.kind),
    rows: rows.map(({ id, counts }) => [id, figureValues(form, counts, scope.kind)]),
  }
}

/** Running totals reach further with each round, so that periods lie before them, across and after. */
async function rollTo(day: number): Promise<void> {
  await rollUp(database.pool, { name: 'dossiers', to: plusDays(FIRST_DAY, day), step: 'month' })
}

test('as of an instant a report answers the same, whatever becomes known afterwards', async () => {
  const questions = fc.sample(someQuestion, { numRuns: 240, seed: 3 }).filter(({ asOf, period }) => {
    const read = Math.min(asOf, endOf(period))
    return read <= HALF
  })
  assert.ok(questions.length > 40)
  const answers = await Promise.all(questions.map(ask))
  await rollTo(20)
  await live(database.pool, LIVES, ({ at }) => at > HALF)
  await runDispatcherUntilIdle({ pool: database.pool, rulebook: () => RULEBOOK })
  for (const [index, question] of questions.entries()) {
    const again = await ask(question)
    assert.deepEqual(shown(again), shown(answers[index] ?? again), JSON.stringify(question))
  }
})

test('every form, in every scope, period, as of any instant and by any row, counts what the events say', async () => {
  for (const day of [20, 45, 80]) {
    await rollTo(day)
    await fc.assert(
      fc.asyncProperty(someQuestion, async (question) => {
        const report = await ask(question)
        assert.deepEqual(shown(report), countedInMemory(question))
        for (const { text, holds: is } of report.identities) assert.ok(is, text)
      }),
      { numRuns: 120 },
    )
  }
})

test('a moment that is still to come is as of now: what runs out until then has not run out', async () => {
  const now = instant(LIFE_STARTS + 20 * DAY_MS)
  await fc.assert(
    fc.asyncProperty(someQuestion, async (question) => {
      const at = (asOf: Instant) => computeReport(database.pool, { ...question, asOf, now, rulebook: RULEBOOK })
      const later = await at(ALL_KNOWN)
      assert.equal(later.asOf, now)
      assert.deepEqual(shown(later), shown(await at(now)))
    }),
    { numRuns: 40 },
  )
})

/** Rows that a dossier never leaves once it is accepted. */
const LASTING = ['field', 'level', 'agency', 'department', 'district', 'commune', 'counter', 'procedure', 'channel']
const ofRow = ({ rows }: Report, id: string, figure: string): number =>
  rows.find((row) => row.id === id)?.figures[figure] ?? 0
const rowsOf = (...reports: readonly Report[]): readonly string[] => [
  ...new Set(reports.flatMap(({ rows }) => rows.map(({ id }) => id))),
]

const someCutting = fc.record({
  question: someQuestion.filter(({ by }) => LASTING.includes(by)),
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: 44 }), { maxLength: 5 }),
})

/** The period in pieces, one after the other, at Mondays or wherever. */
function pieces({ from, to }: Period, cuts: readonly number[]): readonly Period[] {
  const starts = [from, ...cuts.map((days) => plusDays(from, days)).filter((day) => day <= to)].toSorted()
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { from: start, to: next === undefined ? to : plusDays(next, -1) }
  })
}

/** What happens in a period and is not undone, by things that stay as they were filed. */
const HAPPENINGS = [
  ...['receivedNew', 'receivedOnline', 'receivedInPerson', 'receivedPostal', 'receivedInPersonOrPostal'],
  ...['resolvedTotal', 'resolvedEarly', 'resolvedOnTime', 'resolvedLate', 'returnedToApplicant', 'apologyLetters'],
]
test('a period is the sum of the pieces it is cut into, and what one leaves open the next has carried over', async () => {
  await fc.assert(
    fc.asyncProperty(someCutting, async ({ question, cuts }) => {
      const asked = { ...question, form: 'II.06a', asOf: ALL_KNOWN }
      const whole = await ask(asked)
      const parts = await Promise.all(pieces(question.period, cuts).map((period) => ask({ ...asked, period })))
      const [first, last] = [parts[0], parts.at(-1)]
      assert.ok(first !== undefined && last !== undefined)
      for (const id of rowsOf(whole, ...parts)) {
        const of = (report: Report, figure: string): number => ofRow(report, id, figure)
        for (const figure of HAPPENINGS) {
          const sum = parts.reduce((total, part) => total + of(part, figure), 0)
          assert.equal(sum, of(whole, figure), `${figure} ${id}`)
        }
        assert.equal(of(first, 'carriedOver'), of(whole, 'carriedOver'), id)
        assert.equal(of(last, 'inProgress'), of(whole, 'inProgress'), id)
        for (const [index, part] of parts.entries()) {
          const next = parts[index + 1]
          if (next !== undefined) assert.equal(of(next, 'carriedOver'), of(part, 'inProgress'), id)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the weeks of every rule add up to the months of every rule', async () => {
  const scope = SCOPES.find(({ kind }) => kind === 'all')
  assert.ok(scope !== undefined)
  const rules = RULEBOOK.periodRules()
  const february = localDate('2024-02-15')
  const months = rules.flatMap((rule) => periodHolding(rule, 'month', february)?.period ?? [])
  const asked: Omit<Question, 'period'> = { form: 'II.06a', scope, by: 'field', structure: 'then', asOf: ALL_KNOWN }
  for (const period of months) {
    const month = await ask({ ...asked, period })
    for (const rule of rules.filter(({ cut }) => cut.by === 'weeks')) {
      const days = Array.from({ length: 31 }, (_, day) => plusDays(period.from, day + 1))
      const starts = days.filter((day) => periodHolding(rule, 'week', day)?.period.from === day)
      const cuts = starts.map((day) => (startOfDay(day) - startOfDay(period.from)) / DAY_MS)
      const weeks: readonly Report[] = await Promise.all(
        pieces(period, cuts).map((each) => ask({ ...asked, period: each })),
      )
      assert.ok(weeks.length >= 5 && (month.figures.receivedNew ?? 0) > 20)
      for (const figure of HAPPENINGS) {
        const sum = weeks.reduce((total, { figures }) => total + (figures[figure] ?? 0), 0)
        assert.equal(sum, month.figures[figure], `${rule.id} ${period.from} ${figure}`)
      }
    }
  }
})

/** The district stands for its commune as well. */
const AGENCIES_APART = ['H20.15', 'H20.16', 'H20.30', 'H20.40']

test('the levels, and the agencies, add up to the province in every form and at every moment', async () => {
  const whole = SCOPES.find(({ kind }) => kind === 'all')
  const levels = SCOPES.filter(({ kind }) => kind === 'level')
  const apart = SCOPES.filter(({ id }) => AGENCIES_APART.includes(id))
  assert.ok(whole !== undefined && levels.length === 3 && apart.length === AGENCIES_APART.length)
  await fc.assert(
    fc.asyncProperty(someQuestion, async (question) => {
      const form = RULEBOOK.formAt(question.form, question.period.to)
      const sums = await Promise.all(
        [[whole], levels, apart].map((scopes) => Promise.all(scopes.map((scope) => ask({ ...question, scope })))),
      )
      const [total, ...others] = sums.map((reports) =>
        Object.fromEntries(
          (form?.counted ?? []).map(({ definition: { id } }) => [
            id,
            reports.reduce((sum, { figures }) => sum + (figures[id] ?? 0), 0),
          ]),
        ),
      )
      for (const other of others) assert.deepEqual(other, total)
    }),
    { numRuns: 40 },
  )
})
