import type { Answers } from '../form/form.ts'
import type { Instant } from '../kernel/instant.ts'
import type { DossierCode, DossierId, FileHash, OfficerId, ProcedureCode, UnitId, AccountId } from '../kernel/ids.ts'
import type { Dong } from '../kernel/money.ts'
import type { Role } from '../organisation/organisation.ts'
import type { Channel } from '../procedure/procedure.ts'
import type { ClockLedger } from './clock-ledger.ts'

export {
  dueAtOf,
  endClock,
  explainClock,
  extendClock,
  finishClassOf,
  formatTerm,
  isPaused,
  lastDueAt,
  overdueAt,
  pauseClock,
  remainingMinutes,
  resumeClock,
  startClock,
  usedMinutes,
} from './clock.ts'
export { pauseOf } from './actions-by-state.ts'
export { consultationArticle, extensionArticle, receiptArticle, waitingFor } from './clock-citations.ts'
export { acceptanceDueAt, type Filing, findService, handOverDueAt, serviceOf } from './service-times.ts'
export { appointmentAt, type AppointmentRules, writeCalendar } from './appointment.ts'
export { TRANSFER } from './clock-ledger.ts'
export { type ClockAccount, accountOf } from './clock-account.ts'
export { CLOCK_CLASSES, type ClockClass, type ClockStanding, tellStanding } from './clock-standing.ts'
export { findPatternFault } from './dossier-code.ts'
export { appointedBeforeApology, proposedDueAt } from './apologise-for-delay.ts'
export { type CorrectedTimes, correctedTimes } from './corrected-times.ts'
export { evolve, foldDossier } from './evolve.ts'
export { STATE_NAME, stateNameOf } from './state-name.ts'
export { isOpenPart, openParts } from './open-parts.ts'
export { NEAR_DUE_MINUTES, NEAR_DUE_PART, TIME_STATES, timeStateOf } from './time-state.ts'

/** The life of a dossier. Finer positions (step, unit, officer, consultation) are fields, not states. */
export const STATES = [
  'draft',
  'submitted',
  'declined',
  'accepted',
  'inProgress',
  'awaitingSupplement',
  'awaitingPayment',
  'withdrawn',
  'stopped',
  'refused',
  'resolved',
  'returned',
] as const
export type DossierState = (typeof STATES)[number]

/** Status codes that the National Portal knows (Văn bản 1552/BTTTT-THH); a draft is nobody's business yet. */
export const NATIONAL_STATUS = {
  draft: null,
  submitted: 1,
  accepted: 2,
  declined: 3,
  inProgress: 4,
  awaitingSupplement: 5,
  awaitingPayment: 6,
  withdrawn: 7,
  stopped: 8,
  refused: 8,
  resolved: 9,
  returned: 10,
} as const satisfies Record<DossierState, number | null>

export type Party = {
  readonly kind: 'person' | 'organisation'
  readonly name: string
  /** Số định danh cá nhân (12 digits) or mã số thuế; masked wherever it is shown. */
  readonly idNumber: string
  readonly birthDate: string | null
  readonly address: string
  readonly phone: string | null
  readonly email: string | null
  /** The account under which the person follows the dossier; null for people served at a counter. */
  readonly account: AccountId | null
}

export type SubmittedDocument = {
  /** Id of the required document it answers; null for `giấy tờ khác`. */
  readonly required: string | null
  readonly name: string
  /** paper: handed in at the counter; file: uploaded or scanned; reuse: taken from what the State already holds. */
  readonly kind: 'paper' | 'file' | 'reuse'
  readonly originals: number
  readonly copies: number
  readonly file: {
    readonly hash: FileHash
    readonly name: string
    readonly type: string
    readonly bytes: number
  } | null
}

/** How the applicant gets the result (Mẫu 01, item 14). */
export type Delivery = { readonly by: 'counter' | 'postal' | 'online'; readonly address: string | null }

/** All that the applicant states. Complete at submission; in a draft it is whatever is there so far. */
export type DossierContent = {
  readonly procedure: ProcedureCode
  readonly procedureVersion: number
  readonly caseId: string
  readonly channel: Channel
  /** The counter that receives it and the agency that resolves it. */
  readonly counter: UnitId
  readonly agency: UnitId
  readonly applicant: Party
  /** Null when the applicant hands it in himself. */
  readonly submitter: Party | null
  readonly answers: Answers
  readonly documents: readonly SubmittedDocument[]
  readonly delivery: Delivery
  /** Copies or pages asked for, where a fee line counts them. */
  readonly copies: number
}

/** Where the dossier lies now. */
export type Position = {
  readonly step: string
  readonly unit: UnitId
  readonly role: Role
  /** Null while nobody of the unit has taken it. */
  readonly officer: OfficerId | null
  readonly since: Instant
  /** When the approved time of the step runs out; null where the process gives no time or the clock is stopped. */
  readonly dueAt: Instant | null
}

export type FeeState = {
  /** What is asked, by fee line. */
  readonly lines: readonly { readonly id: string; readonly name: string; readonly amount: Dong }[]
  readonly total: Dong
  readonly paid: Dong
  readonly requestedAt: Instant | null
  readonly paidAt: Instant | null
  /** While an obligation stops the clock: the state to which payment brings the dossier back. */
  readonly pausedFrom: 'accepted' | 'inProgress' | null
}

