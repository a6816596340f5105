import { decided, refused } from '../kernel/decision.ts'
import { checkedNote } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { findOfficerFault, getStepPlace, isLastWorkingStep, positionAt, type StepPlace, unitOfStep } from './places.ts'

/**
 * Completes a step and hands over to the next (NĐ 61/2018 Đ.18–19). A step of assigning is done by naming the officer.
 * The last working step is not forwarded: it ends with a result.
 */
export function forwardDossier(
  dossier: Dossier,
  command: Command<'forward'>,
  context: DecisionContext,
): ActionDecision {
  const { rulebook } = context
  const place = getStepPlace(dossier, rulebook)
  if (place.next === undefined || isLastWorkingStep(place)) return refused(isFinal(place))
  if (command.officer === null && place.step.kind === 'assign') return refused({ kind: 'officer-missing' })
  const unit = unitOfStep(place.next, dossier.content, rulebook)
  if (command.officer !== null) {
    const fault = findOfficerFault(command.officer, { unit, role: place.next.role }, rulebook)
    if (fault !== null) return refused(fault)
  }
  const to = positionAt(place.next, { unit, officer: command.officer }, context)
  return checkedNote(command.note) ?? decided({ type: 'forwarded', to, note: command.note })
}

/** Why the dossier cannot go forward from where it lies, whoever is named; throws beyond the calendar as the action does. */
export function findForwardObstacle(dossier: Dossier, context: DecisionContext): DossierRefusal | null {
  const { rulebook } = context
  const place = getStepPlace(dossier, rulebook)
  if (place.next === undefined || isLastWorkingStep(place)) return isFinal(place)
  positionAt(place.next, { unit: unitOfStep(place.next, dossier.content, rulebook), officer: null }, context)
  return null
}

const isFinal = ({ step }: StepPlace): DossierRefusal => ({ kind: 'step-is-final', step: step.id })
