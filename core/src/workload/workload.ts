import type { Instant } from '../kernel/instant.ts'
import { instant, localDateOf } from '../kernel/instant.ts'
import type { Period } from '../period/period.ts'

export { checkWorkloadNorms, type WorkloadNorm, workloadNormShape } from './workload-norm.ts'
export type { NormGap } from './person-norm.ts'
export {
  type PersonWorkload,
  type ReceivedCount,
  type UnitWorkload,
  type WorkloadTable,
  workloadTable,
} from './workload-table.ts'
export { GAP_TEXT, workloadNotes } from './workload-notes.ts'

/** The figure that is held against the norm: what was accepted in the period. */
export const RECEIVED = 'receivedNew'

/** The days that can have been worked so far: what is counted as of the middle of a period has the norm up to there. */
export function workedPeriod(period: Period, asOf: Instant): Period {
  const last = localDateOf(instant(asOf - 1))
  return { from: period.from, to: last < period.to ? last : period.to }
}