/** A step that was completed. `leftAt` is when the next one began. */
export type CompletedStep = {
  readonly step: string
  readonly unit: UnitId
  readonly role: Role
  readonly officer: OfficerId | null
  readonly leftAt: Instant
}

/** A part of an interlinked procedure at one agency, with its own clock inside the whole (NĐ 61/2018 Đ.19.6–7). */
export type DossierPart = {
  readonly id: string
  /** The composite step to which it belongs. */
  readonly step: string
  /** Null for an agency that does not work in this system. */
  readonly agency: UnitId | null
  readonly startedAt: Instant
  /** Null without a term of its own, and while the clock of the whole is stopped. */
  readonly dueAt: Instant | null
  /** When it was completed, or broken off because the dossier left its step otherwise. */
  readonly endedAt: Instant | null
  readonly isComplete: boolean
  /** How its agency kept its time; null while it lasts, without a term, and where it was broken off. */
  readonly finish: FinishClass | null
  /** Null outside this system and once it has ended. */
  readonly position: Position | null
  readonly path: readonly CompletedStep[]
  readonly clock: ClockLedger | null
  readonly result: PartResult | null
}

/** What an agency answered; its file, where there is one, comes with the result of the whole. */
export type PartResult = Omit<Result, 'file'>

export type Consultation = {
  readonly id: string
  readonly agency: UnitId
  readonly question: string
  readonly askedAt: Instant
  readonly dueAt: Instant
  readonly answeredAt: Instant | null
  readonly answer: string | null
}

export type Supplement = {
  readonly requestedAt: Instant
  /** The state to which the dossier comes back. */
  readonly from: 'submitted' | 'accepted' | 'inProgress'
  readonly items: readonly string[]
  readonly reason: string
  readonly suppliedAt: Instant | null
}

export type Result = {
  readonly number: string
  readonly issuedOn: string
  readonly summary: string
  readonly file: FileHash | null
}

export type SignedResult = { readonly result: Result; readonly signedAt: Instant; readonly signedBy: string }

/** Văn bản xin lỗi và hẹn lại (Mẫu 04): drafted, then signed by the head of the agency. */
export type Apology = {
  readonly draftedAt: Instant
  readonly draftedBy: string
  /** Empty while the product alone has drafted it. */
  readonly reason: string
  /** The new time that it names. */
  readonly promisedAt: Instant
  readonly letter: string | null
  readonly signedAt: Instant | null
  readonly signedBy: string | null
  /** Whether the signature moved the appointed time; a letter signed too late does not. */
  readonly moved: boolean
}

/** Recorded times that may be corrected. */
export const CORRECTED_TIMES = ['acceptedAt', 'finishedAt', 'returnedAt'] as const
export type CorrectedTime = (typeof CORRECTED_TIMES)[number]

/** Đính chính thời điểm: what a recorded time should have been. The record itself never changes. */
export type Correction = {
  readonly number: number
  readonly what: CorrectedTime
  readonly from: Instant
  readonly to: Instant
  readonly reason: string
  /** Evidence: number of a document, a file, or both. */
  readonly document: string | null
  readonly file: FileHash | null
  readonly state: 'proposed' | 'approved' | 'rejected'
  readonly proposedAt: Instant
  readonly proposedBy: string
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  /** Why it was rejected. */
  readonly answer: string | null
  /** How the dossier counts with it; null where it is not finished, or while it is only proposed. */
  readonly finish: FinishClass | null
}

/** A dossier as the fold of its events. Personal data lies in `content` only. */
export type Dossier = {
  readonly id: DossierId
  /** Number of events so far; a command names the version it was decided on. */
  readonly version: number
  readonly state: DossierState
  readonly code: DossierCode | null
  readonly content: DossierContent
  /** Account or officer who made the draft or submission. */
  readonly filedBy: string
  readonly process: { readonly id: string; readonly version: number } | null
  /** Null before acceptance and once nobody has it any more. */
  readonly position: Position | null
  /** What was chosen last at each step that asks for a choice, by the id of the step. */
  readonly outcomes: Readonly<Record<string, string>>
  /** What other agencies do or did in it, oldest first; done again, a part stands here again. */
  readonly parts: readonly DossierPart[]
  /** Steps completed, oldest first: where `sendBack` and `takeBack` may go. */
  readonly path: readonly CompletedStep[]
  readonly clock: ClockLedger | null
  /** Appointed time of the result. Null without a statutory term, and while the clock is stopped. */
  readonly dueAt: Instant | null
  readonly fee: FeeState | null
  readonly supplements: readonly Supplement[]
  readonly consultations: readonly Consultation[]
  /** The result document as it was signed, whether or not the dossier was closed since. */
  readonly signedResult: SignedResult | null
  readonly result: Result | null
  readonly apology: Apology | null
  /** Of its times, in the order in which they were proposed. */
  readonly corrections: readonly Correction[]
  /** Reason of the last decline, refusal, withdrawal or stop. */
  readonly reason: string | null
  readonly submittedAt: Instant | null
  readonly acceptedAt: Instant | null
  /** When the clock ended: resolved, refused, withdrawn or stopped after acceptance. */
  readonly finishedAt: Instant | null
  readonly finish: FinishClass | null
  readonly returnedAt: Instant | null
  readonly lastAt: Instant
}

export type FinishClass = 'early' | 'onTime' | 'late'
