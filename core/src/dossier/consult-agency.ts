import { decided, refused } from '../kernel/decision.ts'
import { checkedText } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Consultation, Dossier } from './dossier.ts'
import { longText } from './texts.ts'

const QUESTION = longText('question', 'Nội dung lấy ý kiến')

/** Content and deadline of the opinion are recorded, inside the dossier's own time (NĐ 61/2018 Đ.19.5). */
export function consultAgency(
  dossier: Dossier,
  command: Command<'consult'>,
  { now, rulebook }: DecisionContext,
): ActionDecision {
  const { agency, question, dueAt } = command
  const unit = rulebook.unit(agency)
  if (unit === undefined) return refused({ kind: 'unit-unknown', unit: agency })
  if (unit.kind !== 'agency' || agency === dossier.content.agency)
    return refused({ kind: 'unit-not-competent', unit: agency })
  if (dueAt <= now)
    return refused({ kind: 'date-out-of-range', field: 'dueAt', reason: 'Hạn trả lời phải ở tương lai.' })
  if (dossier.dueAt !== null && dueAt > dossier.dueAt) {
    const reason = 'Hạn trả lời không được sau hạn trả kết quả của hồ sơ.'
    return refused({ kind: 'date-out-of-range', field: 'dueAt', reason })
  }
  const id = String(dossier.consultations.length + 1)
  return checkedText(question, QUESTION) ?? decided({ type: 'consulted', id, agency, question, dueAt })
}

/** An agency that stays silent past its deadline answers for it, but does not hold up the applicant. */
export function isConsultationOpen({ answeredAt, dueAt }: Consultation, now: number): boolean {
  return answeredAt === null && now <= dueAt
}
