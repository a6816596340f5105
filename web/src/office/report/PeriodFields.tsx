import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { TextField } from '../../ui/TextField.tsx'
import { PeriodChoice } from './PeriodChoice.tsx'

export type AskedDays = { readonly from: string; readonly to: string }

type PeriodFieldsProps = { readonly days: AskedDays; readonly onChange: (days: AskedDays) => void }

/** A period by its name or by its days; a first day after the last is said at the field. */
export function PeriodFields({ days, onChange }: PeriodFieldsProps) {
  const { from, to } = days
  return (
    <>
      <PeriodChoice from={from} to={to} onChange={(first, last) => onChange({ from: first, to: last })} />
      <TextField
        name="from"
        label={TEXT.from}
        value={from}
        onChange={(day) => onChange({ from: day, to })}
        input={{ type: 'date' }}
        problem={from > to ? TEXT.periodWrong : undefined}
      />
      <TextField
        name="to"
        label={TEXT.to}
        value={to}
        onChange={(day) => onChange({ from, to: day })}
        input={{ type: 'date' }}
      />
    </>
  )
}
