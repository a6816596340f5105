import type { WorkCalendar } from '../calendar/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import { findSeat, type Part, type Step } from '../process/process.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { dueAtOf, startClock } from './clock.ts'
import type { DecisionContext } from './decision-context.ts'
import type { Dossier, DossierPart } from './dossier.ts'
import type { DossierEvent, StartedPart } from './dossier-events.ts'
import { openParts } from './open-parts.ts'
import { getUnit, positionAt, seatOf, unitAt } from './places.ts'

/** The open part of that id. */
export function findOpenPart(dossier: Dossier, id: string): DossierPart | undefined {
  return openParts(dossier).find((part) => part.id === id)
}

/**
 * The dossier as those see it who hold one part of it: it lies where the part lies, with the part's path, and its
 * agency is theirs. A part outside this system is seen by whoever holds the whole.
 */
export function asPart(dossier: Dossier, part: DossierPart, rulebook: Rulebook): Dossier {
  if (part.position === null || part.agency === null) return dossier
  const { content } = dossier
  const isOwn = part.agency === content.agency
  const counter = isOwn ? content.counter : (rulebook.countersServing(part.agency)[0]?.id ?? content.counter)
  return {
    ...dossier,
    position: part.position,
    path: part.path,
    content: { ...content, agency: part.agency, counter },
  }
}

/** As an event names the part of a command. */
export function inPart({ part }: { readonly part?: string | null }): { readonly part?: string } {
  return part === null || part === undefined ? {} : { part }
}

/** The statutory time of a part runs by the working time of its agency; outside this system by that of the whole. */
export function calendarOfPart(
  dossier: Dossier,
  { agency }: Pick<DossierPart, 'agency'>,
  rulebook: Rulebook,
): WorkCalendar {
  return rulebook.calendarOf(getUnit(agency ?? dossier.content.agency, rulebook))
}

/** All parts of a composite step begin when the dossier comes to it: each agency has the file at once (NĐ 61/2018 Đ.19.6). */
export function partsBegun(step: Step, dossier: Dossier, context: DecisionContext): readonly DossierEvent[] {
  if (step.parts.length === 0) return []
  return [{ type: 'partsStarted', step: step.id, parts: step.parts.map((part) => begun(part, dossier, context)) }]
}

function begun(part: Part, dossier: Dossier, context: DecisionContext): StartedPart {
  const { rulebook } = context
  const { id, term } = part
  const seat = findSeat(part, seatOf(dossier.content, rulebook), rulebook)
  const agency = seat?.agency ?? null
  const dueAt = partDue(part, { dossier, agency }, context)
  const first = part.steps[0]
  if (seat === undefined || first === undefined) return { id, agency, term, dueAt, position: null }
  const unit = unitAt(first, seat, rulebook)
  return { id, agency, term, dueAt, position: positionAt(first, { unit, officer: null }, context) }
}

type PartPlace = Pick<DossierPart, 'agency'> & { readonly dossier: Dossier }

function partDue({ term }: Part, { dossier, agency }: PartPlace, { now, rulebook }: DecisionContext): Instant | null {
  const policies = dossier.clock?.policies
  if (term === null || policies === undefined) return null
  const clock = startClock({ at: now, legal: term, committed: null, policies })
  return dueAtOf(clock, calendarOfPart(dossier, { agency }, rulebook))
}
