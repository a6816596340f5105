import type { DossierId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Dong, dong } from '../kernel/money.ts'
import { endClock, pauseClock, resumeClock, startClock } from './clock.ts'
import { type ClockLedger, TRANSFER } from './clock-ledger.ts'
import type { Dossier, DossierContent, DossierState, FeeState, FinishClass, Position, Supplement } from './dossier.ts'
import type { DossierEvent } from './dossier-events.ts'
import { evolveLetters, type LetterEvent } from './evolve-letters.ts'
import { completedPart, followWhole, movedPart, startedParts, withOutcome, withPart } from './evolve-parts.ts'
import { completedStep, pathBefore, timed, untimed } from './evolve-position.ts'
import { openParts } from './open-parts.ts'

/** What surrounds a fact: which dossier, when, and who (as `actorKey` writes it). */
export type EventEnvelope = { readonly id: DossierId; readonly at: Instant; readonly actor: string }
export type EnvelopedEvent = { readonly event: DossierEvent; readonly at: Instant; readonly actor: string }

type Event<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>

/** The dossier after a fact. Facts carry all that was decided, so no law is asked; a fact that cannot follow is a bug and throws. */
export function evolve(dossier: Dossier | null, event: DossierEvent, envelope: EventEnvelope): Dossier {
  if (event.type === 'draftSaved') return filed(dossier, event.content, { state: 'draft', envelope })
  if (event.type === 'submitted') return filed(dossier, event.content, { state: 'submitted', envelope })
  if (dossier === null) throw new Error(`the first fact of dossier ${envelope.id} is ${event.type}`)
  const next = { ...dossier, version: dossier.version + 1, lastAt: envelope.at }
  const after = evolved(next, event, envelope)
  return dossier.parts.length === 0 ? after : followWhole({ before: dossier, after }, event, envelope.at)
}

function evolved(next: Dossier, event: FollowingEvent, envelope: EventEnvelope): Dossier {
  if ('part' in event && event.part !== undefined && event.type !== 'partCompleted') {
    return movedPart(next, event, envelope)
  }
  switch (event.type) {
    case 'declined':
      return { ...next, state: 'declined', reason: event.reason }
    case 'accepted':
      return accepted(next, event, envelope.at)
    case 'assigned':
      return { ...next, position: { ...positionOf(next), officer: event.officer } }
    case 'reassigned':
      return { ...next, position: event.to }
    case 'forwarded':
      return forwarded(next, event, envelope)
    case 'skipped':
      return { ...next, state: 'inProgress', position: event.to }
    case 'partsStarted':
      return startedParts(next, event, envelope.at)
    case 'partCompleted':
      return completedPart(next, event, envelope)
    case 'rebased':
      return rebased(next, event)
    case 'sentBack':
      return { ...next, position: event.to, path: pathBefore(next.path, event.to.step) }
    case 'takenBack':
      return { ...next, position: event.to, path: next.path.slice(0, -1) }
    case 'corrected':
      return { ...next, content: corrected(next.content, event) }
    case 'returned':
      return { ...completed(next, envelope), state: 'returned', position: null, returnedAt: envelope.at }
    default:
      return evolveClock(next, event, envelope)
  }
}

/** A dossier as all its facts in order make it. */
export function foldDossier(id: DossierId, events: Iterable<EnvelopedEvent>): Dossier {
  let dossier: Dossier | null = null
  for (const { event, at, actor } of events) dossier = evolve(dossier, event, { id, at, actor })
  if (dossier === null) throw new Error(`dossier ${id} has no facts`)
  return dossier
}

/** Facts of a dossier that exists. */
type FollowingEvent = Exclude<DossierEvent, Event<'draftSaved' | 'submitted'>>

type ClockEvent = Exclude<
  DossierEvent,
  Event<
    | 'draftSaved'
    | 'submitted'
    | 'declined'
    | 'accepted'
    | 'assigned'
    | 'reassigned'
    | 'forwarded'
    | 'skipped'
    | 'partsStarted'
    | 'partCompleted'
    | 'rebased'
    | 'sentBack'
    | 'takenBack'
    | 'corrected'
    | 'returned'
  >
>

