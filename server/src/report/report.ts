import type { Instant } from '@motcua/core/kernel/instant.ts'
import {
  addFigures,
  checkIdentities,
  type Dimension,
  defaultAsOf,
  edgesOf,
  emptyFigures,
  FIGURE_NAMES,
  FIGURES,
  type Figures,
  FORM_II06A,
  GROUPED_BY,
  type Period,
  type ReportRow,
  type ReportScope,
  reportRows,
} from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Db } from '../platform/database.ts'
import { countGroups } from './report.store.ts'

export { getScope } from './named-scope.ts'
export { listCounted } from './report.store.ts'
export { type CountedView, countedDossierView } from './counted-dossier-view.ts'
export { asked, getReadableScope, mayReadScope, ReportQuery } from './report-question.ts'
export { listReadable } from './readable-dossiers.ts'
export {
  conditionSql,
  countFacts,
  type FactGroup,
  type FactQuestion,
  FACT_GROUPS,
  factValues,
  FACT_VALUES,
  KNOWN_FACTS,
} from './report.store.ts'

export type ReportQuestion = {
  readonly scope: ReportScope
  readonly period: Period
  /** Null: now, or the period's end where that is earlier. */
  readonly asOf: Instant | null
  readonly now: Instant
  /** What makes the rows; the form itself goes by field. */
  readonly by?: Dimension
  readonly rulebook: Rulebook
}

/** Biểu II.06a of a scope and period, as it was known at an instant. */
export type Report = {
  readonly form: string
  readonly version: number
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly countedTo: Instant
  readonly by: Dimension
  readonly figures: Figures
  readonly rows: readonly ReportRow[]
  readonly identities: readonly { readonly text: string; readonly holds: boolean }[]
  readonly notes: readonly string[]
}

/** Counts from the facts as far as the projection has come; whoever asks as of now waits for it first. */
export async function computeReport(db: Db, question: ReportQuestion): Promise<Report> {
  const { scope, period, now, by = 'field', rulebook } = question
  const asOf = question.asOf ?? defaultAsOf(period, now)
  const counted = await countGroups(db, GROUPED_BY[by], { scope, edges: edgesOf(period, asOf) })
  const rows = reportRows(by, counted.groups, rulebook)
  const figures = rows.reduce((sum: Figures, row) => addFigures(sum, row.figures), emptyFigures())
  return {
    form: FORM_II06A.form,
    version: FORM_II06A.version,
    scope,
    period,
    asOf,
    countedTo: counted.countedTo,
    by,
    figures,
    rows,
    identities: checkIdentities(figures),
    notes: NOTES,
  }
}

const NOTES: readonly string[] = FIGURE_NAMES.flatMap((name) => {
  const { note, name: title } = FIGURES[name]
  return note === null ? [] : [`${title}: ${note}`]
})
