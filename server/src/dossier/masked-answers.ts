import type { DossierContent } from '@motcua/core/dossier/dossier.ts'
import type { Answers, FormDefinition } from '@motcua/core/form/form.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { maskNumber } from '../identity/identity.ts'

/** The form that the applicant filled in; undefined where the case has none. */
export function formOf({ procedure, procedureVersion, caseId }: DossierContent, rulebook: Rulebook) {
  const version = rulebook.procedureVersion(procedure, procedureVersion)
  return rulebook.form((version && rulebook.caseOf(version, caseId)?.form) ?? '')
}

/** The answers as officers get them: numbers of people, the applicant's or others', are masked wherever they stand. */
export function maskedAnswers(content: DossierContent, rulebook: Rulebook): Answers {
  const numbers = numberFields(formOf(content, rulebook))
  if (numbers.size === 0) return content.answers
  return mapAnswers(content.answers, (id, answer) =>
    numbers.has(id) && typeof answer === 'string' ? maskNumber(answer) : answer,
  )
}

/** A number that comes back masked was not corrected: the one that stands is meant. */
export function unmaskedAnswers(sent: Answers, standing: DossierContent, rulebook: Rulebook): Answers {
  const numbers = numberFields(formOf(standing, rulebook))
  return mapAnswers(sent, (id, answer) => {
    const known = standing.answers[id]
    const cameBack = numbers.has(id) && typeof known === 'string' && answer === maskNumber(known)
    return cameBack ? known : answer
  })
}

function numberFields(form: FormDefinition | undefined): ReadonlySet<string> {
  const fields = form?.sections.flatMap((section) => section.fields) ?? []
  return new Set(fields.filter(({ type }) => type === 'personalId').map(({ id }) => id))
}

function mapAnswers(answers: Answers, change: (id: string, answer: Answers[string]) => Answers[string]): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, change(id, answer)]))
}
