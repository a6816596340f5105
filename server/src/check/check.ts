import type { FormInForce } from '@motcua/core/figure/figure.ts'
import {
  type Instant,
  instant,
  type LocalDate,
  localDate,
  localDateOf,
  startOfDay,
} from '@motcua/core/kernel/instant.ts'
import {
  type DossierFact,
  edgesOf,
  endOf,
  findScope,
  holds,
  isFigureName,
  knownAt,
  type Period,
  type ReportScope,
} from '@motcua/core/report/report.ts'
import { type Tx, withTransaction } from '../platform/database.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { verifyPublications } from '../published-report/published-report.ts'
import { computeReport, FIRST_FORM, formConditions, getForm } from '../report/report.ts'
import type { Services } from '../services.ts'
import { type Difference, type Extent, findExtent, findRandomDossier, takeSnapshot } from './check.store.ts'
import { checkDossier, type DossierEvidence } from './check-dossier.ts'
import { compareAllTotals, compareRandomTotals } from './compare-totals.ts'
import { type EvidencePage, idBelow, readEvidence } from './evidence.ts'
import { type FactExport, openFactExport } from './fact-export.ts'
import { figuresOfLife, type Window } from './recount.ts'

export type { Difference } from './check.store.ts'
export { findTruth, startTruthWatch, type Truth, type TruthWatch, watchOnce } from './truth-watch.ts'

export type CheckQuestion = {
  readonly services: Pick<Services, 'pool' | 'rulebook' | 'now'>
  /** Null: every month that the events reach, for the whole province. */
  readonly period: Period | null
  readonly scope: ReportScope | null
  /** The report form that is counted again; without it biểu II.06a. */
  readonly form?: string
  /** How many dossiers at random are looked at, and no report: for what is too large to be read whole. */
  readonly sample?: number
  readonly progress: (done: number, total: number) => void
}

/** A published report that no longer is what it was; `what` says which. */
export type PublicationDifference = Omit<Difference, 'kind'> & { readonly kind: 'publication' }
export type CheckDifference = Difference | PublicationDifference

export type CheckOutcome = {
  readonly dossiers: number
  readonly events: number
  readonly differences: readonly CheckDifference[]
  /** Differences beyond those that are listed. */
  readonly more: number
}

const PAGE = 500
/** Questions at random that running totals and facts are both asked. */
const TOTALS_COMPARED = 25
const LISTED_AT_MOST = 1000

/** Figures by row of the report, counted from lives. */
type Tally = {
  readonly period: Period
  readonly window: Window
  readonly form: FormInForce
  readonly rows: Map<string, Map<string, number>>
}

type Check = {
  readonly question: CheckQuestion
  readonly extent: Extent
  readonly scope: ReportScope
  readonly tallies: Tally[]
  readonly facts: FactExport
  readonly differences: CheckDifference[]
  dossiers: number
  events: number
  more: number
}

/**
 * Follows the chain of what was published and of every dossier, refolds each, counts the report again from lives, and
 * adds up every running total anew. Reads one snapshot page by page, so that memory does not grow with what is kept and
 * the system may work meanwhile.
 */
export async function checkAll(question: CheckQuestion): Promise<CheckOutcome> {
  const { pool, rulebook } = question.services
  await runDispatcherUntilIdle({ pool, rulebook })
  const published = await findPublicationFaults(question)
  return withTransaction(pool, async (tx) => {
    await takeSnapshot(tx)
    const extent = await findExtent(tx)
    const scope = question.scope ?? findScope('all', rulebook())
    if (scope === undefined) throw new Error('the whole province is no scope')
    const tallies: Tally[] = []
    const facts = await openFactExport()
    try {
      const check: Check = { question, extent, scope, tallies, facts, differences: [], dossiers: 0, events: 0, more: 0 }
      for (const each of published) note(check, each)
      if (question.period !== null) tallies.push(newTally(question.period, check))
      if (question.sample === undefined) {
        await checkPages(tx, check)
        await facts.finish()
        for (const tally of tallies) await compareReport(tx, tally, check)
        for (const each of await compareAllTotals(tx)) note(check, each)
      } else {
        await checkSample(tx, check, question.sample)
      }
      for (const each of await compareRandomTotals(tx, rulebook(), TOTALS_COMPARED)) note(check, each)
      const { dossiers, events, differences, more } = check
      return { dossiers, events, differences, more }
    } finally {
      await facts.close()
    }
  })
}

