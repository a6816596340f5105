type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Yes or no. */
export function Choice({ name, label, checked, onChange }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />{' '}
      {label}
    </label>
  )
}
