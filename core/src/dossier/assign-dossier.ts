import { leads } from '../access/access.ts'
import { decided, refused } from '../kernel/decision.ts'
import { checkedNote } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { inPart } from './part-of-dossier.ts'
import { findOfficerFault, getPosition } from './places.ts'

/** The head names who handles it (NĐ 61/2018 Đ.19.1); others may only take upon themselves what nobody has yet. */
export function assignDossier(dossier: Dossier, command: Command<'assign'>, context: DecisionContext): ActionDecision {
  const { actor } = context
  const obstacle = findAssignObstacle(dossier)
  if (obstacle !== null) return refused(obstacle)
  const takes = actor.kind === 'officer' && actor.officer === command.officer
  if (!leads(actor, dossier) && !takes) {
    return refused({ kind: 'action-forbidden', action: 'assign', who: 'lãnh đạo, hoặc chính người nhận việc' })
  }
  const fault = findOfficerFault(command.officer, getPosition(dossier), context)
  if (fault !== null) return refused(fault)
  return (
    checkedNote(command.note) ??
    decided({ type: 'assigned', officer: command.officer, note: command.note, ...inPart(command) })
  )
}

export function findAssignObstacle(dossier: Dossier): DossierRefusal | null {
  const { officer } = getPosition(dossier)
  return officer === null ? null : { kind: 'officer-assigned', officer }
}