/** Of all published reports; who asks about one period or some dossiers asks about those alone. */
async function findPublicationFaults({
  services,
  period,
  sample,
}: CheckQuestion): Promise<readonly PublicationDifference[]> {
  if (period !== null || sample !== undefined) return []
  const { faults } = await verifyPublications(services)
  return faults.map(({ number, text }) => ({
    ...{ kind: 'publication', dossier: null },
    ...{ what: `báo cáo công bố số ${number}`, reason: text },
  }))
}

/** Page by page; every fact goes into the export as well. */
async function checkPages(tx: Tx, check: Check): Promise<void> {
  const counters = new Set<string>(check.scope.counters)
  for (let above: string | null = null; ; ) {
    const page: EvidencePage = await readEvidence(tx, { above, limit: PAGE }, check.extent)
    for (const evidence of page.dossiers) checkOne(evidence, { check, counters })
    await check.facts.add(page.dossiers.flatMap(({ facts }) => facts))
    check.question.progress(check.events, check.extent.events)
    if (page.last === null) return
    above = page.last
  }
}

/** Dossiers here and there, some neighbours each time, until there are so many or it finds no others. */
async function checkSample(tx: Tx, check: Check, wanted: number): Promise<void> {
  const seen = new Set<string>()
  const counters = new Set<string>()
  for (let fruitless = 0; seen.size < wanted && fruitless < FRUITLESS; ) {
    const near = await findRandomDossier(tx)
    if (near === null) return
    const { dossiers } = await readEvidence(tx, { above: idBelow(near), limit: NEIGHBOURS }, check.extent)
    const fresh = dossiers.filter(({ id }) => !seen.has(id)).slice(0, wanted - seen.size)
    for (const evidence of fresh) checkOne(evidence, { check, counters })
    for (const { id } of fresh) seen.add(id)
    fruitless = fresh.length === 0 ? fruitless + 1 : 0
    check.question.progress(seen.size, wanted)
  }
}

const NEIGHBOURS = 20
const FRUITLESS = 50

type Counting = { readonly check: Check; readonly counters: ReadonlySet<string> }

function checkOne(evidence: DossierEvidence, { check, counters }: Counting): void {
  check.dossiers += 1
  check.events += evidence.events.length
  const { dossier, facts, differences } = checkDossier(evidence, check.question.services.rulebook())
  for (const each of differences) note(check, each)
  if (dossier === null) return
  if (check.scope.kind !== 'all' && !counters.has(dossier.content.counter)) return
  if (check.question.sample !== undefined) return
  const { content } = dossier
  const procedure = check.question.services.rulebook().procedure(content.procedure)
  const accepted = evidence.counted.find(({ event }) => event.type === 'accepted')
  const tallies = accepted === undefined ? check.tallies : talliesFrom(accepted.at, check)
  for (const tally of tallies) {
    const own = figuresOfLife(evidence.counted, { content, procedure }, tally.window)
    const names = [...own, ...figuresOfFacts(facts, tally)]
    if (names.length === 0) continue
    const row = tally.rows.get(procedure?.field ?? '') ?? new Map<string, number>()
    tally.rows.set(procedure?.field ?? '', row)
    for (const name of names) row.set(name, (row.get(name) ?? 0) + 1)
  }
}

/** What the recount has no words of its own for: asked, without SQL, of what the events say was known then. */
function figuresOfFacts(facts: readonly DossierFact[], { period, window, form }: Tally): readonly string[] {
  const edges = edgesOf(period, window.seen)
  const fact = facts.findLast(({ knownFrom }) => knownFrom <= knownAt(edges))
  if (fact === undefined) return []
  const others = form.counted.filter(({ definition }) => !isFigureName(definition.id))
  return others.filter(({ condition }) => holds(condition, fact, edges)).map(({ definition }) => definition.id)
}

