import type { FieldProblem } from '../form/form.ts'
import { decided, refused } from '../kernel/decision.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { basisOf } from './pause-dossier.ts'
import { checkText, shortText } from './texts.ts'

const LINES_AT_MOST = 20
const LINE_NAME = shortText('lines', 'Tên khoản phải nộp')

/** Until a financial obligation is met the clock stands still and then goes on (NĐ 118/2025; for land, Luật Đất đai 2024). */
export function requestPayment(
  dossier: Dossier,
  { lines }: Command<'requestPayment'>,
  context: DecisionContext,
): ActionDecision {
  const problems: FieldProblem[] = []
  if (lines.length === 0 || lines.length > LINES_AT_MOST) {
    problems.push({ path: 'lines', message: `Hãy ghi từ 1 đến ${LINES_AT_MOST} khoản phải nộp.` })
  }
  for (const { name, amount } of lines) {
    checkText(name, LINE_NAME, problems)
    if (!Number.isSafeInteger(amount) || amount <= 0) {
      problems.push({ path: 'lines', message: 'Số tiền mỗi khoản phải là số đồng nguyên, lớn hơn 0.' })
    }
  }
  if (problems.length > 0) return refused({ kind: 'text-invalid', problems })
  const asked = dossier.fee?.lines.length ?? 0
  const numbered = lines.map(({ name, amount }, index) => ({ id: `obligation-${asked + index + 1}`, name, amount }))
  const basis = basisOf('payment', dossier, context)
  return decided({ type: 'paymentRequested', lines: numbered, ground: 'payment', ...basis })
}
