import { mergeForms } from '@motcua/core/figure/figure.ts'
import type { DossierId, UnitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, instant, type LocalDate } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatDate } from '@motcua/core/kernel/text.ts'
import {
  comparedPeriods,
  type CountedPeriod,
  type Narrative,
  type NarrativeContext,
  type NarrativeFigures,
  reportingAgency,
  reportLetter,
} from '@motcua/core/narrative/narrative.ts'
import {
  addCounts,
  type Dimension,
  DIMENSIONS,
  edgesOf,
  emptyCounts,
  type FigureCounts,
  figureValues,
  type Period,
  periodName,
  type ReportScope,
} from '@motcua/core/report/report.ts'
import type { FrozenFigures, FrozenTable } from '@motcua/core/published-report/published-report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { listApologyReasons } from '../dossier/dossier.ts'
import { countTables, type TableQuestion } from '../published-report/published-report.ts'
import type { Db } from '../platform/database.ts'
import { qualityPoints } from './quality-points.ts'
import { countGroups, listCounted } from '../report/report.ts'

/** So many late dossiers are looked at for their reasons. */
const LATE_AT_MOST = 500

export type NarrativeQuestion = {
  readonly narrative: Narrative
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly now: Instant
  readonly rulebook: Rulebook
}

export type CountedNarrative = {
  readonly context: NarrativeContext
  /** Those of the first form, by what its rows go by. */
  readonly tables: readonly FrozenTable[]
}

/** Everything that the sentences need, as of one instant. */
export async function countNarrative(db: Db, question: NarrativeQuestion): Promise<CountedNarrative> {
  const { scope, period, asOf, rulebook } = question
  const compared = comparedPeriods(period)
  const { tables, ...counted } = await countPeriod(db, question, rowsOf(question.narrative))
  const figures: NarrativeFigures = {
    this: counted,
    previous: await countCompared(db, question, compared.previous),
    lastYear: await countCompared(db, question, compared.lastYear),
  }
  const context: NarrativeContext = {
    figures,
    words: {
      period: nameOf(period),
      from: formatDate(period.from),
      to: formatDate(period.to),
      scope: scope.name,
      agency: reportingAgency(scope, rulebook)?.name ?? scope.name,
      asOf: formatClosing(asOf),
      previousPeriod: nameOf(compared.previous),
      lastYearPeriod: nameOf(compared.lastYear),
    },
    letter: reportLetter(scope, rulebook, headOf(scope, rulebook)),
    reasons: { agency: await reasonsByAgency(db, question) },
  }
  return { context, tables }
}

/** The template in force on the last day of the period. */
export function narrativeAt(rulebook: Rulebook, id: string, date: LocalDate): Narrative | undefined {
  return rulebook
    .narratives()
    .filter((each) => each.id === id && each.validFrom <= date && (each.validTo === null || date <= each.validTo))
    .toSorted((a, b) => b.version - a.version)[0]
}

/** What its tables and its lists go by; at least one, which gives the totals. */
function rowsOf({ tables, opening, sections, closing }: Narrative): readonly Dimension[] {
  const said = [...opening, ...sections.flatMap(({ paragraphs }) => paragraphs), ...closing]
  const used = new Set([...tables.map(({ by }) => by), ...said.flatMap(({ each }) => each?.by ?? [])])
  const rows = DIMENSIONS.filter((by) => used.has(by))
  return rows.length === 0 ? ['level'] : rows
}

type PeriodTables = CountedPeriod & { readonly tables: readonly FrozenTable[] }

async function countPeriod(db: Db, question: TableQuestion, rowsBy: readonly Dimension[]): Promise<PeriodTables> {
  const wanted = rowsBy.map((by) => ({ by }))
  return countBesides(db, question, (await countTables(db, question, wanted)).tables)
}

/** To the tables of a period everything else that a sentence may speak of. */
async function countBesides(db: Db, question: TableQuestion, tables: readonly FrozenTable[]): Promise<PeriodTables> {
  const own = tables[0]?.totals ?? {}
  const others = await countOtherForms(db, question, new Set(Object.keys(own)))
  return {
    period: question.period,
    totals: { ...others, ...own, ...catalogueFigures(question), ...(await qualityPoints(db, question)) },
    rows: Object.fromEntries(tables.map(({ by, rows }) => [by, rows])),
    tables,
  }
}

