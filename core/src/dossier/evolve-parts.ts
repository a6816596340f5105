import type { Instant } from '../kernel/instant.ts'
import { endClock, pauseClock, resumeClock, startClock } from './clock.ts'
import type { ClockLedger, Pause } from './clock-ledger.ts'
import type { Dossier, DossierPart, Position } from './dossier.ts'
import type { DossierEvent, PartDue } from './dossier-events.ts'
import { completedStep, type Doer, pathBefore, timed, untimed } from './evolve-position.ts'
import { isOpenPart } from './open-parts.ts'

type Event<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>

/** What may happen in a part as it does in the whole. */
export type MoveEvent = Event<'assigned' | 'reassigned' | 'forwarded' | 'skipped' | 'sentBack' | 'takenBack'>

/** The dossier after a move within one of its parts: the whole stays where it lies. */
export function movedPart(next: Dossier, event: MoveEvent, doer: Doer): Dossier {
  const part = openPart(next, event.part ?? '')
  const moved = withPart(next, movedTo(part, event, doer))
  return event.type === 'forwarded' ? withOutcome(moved, part.position, event.outcome) : moved
}

function movedTo(part: DossierPart, event: MoveEvent, doer: Doer): DossierPart {
  const position = positionOf(part)
  switch (event.type) {
    case 'assigned':
      return { ...part, position: { ...position, officer: event.officer } }
    case 'reassigned':
    case 'skipped':
      return { ...part, position: event.to }
    case 'forwarded':
      return { ...part, position: event.to, path: [...part.path, completedStep(position, doer)] }
    case 'sentBack':
      return { ...part, position: event.to, path: pathBefore(part.path, event.to.step) }
    case 'takenBack':
      return { ...part, position: event.to, path: part.path.slice(0, -1) }
  }
}

/** What was chosen at the step that is left. */
export function withOutcome(next: Dossier, left: Position | null, outcome: string | undefined): Dossier {
  if (outcome === undefined || left === null) return next
  return { ...next, outcomes: { ...next.outcomes, [left.step]: outcome } }
}

export function startedParts(next: Dossier, { step, parts }: Event<'partsStarted'>, at: Instant): Dossier {
  const policies = next.clock?.policies
  const started = parts.map(({ id, agency, term, dueAt, position }): DossierPart => {
    const clock =
      term === null || policies === undefined ? null : startClock({ at, legal: term, committed: null, policies })
    const fresh = { endedAt: null, isComplete: false, finish: null, path: [], result: null }
    return { id, step, agency, startedAt: at, dueAt, position, clock, ...fresh }
  })
  return { ...next, parts: [...next.parts, ...started] }
}

export function completedPart(
  next: Dossier,
  { part: id, result, finish }: Event<'partCompleted'>,
  doer: Doer,
): Dossier {
  const part = openPart(next, id)
  const path = part.position === null ? part.path : [...part.path, completedStep(part.position, doer)]
  return withPart(next, { ...ended(part, doer.at), isComplete: true, path, result, finish })
}

type Turn = { readonly before: Dossier; readonly after: Dossier }

/**
 * Open parts follow the whole: they stand still while its clock does, and are broken off when the dossier leaves their
 * step otherwise than by completing them.
 */
export function followWhole({ before, after }: Turn, event: DossierEvent, at: Instant): Dossier {
  const pause = openPause(after.clock)
  const wasPaused = openPause(before.clock) !== undefined
  const dues = 'dueAt' in event && 'parts' in event ? (event.parts ?? []) : []
  const parts = after.parts.map((part): DossierPart => {
    if (!isOpenPart(part)) return part
    if (part.step !== after.position?.step) return ended(part, at)
    if (pause !== undefined && !wasPaused) return paused(part, pause)
    if (pause === undefined && wasPaused)
      return resumed(
        part,
        dues.find((due) => due.part === part.id),
        at,
      )
    return part
  })
  return { ...after, parts }
}

function ended(part: DossierPart, at: Instant): DossierPart {
  return { ...part, endedAt: at, position: null, clock: part.clock === null ? null : endClock(part.clock, at) }
}

function paused(part: DossierPart, { from, ground, after }: Pause): DossierPart {
  const clock = part.clock === null ? null : pauseClock(part.clock, { at: from, ground, after })
  return { ...part, clock, dueAt: null, position: untimed(part.position) }
}

function resumed(part: DossierPart, due: PartDue | undefined, at: Instant): DossierPart {
  const clock = part.clock === null ? null : resumeClock(part.clock, at)
  return { ...part, clock, dueAt: due?.dueAt ?? null, position: timed(part.position, due?.stepDueAt ?? null) }
}

function openPause(clock: ClockLedger | null): Pause | undefined {
  const last = clock?.endedAt === null ? clock.pauses.at(-1) : undefined
  return last?.to === null ? last : undefined
}

function openPart(dossier: Dossier, id: string): DossierPart {
  const part = dossier.parts.find((each) => each.id === id && isOpenPart(each))
  if (part === undefined) throw new Error(`dossier ${dossier.id} has no open part ${id}`)
  return part
}

export function withPart(dossier: Dossier, changed: DossierPart): Dossier {
  const parts = dossier.parts.map((each) => (each.id === changed.id && isOpenPart(each) ? changed : each))
  return { ...dossier, parts }
}

function positionOf({ id, position }: DossierPart): Position {
  if (position === null) throw new Error(`part ${id} lies nowhere`)
  return position
}
