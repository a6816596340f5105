import { type Instant, instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { FrozenTable } from '@motcua/core/published-report/published-report.ts'
import type { Dimension, Period, ReportScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Db } from '../platform/database.ts'
import { computeReport } from '../report/report.ts'
import { freezeReport } from './freeze-report.ts'

/** One table to be counted and frozen: what its rows go by. */
export type WantedTable = { readonly by: Dimension }

export type TableQuestion = {
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly now: Instant
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
  for (const { by } of wanted) {
    const report = await computeReport(db, { ...question, by })
    tables.push(freezeReport(report))
    countedTo = report.countedTo
  }
  return { countedTo: toIso(countedTo), tables }
}
