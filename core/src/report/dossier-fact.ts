import { officerOf } from '../access/access.ts'
import type { PauseGround } from '../dossier/clock-ledger.ts'
import {
  acceptanceDueAt,
  type Delivery,
  type DossierContent,
  type FinishClass,
  type SubmittedDocument,
  TRANSFER,
} from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/dossier-events.ts'
import type { DossierCode, DossierId, OfficerId, ProcedureCode, UnitId } from '../kernel/ids.ts'
import { floorToMinute, type Instant, instant } from '../kernel/instant.ts'
import type { Channel, OnlineLevel } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { NEVER } from '../figure/figure.ts'

/** What reports count on, as it is known of one filed dossier for a stretch of time. */
export type DossierFact = {
  readonly dossier: DossierId
  /** Number of the last event that changed something here: an event up to it is counted and never counted again. */
  readonly number: number
  /** Since when this is known; the stretch ends where the next one begins. */
  readonly knownFrom: Instant
  /** Null before acceptance. */
  readonly code: DossierCode | null
  readonly procedure: ProcedureCode
  readonly field: string
  /** Of the version under which it was filed. */
  readonly onlineLevel: OnlineLevel
  readonly counter: UnitId
  readonly agency: UnitId
  /** Filed at a counter that does not serve the agency (tiếp nhận phi địa giới). */
  readonly elsewhere: boolean
  readonly channel: Channel
  readonly delivery: Delivery['by']
  readonly certifiedCopy: boolean
  readonly interlinked: boolean
  readonly submittedAt: Instant
  /** Until when an online filing is to be accepted; null while nobody has to, and beyond the published calendar. */
  readonly acceptDueAt: Instant | null
  /** When it left without having been accepted: declined at the counter or taken back; `ending` says which. */
  readonly declinedAt: Instant | null
  readonly acceptedAt: Instant | null
  readonly acceptedBy: OfficerId | null
  /** Infinity before acceptance, without a term, and while the clock stands still unless it had run out before. */
  readonly dueAt: Instant
  readonly pausedAt: Instant | null
  readonly pauseGround: PauseGround | null
  /** Set with `finish`, and only after acceptance. */
  readonly finishedAt: Instant | null
  readonly finishedBy: OfficerId | null
  readonly finish: FinishClass | null
  readonly ending: Ending | null
  readonly apologisedAt: Instant | null
  readonly returnedAt: Instant | null
  /** How the result really reached the applicant; `delivery` is what he had asked for. */
  readonly returnedHow: Delivery['by'] | null
  /** How often the applicant was asked to complete it. */
  readonly supplements: number
  /** Ground of the last request to complete it, and that on which it was turned back; null also where none was named. */
  readonly supplementGround: string | null
  readonly endingGround: string | null
  /** Whether money is asked for at all. */
  readonly feeOwed: boolean
  /** How the last payment came in. */
  readonly paidHow: PaymentMethod | null
  /** Documents handed in; those of them that a counter made electronic; those taken from what the State holds. */
  readonly documentCount: number
  readonly digitisedCount: number
  readonly reusedCount: number
  /** Whether the result is a file; null as long as there is none. */
  readonly electronicResult: boolean | null
  /** Times put right by an approved correction, and the class that follows; null where there is none. */
  readonly correctedAcceptedAt: Instant | null
  readonly correctedFinishedAt: Instant | null
  readonly correctedFinish: FinishClass | null
  readonly correctedReturnedAt: Instant | null
}

export type Ending = 'resolved' | 'refused' | 'withdrawn' | 'stopped' | 'declined'
export type PaymentMethod = Extract<DossierEvent, { type: 'paymentRecorded' }>['method']

/** What submission says, together with the rulebook. */
export type FactOrigin = Pick<
  DossierFact,
  | 'procedure'
  | 'field'
  | 'onlineLevel'
  | 'counter'
  | 'agency'
  | 'elsewhere'
  | 'channel'
  | 'delivery'
  | 'certifiedCopy'
  | 'interlinked'
>

/** The part of a stored event that facts are made of. */
export type CountedEvent = {
  readonly dossier: DossierId
  readonly number: number
  readonly at: Instant
  /** As `actorKey` writes it. */
  readonly actor: string
  readonly event: DossierEvent
}

