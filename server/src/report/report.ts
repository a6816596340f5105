import type { FormInForce } from '@motcua/core/figure/figure.ts'
import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import {
  addCounts,
  checkFormIdentities,
  type CountedRow,
  type Dimension,
  edgesOf,
  emptyCounts,
  type FigureCounts,
  type FigureValues,
  figureValues,
  footnotesOf,
  GROUPED_BY,
  type Period,
  type ReportScope,
  reportRows,
  type Structure,
  successorNotes,
} from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { CommandRefused } from '../platform/command-line.ts'
import type { Db } from '../platform/database.ts'
import { FIRST_FORM } from './first-form.ts'
import { usualAsOf } from './usual-as-of.ts'
import { countProcedures } from './report-procedures.ts'
import { countGroups } from './report.store.ts'

export { getScope } from './named-scope.ts'
export { listCounted } from './report.store.ts'
export { pageCounted } from './counted-walk.store.ts'
export { listMoved, type MovedFact, readMoved } from './moved-facts.store.ts'
export { type AskedList, countedPage } from './counted-page.ts'
export { sendCountedFile } from './send-counted.ts'
export { fileName } from './file-name.ts'
export { type PrintedCell, type PrintedTable, writeReportWorkbook } from './report-workbook.ts'
export { CountedDossiers } from './report-schema.ts'
export { type CountedView, countedDossierView } from './counted-dossier-view.ts'
export { type Asked, asked, countedByNow, getReadableScope, mayReadScope, ReportQuery } from './report-question.ts'
export { listReadable } from './readable-dossiers.ts'
export { conditionSql, FACT_VALUES, type FactQuestion, factValues, knownFacts } from './known-facts.store.ts'
export { countFacts, countGroups, type FactGroup, formConditions, groupSql } from './report.store.ts'
export { countRolled, type RollupGroup } from './rollup-count.store.ts'

export { getPeriod } from './named-period.ts'
export { FIRST_FORM } from './first-form.ts'
export { usualAsOf } from './usual-as-of.ts'

export type ReportQuestion = {
  /** Id of a report form of the rulebook, in the version in force when the period ends. */
  readonly form?: string
  /** The form as it was filled in before, in place of the version in force. */
  readonly definition?: FormInForce
  readonly scope: ReportScope
  readonly period: Period
  /** Null: see `usualAsOf`; never after now. */
  readonly asOf: Instant | null
  readonly now: Instant
  /** What makes the rows; without it what the form puts first. */
  readonly by?: Dimension
  readonly structure?: Structure
  /** Whether times that were put right by an approved correction count. */
  readonly corrections?: boolean
  readonly rulebook: Rulebook
}

/** A report form filled in for a scope and period, as it was known at an instant. */
export type Report = {
  readonly form: string
  readonly version: number
  readonly definition: FormInForce
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly countedTo: Instant
  readonly by: Dimension
  readonly structure: Structure
  readonly corrections: boolean
  /** By id of figure, for the whole; null where there are no data. */
  readonly figures: FigureValues
  readonly rows: readonly ReportRow[]
  readonly identities: readonly { readonly text: string; readonly holds: boolean }[]
  readonly notes: readonly string[]
}

export type ReportRow = { readonly id: string; readonly name: string; readonly figures: FigureValues }

/** Counts from the facts as far as the projection has come; whoever asks as of now waits for it first. */
export async function computeReport(db: Db, question: ReportQuestion): Promise<Report> {
  const { scope, period, now, structure = 'then', corrections = false, rulebook } = question
  const definition = question.definition ?? getForm(question.form ?? FIRST_FORM, period, rulebook)
  const by = question.by ?? definition.form.rows[0] ?? 'field'
  // Nobody knows what is still to come: what will run out until then has not run out yet.
  const asOf = instant(Math.min(question.asOf ?? usualAsOf(period, corrections, now), now))
  const facts = { scope, edges: edgesOf(period, asOf), correctedTo: corrections ? asOf : null }
  const counted =
    definition.ofProcedures.length > 0
      ? await countProcedures(db, definition, { ...facts, by, period, rulebook })
      : await countGroups(db, definition, { ...facts, groupedBy: GROUPED_BY[by] })
  const rows = reportRows({ by, structure }, counted.groups, { rulebook, form: definition })
  const whole = rows.reduce((sum: FigureCounts, { counts }) => addCounts(sum, counts), emptyCounts(definition))
  const { id: form, version } = definition.form
  return {
    ...{ form, version, definition, scope, period, asOf, countedTo: counted.countedTo, by, structure, corrections },
    figures: figureValues(definition, whole, scope.kind),
    rows: rows.map(rowValues(definition, scope)),
    identities: checkFormIdentities(definition, whole),
    notes: [...successorNotes({ by, structure }, counted.groups, rulebook), ...footnotesOf(definition)],
  }
}

const rowValues =
  (definition: FormInForce, { kind }: ReportScope) =>
  ({ id, name, counts }: CountedRow): ReportRow => ({ id, name, figures: figureValues(definition, counts, kind) })

/** The form as it is in force at the end of the period. */
export function getForm(id: string, period: Period, rulebook: Rulebook): FormInForce {
  const form = rulebook.formAt(id, period.to)
  if (form !== undefined) return form
  const known = rulebook.formsAt(period.to).map((each) => each.id)
  throw new CommandRefused(
    `Không có mẫu biểu "${id}" cho kỳ này. Hiện có: ${known.length === 0 ? 'không mẫu nào' : known.join(', ')}.`,
  )
}
