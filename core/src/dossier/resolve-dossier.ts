import type { FieldProblem } from '../form/form.ts'
import { decided, refused } from '../kernel/decision.ts'
import { isLocalDate, localDateOf } from '../kernel/instant.ts'
import { isEnd } from '../process/process.ts'
import { isConsultationOpen } from './consult-agency.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier, Result } from './dossier.ts'
import { finishNow } from './dossier-clock.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { findOpenPartObstacle } from './forward-dossier.ts'
import { getStep, nextSteps, positionAt, unitOfStep } from './places.ts'
import { checkText, longText, shortText } from './texts.ts'

const NUMBER = shortText('result.number', 'Số, ký hiệu kết quả', 100)
const SUMMARY = longText('result.summary', 'Trích yếu kết quả')

/**
 * The last working step ends with the result, and with it the clock (QĐ 766/QĐ-TTg: "đã xử lý xong").
 * What is left is the hand-over at the counter, outside the time.
 */
export function resolveDossier(
  dossier: Dossier,
  { result }: Command<'resolve'>,
  context: DecisionContext,
): ActionDecision {
  const { rulebook } = context
  const fault = findResolveObstacle(dossier, context) ?? findResultFault(result, dossier, context)
  if (fault !== null) return refused(fault)
  const here = getStep(dossier, rulebook)
  const step = here.steps.find(({ kind }) => kind === 'return') ?? here.step
  const to = positionAt(step, { unit: unitOfStep(step, dossier.content, rulebook), officer: null }, context)
  return decided({ type: 'resolved', result, finish: finishNow(dossier, context), to })
}

/** Why no result can be given yet, whatever it is. An opinion that is asked for is waited for until its own deadline. */
export function findResolveObstacle(dossier: Dossier, { now, rulebook }: DecisionContext): DossierRefusal | null {
  const here = getStep(dossier, rulebook)
  if (!nextSteps(dossier, here).some(isEnd)) return { kind: 'step-not-final', step: here.step.id }
  const unfinished = findOpenPartObstacle(dossier, here)
  if (unfinished !== null) return unfinished
  const open = dossier.consultations.filter((each) => isConsultationOpen(each, now)).length
  return open > 0 ? { kind: 'consultation-open', count: open } : null
}

/** What is wrong with a result as it is stated. */
export function findResultFault(
  { number, issuedOn, summary }: Result,
  dossier: Dossier,
  { now }: DecisionContext,
): DossierRefusal | null {
  const problems: FieldProblem[] = []
  checkText(number, NUMBER, problems)
  checkText(summary, SUMMARY, problems)
  if (problems.length > 0) return { kind: 'text-invalid', problems }
  const outOfRange = (reason: string): DossierRefusal => ({
    kind: 'date-out-of-range',
    field: 'result.issuedOn',
    reason,
  })
  if (!isLocalDate(issuedOn)) return outOfRange('Ngày ban hành phải là một ngày có thật.')
  if (issuedOn > localDateOf(now)) return outOfRange('Ngày ban hành không được ở tương lai.')
  if (dossier.acceptedAt !== null && issuedOn < localDateOf(dossier.acceptedAt)) {
    return outOfRange('Ngày ban hành không được trước ngày tiếp nhận hồ sơ.')
  }
  return null
}
