import type { LocalDate } from '../kernel/instant.ts'
import type { ProcedureCode } from '../kernel/ids.ts'
import type { Dong } from '../kernel/money.ts'
import type { Level } from '../organisation/organisation.ts'

export type Channel = 'online' | 'inPerson' | 'postal'
export const CHANNELS = ['online', 'inPerson', 'postal'] as const satisfies readonly Channel[]

/** fullyOnline: toàn trình; partiallyOnline: một phần; none: only at the counter or by post (NĐ 42/2022 Điều 11). */
export type OnlineLevel = 'fullyOnline' | 'partiallyOnline' | 'none'

/** Statutory times are stated in these units. A working day is 8 working hours; `sameDay` is due the same day if received before 15:00, else the next working day. */
export type TermUnit = 'workingHours' | 'workingDays' | 'calendarDays' | 'months' | 'sameDay' | 'none'
export type Term = { readonly unit: TermUnit; readonly amount: number }
export const NO_TERM: Term = { unit: 'none', amount: 0 }

export type RequiredDocument = {
  readonly id: string
  readonly name: string
  readonly originals: number
  readonly copies: number
  readonly mandatory: boolean
  /** present: handed in; show: only shown (xuất trình); note: guidance that is no paper. */
  readonly kind: 'present' | 'show' | 'note'
}

export type FeeLine = {
  readonly id: string
  readonly name: string
  /** serviceCharge: phí; stateFee: lệ phí. */
  readonly kind: 'serviceCharge' | 'stateFee'
  readonly channels: readonly Channel[]
  readonly amount: Dong
  /** once: per dossier; copy: times the number of copies or pages that the applicant asks for. */
  readonly per: 'once' | 'copy'
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly source: string
}

export type CaseTerm = {
  readonly channels: readonly Channel[]
  /** The term that the law gives. */
  readonly legal: Term
  /** The shorter term that the province has promised, if it has. The due time follows it. */
  readonly committed: Term | null
}

/** Trường hợp: the variant that selects documents, time, fee, form and process. */
export type ProcedureCase = {
  readonly id: string
  readonly name: string
  readonly documents: readonly RequiredDocument[]
  readonly terms: readonly CaseTerm[]
  readonly fees: readonly FeeLine[]
  readonly form: string
  readonly process: string
}

export type ProcedureVersion = {
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly effectiveTo: LocalDate | null
  /** The decision that published this version. */
  readonly source: string
  readonly name: string
  readonly summary: string
  readonly audience: readonly string[]
  readonly steps: readonly string[]
  readonly conditions: string | null
  readonly legalBases: readonly string[]
  readonly results: readonly { readonly code: string | null; readonly name: string }[]
  readonly onlineLevel: OnlineLevel
  readonly cases: readonly ProcedureCase[]
  /** Missing where the days are not known. */
  readonly publication?: Publication
}

/** When a version was decided, when the youngest of its legal bases takes effect, and when it was made public. */
export type Publication = {
  readonly decidedOn: LocalDate
  readonly basesEffectiveOn: LocalDate
  /** Null while it is still to be made public. */
  readonly madePublicOn: LocalDate | null
}

export type Procedure = {
  readonly code: ProcedureCode
  readonly aliases: readonly string[]
  readonly field: string
  /** The levels whose agencies resolve it. */
  readonly levels: readonly Level[]
  /** For provincial procedures: the agencies (official codes) that resolve it. Empty: every agency of the levels. */
  readonly agencies: readonly string[]
  /** Marks what a report counts apart: certified copies (chứng thực bản sao điện tử), interlinked procedures. */
  readonly marks: readonly ProcedureMark[]
  readonly lifeEvents: readonly string[]
  readonly versions: readonly ProcedureVersion[]
}

export type ProcedureMark = 'certifiedCopy' | 'interlinked'

export { checkProcedure } from './check-procedure.ts'
