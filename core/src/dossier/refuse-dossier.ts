import { decided } from '../kernel/decision.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { finishNow } from './dossier-clock.ts'

/** Refused after appraisal, within the dossier's time, and counted as a result (NĐ 61/2018 Đ.19.8, Mẫu 03). */
export function refuseDossier(
  dossier: Dossier,
  { reason }: Command<'refuse'>,
  context: DecisionContext,
): ActionDecision {
  return checkedReason(reason) ?? decided({ type: 'refused', reason, finish: finishNow(dossier, context) })
}
