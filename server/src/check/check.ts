import {
  type Instant,
  instant,
  type LocalDate,
  localDate,
  localDateOf,
  startOfDay,
} from '@motcua/core/kernel/instant.ts'
import { endOf, FIGURE_NAMES, FIGURES, findScope, type Period, type ReportScope } from '@motcua/core/report/report.ts'
import type { StoredEvent } from '../dossier/dossier.ts'
import { type Tx, withTransaction } from '../platform/database.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { computeReport, type Report } from '../report/report.ts'
import type { Services } from '../services.ts'
import {
  findExtent,
  type IdRange,
  listEventsOf,
  listFactsOf,
  listRowsAfter,
  type StoredFact,
  type StoredRow,
  takeSnapshot,
  type Extent,
} from './check.store.ts'
import { checkDossier, type Difference, type DossierEvidence } from './check-dossier.ts'
import { figuresOfLife, type Window } from './recount.ts'

export type { Difference } from './check-dossier.ts'

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
const LISTED_AT_MOST = 1000

/** Figures by row of the report, counted from lives. */
type Tally = { readonly period: Period; readonly window: Window; readonly rows: Map<string, Map<string, number>> }

type Check = {
  readonly question: CheckQuestion
  readonly extent: Extent
  readonly scope: ReportScope
  readonly tallies: Tally[]
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
    const check: Check = { question, extent, scope, tallies, differences: [], dossiers: 0, events: 0, more: 0 }
    if (question.period !== null) tallies.push(newTally(question.period, check))
    await checkPages(tx, check)
    for (const tally of tallies) await compareReport(tx, tally, check)
    const { dossiers, events, differences, more } = check
    return { dossiers, events, differences, more }
  })
}

/** Rows page by page; events and facts that lie between the rows belong to no row and are found with them. */
async function checkPages(tx: Tx, check: Check): Promise<void> {
  const counters = new Set<string>(check.scope.counters)
  for (let above: string | null = null; ; ) {
    const rows: readonly StoredRow[] = await listRowsAfter(tx, above, PAGE)
    const last = rows.length < PAGE ? null : (rows.at(-1)?.id ?? null)
    const range: IdRange = { above, upTo: last }
    const events = await listEventsOf(tx, range)
    const facts = await listFactsOf(tx, range)
    for (const evidence of gather({ rows, events, facts }, check.extent)) {
      checkOne(evidence, { check, counters })
    }
    check.question.progress(check.events, check.extent.events)
    if (last === null) return
    above = last
  }
}

type PageOfAll = {
  readonly rows: readonly StoredRow[]
  readonly events: readonly StoredEvent[]
  readonly facts: readonly StoredFact[]
}

function gather({ rows, events, facts }: PageOfAll, extent: Extent): readonly DossierEvidence[] {
  const eventsById = Map.groupBy(events, (event): string => event.dossier)
  const factsById = Map.groupBy(facts, (fact) => fact.dossier_id)
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  const ids = new Set([...rowsById.keys(), ...eventsById.keys(), ...factsById.keys()])
  return [...ids].sort().map((id) => {
    const own = eventsById.get(id) ?? []
    return {
      id,
      row: rowsById.get(id) ?? null,
      events: own,
      counted: countedOf(own, extent),
      facts: factsById.get(id) ?? [],
    }
  })
}

/** Counted up to the checkpoint; what a counted event stands on was counted with it. */
function countedOf(events: readonly StoredEvent[], { countedTx, countedSeq }: Extent): readonly StoredEvent[] {
  const last = events.findLastIndex(
    ({ tx, seq }) => BigInt(tx) < BigInt(countedTx) || (tx === countedTx && seq <= countedSeq),
  )
  return events.slice(0, last + 1)
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
  const report = await computeReport(tx, { scope: check.scope, period, asOf: window.seen, now: window.seen, rulebook })
  const names = new Set([...rows.keys(), ...report.rows.map(({ id }) => id)])
  for (const id of [...names].sort()) {
    for (const each of rowDifferences(
      rows.get(id),
      report.rows.find((row) => row.id === id),
      { period, id },
    ))
      note(check, each)
  }
}

type Cell = { readonly period: Period; readonly id: string }

function rowDifferences(
  lives: ReadonlyMap<string, number> | undefined,
  row: Report['rows'][number] | undefined,
  { period, id }: Cell,
): readonly Difference[] {
  return FIGURE_NAMES.flatMap((name) => {
    const recounted = lives?.get(name) ?? 0
    const reported = row?.figures[name] ?? 0
    if (recounted === reported) return []
    const what = `II.06a ${period.from}–${period.to}, ${id === '' ? 'không rõ lĩnh vực' : id}, ${name}`
    const reason = `${FIGURES[name].name}: biểu ghi ${reported}, đếm lại từ sự kiện được ${recounted}`
    return [{ kind: 'report' as const, dossier: null, what, reason }]
  })
}
