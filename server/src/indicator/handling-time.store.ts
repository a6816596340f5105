import type { Condition } from '@motcua/core/figure/figure.ts'
import type { DossierId, ProcedureCode, UnitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import { COUNTED } from '@motcua/core/report/report.ts'
import type { Db, Tx } from '../platform/database.ts'
import { readPages } from '../platform/read-pages.ts'
import { FACT_VALUES, type FactQuestion, factValues, knownFacts } from '../report/report.ts'

/** A dossier that ended in the period, with the stretches in which its clock stood still, in milliseconds. */
export type FinishedDossier = {
  readonly dossier_id: DossierId
  readonly code: string
  readonly procedure_code: ProcedureCode
  readonly agency_id: UnitId
  readonly accepted_at: Instant
  readonly finished_at: Instant
  readonly pauses: readonly (readonly [from: number, to: number])[]
}

/** A pause lies in one or several stretches of facts, all of which name the same beginning. */
const PAUSES = `(select coalesce(json_agg(json_build_array(
      (extract(epoch from stood.paused_at) * 1000)::float8, (extract(epoch from stood.until) * 1000)::float8)), '[]')
    from (
      select s.paused_at, least(max(s.known_to), f.finished_at) as until from dossier_fact s
      where s.generation = (select generation from projection where name = 'dossiers') and s.dossier_id = f.dossier_id
        and s.paused_at < f.finished_at and s.known_from < f.finished_at
      group by s.paused_at
    ) stood) as pauses`

const ENDED: Condition = { is: 'all', of: [COUNTED, { is: 'before', what: 'finishedAt', edge: 'end' }] }

const finished = (question: FactQuestion): string =>
  `select f.dossier_id, f.code, f.procedure_code, f.agency_id, f.accepted_at, f.finished_at, ${PAUSES}
    from ${knownFacts(ENDED, question)}`

/** All of them as of one moment, page by page: only a page is held. */
export function readFinished(tx: Tx, question: FactQuestion): AsyncGenerator<readonly FinishedDossier[]> {
  return readPages(tx, { text: finished(question), values: factValues(question) })
}

export type FinishedPlace = { readonly finishedAt: Instant; readonly dossier: string }
type FinishedPage = FactQuestion & {
  /** A procedure under all codes that it has had. */
  readonly procedures: readonly string[]
  readonly after: FinishedPlace | null
  readonly limit: number
}

const place = (index: number): string => `$${FACT_VALUES + index}`

/** Of one procedure, in the order in which they ended. */
export async function listFinished(db: Db, question: FinishedPage): Promise<readonly FinishedDossier[]> {
  const { procedures, after, limit } = question
  const { rows } = await db.query<FinishedDossier>({
    text: `${finished(question)} and f.procedure_code = any(${place(1)}::text[])
        and (${place(2)}::timestamptz is null
          or (f.finished_at, f.dossier_id) > (${place(2)}::timestamptz, ${place(3)}::uuid))
      order by f.finished_at, f.dossier_id limit ${place(4)}`,
    values: [
      ...[...factValues(question), procedures],
      ...[after === null ? null : toIso(after.finishedAt), after?.dossier ?? null, limit],
    ],
  })
  return rows
}
