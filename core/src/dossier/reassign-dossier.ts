import { decided, refused } from '../kernel/decision.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { inPart } from './part-of-dossier.ts'
import { findOfficerFault, getPosition } from './places.ts'

/** The head gives the work to another officer of the same unit (NĐ 61/2018 Đ.19.1). The time of the step runs on. */
export function reassignDossier(
  dossier: Dossier,
  command: Command<'reassign'>,
  context: DecisionContext,
): ActionDecision {
  const { officer, reason } = command
  const position = getPosition(dossier)
  if (position.officer === officer) return refused({ kind: 'officer-assigned', officer })
  const fault = findOfficerFault(officer, position, context)
  if (fault !== null) return refused(fault)
  return (
    checkedReason(reason) ?? decided({ type: 'reassigned', to: { ...position, officer }, reason, ...inPart(command) })
  )
}
