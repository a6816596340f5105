import type { WorkCalendar } from '../calendar/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { dueAtOf, finishClassOf, resumeClock } from './clock.ts'
import type { ClockLedger } from './clock-ledger.ts'
import type { DecisionContext } from './decision-context.ts'
import type { Dossier, DossierPart, FinishClass } from './dossier.ts'
import type { PartDue } from './dossier-events.ts'
import { openParts } from './open-parts.ts'
import { calendarOfPart } from './part-of-dossier.ts'
import { getPosition, getUnit, stepDueAfterPause } from './places.ts'

export function getClock(dossier: Dossier): ClockLedger {
  if (dossier.clock === null) throw new Error(`dossier ${dossier.id} has no clock in state ${dossier.state}`)
  return dossier.clock
}

/** The statutory time runs by the working time of the agency that resolves. */
export function calendarOfDossier(dossier: Dossier, rulebook: Rulebook): WorkCalendar {
  return rulebook.calendarOf(getUnit(dossier.content.agency, rulebook))
}

/** How a dossier that ends now is counted. */
export function finishNow(dossier: Dossier, { now, rulebook }: DecisionContext): FinishClass {
  return finishClassOf(getClock(dossier), calendarOfDossier(dossier, rulebook), now)
}

export type DueTimes = {
  readonly dueAt: Instant | null
  readonly stepDueAt: Instant | null
  /** Of the open parts; absent where there are none. */
  readonly parts?: readonly PartDue[]
}

/** Appointed times after a pause that ends now. Before acceptance there are none. */
export function dueAfterPause(dossier: Dossier, context: DecisionContext): DueTimes {
  if (dossier.clock === null) return { dueAt: null, stepDueAt: null }
  const resumed = resumeClock(dossier.clock, context.now)
  const dueAt = dueAtOf(resumed, calendarOfDossier(dossier, context.rulebook))
  const stepDueAt = stepDueAfterPause(getPosition(dossier), dossier, context)
  const parts = openParts(dossier)
  return parts.length === 0
    ? { dueAt, stepDueAt }
    : { dueAt, stepDueAt, parts: parts.map((part) => partDueAfterPause(part, dossier, context)) }
}

function partDueAfterPause(part: DossierPart, dossier: Dossier, context: DecisionContext): PartDue {
  const { position, clock, id } = part
  const calendar = calendarOfPart(dossier, part, context.rulebook)
  return {
    part: id,
    dueAt: clock === null ? null : dueAtOf(resumeClock(clock, context.now), calendar),
    stepDueAt: position === null ? null : stepDueAfterPause(position, dossier, context),
  }
}
