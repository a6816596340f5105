import type { Instant } from '@motcua/core/kernel/instant.ts'
import { defaultAsOf, type Period } from '@motcua/core/report/report.ts'

/** As of when a report is asked if nobody says so: times are put right after the period, so corrections count up to now. */
export function usualAsOf(period: Period, corrections: boolean, now: Instant): Instant {
  return corrections ? now : defaultAsOf(period, now)
}
