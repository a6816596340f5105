import type { ReactNode } from 'react'
import { UI_TEXT } from '../text/ui-text.ts'

export type ControlProps = {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

type FieldProps = {
  /** Also the control's id, so that a list of problems can link to it. */
  readonly name: string
  readonly label: string
  readonly hint?: string | null
  readonly problem?: string | undefined
  readonly optional?: boolean
  readonly children: (control: ControlProps) => ReactNode
}

export function Field({ name, label, hint, problem, optional, children }: FieldProps) {
  const control = controlProps({ name, hint, problem })
  return (
    <div className={problem === undefined ? 'field' : 'field field-wrong'} data-field={name}>
      <label className="field-label" htmlFor={control.id}>
        {label}
        {optional === true && <span className="field-optional"> {UI_TEXT.optional}</span>}
      </label>
      <FieldWords name={name} hint={hint} problem={problem} />
      {children(control)}
    </div>
  )
}

type WordsProps = Pick<FieldProps, 'name' | 'hint' | 'problem'>

export function FieldWords({ name, hint, problem }: WordsProps) {
  return (
    <>
      {typeof hint === 'string' && (
        <p id={`${name}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${name}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </>
  )
}

export function controlProps({ name, hint, problem }: WordsProps): ControlProps {
  const described = [typeof hint === 'string' ? `${name}-hint` : '', problem === undefined ? '' : `${name}-problem`]
  const ids = described.filter((id) => id !== '').join(' ')
  return {
    id: name,
    name,
    'aria-describedby': ids === '' ? undefined : ids,
    'aria-invalid': problem === undefined ? undefined : true,
  }
}
