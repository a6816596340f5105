import { decided, refused } from '../kernel/decision.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { inPart, partsBegun } from './part-of-dossier.ts'
import { findOfficerFault, getStep, positionAt } from './places.ts'

/** Back to a step already done, to the officer who did it, with the reason; the clock of the dossier runs on (NĐ 61/2018 Đ.19). */
export function sendBackDossier(
  dossier: Dossier,
  command: Command<'sendBack'>,
  context: DecisionContext,
): ActionDecision {
  const { rulebook } = context
  const obstacle = findSendBackObstacle(dossier)
  if (obstacle !== null) return refused(obstacle)
  const done = dossier.path.findLast((each) => each.step === command.step)
  const step = getStep(dossier, rulebook).steps.find((each) => each.id === command.step)
  if (done === undefined || step === undefined) return refused({ kind: 'step-unknown', step: command.step })
  // Who has left the post since is not asked again: the unit decides anew.
  const isStillThere = done.officer !== null && findOfficerFault(done.officer, done, context) === null
  const to = positionAt(step, { unit: done.unit, officer: isStillThere ? done.officer : null }, context)
  const fact = { type: 'sentBack', to, reason: command.reason, ...inPart(command) } as const
  return checkedReason(command.reason) ?? decided(fact, ...partsBegun(step, dossier, context))
}

export function findSendBackObstacle({ path }: Dossier): DossierRefusal | null {
  return path.length === 0 ? { kind: 'nothing-to-send-back' } : null
}
