/** An answer as it is kept: text, whole number, yes/no, or a list of chosen values. Dates are `2024-03-15` texts. */
export type Answer = string | number | boolean | readonly string[]
export type Answers = Readonly<Record<string, Answer>>

export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'date'
  | 'choice'
  | 'choices'
  | 'yesNo'
  | 'personalId'
  | 'phone'
  | 'email'

export type FormField = {
  readonly id: string
  readonly label: string
  readonly hint: string | null
  readonly type: FieldType
  readonly required: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** For numbers the bounds of the value, for dates of the year. */
  readonly min: number | null
  readonly max: number | null
  /** Characters; every text has a limit. */
  readonly maxLength: number
  /** The field is asked only when another field has this value. */
  readonly visibleWhen: { readonly field: string; readonly equals: Answer } | null
}

export type FormDefinition = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly fields: readonly FormField[] }[]
}

/** `path` is the field's id; `message` says in Vietnamese what to do. */
export type FieldProblem = { readonly path: string; readonly message: string }

export { checkForm } from './check-form.ts'
export { validateAnswers, visibleFields } from './validate-answers.ts'
