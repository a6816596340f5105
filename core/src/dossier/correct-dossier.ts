import type { FieldProblem } from '../form/form.ts'
import { decided, refused } from '../kernel/decision.ts'
import { findAnswersFault } from './check-answers.ts'
import { checkParty } from './check-party.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier, Party } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { getCase } from './get-case.ts'
import { isSameRecord } from './same-record.ts'

/**
 * A slip of the pen in the name or the form is put right as an event of its own, with the reason (NĐ 61/2018 Đ.21).
 * Times, results and the account that follows the dossier are never corrected.
 */
export function correctDossier(
  dossier: Dossier,
  command: Command<'correct'>,
  context: DecisionContext,
): ActionDecision {
  const { content } = dossier
  const applicant = isSameRecord(command.applicant, content.applicant) ? null : command.applicant
  const answers = isSameRecord(command.answers, content.answers) ? null : command.answers
  if (applicant === null && answers === null) return refused({ kind: 'nothing-corrected' })
  const fault =
    (applicant === null ? null : findApplicantFault(applicant, content.applicant, context)) ??
    (answers === null ? null : findAnswersFault(answers, getCase(content, context.rulebook), context.rulebook))
  if (fault !== null) return refused(fault)
  const { reason } = command
  return checkedReason(reason) ?? decided({ type: 'corrected', applicant, answers, reason })
}

function findApplicantFault(applicant: Party, old: Party, { now }: DecisionContext): DossierRefusal | null {
  const problems: FieldProblem[] = []
  checkParty(applicant, { path: 'applicant', now }, problems)
  if (applicant.account !== old.account) {
    problems.push({ path: 'applicant.account', message: 'Không đổi được tài khoản theo dõi hồ sơ bằng đính chính.' })
  }
  return problems.length === 0 ? null : { kind: 'text-invalid', problems }
}
