import { type Answer, type Answers, visibleFields } from '@motcua/core/form/form.ts'
import type { FormDefinition, FormField } from '../api/views.ts'

/**
 * What was typed into a form, in the form in which it is kept. Questions that are not asked are left out;
 * what is no number stays text, so that it can be shown again beside its problem.
 */
export function readAnswers(form: FormDefinition, sent: FormData): Answers {
  const fields = form.sections.flatMap((section) => section.fields)
  const all: Record<string, Answer> = {}
  for (const field of fields) {
    const answer = readAnswer(field, sent)
    if (answer !== null) all[field.id] = answer
  }
  return askedOnly(form, all)
}

export function askedOnly(form: FormDefinition, answers: Answers): Answers {
  const asked = new Set(visibleFields(form, answers).map((field) => field.id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
}

function readAnswer(field: FormField, sent: FormData): Answer | null {
  const texts = sent.getAll(field.id).filter((value) => typeof value === 'string')
  if (field.type === 'choices') return texts.length === 0 ? null : texts
  const text = (texts[0] ?? '').replaceAll('\r\n', '\n').trim()
  if (text === '') return null
  return answerOf(field, text)
}

export function answerOf(field: FormField, text: string): Answer {
  if (field.type === 'number')
    return /^-?\d{1,15}$/.test(text.replaceAll('.', '')) ? Number(text.replaceAll('.', '')) : text
  if (field.type === 'yesNo') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** A kept answer as the control shows it. */
export function shownAnswer(answer: Answer | undefined): string {
  return answer === undefined || Array.isArray(answer) ? '' : String(answer)
}

export function shownChoices(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : []
}

/** The same answers as the generated client wants them. */
export function mutableAnswers(answers: Answers): Record<string, string | number | boolean | string[]> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, typeof value === 'object' ? [...value] : value]),
  )
}