function note(check: Check, difference: CheckDifference): void {
  if (check.differences.length < LISTED_AT_MOST) check.differences.push(difference)
  else check.more += 1
}

/** Without a period asked for: every calendar month from the first acceptance on. */
function talliesFrom(accepted: Instant, check: Check): readonly Tally[] {
  const { tallies, extent, question } = check
  if (question.period !== null || extent.lastAt === null) return tallies
  const last = monthOf(localDateOf(extent.lastAt))
  const known = new Set(tallies.map(({ period }) => period.from))
  for (let month = monthOf(localDateOf(accepted)); month.from <= last.from; month = nextMonth(month)) {
    if (!known.has(month.from)) tallies.push(newTally(month, check))
  }
  const first = startOfDay(monthOf(localDateOf(accepted)).from)
  return tallies.filter(({ window }) => window.from >= first)
}

function monthOf(date: LocalDate): Period {
  const [year = '', month = ''] = date.split('-')
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { from: localDate(`${year}-${month}-01`), to: localDate(`${year}-${month}-${lastDay}`) }
}

const nextMonth = (month: Period): Period => monthOf(localDateOf(endOf(month)))

function newTally(period: Period, { question }: Check): Tally {
  const end = endOf(period)
  const seen = instant(Math.min(end, question.services.now()))
  const form = getForm(question.form ?? FIRST_FORM, period, question.services.rulebook())
  return { period, window: { from: startOfDay(period.from), end, seen }, form, rows: new Map() }
}

async function compareReport(tx: Tx, tally: Tally, check: Check): Promise<void> {
  const { period, window, form, rows } = tally
  const rulebook = check.question.services.rulebook()
  const asked = { scope: check.scope, period, asOf: window.seen, now: window.seen, by: 'field', rulebook } as const
  const report = await computeReport(tx, { ...asked, form: form.form.id })
  const reported: Rows = new Map(report.rows.map(({ id, figures }) => [id, new Map(Object.entries(figures))]))
  for (const each of cellDifferences({ reported, recounted: rows, by: 'đếm lại từ sự kiện' }, tally, check.scope))
    note(check, each)
  const counted = await check.facts.count({
    ...{ groupedBy: 'field', conditions: formConditions(form), base: form.base, edges: edgesOf(period, window.seen) },
    counters: check.scope.kind === 'all' ? null : check.scope.counters,
  })
  const recounted: Rows = new Map(counted.map(({ key, counts }) => [key, new Map(Object.entries(counts))]))
  for (const each of cellDifferences({ reported, recounted, by: 'DuckDB đếm' }, tally, check.scope)) note(check, each)
}

type Rows = ReadonlyMap<string, ReadonlyMap<string, number | null>>
type Compared = { readonly reported: Rows; readonly recounted: Rows; readonly by: string }

function cellDifferences(
  { reported, recounted, by }: Compared,
  { period, form }: Tally,
  scope: ReportScope,
): readonly Difference[] {
  const ids = [...new Set([...reported.keys(), ...recounted.keys()])].sort()
  const figures = form.counted.filter(({ definition }) => definition.scopes.includes(scope.kind))
  return ids.flatMap((id) =>
    figures.flatMap(({ definition: { id: figure, name } }) => {
      const [found, wanted] = [reported.get(id)?.get(figure) ?? 0, recounted.get(id)?.get(figure) ?? 0]
      if (found === wanted) return []
      const row = id === '' ? 'không rõ lĩnh vực' : id
      const what = `${form.form.id} ${period.from}–${period.to}, ${row}, ${figure}`
      return [
        { kind: 'report' as const, dossier: null, what, reason: `${name}: biểu ghi ${found}, ${by} được ${wanted}` },
      ]
    }),
  )
}
