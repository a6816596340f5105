import type { PauseGround } from '../dossier/clock-ledger.ts'
import type { ClockStanding } from '../dossier/dossier.ts'
import type { ProcedureCode, UnitId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Channel, Term } from '../procedure/procedure.ts'
import type { ClockEventName } from './clock-events.ts'

export { explainClockCase, type ClockCaseContext } from './explain-clock-case.ts'

/**
 * `dueAt` is the newly appointed time of an apology, `ground` what a pause by hand rests on; null of anything else.
 * `step` names where the dossier lies from then on, `unit` who has it; null of what moves it nowhere.
 */
export type ClockCaseEvent = {
  readonly at: Instant
  readonly what: ClockEventName
  readonly dueAt: Instant | null
  readonly ground: PauseGround | null
  readonly step: string | null
  readonly unit: string | null
}

/** A procedure, a case of it and what happened when: all that the clock of a dossier depends on. No person stands in it. */
export type ClockCase = {
  readonly procedure: ProcedureCode
  readonly case: string
  readonly channel: Channel
  /** Null: the first agency that resolves the procedure on the day of acceptance. */
  readonly agency: UnitId | null
  readonly events: readonly ClockCaseEvent[]
  /** The moment for which it is told; null: now. */
  readonly at: Instant | null
}

export type ClockCaseStay = { readonly step: string; readonly unit: string; readonly minutes: number }

/** The answer about one clock. Minutes are working minutes. */
export type ClockAnswer = ClockStanding & {
  readonly procedure: { readonly code: ProcedureCode; readonly version: number; readonly name: string }
  readonly case: { readonly id: string; readonly name: string }
  readonly channel: Channel
  readonly agency: { readonly id: UnitId; readonly name: string }
  readonly calendar: { readonly id: string; readonly name: string }
  readonly policy: { readonly id: string; readonly name: string }
  readonly legal: Term
  readonly committed: Term | null
  readonly at: Instant
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  /** Where the time used was spent, in order; it sums to it. Empty where the case names no steps. */
  readonly stays: readonly ClockCaseStay[]
}

/** `place` is where in the case, `events[2].at`; `reason` is Vietnamese and says what to do. */
export type ClockCaseProblem = { readonly place: string; readonly reason: string }

export type ExplainedClockCase =
  | { readonly kind: 'explained'; readonly answer: ClockAnswer }
  | { readonly kind: 'refused'; readonly problems: readonly ClockCaseProblem[] }
