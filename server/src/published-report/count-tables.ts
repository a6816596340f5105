import type { FormInForce } from '@motcua/core/figure/figure.ts'
import { type Instant, instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { FrozenTable } from '@motcua/core/published-report/published-report.ts'
import type { Dimension, Period, ReportScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Db } from '../platform/database.ts'
import { computeReport, FIRST_FORM } from '../report/report.ts'
import { freezeReport } from './freeze-report.ts'

/** One table to be counted and frozen: of which form, and what its rows go by. */
export type WantedTable = {
  /** Without it the first form. */
  readonly form?: string | undefined
  /** The form as it was filled in before, in place of the version in force. */
  readonly definition?: FormInForce
  readonly by: Dimension
}

export type TableQuestion = {
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly now: Instant
  /** Whether times count as they were put right. */
  readonly corrections?: boolean
  readonly rulebook: Rulebook
}

/** The tables of a question, and how far the facts had come. */
export async function countTables(
  db: Db,
  question: TableQuestion,
  wanted: readonly WantedTable[],
): Promise<{ readonly countedTo: string; readonly tables: readonly FrozenTable[] }> {
  const tables: FrozenTable[] = []
  let countedTo = instant(0)
  for (const { form = FIRST_FORM, ...table } of wanted) {
    const report = await computeReport(db, { ...question, ...table, form })
    tables.push(freezeReport(report))
    countedTo = report.countedTo
  }
  return { countedTo: toIso(countedTo), tables }
}
