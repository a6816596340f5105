import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_TEXT } from '../../text/report-text.ts'
import { today } from '../../text/moments.ts'
import { WORKLOAD_TEXT as TEXT } from '../../text/workload-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { scopesQuery } from '../dossier/queries.ts'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'
import { type AskedDays, PeriodFields } from '../report/PeriodFields.tsx'
import type { WorkloadQuestion } from './queries.ts'

/** Scope and period; what is asked goes into the address. */
export function WorkloadQuestionForm({ asked }: { readonly asked: WorkloadQuestion | null }) {
  const navigate = useNavigate()
  const scopes = useQuery(scopesQuery)
  const [scope, setScope] = useState(asked?.scope ?? '')
  const [days, setDays] = useState<AskedDays>({
    from: asked?.from ?? `${today().slice(0, 4)}-01-01`,
    to: asked?.to ?? today(),
  })
  const { from, to } = days
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
      <PeriodFields days={days} onChange={setDays} />
      <Button type="submit" kind="primary">
        {REPORT_TEXT.show}
      </Button>
    </form>
  )
}
