import { namesPeople } from '@motcua/core/report/report.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { FormItem } from '../../api/views.ts'
import { today } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_ROWS, REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { scopesQuery } from '../dossier/queries.ts'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'
import { type AskedDays, PeriodFields } from './PeriodFields.tsx'
import { FIRST_FORM, formsQuery, type ReportQuestion } from './queries.ts'

/** Scope, period and as-of; what is asked goes into the address. */
export function ReportQuestionForm({ asked }: { readonly asked: ReportQuestion | null }) {
  const navigate = useNavigate()
  const scopes = useQuery(scopesQuery)
  const forms = useQuery(formsQuery)
  const [form, setForm] = useState(asked?.form ?? FIRST_FORM)
  const [scope, setScope] = useState(asked?.scope ?? '')
  const [days, setDays] = useState<AskedDays>({ from: asked?.from ?? firstOfMonth(), to: asked?.to ?? today() })
  const { from, to } = days
  const [by, setBy] = useState<string>(asked?.by ?? '')
  const [structure, setStructure] = useState(asked?.structure === 'now')
  const [corrections, setCorrections] = useState(asked?.corrections === 'true')
  const [asOf, setAsOf] = useState(asked?.asOf === undefined ? '' : localText(asked.asOf))
  const chosen = scope === '' ? (scopes.data?.[0]?.id ?? '') : scope
  const backwards = from > to
  const people = scopes.data?.find(({ id }) => id === chosen)?.people ?? true
  const rows = (forms.data?.find(({ id }) => id === form)?.rows ?? []).filter(({ id }) => people || !namesPeople(id))
  const show = () => {
    if (backwards || chosen === '') return
    const question = {
      ...(form === FIRST_FORM ? {} : { form }),
      scope: chosen,
      from,
      to,
      ...(rows.slice(1).some(({ id }) => id === by) ? { by } : {}),
      ...(structure ? { structure: 'now' } : {}),
      ...(corrections ? { corrections: 'true' } : {}),
      ...(asOf === '' ? {} : { asOf: new Date(`${asOf}:00+07:00`).toISOString() }),
    }
    void navigate(`${paths.report()}?${new URLSearchParams(question).toString()}`)
  }
  if (forms.error !== null) return <ProblemFace error={forms.error} onRetry={() => void forms.refetch()} />
  if (scopes.error !== null) return <ProblemFace error={scopes.error} onRetry={() => void scopes.refetch()} />
  return (
    <form action={show} className="question" aria-label={TEXT.title}>
      <Select
        name="form"
        label={TEXT.form}
        value={form}
        onChange={setForm}
        options={forms.data?.map(formOption) ?? [{ value: form, label: form }]}
      />
      <Select
        name="scope"
        label={TEXT.scope}
        value={chosen}
        onChange={setScope}
        options={scopes.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        {...(scopes.data === undefined ? { empty: OFFICE_TEXT.select } : {})}
      />
      <PeriodFields days={days} onChange={setDays} />
      <Select
        name="by"
        label={TEXT.by}
        value={rows.some(({ id }) => id === by) ? by : (rows[0]?.id ?? '')}
        onChange={setBy}
        options={rows.map(({ id }) => ({ value: id, label: REPORT_ROWS[id] }))}
      />
      <div className="field">
        <label className="field-label" htmlFor="asOf">
          {TEXT.asOf} <span className="field-optional">{TEXT.asOfHint}</span>
        </label>
        <input
          id="asOf"
          type="datetime-local"
          className="control control-short"
          value={asOf}
          onChange={(event) => setAsOf(event.target.value)}
        />
      </div>
      <Choice name="structure" label={TEXT.structure} checked={structure} onChange={setStructure} />
      <Choice name="corrections" label={TEXT.corrections} checked={corrections} onChange={setCorrections} />
      <Button type="submit" kind="primary">
        {TEXT.show}
      </Button>
    </form>
  )
}

/** Forms with an official number are known by it. */
function formOption({ id, number, title }: FormItem): SelectOption {
  return { value: id, label: number === null ? title : `${id}: ${title}` }
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000
const firstOfMonth = (): string => `${today().slice(0, 8)}01`
const localText = (iso: string): string => new Date(Date.parse(iso) + VIETNAM_OFFSET_MS).toISOString().slice(0, 16)