/** Facts that stop the clock, move its end, or are exchanged with others while it runs. */
function evolveClock(next: Dossier, event: ClockEvent, envelope: EventEnvelope): Dossier {
  const { at } = envelope
  switch (event.type) {
    case 'consulted': {
      const { id, agency, question, dueAt } = event
      const asked = { id, agency, question, askedAt: at, dueAt, answeredAt: null, answer: null }
      return { ...next, consultations: [...next.consultations, asked] }
    }
    case 'consultationAnswered':
      return { ...next, consultations: answered(next, event, at) }
    case 'supplementRequested':
      return supplementRequested(next, event, at)
    case 'supplementSupplied':
      return supplementSupplied(next, event, at)
    case 'paymentRequested':
      return paymentRequested(next, event, at)
    case 'paymentRecorded':
      return paymentRecorded(next, event, at)
    case 'paused': {
      const { ground, after, basis } = event
      const clock = pauseClock(clockOf(next), { at, ground, after, basis })
      return { ...next, clock, dueAt: null, position: untimed(next.position) }
    }
    case 'resumed':
      return {
        ...next,
        clock: resumeClock(clockOf(next), at),
        dueAt: event.dueAt,
        position: timed(next.position, event.stepDueAt),
      }
    case 'received':
      return { ...next, clock: resumeClock(clockOf(next), at), dueAt: event.dueAt, position: event.to }
    case 'refused':
      return finished(next, { state: 'refused', reason: event.reason, finish: event.finish, at })
    case 'stopped':
      return finished(next, { state: 'stopped', reason: event.reason, finish: event.finish, at })
    case 'withdrawn':
      return finished(next, { state: 'withdrawn', reason: event.reason, finish: event.finish, at })
    case 'resolved':
      return {
        ...completed(next, envelope),
        state: 'resolved',
        position: event.to,
        clock: endClock(clockOf(next), at),
        result: event.result,
        finish: event.finish,
        finishedAt: at,
      }
    default:
      return evolveLetters(next, event satisfies LetterEvent, envelope)
  }
}

function filed(
  dossier: Dossier | null,
  content: DossierContent,
  { state, envelope }: { readonly state: 'draft' | 'submitted'; readonly envelope: EventEnvelope },
): Dossier {
  const { id, at, actor } = envelope
  const submittedAt = state === 'submitted' ? at : null
  if (dossier !== null) return { ...dossier, version: dossier.version + 1, state, content, submittedAt, lastAt: at }
  return {
    id,
    version: 1,
    state,
    code: null,
    content,
    filedBy: actor,
    process: null,
    position: null,
    outcomes: {},
    parts: [],
    path: [],
    clock: null,
    dueAt: null,
    fee: null,
    supplements: [],
    consultations: [],
    signedResult: null,
    result: null,
    apology: null,
    corrections: [],
    reason: null,
    submittedAt,
    acceptedAt: null,
    finishedAt: null,
    finish: null,
    returnedAt: null,
    lastAt: at,
  }
}

function accepted(next: Dossier, event: Event<'accepted'>, at: Instant): Dossier {
  const { code, process, legal, committed, policies, dueAt, position } = event
  const total = sumOf(event.fee)
  return {
    ...next,
    state: 'accepted',
    code,
    process,
    position,
    clock: transferred(startClock({ at, legal, committed, policies }), event, at),
    dueAt,
    fee: {
      lines: event.fee,
      total,
      paid: dong(0),
      requestedAt: total > 0 ? at : null,
      paidAt: null,
      pausedFrom: null,
    },
    acceptedAt: at,
  }
}

/** What was accepted elsewhere in the province has no time until the resolving agency receives it. */
function transferred(clock: ClockLedger, { transfer }: Event<'accepted'>, at: Instant): ClockLedger {
  if (transfer === undefined) return clock
  return pauseClock(clock, { at, ground: TRANSFER, after: 'restart', basis: transfer })
}

function supplementRequested(
  next: Dossier,
  { items, reason, after, basis, breach }: Event<'supplementRequested'>,
  at: Instant,
): Dossier {
  const supplement: Supplement = { requestedAt: at, from: suspendedState(next.state), items, reason, suppliedAt: null }
  return {
    ...next,
    state: 'awaitingSupplement',
    supplements: [...next.supplements, supplement],
    clock:
      next.clock === null
        ? null
        : pauseClock(next.clock, {
            at,
            ground: 'supplement',
            after,
            ...(basis && { basis }),
            ...(breach && { breach }),
          }),
    dueAt: null,
    position: untimed(next.position),
  }
}

function supplementSupplied(next: Dossier, event: Event<'supplementSupplied'>, at: Instant): Dossier {
  const last = next.supplements.at(-1)
  if (last === undefined) throw new Error(`dossier ${next.id} was supplied with what nobody asked for`)
  const documents =
    event.documents.length === 0 ? next.content.documents : [...next.content.documents, ...event.documents]
  return {
    ...next,
    state: last.from,
    content: { ...next.content, documents },
    supplements: [...next.supplements.slice(0, -1), { ...last, suppliedAt: at }],
    clock: next.clock === null ? null : resumeClock(next.clock, at),
    dueAt: event.dueAt,
    position: timed(next.position, event.stepDueAt),
  }
}

