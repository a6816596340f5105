import type { FieldProblem } from '../form/form.ts'
import { decided, refused } from '../kernel/decision.ts'
import { isLocalDate, localDateOf } from '../kernel/instant.ts'
import { isEnd } from '../process/process.ts'
import { checkedNote } from './check-reason.ts'
import { finishClassOf } from './clock.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier, DossierPart, FinishClass, PartResult } from './dossier.ts'
import type { DossierEvent } from './dossier-events.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { openParts } from './open-parts.ts'
import { asPart, calendarOfPart, findOpenPart, partsBegun } from './part-of-dossier.ts'
import { getStep, nextStep, nextSteps, positionAt, unitOfStep } from './places.ts'
import { checkText, longText, shortText } from './texts.ts'

const NUMBER = shortText('result.number', 'Số, ký hiệu kết quả', 100)
const SUMMARY = longText('result.summary', 'Trích yếu kết quả')

/**
 * An agency has done its part, and its own clock ends. With the last one the whole goes on by itself; where a choice
 * or the result is due, whoever follows the parts gives it. An agency outside this system is answered for by him too.
 */
export function completePart(
  dossier: Dossier,
  command: Command<'completePart'>,
  context: DecisionContext,
): ActionDecision {
  const { part: id, result, note } = command
  const part = findOpenPart(dossier, id)
  if (part === undefined) return refused({ kind: 'part-unknown', part: id })
  const fault = findCompletionObstacle(dossier, part, context) ?? findResultFault(result, part, context)
  if (fault !== null) return refused(fault)
  const finish = finishOfPart(dossier, part, context)
  const completed: DossierEvent = { type: 'partCompleted', part: id, result, note, finish }
  return checkedNote(note) ?? decided(completed, ...goesOn(dossier, part, context))
}

/** Why the part cannot be completed from where it lies. */
export function findCompletionObstacle(
  dossier: Dossier,
  part: DossierPart,
  { rulebook }: DecisionContext,
): DossierRefusal | null {
  if (part.position === null) return null
  const seen = asPart(dossier, part, rulebook)
  const here = getStep(seen, rulebook)
  return nextSteps(seen, here).some(isEnd) ? null : { kind: 'step-not-final', step: here.step.id }
}

function findResultFault(
  result: PartResult | null,
  { startedAt }: DossierPart,
  { now }: DecisionContext,
): DossierRefusal | null {
  if (result === null) return null
  const problems: FieldProblem[] = []
  checkText(result.number, NUMBER, problems)
  checkText(result.summary, SUMMARY, problems)
  if (problems.length > 0) return { kind: 'text-invalid', problems }
  const { issuedOn } = result
  if (isLocalDate(issuedOn) && localDateOf(startedAt) <= issuedOn && issuedOn <= localDateOf(now)) return null
  const reason = 'Ngày ban hành phải có thật, không trước ngày nhánh bắt đầu và không ở tương lai.'
  return { kind: 'date-out-of-range', field: 'result.issuedOn', reason }
}

function finishOfPart(dossier: Dossier, part: DossierPart, { now, rulebook }: DecisionContext): FinishClass | null {
  return part.clock === null ? null : finishClassOf(part.clock, calendarOfPart(dossier, part, rulebook), now)
}

function goesOn(dossier: Dossier, part: DossierPart, context: DecisionContext): readonly DossierEvent[] {
  const { rulebook } = context
  if (openParts(dossier).length > 1) return []
  const here = getStep(dossier, rulebook)
  if (here.step.id !== part.step || here.step.outcomes.length > 0) return []
  const next = nextStep(dossier, here, null)
  if (next === undefined || isEnd(next)) return []
  const unit = unitOfStep(next, dossier.content, rulebook)
  const to = positionAt(next, { unit, officer: null }, context)
  return [{ type: 'forwarded', to, note: null }, ...partsBegun(next, dossier, context)]
}
