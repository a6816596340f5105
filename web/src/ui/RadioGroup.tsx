import { FieldWords, controlProps } from './Field.tsx'
import { UI_TEXT } from '../text/ui-text.ts'

type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

type GroupProps = {
  readonly name: string
  readonly legend: string
  readonly hint?: string | null
  readonly problem?: string | undefined
  readonly optional?: boolean
  readonly choices: readonly Choice[]
  readonly picked: RadioPicked | CheckPicked
}

type RadioPicked = { readonly kind: 'one'; readonly value: string; readonly onChange?: (value: string) => void }
type CheckPicked = {
  readonly kind: 'many'
  readonly values: readonly string[]
  readonly onChange?: (values: readonly string[]) => void
}

/** One of several, or several of several; the first control carries the group's id for links from a list of problems. */
export function RadioGroup({ name, legend, hint, problem, optional, choices, picked }: GroupProps) {
  const described = controlProps({ name, hint, problem })
  return (
    <fieldset
      className={problem === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={described['aria-describedby']}
      data-field={name}
    >
      <legend className="field-legend">
        {legend}
        {optional === true && <span className="field-optional"> {UI_TEXT.optional}</span>}
      </legend>
      <FieldWords name={name} hint={hint} problem={problem} />
      {choices.map((choice, index) => (
        <label key={choice.value} className="choice">
          <input
            id={index === 0 ? name : undefined}
            name={name}
            value={choice.value}
            {...inputProps(picked, choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <span className="field-hint"> {choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function inputProps(picked: RadioPicked | CheckPicked, value: string) {
  if (picked.kind === 'one') {
    const on = picked.value === value
    const { onChange } = picked
    return onChange === undefined
      ? { type: 'radio', defaultChecked: on }
      : { type: 'radio', checked: on, onChange: () => onChange(value) }
  }
  const on = picked.values.includes(value)
  const { onChange, values } = picked
  if (onChange === undefined) return { type: 'checkbox', defaultChecked: on }
  const toggled = on ? values.filter((other) => other !== value) : [...values, value]
  return { type: 'checkbox', checked: on, onChange: () => onChange(toggled) }
}
