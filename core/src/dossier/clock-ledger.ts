import type { Instant } from '../kernel/instant.ts'
import type { Term } from '../procedure/procedure.ts'

/**
 * Id of a ground on which the statutory clock may stand still, a dated record of the rulebook. `supplement`, `payment`
 * and `transfer` (accepted at a counter that does not serve the resolving agency) have actions of their own.
 */
export type PauseGround = string

export const TRANSFER = 'transfer'

/** Until when the request could have been made, and the article that says so. */
export type PauseBreach = { readonly dueAt: Instant; readonly article: string }

/** What is waited for and the article that lets the clock wait; fixed when it stops. */
export type PauseBasis = { readonly name: string; readonly article: string }

export type Pause = {
  readonly ground: PauseGround
  readonly from: Instant
  /** Null while it lasts. */
  readonly to: Instant | null
  /** What happens to the term afterwards; fixed when the pause begins, from the policy then in force. */
  readonly after: 'continue' | 'restart'
  /** Absent in records from before grounds were data. */
  readonly basis?: PauseBasis
  /** It was asked for later than the article allows; absent where it was not. */
  readonly breach?: PauseBreach
}

/**
 * Rules on which provinces differ, as named choices with a citation in `data/policies`.
 * A dossier keeps those in force at its acceptance.
 */
export type ClockPolicies = {
  /** NĐ 61/2018 Đ.19.4: after a supplement the time is counted again from the start. */
  readonly afterSupplement: 'restart' | 'continue'
  /** eightHours: a working day is 8 working hours (approved processes); wholeDays: the first day does not count and the last ends with office hours (BLDS 2015 Đ.147–148). */
  readonly workingDay: 'eightHours' | 'wholeDays'
  /** Calendar days and months that end on a day off roll forward to the end of the next working day (BLDS 2015 Đ.148.5). */
  readonly rollForward: boolean
  /** byDay: finished on the due day is on time, before it early; byMinute: early is anything before the appointed minute (QĐ 766/QĐ-TTg compares instants). Late is always after the appointed minute. */
  readonly onTime: 'byDay' | 'byMinute'
  /** Minute of the local day from which an intake counts for same-day procedures as of the next day (15:00). */
  readonly sameDayUntil: number
}

/**
 * The time of a dossier. Whole minutes count: an instant stands for the minute in which it lies,
 * as it is printed on the receipt (Mẫu 01, item 12).
 */
export type ClockLedger = {
  /** Acceptance: the dossier is complete and correct (NĐ 118/2025 Đ.17.3 as amended by NĐ 309/2026). */
  readonly startedAt: Instant
  readonly legal: Term
  readonly committed: Term | null
  readonly policies: ClockPolicies
  readonly pauses: readonly Pause[]
  /** The one extension with apology (NĐ 61/2018 Đ.19.9): the new appointed time. */
  readonly extension: { readonly at: Instant; readonly dueAt: Instant } | null
  readonly endedAt: Instant | null
}
