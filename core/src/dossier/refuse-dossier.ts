import { decided } from '../kernel/decision.ts'
import { checkedGround, keptGround } from './check-ground.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { finishNow } from './dossier-clock.ts'

/** Refused after appraisal, within the dossier's time, and counted as a result (NĐ 61/2018 Đ.19.8, Mẫu 03). */
export function refuseDossier(dossier: Dossier, command: Command<'refuse'>, context: DecisionContext): ActionDecision {
  const { reason } = command
  const fault = checkedReason(reason) ?? checkedGround(command, context)
  return fault ?? decided({ type: 'refused', reason, finish: finishNow(dossier, context), ...keptGround(command) })
}
