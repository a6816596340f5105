import { Field } from './Field.tsx'
import { valueProps } from './TextField.tsx'

export type SelectOption = { readonly value: string; readonly label: string; readonly group?: string | null }

type SelectProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string | null
  readonly problem?: string | undefined
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange?: (value: string) => void
  /** Shown first, when nothing is chosen yet. */
  readonly empty?: string
  readonly optional?: boolean
}

export function Select({ value, options, onChange, empty, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} {...valueProps(value, onChange)} className="control">
          {empty !== undefined && <option value="">{empty}</option>}
          <Options options={options} />
        </select>
      )}
    </Field>
  )
}

function Options({ options }: { readonly options: readonly SelectOption[] }) {
  const groups = [...Map.groupBy(options, (option) => option.group ?? '')]
  return groups.map(([group, members]) =>
    group === '' ? (
      members.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))
    ) : (
      <optgroup key={group} label={group}>
        {members.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </optgroup>
    ),
  )
}
