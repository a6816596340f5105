import type { LocalDate } from '../kernel/instant.ts'
import type { Role } from '../organisation/organisation.ts'
import type { Term } from '../procedure/procedure.ts'
import type { StepCondition } from './step-condition.ts'

/**
 * intake: the counter digitises and hands over; assign: somebody is named; appraise, review: work on content;
 * sign: the leader signs; issue: number, seal, send out; return: hand-over to the applicant, outside the clock.
 */
export type StepKind = 'intake' | 'assign' | 'appraise' | 'review' | 'sign' | 'issue' | 'return'

/** counter: the receiving counter; agency: the resolving agency; division: the division of that agency which handles the field; named: another agency by its code. Inside a part, the agency is that of the part. */
export type StepWhere = 'counter' | 'agency' | 'division' | 'named'

/** A choice that is made when the step is left. */
export type Outcome = { readonly id: string; readonly name: string }

/** Where a step leads when the condition holds; `end` is the result, or in a part its completion. */
export type Way = { readonly to: string; readonly when: StepCondition | null }

/** Stored records may leave out whatever stands below `minutes`; `withDefaults` gives the empty value. */
export type Step = {
  readonly id: string
  readonly name: string
  readonly kind: StepKind
  /** Who does it, and where. Of a composite step: who follows the parts and takes the dossier on. */
  readonly role: Role
  readonly at: StepWhere
  /** Working minutes that the approved process gives; null where the decision gives none, 0 where it says that time is not counted. */
  readonly minutes: number | null
  /** Official code of the agency where `at` is named, else null. */
  readonly agency: string | null
  /** Empty: the step is left without a choice. */
  readonly outcomes: readonly Outcome[]
  /** The first whose condition holds is taken; where none does, the following step of the list. */
  readonly ways: readonly Way[]
  /** Who may skip it; empty: nobody. */
  readonly skip: readonly Role[]
  /** Not empty: a composite step. All parts run at the same time, and it is complete when each of them is. */
  readonly parts: readonly Part[]
}

/**
 * How the agency of a part is found. own: the resolving agency, its division for the field where one is named; named:
 * an agency of the organisation by its code; outside: one that does not work in this system, for which the holder of
 * the whole records what it answered.
 */
export type PartAgency =
  | { readonly is: 'own'; readonly field: string | null }
  | { readonly is: 'named'; readonly code: string }
  | { readonly is: 'outside'; readonly name: string }

/**
 * What one agency does in an interlinked procedure, within its own time (NĐ 61/2018 Đ.19.6–7). Ids of parts and of
 * their steps differ from all others of the version.
 */
export type Part = {
  readonly id: string
  readonly name: string
  readonly agency: PartAgency
  /** Its own time on the calendar of its agency; null where nothing is set. */
  readonly term: Term | null
  /** Empty for an agency outside. */
  readonly steps: readonly Step[]
}

/** An approved process (quy trình nội bộ / điện tử) with its decision. The first step is the intake, the last the hand-over of the result. */
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
export { listConditions, type StepCondition, type StepFacts } from './step-condition.ts'
export { findSeat, findStepUnit, type Offices, type Seat } from './step-unit.ts'
export {
  allSteps,
  destinationsOf,
  findStep,
  isEnd,
  leadsTo,
  type LocatedStep,
  partsOf,
} from './ways.ts'
export {
  type StoredPart,
  type StoredProcess,
  type StoredStep,
  type StoredVersion,
  wholeStep,
  withDefaults,
} from './stored-process.ts'
