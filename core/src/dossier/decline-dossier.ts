import { decided } from '../kernel/decision.ts'
import { checkedGround, keptGround } from './check-ground.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'

/** Refused at intake, with the reason in writing (NĐ 61/2018 Đ.17.1.b, Mẫu 03). Such a dossier counts nowhere as received. */
export function declineDossier(_: Dossier, command: Command<'decline'>, context: DecisionContext): ActionDecision {
  const { reason } = command
  const fault = checkedReason(reason) ?? checkedGround(command, context)
  return fault ?? decided({ type: 'declined', reason, ...keptGround(command) })
}
