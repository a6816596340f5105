import { decided, refused } from '../kernel/decision.ts'
import { type Dong, dong } from '../kernel/money.ts'
import { checkedText } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { dueAfterPause } from './dossier-clock.ts'
import { optional, shortText } from './texts.ts'

const REFERENCE = optional(shortText('reference', 'Số chứng từ'))

/** Money is taken whole, because one fee receipt stands for it (NĐ 61/2018 Đ.22). It lets a clock run on that waited for it. */
export function recordPayment(
  dossier: Dossier,
  command: Command<'recordPayment'>,
  context: DecisionContext,
): ActionDecision {
  const { amount, method, reference } = command
  const owed = owedOf(dossier)
  const obstacle = findPaymentObstacle(dossier)
  if (obstacle !== null) return refused(obstacle)
  if (amount !== owed) return refused({ kind: 'payment-amount-wrong', owed, paid: amount })
  const standing = { dueAt: dossier.dueAt, stepDueAt: dossier.position?.dueAt ?? null }
  const times = dossier.state === 'awaitingPayment' ? dueAfterPause(dossier, context) : standing
  return checkedText(reference, REFERENCE) ?? decided({ type: 'paymentRecorded', amount, method, reference, ...times })
}

export function findPaymentObstacle(dossier: Dossier): DossierRefusal | null {
  return owedOf(dossier) === 0 ? { kind: 'payment-not-owed' } : null
}

/** What the applicant still has to pay. */
export function owedOf({ fee }: Dossier): Dong {
  return fee === null ? dong(0) : dong(fee.total - fee.paid)
}
