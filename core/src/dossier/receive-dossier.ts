import { holdsPost } from '../access/access.ts'
import { decided } from '../kernel/decision.ts'
import type { ActionDecision, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { dueAfterPause } from './dossier-clock.ts'
import { getPosition, getStep, positionAt } from './places.ts'

/**
 * What another counter of the province accepted has reached the agency that resolves it: only now its time begins
 * (NĐ 118/2025 Đ.17.3 as amended by NĐ 309/2026).
 */
export function receiveDossier(dossier: Dossier, context: DecisionContext): ActionDecision {
  const { dueAt } = dueAfterPause(dossier, context)
  const { unit, role } = getPosition(dossier)
  const { actor } = context
  const officer = actor.kind === 'officer' && holdsPost(actor, unit, role) ? actor.officer : null
  const to = positionAt(getStep(dossier, context.rulebook).step, { unit, officer }, context)
  return decided({ type: 'received', to, dueAt })
}
