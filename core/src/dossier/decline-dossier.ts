import { decided } from '../kernel/decision.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command } from './decision-context.ts'
import type { Dossier } from './dossier.ts'

/** Refused at intake, with the reason in writing (NĐ 61/2018 Đ.17.1.b, Mẫu 03). Such a dossier counts nowhere as received. */
export function declineDossier(_: Dossier, { reason }: Command<'decline'>): ActionDecision {
  return checkedReason(reason) ?? decided({ type: 'declined', reason })
}
