import type { ClockPolicies } from '../dossier/clock-ledger.ts'
import type { LocalDate } from '../kernel/instant.ts'
import type { ProcedureCode } from '../kernel/ids.ts'

/** Rules of a time, for everyone or for one province (code of its root agency) or procedure; the narrowest one counts. */
export type ScopedPolicy = {
  readonly id: string
  readonly name: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly procedure: ProcedureCode | null
  readonly province: string | null
}

/** The clock rules. */
export type ClockPolicyRecord = ScopedPolicy & {
  readonly policies: ClockPolicies
  /** For each choice the article that it rests on. */
  readonly citations: Readonly<Record<keyof ClockPolicies, string>>
}

export type PolicyScope = { readonly procedure: ProcedureCode; readonly province: string }

export function findPolicy<Policy extends ScopedPolicy>(
  records: readonly Policy[],
  date: LocalDate,
  scope: PolicyScope,
): Policy | undefined {
  const inForce = records.filter((record) => isInForce(record, date) && applies(record, scope))
  return inForce.toSorted((a, b) => narrowness(b) - narrowness(a))[0]
}

function isInForce(record: ScopedPolicy, date: LocalDate): boolean {
  return record.validFrom <= date && (record.validTo === null || date <= record.validTo)
}

function applies(record: ScopedPolicy, scope: PolicyScope): boolean {
  const ofProcedure = record.procedure === null || record.procedure === scope.procedure
  return ofProcedure && (record.province === null || record.province === scope.province)
}

function narrowness(record: ScopedPolicy): number {
  return (record.procedure === null ? 0 : 2) + (record.province === null ? 0 : 1)
}
