import { isOfAgency } from '../access/access.ts'
import { decided, refused } from '../kernel/decision.ts'
import { checkedText } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { longText } from './texts.ts'

const ANSWER = longText('answer', 'Ý kiến trả lời')

/** The consulted agency answers, also late, and also while the clock stands still (NĐ 61/2018 Đ.19.5). */
export function answerConsultation(
  dossier: Dossier,
  { id, answer }: Command<'answerConsultation'>,
  { actor, rulebook }: DecisionContext,
): ActionDecision {
  const asked = dossier.consultations.find((each) => each.id === id)
  if (asked === undefined || asked.answeredAt !== null) return refused({ kind: 'consultation-unknown', id })
  if (!isOfAgency(actor, asked.agency, rulebook)) {
    return refused({ kind: 'action-forbidden', action: 'answerConsultation', who: 'cơ quan được lấy ý kiến này' })
  }
  return checkedText(answer, ANSWER) ?? decided({ type: 'consultationAnswered', id, answer })
}

/** Nothing waits for an answer of the actor's agency. */
export function findAnswerObstacle(dossier: Dossier, { actor, rulebook }: DecisionContext): DossierRefusal | null {
  const waits = dossier.consultations.some(
    (each) => each.answeredAt === null && isOfAgency(actor, each.agency, rulebook),
  )
  return waits ? null : { kind: 'consultation-unknown', id: '' }
}
