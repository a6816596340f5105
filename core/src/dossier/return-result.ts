import { decided, refused } from '../kernel/decision.ts'
import { checkedText } from './check-reason.ts'
import type { ActionDecision, Command } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { owedOf } from './record-payment.ts'
import { shortText } from './texts.ts'

const RECEIVED_BY = shortText('receivedBy', 'Người nhận kết quả')

/** The result goes to the applicant against the fee, where one is owed (NĐ 61/2018 Đ.20 and 22). */
export function returnResult(dossier: Dossier, { receivedBy, by }: Command<'return'>): ActionDecision {
  const obstacle = findReturnObstacle(dossier)
  if (obstacle !== null) return refused(obstacle)
  return checkedText(receivedBy, RECEIVED_BY) ?? decided({ type: 'returned', receivedBy, by })
}

export function findReturnObstacle(dossier: Dossier): DossierRefusal | null {
  const owed = owedOf(dossier)
  return owed > 0 ? { kind: 'fee-unpaid', owed } : null
}
