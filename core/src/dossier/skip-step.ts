import { holdsPost } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { decided, refused } from '../kernel/decision.ts'
import { isEnd } from '../process/process.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { inPart, partsBegun } from './part-of-dossier.ts'
import { findOfficerFault, getPosition, getStep, nextStep, positionAt, unitBeside } from './places.ts'

/** Leaves a step undone where the approved process lets somebody do so; the reason is kept, and the step is not counted as done. */
export function skipStep(dossier: Dossier, command: Command<'skip'>, context: DecisionContext): ActionDecision {
  const { rulebook } = context
  const { officer, reason } = command
  const obstacle = findSkipObstacle(dossier, context)
  if (obstacle !== null) return refused(obstacle)
  const here = getStep(dossier, rulebook)
  const next = nextStep(dossier, here, null)
  if (next === undefined || isEnd(next)) return refused({ kind: 'step-is-final', step: here.step.id })
  const unit = unitBeside(next, here, { content: dossier.content, rulebook })
  const fault = officer === null ? null : findOfficerFault(officer, { unit, role: next.role }, context)
  if (fault !== null) return refused(fault)
  const to = positionAt(next, { unit, officer }, context)
  const fact = { type: 'skipped', to, reason, ...inPart(command) } as const
  return checkedReason(reason) ?? decided(fact, ...partsBegun(next, dossier, context))
}

/** Why the step cannot be skipped by the asker. */
export function findSkipObstacle(dossier: Dossier, { actor, rulebook }: DecisionContext): DossierRefusal | null {
  const here = getStep(dossier, rulebook)
  if (here.step.skip.length === 0) return { kind: 'step-not-skippable', step: here.step.name }
  if (!maySkip(here.step.skip, actor, dossier)) {
    return { kind: 'action-forbidden', action: 'skip', who: 'người được quy trình cho phép bỏ qua bước này' }
  }
  return isEnd(nextStep(dossier, here, null)) ? { kind: 'step-is-final', step: here.step.id } : null
}

function maySkip(roles: readonly Parameters<typeof holdsPost>[2][], actor: Actor, dossier: Dossier): boolean {
  const units = [getPosition(dossier).unit, dossier.content.agency]
  return roles.some((role) => units.some((unit) => holdsPost(actor, unit, role)))
}
