import { type Answers, validateAnswers } from '../form/form.ts'
import type { ProcedureCase } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DossierRefusal } from './dossier-refusals.ts'

/** Why the electronic form of the case is not filled in as it must be; null if it is. */
export function findAnswersFault(
  answers: Answers,
  procedureCase: ProcedureCase,
  rulebook: Rulebook,
): DossierRefusal | null {
  const form = rulebook.form(procedureCase.form)
  if (form === undefined)
    throw new Error(`case ${procedureCase.id} names form ${procedureCase.form}, which is not in the rulebook`)
  const problems = validateAnswers(form, answers, { complete: true })
  return problems.length === 0 ? null : { kind: 'answers-invalid', problems }
}
