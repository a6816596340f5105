import { decided, refused } from '../kernel/decision.ts'
import { isEnd, type LocatedStep, type Step } from '../process/process.ts'
import { checkedNote } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { inPart, partsBegun } from './part-of-dossier.ts'
import { findOfficerFault, getStep, nextStep, nextSteps, positionAt, unitBeside } from './places.ts'

/**
 * Completes a step and hands over to the next (NĐ 61/2018 Đ.18–19): the one to which the chosen outcome, the case and
 * the answers lead. A step of assigning is done by naming the officer. What ends here is not forwarded: the whole ends
 * with a result, a part by being completed.
 */
export function forwardDossier(
  dossier: Dossier,
  command: Command<'forward'>,
  context: DecisionContext,
): ActionDecision {
  const { rulebook } = context
  const { officer, note } = command
  const outcome = command.outcome ?? null
  const here = getStep(dossier, rulebook)
  const obstacle = findEndObstacle(dossier, here) ?? findOutcomeFault(here.step, outcome)
  if (obstacle !== null) return refused(obstacle)
  const next = nextStep(dossier, here, outcome)
  if (next === undefined || isEnd(next)) return refused({ kind: 'step-is-final', step: here.step.id })
  if (officer === null && here.step.kind === 'assign') return refused({ kind: 'officer-missing' })
  const unit = unitBeside(next, here, { content: dossier.content, rulebook })
  const fault = officer === null ? null : findOfficerFault(officer, { unit, role: next.role }, context)
  if (fault !== null) return refused(fault)
  const to = positionAt(next, { unit, officer }, context)
  const chosen = outcome === null ? {} : { outcome }
  const fact = { type: 'forwarded', to, note, ...chosen, ...inPart(command) } as const
  return checkedNote(note) ?? decided(fact, ...partsBegun(next, dossier, context))
}

/** Why the dossier cannot go forward from where it lies, whoever is named; throws beyond the calendar as the action does. */
export function findForwardObstacle(dossier: Dossier, context: DecisionContext): DossierRefusal | null {
  const here = getStep(dossier, context.rulebook)
  const obstacle = findEndObstacle(dossier, here)
  if (obstacle !== null) return obstacle
  const next = nextSteps(dossier, here).find((each) => !isEnd(each))
  if (next === undefined) return null
  const unit = unitBeside(next, here, { content: dossier.content, rulebook: context.rulebook })
  positionAt(next, { unit, officer: null }, context)
  partsBegun(next, dossier, context)
  return null
}

function findEndObstacle(dossier: Dossier, here: LocatedStep): DossierRefusal | null {
  const isFinal = nextSteps(dossier, here).every(isEnd)
  if (isFinal) return { kind: 'step-is-final', step: here.step.id }
  return findOpenPartObstacle(dossier, here)
}

/** A composite step is left when each of its parts is complete. */
export function findOpenPartObstacle(dossier: Dossier, { step }: Pick<LocatedStep, 'step'>): DossierRefusal | null {
  if (step.parts.length === 0) return null
  const open = dossier.parts.filter((part) => part.endedAt === null && part.step === step.id).map(({ id }) => id)
  const names = step.parts.filter(({ id }) => open.includes(id)).map(({ name }) => name)
  return open.length === 0 ? null : { kind: 'parts-open', names: names.length === 0 ? open : names }
}

function findOutcomeFault({ outcomes, id }: Step, outcome: string | null): DossierRefusal | null {
  if (outcome === null && outcomes.length === 0) return null
  if (outcomes.some((each) => each.id === outcome)) return null
  if (outcomes.length === 0) return { kind: 'outcome-unknown', step: id, outcome: outcome ?? '', choices: [] }
  const choices = outcomes.map(({ name }) => name)
  return outcome === null
    ? { kind: 'outcome-missing', step: id, choices }
    : { kind: 'outcome-unknown', step: id, outcome, choices }
}
