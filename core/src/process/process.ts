import type { LocalDate } from '../kernel/instant.ts'
import type { Role } from '../organisation/organisation.ts'

/**
 * intake: the counter digitises and hands over; assign: somebody is named; appraise, review: work on content;
 * sign: the leader signs; issue: number, seal, send out; return: hand-over to the applicant, outside the clock.
 */
export type StepKind = 'intake' | 'assign' | 'appraise' | 'review' | 'sign' | 'issue' | 'return'

export type Step = {
  readonly id: string
  readonly name: string
  readonly kind: StepKind
  /** Who does it. counter: the receiving counter; agency: the resolving agency; division: the division of that agency which handles the field. */
  readonly role: Role
  readonly at: 'counter' | 'agency' | 'division'
  /** Working minutes that the approved process gives; null where the decision gives none, 0 where it says that time is not counted. */
  readonly minutes: number | null
}

/** An approved process (quy trình nội bộ / điện tử) with its decision. Steps run in order; the last is the hand-over of the result. */
export type ProcessVersion = {
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly effectiveTo: LocalDate | null
  readonly source: string
  readonly steps: readonly Step[]
}

export type Process = {
  readonly id: string
  readonly name: string
  readonly versions: readonly ProcessVersion[]
}

export { checkProcess, totalMinutes } from './check-process.ts'
export { partElement, stepElement } from './diagram-element.ts'
export {
  diffProcessVersions,
  type MovedStep,
  type PlacedStep,
  type ProcessDiff,
  type StepChange,
} from './diff-process.ts'