function paymentRequested(next: Dossier, { lines, ground, basis }: Event<'paymentRequested'>, at: Instant): Dossier {
  const fee = feeOf(next)
  const pausedFrom = suspendedState(next.state)
  if (pausedFrom === 'submitted') throw new Error(`dossier ${next.id} owes nothing before it is accepted`)
  const total = dong(fee.total + sumOf(lines))
  return {
    ...next,
    state: 'awaitingPayment',
    fee: { ...fee, lines: [...fee.lines, ...lines], total, requestedAt: at, pausedFrom },
    clock: pauseClock(clockOf(next), { at, ground, after: 'continue', ...(basis && { basis }) }),
    dueAt: null,
    position: untimed(next.position),
  }
}

function paymentRecorded(next: Dossier, event: Event<'paymentRecorded'>, at: Instant): Dossier {
  const fee = { ...feeOf(next), paid: dong(feeOf(next).paid + event.amount), paidAt: at }
  if (next.state !== 'awaitingPayment') return { ...next, fee }
  return {
    ...next,
    state: fee.pausedFrom ?? 'inProgress',
    fee: { ...fee, pausedFrom: null },
    clock: resumeClock(clockOf(next), at),
    dueAt: event.dueAt,
    position: timed(next.position, event.stepDueAt),
  }
}

type Ending = {
  readonly state: Extract<DossierState, 'refused' | 'stopped' | 'withdrawn'>
  readonly reason: string
  readonly finish: FinishClass | null
  readonly at: Instant
}

/** Ended without a result. What ended before acceptance had no clock, and is counted nowhere as finished. */
function finished(next: Dossier, { state, reason, finish, at }: Ending): Dossier {
  const clock = next.clock === null ? null : endClock(next.clock, at)
  return { ...next, state, reason, finish, clock, position: null, finishedAt: clock === null ? null : at }
}

function completed(next: Dossier, envelope: EventEnvelope): Dossier {
  return { ...next, path: [...next.path, completedStep(positionOf(next), envelope)] }
}

function forwarded(next: Dossier, event: Event<'forwarded'>, envelope: EventEnvelope): Dossier {
  const left = positionOf(next)
  // Whoever completes the last part takes the whole on, but never held it.
  const isComposite = next.parts.some(({ step }) => step === left.step)
  const after = {
    ...completed(next, isComposite ? { ...envelope, actor: '' } : envelope),
    state: 'inProgress',
    position: event.to,
  } as const
  return withOutcome(after, left, event.outcome)
}

function rebased(next: Dossier, { process, to, parts = [] }: Event<'rebased'>): Dossier {
  const moved = parts.reduce((dossier, { part: id, to: position }) => {
    const part = openParts(dossier).find((each) => each.id === id)
    return part === undefined ? dossier : withPart(dossier, { ...part, position })
  }, next)
  return { ...moved, process, position: to }
}

function answered(
  { consultations }: Dossier,
  { id, answer }: Event<'consultationAnswered'>,
  at: Instant,
): Dossier['consultations'] {
  return consultations.map((each) => (each.id === id ? { ...each, answeredAt: at, answer } : each))
}

function corrected(content: DossierContent, { applicant, answers }: Event<'corrected'>): DossierContent {
  return { ...content, applicant: applicant ?? content.applicant, answers: answers ?? content.answers }
}

function suspendedState(state: DossierState): Supplement['from'] {
  if (state === 'submitted' || state === 'accepted' || state === 'inProgress') return state
  throw new Error(`a dossier in state ${state} cannot be suspended`)
}

function positionOf(dossier: Dossier): Position {
  if (dossier.position === null) throw new Error(`dossier ${dossier.id} lies nowhere in state ${dossier.state}`)
  return dossier.position
}

function clockOf(dossier: Dossier): ClockLedger {
  if (dossier.clock === null) throw new Error(`dossier ${dossier.id} has no clock in state ${dossier.state}`)
  return dossier.clock
}

function feeOf(dossier: Dossier): FeeState {
  if (dossier.fee === null) throw new Error(`dossier ${dossier.id} has no fee in state ${dossier.state}`)
  return dossier.fee
}

function sumOf(lines: readonly { readonly amount: Dong }[]): Dong {
  return dong(lines.reduce((sum, line) => sum + line.amount, 0))
}
