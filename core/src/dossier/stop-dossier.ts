import { decided } from '../kernel/decision.ts'
import { checkedGround, keptGround } from './check-ground.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { finishNow } from './dossier-clock.ts'

/** Ends the handling while there is no result yet (NĐ 118/2025 Đ.21, TT 03/2025/TT-VPCP Đ.7, Mẫu 05). */
export function stopDossier(dossier: Dossier, command: Command<'stop'>, context: DecisionContext): ActionDecision {
  const { reason } = command
  const fault = checkedReason(reason) ?? checkedGround(command, context)
  return fault ?? decided({ type: 'stopped', reason, finish: finishNow(dossier, context), ...keptGround(command) })
}
