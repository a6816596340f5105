import {
  type Instant,
  instant,
  type LocalDate,
  localDate,
  localDateOf,
  startOfDay,
} from '@motcua/core/kernel/instant.ts'
import {
  edgesOf,
  endOf,
  FIGURE_NAMES,
  FIGURES,
  findScope,
  type Period,
  type ReportScope,
} from '@motcua/core/report/report.ts'
import { type Tx, withTransaction } from '../platform/database.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { computeReport, FIRST_FORM, formConditions, getForm } from '../report/report.ts'
import type { Services } from '../services.ts'
import { type Extent, findExtent, takeSnapshot } from './check.store.ts'
import { checkDossier, type Difference, type DossierEvidence } from './check-dossier.ts'
import { compareRandomTotals } from './compare-totals.ts'
import { type EvidencePage, readEvidence } from './evidence.ts'
import { type FactExport, openFactExport } from './fact-export.ts'
import { figuresOfLife, type Window } from './recount.ts'

export type { Difference } from './check-dossier.ts'
export { findTruth, startTruthWatch, type Truth, type TruthWatch, watchOnce } from './truth-watch.ts'

export type CheckQuestion = {
  readonly services: Pick<Services, 'pool' | 'rulebook' | 'now'>
  /** Null: every month that the events reach, for the whole province. */
  readonly period: Period | null
  readonly scope: ReportScope | null
  readonly progress: (done: number, total: number) => void
}

export type CheckOutcome = {
  readonly dossiers: number
  readonly events: number
  readonly differences: readonly Difference[]
  /** Differences beyond those that are listed. */
  readonly more: number
}

const PAGE = 500
/** Questions at random that running totals and facts are both asked. */
const TOTALS_COMPARED = 25
const LISTED_AT_MOST = 1000

/** Figures by row of the report, counted from lives. */
type Tally = { readonly period: Period; readonly window: Window; readonly rows: Map<string, Map<string, number>> }

type Check = {
  readonly question: CheckQuestion
  readonly extent: Extent
  readonly scope: ReportScope
  readonly tallies: Tally[]
  readonly facts: FactExport
  readonly differences: Difference[]
  dossiers: number
  events: number
  more: number
}

/**
 * Refolds every dossier, follows every chain, and counts the report again from lives. Reads one snapshot page by page,
 * so that memory does not grow with what is kept and the system may work meanwhile.
 */
export async function checkAll(question: CheckQuestion): Promise<CheckOutcome> {
  const { pool, rulebook } = question.services
  await runDispatcherUntilIdle({ pool, rulebook })
  return withTransaction(pool, async (tx) => {
    await takeSnapshot(tx)
    const extent = await findExtent(tx)
    const scope = question.scope ?? findScope('all', rulebook())
    if (scope === undefined) throw new Error('the whole province is no scope')
    const tallies: Tally[] = []
    const facts = await openFactExport()
    try {
      const check: Check = { question, extent, scope, tallies, facts, differences: [], dossiers: 0, events: 0, more: 0 }
      if (question.period !== null) tallies.push(newTally(question.period, check))
      await checkPages(tx, check)
      await facts.finish()
      for (const tally of tallies) await compareReport(tx, tally, check)
      for (const each of await compareRandomTotals(tx, rulebook(), TOTALS_COMPARED)) note(check, each)
      const { dossiers, events, differences, more } = check
      return { dossiers, events, differences, more }
    } finally {
      await facts.close()
    }
  })
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

type Counting = { readonly check: Check; readonly counters: ReadonlySet<string> }

function checkOne(evidence: DossierEvidence, { check, counters }: Counting): void {
  check.dossiers += 1
  check.events += evidence.events.length
  const { dossier, differences } = checkDossier(evidence, check.question.services.rulebook())
  for (const each of differences) note(check, each)
  if (dossier === null) return
  if (check.scope.kind !== 'all' && !counters.has(dossier.content.counter)) return
  const { content } = dossier
  const procedure = check.question.services.rulebook().procedure(content.procedure)
  const accepted = evidence.counted.find(({ event }) => event.type === 'accepted')
  if (accepted === undefined) return
  for (const tally of talliesFrom(accepted.at, check)) {
    const names = figuresOfLife(evidence.counted, { content, procedure }, tally.window)
    const row = tally.rows.get(procedure?.field ?? '') ?? new Map<string, number>()
    tally.rows.set(procedure?.field ?? '', row)
    for (const name of names) row.set(name, (row.get(name) ?? 0) + 1)
  }
}

function note(check: Check, difference: Difference): void {
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
  return { period, window: { from: startOfDay(period.from), end, seen }, rows: new Map() }
}

async function compareReport(tx: Tx, { period, window, rows }: Tally, check: Check): Promise<void> {
  const rulebook = check.question.services.rulebook()
  const asked = { scope: check.scope, period, asOf: window.seen, now: window.seen, by: 'field', rulebook } as const
  const report = await computeReport(tx, asked)
  const reported: Rows = new Map(report.rows.map(({ id, figures }) => [id, new Map(Object.entries(figures))]))
  for (const each of cellDifferences({ reported, recounted: rows, by: 'đếm lại từ sự kiện' }, period)) note(check, each)
  const form = getForm(FIRST_FORM, period, rulebook)
  const counted = await check.facts.count({
    ...{ groupedBy: 'field', conditions: formConditions(form), base: form.base, edges: edgesOf(period, window.seen) },
    counters: check.scope.kind === 'all' ? null : check.scope.counters,
  })
  const recounted: Rows = new Map(counted.map(({ key, counts }) => [key, new Map(Object.entries(counts))]))
  for (const each of cellDifferences({ reported, recounted, by: 'DuckDB đếm' }, period)) note(check, each)
}

type Rows = ReadonlyMap<string, ReadonlyMap<string, number | null>>
type Compared = { readonly reported: Rows; readonly recounted: Rows; readonly by: string }

function cellDifferences({ reported, recounted, by }: Compared, period: Period): readonly Difference[] {
  const ids = [...new Set([...reported.keys(), ...recounted.keys()])].sort()
  return ids.flatMap((id) =>
    FIGURE_NAMES.flatMap((name) => {
      const [found, wanted] = [reported.get(id)?.get(name) ?? 0, recounted.get(id)?.get(name) ?? 0]
      if (found === wanted) return []
      const what = `II.06a ${period.from}–${period.to}, ${id === '' ? 'không rõ lĩnh vực' : id}, ${name}`
      const reason = `${FIGURES[name].name}: biểu ghi ${found}, ${by} được ${wanted}`
      return [{ kind: 'report' as const, dossier: null, what, reason }]
    }),
  )
}
