import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_TEXT } from '../../text/report-text.ts'
import { today } from '../../text/moments.ts'
import { WORKLOAD_TEXT as TEXT } from '../../text/workload-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { scopesQuery } from '../dossier/queries.ts'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'
import { PeriodChoice } from '../report/PeriodChoice.tsx'
import type { WorkloadQuestion } from './queries.ts'

/** Scope and period; what is asked goes into the address. */
export function WorkloadQuestionForm({ asked }: { readonly asked: WorkloadQuestion | null }) {
  const navigate = useNavigate()
  const scopes = useQuery(scopesQuery)
  const [scope, setScope] = useState(asked?.scope ?? '')
  const [from, setFrom] = useState(asked?.from ?? `${today().slice(0, 4)}-01-01`)
  const [to, setTo] = useState<string>(asked?.to ?? today())
  const chosen = scope === '' ? (scopes.data?.[0]?.id ?? '') : scope
  const backwards = from > to
  const show = () => {
    if (!backwards && chosen !== '') void navigate(paths.workload({ scope: chosen, from, to }))
  }
  if (scopes.error !== null) return <ProblemFace error={scopes.error} onRetry={() => void scopes.refetch()} />
  return (
    <form action={show} className="question" aria-label={TEXT.title}>
      <Select
        name="scope"
        label={REPORT_TEXT.scope}
        value={chosen}
        onChange={setScope}
        options={scopes.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        {...(scopes.data === undefined ? { empty: OFFICE_TEXT.select } : {})}
      />
      <PeriodChoice
        from={from}
        to={to}
        onChange={(first, last) => {
          setFrom(first)
          setTo(last)
        }}
      />
      <TextField
        name="from"
        label={REPORT_TEXT.from}
        value={from}
        onChange={setFrom}
        input={{ type: 'date' }}
        problem={backwards ? REPORT_TEXT.periodWrong : undefined}
      />
      <TextField name="to" label={REPORT_TEXT.to} value={to} onChange={setTo} input={{ type: 'date' }} />
      <Button type="submit" kind="primary">
        {REPORT_TEXT.show}
      </Button>
    </form>
  )
}
