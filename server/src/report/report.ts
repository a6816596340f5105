import type { Instant } from '@motcua/core/kernel/instant.ts'
import {
  addFigures,
  byFigure,
  checkIdentities,
  defaultAsOf,
  edgesOf,
  FIGURE_NAMES,
  FIGURES,
  type Figures,
  FORM_II06A,
  type Period,
  type ReportScope,
} from '@motcua/core/report/report.ts'
import type { Db } from '../platform/database.ts'
import { countRows } from './report.store.ts'

export { getScope } from './named-scope.ts'

export type ReportQuestion = {
  readonly scope: ReportScope
  readonly period: Period
  /** Null: now, or the period's end where that is earlier. */
  readonly asOf: Instant | null
  readonly now: Instant
}

export type ReportRow = { readonly id: string; readonly name: string; readonly figures: Figures }

/** Biểu II.06a of a scope and period, as it was known at an instant. */
export type Report = {
  readonly form: string
  readonly version: number
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly countedTo: Instant
  readonly figures: Figures
  readonly rows: readonly ReportRow[]
  readonly identities: readonly { readonly text: string; readonly holds: boolean }[]
  readonly notes: readonly string[]
}

/** Counts from the facts as far as the projection has come; whoever asks as of now waits for it first. */
export async function computeReport(db: Db, { scope, period, asOf, now }: ReportQuestion): Promise<Report> {
  const instantAsked = asOf ?? defaultAsOf(period, now)
  const counted = await countRows(db, { scope, edges: edgesOf(period, instantAsked) })
  const rows = counted.rows.map(({ field, figures }) => ({ id: field, name: rowName(field), figures }))
  const figures = rows.reduce(
    (sum: Figures, row) => addFigures(sum, row.figures),
    byFigure(() => 0),
  )
  return {
    form: FORM_II06A.form,
    version: FORM_II06A.version,
    scope,
    period,
    asOf: instantAsked,
    countedTo: counted.countedTo,
    figures,
    rows,
    identities: checkIdentities(figures),
    notes: NOTES,
  }
}

/** Dossiers of a procedure that has left the catalogue keep being counted. */
const rowName = (field: string): string => (field === '' ? 'Thủ tục không còn trong danh mục' : field)

const NOTES: readonly string[] = FIGURE_NAMES.flatMap((name) => {
  const { note, name: title } = FIGURES[name]
  return note === null ? [] : [`${title}: ${note}`]
})