/** Events that may change a fact; a projection need not look at the others. */
export const FACT_EVENTS = [
  'submitted',
  'declined',
  'accepted',
  'supplementRequested',
  'supplementSupplied',
  'paymentRequested',
  'paymentRecorded',
  'paused',
  'resumed',
  'received',
  'apologised',
  'refused',
  'withdrawn',
  'stopped',
  'resolved',
  'returned',
  'correctionApproved',
] as const satisfies readonly DossierEvent['type'][]

/** A procedure or unit that has left the rulebook is still counted, without what only the rulebook knows. */
export function factOrigin(content: DossierContent, rulebook: Rulebook): FactOrigin {
  const procedure = rulebook.procedure(content.procedure)
  const counter = rulebook.unit(content.counter)
  return {
    procedure: content.procedure,
    field: procedure?.field ?? '',
    onlineLevel: rulebook.procedureVersion(content.procedure, content.procedureVersion)?.onlineLevel ?? 'none',
    counter: content.counter,
    agency: content.agency,
    elsewhere: counter !== undefined && counter.serves !== content.agency && counter.parent !== content.agency,
    channel: content.channel,
    delivery: content.delivery.by,
    certifiedCopy: procedure?.marks.includes('certifiedCopy') ?? false,
    interlinked: procedure?.marks.includes('interlinked') ?? false,
  }
}

/** What is known after the event: the very same fact where the event changes nothing. Null before submission. */
export function factAfter(fact: DossierFact | null, stored: CountedEvent, rulebook: Rulebook): DossierFact | null {
  if (fact === null) return stored.event.type === 'submitted' ? submitted(stored, stored.event, rulebook) : null
  if (stored.number <= fact.number) return fact
  const change = fact.acceptedAt === null ? changeAtIntake(fact, stored, rulebook) : changeBy(fact, stored)
  // Nothing is known before what it replaces.
  const knownFrom = instant(Math.max(stored.at, fact.knownFrom))
  return change === null ? fact : { ...fact, ...change, number: stored.number, knownFrom }
}

type Event<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>

function submitted(stored: CountedEvent, { content }: Event<'submitted'>, rulebook: Rulebook): DossierFact {
  const origin = factOrigin(content, rulebook)
  return {
    ...origin,
    ...NOTHING_YET,
    ...documentCounts(content.documents, origin.channel),
    dossier: stored.dossier,
    number: stored.number,
    knownFrom: stored.at,
    submittedAt: stored.at,
    acceptDueAt: acceptanceDueAt(origin, stored.at, rulebook),
  }
}

const NOTHING_YET = {
  code: null,
  declinedAt: null,
  acceptedAt: null,
  acceptedBy: null,
  dueAt: NEVER,
  pausedAt: null,
  pauseGround: null,
  finishedAt: null,
  finishedBy: null,
  finish: null,
  ending: null,
  apologisedAt: null,
  returnedAt: null,
  returnedHow: null,
  supplements: 0,
  supplementGround: null,
  endingGround: null,
  feeOwed: false,
  paidHow: null,
  electronicResult: null,
  correctedAcceptedAt: null,
  correctedFinishedAt: null,
  correctedFinish: null,
  correctedReturnedAt: null,
} as const satisfies Partial<DossierFact>

type DocumentCounts = Pick<DossierFact, 'documentCount' | 'digitisedCount' | 'reusedCount'>

/** What an applicant uploads himself was electronic already; a file that came in at a counter was scanned there. */
function documentCounts(documents: readonly SubmittedDocument[], channel: Channel): DocumentCounts {
  const digitised = channel === 'online' ? [] : documents.filter(({ kind }) => kind === 'file')
  const reused = documents.filter(({ kind }) => kind === 'reuse')
  return { documentCount: documents.length, digitisedCount: digitised.length, reusedCount: reused.length }
}

/** Before acceptance there is no statutory clock, only the time for accepting. */
function changeAtIntake(fact: DossierFact, stored: CountedEvent, rulebook: Rulebook): Partial<DossierFact> | null {
  const { at, event } = stored
  switch (event.type) {
    case 'accepted':
      return accepted(stored, event)
    case 'supplementRequested':
      return { pausedAt: at, pauseGround: 'supplement', ...supplementAsked(fact, event), acceptDueAt: null }
    case 'supplementSupplied':
      return {
        ...withDocuments(fact, event.documents),
        pausedAt: null,
        pauseGround: null,
        acceptDueAt: acceptanceDueAt(fact, at, rulebook),
      }
    case 'declined':
    case 'withdrawn':
      return {
        declinedAt: at,
        ending: event.type,
        endingGround: event.ground ?? null,
        pausedAt: null,
        pauseGround: null,
      }
    default:
      return null
  }
}

