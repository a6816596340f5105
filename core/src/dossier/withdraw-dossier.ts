import { decided } from '../kernel/decision.ts'
import { checkedGround, keptGround } from './check-ground.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { finishNow } from './dossier-clock.ts'

/** The applicant takes the dossier back before there is a result (TT 03/2025/TT-VPCP Đ.7); before acceptance nothing is counted. */
export function withdrawDossier(
  dossier: Dossier,
  command: Command<'withdraw'>,
  context: DecisionContext,
): ActionDecision {
  const { reason } = command
  const finish = dossier.clock === null ? null : finishNow(dossier, context)
  const fault = checkedReason(reason) ?? checkedGround(command, context)
  return fault ?? decided({ type: 'withdrawn', reason, finish, ...keptGround(command) })
}
