import { addWorkingMinutes, workingMinutesBetween } from '../calendar/calendar.ts'
import type { OfficerId, UnitId } from '../kernel/ids.ts'
import { type Instant, localDateOf } from '../kernel/instant.ts'
import { postsOn, type Unit } from '../organisation/organisation.ts'
import {
  findSeat,
  findStep,
  findStepUnit,
  leadsTo,
  type LocatedStep,
  type ProcessVersion,
  type Seat,
  type Step,
} from '../process/process.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DecisionContext } from './decision-context.ts'
import type { Dossier, DossierContent, Position } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'

/** Where the dossier lies. Every dossier in work has a position; asking for one that has none is a bug. */
export function getPosition(dossier: Dossier): Position {
  if (dossier.position === null) throw new Error(`dossier ${dossier.id} lies nowhere in state ${dossier.state}`)
  return dossier.position
}

/** The approved steps under which the dossier was accepted. */
export function getProcess(dossier: Dossier, rulebook: Rulebook): ProcessVersion {
  const process = dossier.process
  const version = process === null ? undefined : rulebook.processVersion(process.id, process.version)
  if (version === undefined) throw new Error(`dossier ${dossier.id} runs a process that the rulebook does not have`)
  return version
}

export function getUnit(id: UnitId, rulebook: Rulebook): Unit {
  const unit = rulebook.unit(id)
  if (unit === undefined) throw new Error(`no unit ${id} in the rulebook`)
  return unit
}

/** The step at which the dossier lies, with the list in which it stands. */
export function getStep(dossier: Dossier, rulebook: Rulebook): LocatedStep {
  const at = getPosition(dossier).step
  const found = findStep(getProcess(dossier, rulebook), at)
  if (found === undefined) throw new Error(`dossier ${dossier.id} lies at step ${at}, which its process does not have`)
  return found
}

/** The step after it, with the outcome that is chosen for it; undefined where the list of a part ends. */
export function nextStep(
  { content, outcomes }: Pick<Dossier, 'content' | 'outcomes'>,
  here: LocatedStep,
  outcome: string | null,
): Step | undefined {
  const chosen = outcome === null ? outcomes : { ...outcomes, [here.step.id]: outcome }
  return leadsTo(here, { caseId: content.caseId, answers: content.answers, outcomes: chosen })
}

/** Every step to which it may go on from here, one for each choice that there is. */
export function nextSteps(dossier: Dossier, here: LocatedStep): readonly (Step | undefined)[] {
  const { outcomes } = here.step
  if (outcomes.length === 0) return [nextStep(dossier, here, null)]
  return outcomes.map(({ id }) => nextStep(dossier, here, id))
}

/** Where the dossier as a whole is handled. */
export function seatOf({ agency, counter, procedure }: DossierContent, rulebook: Rulebook): Seat {
  return { agency, counter, field: rulebook.procedure(procedure)?.field ?? '' }
}

/** The unit that does a step of the whole: the receiving counter, the resolving agency, its division for the field, or an agency by name. */
export function unitOfStep(step: Step, content: DossierContent, rulebook: Rulebook): UnitId {
  switch (step.at) {
    case 'counter':
      return step.kind === 'return' ? content.counter : ownCounter(content, rulebook)
    case 'agency':
      return content.agency
    default:
      return unitAt(step, seatOf(content, rulebook), rulebook)
  }
}

/** Taken in by a counter of the province that does not serve the agency (phi địa giới, NĐ 118/2025 Đ.14.2). */
export function isFiledElsewhere({ counter, agency }: PlacesOfFiling, { unit }: Pick<Rulebook, 'unit'>): boolean {
  const place = unit(counter)
  return place !== undefined && place.serves !== agency && place.parent !== agency
}

type PlacesOfFiling = Pick<DossierContent, 'counter' | 'agency'>

/** Where intake lies: what was filed elsewhere goes to the agency's own counter, or to itself where it has none. */
function ownCounter(content: PlacesOfFiling, rulebook: Rulebook): UnitId {
  if (!isFiledElsewhere(content, rulebook)) return content.counter
  return rulebook.countersServing(content.agency)[0]?.id ?? content.agency
}

/** The unit that does a step of the list in which the dossier lies. */
export function unitBeside(step: Step, { part }: LocatedStep, at: SeatedDossier): UnitId {
  const { content, rulebook } = at
  if (part === null) return unitOfStep(step, content, rulebook)
  return unitAt(step, findSeat(part, seatOf(content, rulebook), rulebook) ?? seatOf(content, rulebook), rulebook)
}

type SeatedDossier = { readonly content: DossierContent; readonly rulebook: Rulebook }

/** Every step of a checked rulebook has a unit; the lack of one is a bug and throws. */
export function unitAt(step: Step, seat: Seat, rulebook: Rulebook): UnitId {
  const unit = findStepUnit(step, seat, rulebook)
  if (unit === undefined) throw new Error(`nobody does step ${step.id} for ${seat.agency}`)
  return unit
}

/** A fresh start at a step, its own time counted from now. */
export function positionAt(
  step: Step,
  place: { readonly unit: UnitId; readonly officer: OfficerId | null },
  { now, rulebook }: DecisionContext,
): Position {
  const dueAt = isTimed(step)
    ? addWorkingMinutes(rulebook.calendarOf(getUnit(place.unit, rulebook)), now, step.minutes)
    : null
  return { step: step.id, unit: place.unit, role: step.role, officer: place.officer, since: now, dueAt }
}

/** When the step of a position is due after a pause that ends now; after a `restart` its time counts again from the start. */
export function stepDueAfterPause(position: Position, dossier: Dossier, context: DecisionContext): Instant | null {
  const step = findStep(getProcess(dossier, context.rulebook), position.step)?.step
  if (step === undefined || !isTimed(step)) return null
  const calendar = context.rulebook.calendarOf(getUnit(position.unit, context.rulebook))
  let countedFrom = position.since
  let stoodStill = 0
  for (const pause of dossier.clock?.pauses ?? []) {
    if (pause.from < position.since) continue
    const to = pause.to ?? context.now
    if (pause.after === 'continue') stoodStill += workingMinutesBetween(calendar, pause.from, to)
    else [countedFrom, stoodStill] = [to, 0]
  }
  const used = workingMinutesBetween(calendar, countedFrom, context.now) - stoodStill
  return addWorkingMinutes(calendar, context.now, Math.max(0, step.minutes - used))
}

/** Why this officer cannot be named for the position; null if he can. */
export function findOfficerFault(
  officer: OfficerId,
  position: Pick<Position, 'unit' | 'role'>,
  { rulebook, now }: Pick<DecisionContext, 'rulebook' | 'now'>,
): DossierRefusal | null {
  const known = rulebook.officer(officer)
  if (known === undefined) return { kind: 'officer-unknown', officer }
  const held = postsOn(known, localDateOf(now))
  const fits = held.some((post) => post.role === position.role && post.unit === position.unit)
  return fits ? null : { kind: 'officer-not-competent', officer }
}

/** 0 says that the time of the step is not counted, null that the decision gives none. */
function isTimed(step: Step): step is Step & { readonly minutes: number } {
  return step.minutes !== null && step.minutes > 0
}