function accepted({ at, actor }: CountedEvent, event: Event<'accepted'>): Partial<DossierFact> {
  return {
    code: event.code,
    acceptedAt: at,
    acceptedBy: officerOf(actor),
    dueAt: event.dueAt ?? NEVER,
    ...(event.transfer && { pausedAt: at, pauseGround: TRANSFER }),
    feeOwed: event.fee.some(({ amount }) => amount > 0),
  }
}

function changeBy(fact: DossierFact, stored: CountedEvent): Partial<DossierFact> | null {
  const { at, event } = stored
  switch (event.type) {
    case 'supplementRequested':
      return { ...paused(fact, at, 'supplement'), ...supplementAsked(fact, event) }
    case 'paymentRequested':
      return {
        ...paused(fact, at, event.ground),
        feeOwed: fact.feeOwed || event.lines.some(({ amount }) => amount > 0),
      }
    case 'supplementSupplied':
      return { ...withDocuments(fact, event.documents), ...resumed(fact, 'supplement', event.dueAt) }
    case 'paymentRecorded':
      return { ...resumed(fact, 'payment', event.dueAt), paidHow: event.method }
    case 'paused':
      return paused(fact, at, event.ground)
    case 'resumed':
    case 'received':
      return { pausedAt: null, pauseGround: null, dueAt: event.dueAt ?? NEVER }
    case 'apologised':
      return { apologisedAt: at, ...(event.dueAt !== null && { dueAt: fact.pausedAt === null ? event.dueAt : NEVER }) }
    case 'refused':
    case 'withdrawn':
    case 'stopped':
    case 'resolved':
      return finished(stored, event)
    case 'returned':
      return { returnedAt: at, returnedHow: event.by }
    case 'correctionApproved':
      return corrected(event)
    default:
      return null
  }
}

/** What was recorded stays as it is; what it should have been stands beside it. */
function corrected({ what, to, finish }: Event<'correctionApproved'>): Partial<DossierFact> {
  const correctedFinish = finish === null ? {} : { correctedFinish: finish }
  switch (what) {
    case 'acceptedAt':
      return { correctedAcceptedAt: to, ...correctedFinish }
    case 'finishedAt':
      return { correctedFinishedAt: to, ...correctedFinish }
    case 'returnedAt':
      return { correctedReturnedAt: to }
  }
}

function finished(
  { dossier, number, at, actor }: CountedEvent,
  event: Event<'refused' | 'withdrawn' | 'stopped' | 'resolved'>,
): Partial<DossierFact> {
  if (event.finish === null) throw new Error(`event ${number} of ${dossier} ends its clock without a class`)
  const electronicResult = event.type === 'resolved' ? event.result.file !== null : null
  const endingGround = event.type === 'resolved' ? null : (event.ground ?? null)
  return {
    ...{ finishedAt: at, finishedBy: officerOf(actor), finish: event.finish, ending: event.type, electronicResult },
    ...{ endingGround, pausedAt: null, pauseGround: null },
  }
}

function supplementAsked(fact: DossierFact, { ground }: Event<'supplementRequested'>): Partial<DossierFact> {
  return { supplements: fact.supplements + 1, supplementGround: ground ?? null }
}

function withDocuments(fact: DossierFact, documents: readonly SubmittedDocument[]): DocumentCounts {
  const more = documentCounts(documents, fact.channel)
  return {
    documentCount: fact.documentCount + more.documentCount,
    digitisedCount: fact.digitisedCount + more.digitisedCount,
    reusedCount: fact.reusedCount + more.reusedCount,
  }
}

/** A due time that has run out stays: waiting does not undo lateness. */
function paused(fact: DossierFact, at: Instant, ground: PauseGround): Partial<DossierFact> {
  const overdue = floorToMinute(at) > fact.dueAt
  return { pausedAt: at, pauseGround: ground, dueAt: overdue ? fact.dueAt : NEVER }
}

/** A fee that is paid while the clock runs, or waits for something else, moves no due time. */
function resumed(fact: DossierFact, ground: PauseGround, dueAt: Instant | null): Partial<DossierFact> | null {
  if (fact.pauseGround !== ground) return null
  return { pausedAt: null, pauseGround: null, dueAt: dueAt ?? NEVER }
}
