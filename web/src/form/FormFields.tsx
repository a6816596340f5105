import type { Answer, Answers } from '@motcua/core/form/form.ts'
import type { FormDefinition, FormField } from '../api/views.ts'
import type { Wrong } from '../ui/Notice.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import { LongTextField, type TextInput, TextField } from '../ui/TextField.tsx'
import { answerOf, shownAnswer, shownChoices } from './read-answers.ts'

type FieldsProps = {
  readonly form: FormDefinition
  readonly answers: Answers
  readonly wrongs: readonly Wrong[]
  /** Ids of the questions to show; all of them where a stylesheet hides what is not asked. */
  readonly shown: 'all' | ReadonlySet<string>
  readonly onAnswer?: (id: string, answer: Answer) => void
}

/** A typed form, drawn from its definition: the same on both sides of the counter. */
export function FormFields({ form, answers, wrongs, shown, onAnswer }: FieldsProps) {
  return form.sections.map((section) => (
    <fieldset key={section.title} className="stack form-section">
      <legend>{section.title}</legend>
      {section.fields
        .filter((field) => shown === 'all' || shown.has(field.id))
        .map((field) => (
          <FormQuestion
            key={field.id}
            field={field}
            answer={Object.hasOwn(answers, field.id) ? answers[field.id] : undefined}
            problem={wrongs.find((wrong) => wrong.path === field.id)?.message}
            onAnswer={onAnswer}
          />
        ))}
    </fieldset>
  ))
}

type QuestionProps = {
  readonly field: FormField
  readonly answer: Answer | undefined
  readonly problem: string | undefined
  readonly onAnswer: ((id: string, answer: Answer) => void) | undefined
}

const YES_NO = [
  { value: 'true', label: 'Có' },
  { value: 'false', label: 'Không' },
] as const

/** More choices than this are a list to pick from. */
const RADIOS_AT_MOST = 6

function FormQuestion({ field, answer, problem, onAnswer }: QuestionProps) {
  const shared = { name: field.id, hint: field.hint, problem, optional: !field.required }
  const value = shownAnswer(answer)
  const change = onAnswer === undefined ? {} : { onChange: (text: string) => onAnswer(field.id, answerOf(field, text)) }
  if (field.type === 'choices') {
    const values = shownChoices(answer)
    const pick = onAnswer === undefined ? {} : { onChange: (picked: readonly string[]) => onAnswer(field.id, picked) }
    return (
      <RadioGroup {...shared} legend={field.label} choices={field.options} picked={{ kind: 'many', values, ...pick }} />
    )
  }
  if (field.type === 'yesNo' || (field.type === 'choice' && field.options.length <= RADIOS_AT_MOST)) {
    const choices = field.type === 'yesNo' ? YES_NO : field.options
    return <RadioGroup {...shared} legend={field.label} choices={choices} picked={{ kind: 'one', value, ...change }} />
  }
  if (field.type === 'choice') {
    return <Select {...shared} {...change} label={field.label} value={value} empty="Chọn" options={field.options} />
  }
  const input = inputOf(field)
  return field.type === 'longText' ? (
    <LongTextField {...shared} {...change} label={field.label} value={value} input={input} />
  ) : (
    <TextField {...shared} {...change} label={field.label} value={value} input={input} />
  )
}

function inputOf(field: FormField): TextInput {
  switch (field.type) {
    case 'date':
      return { type: 'date' }
    case 'number':
      return { inputMode: 'numeric', maxLength: 20 }
    case 'personalId':
      return { inputMode: 'numeric', maxLength: 20 }
    case 'phone':
      return { type: 'tel', maxLength: 20 }
    case 'email':
      return { type: 'email', maxLength: field.maxLength }
    default:
      return { maxLength: field.maxLength }
  }
}
