import { type Answer, type Answers, visibleFields } from '@motcua/core/form/form.ts'
import type { DossierView, FormDefinition, FormField } from '../api/views.ts'
import { day, number } from '../text/moments.ts'

/** Answers as their giver reads them before filing: nothing is masked from the one who typed it. */
export function answerSections(form: FormDefinition, answers: Answers): DossierView['answers'] {
  const asked = new Set(visibleFields(form, answers).map(({ id }) => id))
  return form.sections.map((section) => ({
    title: section.title,
    fields: section.fields
      .filter(({ id }) => asked.has(id) && Object.hasOwn(answers, id))
      .map((field) => ({ label: field.label, value: answerText(field, answers[field.id]) })),
  }))
}

function answerText(field: FormField, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  const label = (value: string) => field.options.find((option) => option.value === value)?.label ?? value
  if (typeof answer === 'object') return answer.map(label).join(', ')
  if (typeof answer === 'boolean') return answer ? 'Có' : 'Không'
  if (typeof answer === 'number') return number(answer)
  return field.type === 'date' ? day(answer) : label(answer)
}
