import { formatTerm } from '@motcua/core/dossier/dossier.ts'
import { handlingTime, type HandlingUnit, handlingUnit, longestTerm } from '@motcua/core/indicator/indicator.ts'
import { instant, toIso } from '@motcua/core/kernel/instant.ts'
import { edgesOf, rowName } from '@motcua/core/report/report.ts'
import type pg from 'pg'
import { type Db, withTransaction } from '../platform/database.ts'
import type { View } from '../platform/http/route.ts'
import { codesOf } from './asked-rows.ts'
import { type FinishedDossier, type FinishedPlace, listFinished, readFinished } from './handling-time.store.ts'
import type { IndicatorQuestion } from './indicator-sources.ts'
import type { HandlingTimes } from './handling-time-schema.ts'

type ProcedureTime = View<typeof HandlingTimes>['procedures'][number]

/** How long what ended in the period took on average, by procedure and in its own unit (QĐ 766, chỉ số 2.2). */
export async function averageTimes(pool: pg.Pool, question: IndicatorQuestion): Promise<readonly ProcedureTime[]> {
  const { scope, period, asOf, rulebook } = question
  const sums = new Map<string, { finished: number; measured: number; sum: number }>()
  await withTransaction(pool, async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    for await (const page of readFinished(tx, { scope, edges: edgesOf(period.period, asOf) })) {
      for (const dossier of page) {
        const code = rulebook.procedure(dossier.procedure_code)?.code ?? dossier.procedure_code
        const own = sums.get(code) ?? { finished: 0, measured: 0, sum: 0 }
        const time = timeOf(dossier, question)
        own.finished += 1
        own.measured += time === null ? 0 : 1
        own.sum += time ?? 0
        sums.set(code, own)
      }
    }
  })
  return [...sums]
    .map(([id, { finished, measured, sum }]) => ({
      ...{ id, name: rowName('procedure', id, rulebook), finished, measured },
      average: measured === 0 ? null : sum / measured,
      ...termOf(id, question),
    }))
    .toSorted((a, b) => b.finished - a.finished || (a.id < b.id ? -1 : 1))
}

/** Its unit, and the longest term of the law in words; null where the law gives none. */
function termOf(
  code: string,
  { rulebook, period }: Pick<IndicatorQuestion, 'rulebook' | 'period'>,
): { readonly unit: HandlingUnit; readonly term: string | null } {
  const procedure = rulebook.procedure(code)
  const version =
    rulebook.procedureVersionAt(procedure?.code ?? code, period.period.to) ?? procedure?.versions.at(-1) ?? null
  const term = version === null ? null : longestTerm(version)
  return { unit: handlingUnit(term), term: term === null ? null : formatTerm(term) }
}

function timeOf(dossier: FinishedDossier, question: IndicatorQuestion): number | null {
  const { rulebook } = question
  const agency = rulebook.unit(dossier.agency_id) ?? rulebook.units().find(({ parent }) => parent === null)
  if (agency === undefined) return null
  const { accepted_at: acceptedAt, finished_at: finishedAt } = dossier
  const pauses = dossier.pauses.map(([from, to]) => [instant(from), instant(to)] as const)
  const { unit } = termOf(dossier.procedure_code, question)
  return handlingTime({ acceptedAt, finishedAt, pauses }, unit, rulebook.calendarOf(agency))
}

type TimesPage = { readonly procedure: string; readonly after: FinishedPlace | null; readonly limit: number }

/** The dossiers behind the average of one procedure, each with its own time. */
export async function listTimes(db: Db, question: IndicatorQuestion, { procedure, after, limit }: TimesPage) {
  const { scope, period, asOf, rulebook } = question
  const edges = edgesOf(period.period, asOf)
  const rows = await listFinished(db, { scope, edges, procedures: codesOf(procedure, rulebook), after, limit })
  const { unit } = termOf(procedure, question)
  return rows.map((row) => ({
    row,
    view: {
      ...{ id: row.dossier_id, code: row.code, unit },
      agencyName: rulebook.unit(row.agency_id)?.name ?? row.agency_id,
      acceptedAt: toIso(row.accepted_at),
      finishedAt: toIso(row.finished_at),
      time: timeOf(row, question),
      pauses: row.pauses.map(([from, to]) => ({ from: toIso(instant(from)), to: toIso(instant(to)) })),
    },
  }))
}
