import { Field } from './Field.tsx'

type TextFieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string | null
  readonly problem?: string | undefined
  readonly optional?: boolean
  readonly value: string
  readonly onChange?: (value: string) => void
  readonly input?: TextInput
}

export type TextInput = {
  readonly type?: 'text' | 'date' | 'email' | 'tel' | 'search'
  readonly inputMode?: 'numeric' | 'tel' | 'email'
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly autoFocus?: boolean
}

/** Without `onChange` the browser keeps what is typed, which is how it works with scripts off. */
export function TextField({ value, onChange, input = {}, ...field }: TextFieldProps) {
  const { type = 'text', ...rest } = input
  const short = type === 'date' || type === 'tel' || input.inputMode === 'numeric'
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          {...rest}
          {...valueProps(value, onChange)}
          type={type}
          className={short ? 'control control-short' : 'control'}
        />
      )}
    </Field>
  )
}

export function LongTextField({ value, onChange, input = {}, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          {...valueProps(value, onChange)}
          maxLength={input.maxLength}
          rows={4}
          className="control"
        />
      )}
    </Field>
  )
}

type Typed = { readonly target: { readonly value: string } }

export function valueProps(value: string, onChange: ((value: string) => void) | undefined) {
  return onChange === undefined
    ? { defaultValue: value }
    : { value, onChange: (event: Typed) => onChange(event.target.value) }
}