/** What the other forms of the day count besides; a share is said by its two sides, so it is no figure of a sentence. */
async function countOtherForms(
  db: Db,
  { scope, period, asOf, rulebook }: TableQuestion,
  known: ReadonlySet<string>,
): Promise<FrozenFigures> {
  const forms = rulebook.formsAt(period.to).flatMap(({ id }) => rulebook.formAt(id, period.to) ?? [])
  const merged = mergeForms(forms, known)
  if (merged === undefined) return {}
  const { groups } = await countGroups(db, merged, { scope, edges: edgesOf(period, asOf), groupedBy: 'channel' })
  const counts = groups.reduce((sum: FigureCounts, group) => addCounts(sum, group.counts), emptyCounts(merged))
  const shares = new Set(merged.shown.flatMap(({ id, measure }) => (measure.is === 'ratio' ? [id] : [])))
  return Object.fromEntries(Object.entries(figureValues(merged, counts, scope.kind)).filter(([id]) => !shares.has(id)))
}

/** Each period as it was known when it closed; one without any dossier is nothing to compare with. */
async function countCompared(db: Db, question: NarrativeQuestion, period: Period): Promise<CountedPeriod | null> {
  const { end } = edgesOf(period, question.asOf)
  const closed = { ...question, period, asOf: instant(Math.min(end, question.asOf)) }
  const { tables } = await countTables(db, closed, [{ by: 'level' }])
  if ((tables[0]?.totals['receivedTotal'] ?? 0) === 0) return null
  const { tables: _, ...counted } = await countBesides(db, closed, tables)
  return counted
}

/** Procedures in force on the last day that agencies of the scope resolve. */
function catalogueFigures({ scope, period, rulebook }: TableQuestion): FrozenFigures {
  const agencies = agenciesOf(scope, period.to, rulebook)
  const versions = rulebook.procedures().flatMap((procedure) => {
    const version = rulebook.procedureVersionAt(procedure.code, period.to)
    const here = agencies.some((agency) => rulebook.resolves(agency, procedure))
    return version === undefined || !here ? [] : [version.onlineLevel]
  })
  const full = versions.filter((level) => level === 'fullyOnline').length
  const part = versions.filter((level) => level === 'partiallyOnline').length
  return {
    procedures: versions.length,
    proceduresFullyOnline: full,
    proceduresPartiallyOnline: part,
    proceduresOnline: full + part,
  }
}

function agenciesOf(scope: ReportScope, day: LocalDate, rulebook: Rulebook): readonly UnitId[] {
  const served = new Set(scope.counters.flatMap((counter) => rulebook.agencyOf(counter)?.id ?? []))
  return rulebook
    .units(day)
    .flatMap(({ id, kind }) => (kind === 'agency' && (scope.kind === 'all' || served.has(id)) ? [id] : []))
}

function nameOf(period: Period): string {
  const name = periodName(period)
  return name === null
    ? `từ ${formatDate(period.from)} đến ${formatDate(period.to)}`
    : name.replace(/^[TNQ]/, (each) => each.toLowerCase())
}

function headOf(scope: ReportScope, rulebook: Rulebook): string | null {
  const agency = reportingAgency(scope, rulebook)
  const leader = rulebook
    .officers()
    .find(({ posts }) => posts.some(({ unit, role }) => unit === agency?.id && role === 'leader'))
  return leader?.title ?? null
}

/** Why the late ones of each agency are late, as their letters of apology say. */
async function reasonsByAgency(
  db: Db,
  { scope, period, asOf, rulebook }: NarrativeQuestion,
): Promise<Record<string, string>> {
  const edges = edgesOf(period, asOf)
  const ids: DossierId[] = []
  for (const id of ['resolvedLate', 'inProgressOverdue'] as const) {
    const figure = rulebook.countedFigureAt(id, period.to)
    if (figure === undefined) continue
    const { items } = await listCounted(db, { scope, edges, figure, row: null, after: null, limit: LATE_AT_MOST })
    ids.push(...items.map((item) => item.dossier_id))
  }
  const byAgency = new Map<string, Map<string, number>>()
  for (const { agency, reason } of await listApologyReasons(db, ids, asOf)) {
    const reasons = byAgency.get(agency) ?? new Map<string, number>()
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    byAgency.set(agency, reasons)
  }
  return Object.fromEntries([...byAgency].map(([agency, reasons]) => [agency, saidReasons(reasons)]))
}

const REASONS_AT_MOST = 5

function saidReasons(reasons: ReadonlyMap<string, number>): string {
  return [...reasons]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, REASONS_AT_MOST)
    .map(([reason, count]) => `${reason} (${count} hồ sơ)`)
    .join('; ')
}
