import type { Instant } from '@motcua/core/kernel/instant.ts'
import type { Unit } from '@motcua/core/organisation/organisation.ts'
import { edgesOf, type Period, type ReportScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import {
  RECEIVED,
  workedPeriod,
  workloadNotes,
  type WorkloadTable,
  workloadTable,
} from '@motcua/core/workload/workload.ts'
import type { Db } from '../platform/database.ts'
import { countReceived } from './workload.store.ts'

export type WorkloadQuestion = {
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly rulebook: Rulebook
}

export type Workload = WorkloadQuestion & {
  /** The days of the period for which the norm is asked. */
  readonly worked: Period
  readonly countedTo: Instant
  readonly table: WorkloadTable
  readonly notes: readonly string[]
}

/** Counts from the facts as far as the projection has come; whoever asks as of now waits for it first. */
export async function computeWorkload(db: Db, question: WorkloadQuestion): Promise<Workload> {
  const { scope, period, asOf, rulebook } = question
  const figure = rulebook.countedFigureAt(RECEIVED, period.to)
  if (figure === undefined) throw new Error(`no figure ${RECEIVED} on ${period.to}`)
  const { counts, countedTo } = await countReceived(db, { scope, edges: edgesOf(period, asOf) }, figure.condition)
  const worked = workedPeriod(period, asOf)
  const having = new Set(counts.map(({ counter }) => counter))
  const counters = scope.counters.flatMap((id) => {
    const unit = rulebook.unit(id)
    return unit !== undefined && (having.has(id) || existsIn(unit, worked)) ? [unit] : []
  })
  const table = workloadTable(counts, { counters, period: worked, rulebook })
  return { ...question, worked, countedTo, table, notes: workloadNotes(table, worked, rulebook) }
}

const existsIn = ({ validFrom, validTo }: Unit, { from, to }: Period): boolean =>
  validFrom <= to && (validTo === null || from <= validTo)
