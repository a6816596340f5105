import type { PauseGround } from '../dossier/clock-ledger.ts'
import type { LocalDate } from '../kernel/instant.ts'
import type { ProcedureCode } from '../kernel/ids.ts'
import type { Role } from '../organisation/organisation.ts'

/**
 * A ground on which the statutory clock may stand still, for a time and for everyone, one field or one procedure; the
 * narrowest one counts. `supplement`, `payment` and `transfer` begin and end with actions of their own.
 */
export type PauseGroundRecord = {
  readonly id: PauseGround
  /** What is waited for, as it stands in a sentence: “chờ thông báo thuế”. */
  readonly name: string
  readonly article: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly procedure: ProcedureCode | null
  /** Lĩnh vực. */
  readonly field: string | null
  /** What happens to the term afterwards; policy: as the clock rules say. */
  readonly after: 'continue' | 'restart' | 'policy'
  /** Roles of those who may stop the clock on it by hand; empty for the grounds with an action of their own. */
  readonly by: readonly Role[]
}

export type PauseScope = { readonly procedure: ProcedureCode; readonly field: string }

/** The grounds in force, one record for each id. */
export function pauseGroundsAt(
  records: readonly PauseGroundRecord[],
  date: LocalDate,
  scope: PauseScope,
): readonly PauseGroundRecord[] {
  const byId = new Map<PauseGround, PauseGroundRecord>()
  for (const record of records) {
    if (!isInForce(record, date) || !applies(record, scope)) continue
    const known = byId.get(record.id)
    if (known === undefined || narrowness(record) > narrowness(known)) byId.set(record.id, record)
  }
  return [...byId.values()]
}

function isInForce(record: PauseGroundRecord, date: LocalDate): boolean {
  return record.validFrom <= date && (record.validTo === null || date <= record.validTo)
}

function applies(record: PauseGroundRecord, scope: PauseScope): boolean {
  const ofProcedure = record.procedure === null || record.procedure === scope.procedure
  return ofProcedure && (record.field === null || record.field === scope.field)
}

function narrowness(record: PauseGroundRecord): number {
  return (record.procedure === null ? 0 : 2) + (record.field === null ? 0 : 1)
}
