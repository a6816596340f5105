import type { Answers } from '../form/form.ts'
import type { Instant } from '../kernel/instant.ts'
import type { DossierCode, FileHash, OfficerId, UnitId } from '../kernel/ids.ts'
import type { Dong } from '../kernel/money.ts'
import type { Term } from '../procedure/procedure.ts'
import type { ClockPolicies, PauseBasis, PauseBreach, PauseGround } from './clock-ledger.ts'
import type {
  CorrectedTime,
  Delivery,
  DossierContent,
  FinishClass,
  PartResult,
  Party,
  Position,
  Result,
  SubmittedDocument,
} from './dossier.ts'

/** The facts of a dossier's life. A fact carries what was decided (due time, fee, class), so that folding needs no law. */
export type DossierEvent =
  | { readonly type: 'draftSaved'; readonly content: DossierContent }
  | { readonly type: 'submitted'; readonly content: DossierContent }
  | ({ readonly type: 'declined'; readonly reason: string } & OnGround)
  | {
      readonly type: 'accepted'
      readonly code: DossierCode
      readonly process: { readonly id: string; readonly version: number }
      readonly legal: Term
      readonly committed: Term | null
      readonly policies: ClockPolicies
      readonly dueAt: Instant | null
      readonly fee: readonly { readonly id: string; readonly name: string; readonly amount: Dong }[]
      readonly position: Position
      /** Accepted elsewhere in the province: the time begins when the resolving agency receives it. */
      readonly transfer?: PauseBasis
    }
  | ({ readonly type: 'assigned'; readonly officer: OfficerId; readonly note: string | null } & InPart)
  | ({
      readonly type: 'forwarded'
      readonly to: Position
      readonly note: string | null
      readonly outcome?: string
    } & InPart)
  | ({ readonly type: 'skipped'; readonly to: Position; readonly reason: string } & InPart)
  | { readonly type: 'partsStarted'; readonly step: string; readonly parts: readonly StartedPart[] }
  | {
      readonly type: 'partCompleted'
      readonly part: string
      readonly result: PartResult | null
      readonly note: string | null
      /** Null where the part has no term of its own. */
      readonly finish: FinishClass | null
    }
  | ({ readonly type: 'sentBack'; readonly to: Position; readonly reason: string } & InPart)
  | ({ readonly type: 'takenBack'; readonly to: Position; readonly reason: string } & InPart)
  | ({ readonly type: 'reassigned'; readonly to: Position; readonly reason: string } & InPart)
  | {
      readonly type: 'consulted'
      readonly id: string
      readonly agency: UnitId
      readonly question: string
      readonly dueAt: Instant
    }
  | { readonly type: 'consultationAnswered'; readonly id: string; readonly answer: string }
  | ({
      readonly type: 'supplementRequested'
      readonly items: readonly string[]
      readonly reason: string
      readonly after: 'continue' | 'restart'
      readonly basis?: PauseBasis
      readonly breach?: PauseBreach
    } & OnGround)
  | {
      readonly type: 'supplementSupplied'
      readonly documents: readonly SubmittedDocument[]
      readonly note: string | null
      readonly dueAt: Instant | null
      readonly stepDueAt: Instant | null
      readonly parts?: readonly PartDue[]
    }
  | {
      readonly type: 'paymentRequested'
      readonly lines: readonly { readonly id: string; readonly name: string; readonly amount: Dong }[]
      readonly ground: PauseGround
      readonly basis?: PauseBasis
    }
  | {
      readonly type: 'paymentRecorded'
      readonly amount: Dong
      readonly method: 'cash' | 'transfer' | 'online'
      readonly reference: string | null
      readonly dueAt: Instant | null
      readonly stepDueAt: Instant | null
      readonly parts?: readonly PartDue[]
    }
  | {
      readonly type: 'paused'
      readonly ground: PauseGround
      readonly note: string | null
      readonly after: 'continue' | 'restart'
      readonly basis: PauseBasis
    }
  | {
      readonly type: 'resumed'
      readonly note: string | null
      readonly dueAt: Instant | null
      readonly stepDueAt: Instant | null
      readonly parts?: readonly PartDue[]
    }
  | { readonly type: 'received'; readonly to: Position; readonly dueAt: Instant | null }
  | { readonly type: 'apologyDrafted'; readonly reason: string; readonly dueAt: Instant }
  | {
      readonly type: 'apologised'
      readonly letter: string
      readonly reason: string
      /** The new appointed time; null where the letter came too late to move it. */
      readonly dueAt: Instant | null
      /** The time that the letter names; absent in facts from before letters could come too late. */
      readonly promisedAt?: Instant
    }
  | { readonly type: 'resultSigned'; readonly result: Result }
  | {
      readonly type: 'correctionProposed'
      readonly number: number
      readonly what: CorrectedTime
      readonly from: Instant
      readonly to: Instant
      readonly reason: string
      readonly document: string | null
      readonly file: FileHash | null
    }
  | {
      readonly type: 'correctionApproved'
      readonly number: number
      readonly what: CorrectedTime
      readonly from: Instant
      readonly to: Instant
      /** How the finished dossier counts with it. */
      readonly finish: FinishClass | null
    }
  | { readonly type: 'correctionRejected'; readonly number: number; readonly reason: string }
  | ({ readonly type: 'refused'; readonly reason: string; readonly finish: FinishClass } & OnGround)
  | ({ readonly type: 'withdrawn'; readonly reason: string; readonly finish: FinishClass | null } & OnGround)
  | ({ readonly type: 'stopped'; readonly reason: string; readonly finish: FinishClass } & OnGround)
  | { readonly type: 'resolved'; readonly result: Result; readonly finish: FinishClass; readonly to: Position }
  | { readonly type: 'returned'; readonly receivedBy: string; readonly by: Delivery['by'] }
  | {
      readonly type: 'corrected'
      readonly applicant: Party | null
      readonly answers: Answers | null
      readonly reason: string
    }
  | {
      readonly type: 'rebased'
      readonly process: { readonly id: string; readonly version: number }
      readonly to: Position
      readonly parts?: readonly { readonly part: string; readonly to: Position }[]
    }

/** Id of a ground of the catalogue; absent: none was named. */
type OnGround = { readonly ground?: string }

/** The part to which it happened; absent: the whole. */
type InPart = { readonly part?: string }

/** A part as it begins: its term, when that runs out, and where it lies. */
export type StartedPart = {
  readonly id: string
  readonly agency: UnitId | null
  readonly term: Term | null
  readonly dueAt: Instant | null
  readonly position: Position | null
}

/** Appointed times of a part after a pause of the whole. */
export type PartDue = { readonly part: string; readonly dueAt: Instant | null; readonly stepDueAt: Instant | null }

export type DossierEventType = DossierEvent['type']
