import type { PauseGround } from '../dossier/clock-ledger.ts'
import type { Delivery, DossierContent, FinishClass } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/dossier-events.ts'
import type { DossierCode, DossierId, ProcedureCode, UnitId } from '../kernel/ids.ts'
import { floorToMinute, type Instant, instant } from '../kernel/instant.ts'
import type { Channel, Procedure } from '../procedure/procedure.ts'
import { NEVER } from './condition.ts'

/** What reports count on, as it is known of one accepted dossier for a stretch of time. */
export type DossierFact = {
  readonly dossier: DossierId
  /** Number of the last event that changed something here: an event up to it is counted and never counted again. */
  readonly number: number
  /** Since when this is known; the stretch ends where the next one begins. */
  readonly knownFrom: Instant
  readonly code: DossierCode
  readonly procedure: ProcedureCode
  readonly field: string
  readonly counter: UnitId
  readonly agency: UnitId
  readonly channel: Channel
  readonly delivery: Delivery['by']
  readonly certifiedCopy: boolean
  readonly interlinked: boolean
  readonly acceptedAt: Instant
  /** Infinity without a term, and while the clock stands still unless it had run out before. */
  readonly dueAt: Instant
  readonly pausedAt: Instant | null
  readonly pauseGround: PauseGround | null
  readonly finishedAt: Instant | null
  readonly finish: FinishClass | null
  readonly ending: Ending | null
  readonly apologisedAt: Instant | null
  readonly returnedAt: Instant | null
}

export type Ending = 'resolved' | 'refused' | 'withdrawn' | 'stopped'

/** What acceptance freezes. The accepted event does not repeat it: it comes from the submission before and the rulebook. */
export type FactOrigin = Pick<
  DossierFact,
  'procedure' | 'field' | 'counter' | 'agency' | 'channel' | 'delivery' | 'certifiedCopy' | 'interlinked'
>

/** The part of a stored event that facts are made of. */
export type CountedEvent = {
  readonly dossier: DossierId
  readonly number: number
  readonly at: Instant
  readonly event: DossierEvent
}

/** Events that may change a fact; a projection need not look at the others. */
export const FACT_EVENTS = [
  'accepted',
  'supplementRequested',
  'supplementSupplied',
  'paymentRequested',
  'paymentRecorded',
  'apologised',
  'refused',
  'withdrawn',
  'stopped',
  'resolved',
  'returned',
] as const satisfies readonly DossierEvent['type'][]

/** `procedure` is undefined for a code that has left the rulebook: the dossier is still counted, without a field. */
export function factOrigin(content: DossierContent, procedure: Procedure | undefined): FactOrigin {
  return {
    procedure: content.procedure,
    field: procedure?.field ?? '',
    counter: content.counter,
    agency: content.agency,
    channel: content.channel,
    delivery: content.delivery.by,
    certifiedCopy: procedure?.marks.includes('certifiedCopy') ?? false,
    interlinked: procedure?.marks.includes('interlinked') ?? false,
  }
}

/**
 * What is known after the event: the very same fact where the event changes nothing. Null before acceptance: what was
 * only submitted, or declined, is outside the statistics (biểu II.06a). `origin` is asked for at acceptance only.
 */
export function factAfter(
  fact: DossierFact | null,
  stored: CountedEvent,
  origin: () => FactOrigin,
): DossierFact | null {
  if (fact === null) return stored.event.type === 'accepted' ? accepted(stored, stored.event, origin()) : null
  if (stored.number <= fact.number) return fact
  const change = changeBy(fact, stored)
  // Nothing is known before what it replaces.
  const knownFrom = instant(Math.max(stored.at, fact.knownFrom))
  return change === null ? fact : { ...fact, ...change, number: stored.number, knownFrom }
}

type Accepted = Extract<DossierEvent, { type: 'accepted' }>

function accepted(stored: CountedEvent, event: Accepted, origin: FactOrigin): DossierFact {
  return {
    ...origin,
    dossier: stored.dossier,
    number: stored.number,
    knownFrom: stored.at,
    code: event.code,
    acceptedAt: stored.at,
    dueAt: event.dueAt ?? NEVER,
    pausedAt: null,
    pauseGround: null,
    finishedAt: null,
    finish: null,
    ending: null,
    apologisedAt: null,
    returnedAt: null,
  }
}

function changeBy(fact: DossierFact, { number, at, event }: CountedEvent): Partial<DossierFact> | null {
  switch (event.type) {
    case 'supplementRequested':
      return paused(fact, at, 'supplement')
    case 'paymentRequested':
      return paused(fact, at, event.ground)
    case 'supplementSupplied':
      return resumed(fact, 'supplement', event.dueAt)
    case 'paymentRecorded':
      return resumed(fact, 'payment', event.dueAt)
    case 'apologised':
      return { apologisedAt: at, dueAt: fact.pausedAt === null ? event.dueAt : NEVER }
    case 'refused':
    case 'withdrawn':
    case 'stopped':
    case 'resolved':
      if (event.finish === null) throw new Error(`event ${number} of ${fact.dossier} ends its clock without a class`)
      return { finishedAt: at, finish: event.finish, ending: event.type, pausedAt: null, pauseGround: null }
    case 'returned':
      return { returnedAt: at }
    default:
      return null
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
