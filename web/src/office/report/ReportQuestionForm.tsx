import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_ROWS, REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { scopesQuery } from '../dossier/queries.ts'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'
import type { ReportQuestion } from './queries.ts'

/** Scope, period and as-of; what is asked goes into the address. */
export function ReportQuestionForm({ asked }: { readonly asked: ReportQuestion | null }) {
  const navigate = useNavigate()
  const scopes = useQuery(scopesQuery)
  const [scope, setScope] = useState(asked?.scope ?? '')
  const [from, setFrom] = useState(asked?.from ?? firstOfMonth())
  const [to, setTo] = useState(asked?.to ?? today())
  const [by, setBy] = useState<string>(asked?.by ?? 'field')
  const [asOf, setAsOf] = useState(asked?.asOf === undefined ? '' : localText(asked.asOf))
  const chosen = scope === '' ? (scopes.data?.[0]?.id ?? '') : scope
  const backwards = from > to
  const show = () => {
    if (backwards || chosen === '') return
    const question = {
      scope: chosen,
      from,
      to,
      ...(by === 'field' ? {} : { by }),
      ...(asOf === '' ? {} : { asOf: new Date(`${asOf}:00+07:00`).toISOString() }),
    }
    void navigate(`${paths.report()}?${new URLSearchParams(question).toString()}`)
  }
  if (scopes.error !== null) return <ProblemFace error={scopes.error} onRetry={() => void scopes.refetch()} />
  return (
    <form action={show} className="question" aria-label={TEXT.title}>
      <Select
        name="scope"
        label={TEXT.scope}
        value={chosen}
        onChange={setScope}
        options={scopes.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        {...(scopes.data === undefined ? { empty: OFFICE_TEXT.select } : {})}
      />
      <TextField
        name="from"
        label={TEXT.from}
        value={from}
        onChange={setFrom}
        input={{ type: 'date' }}
        problem={backwards ? TEXT.periodWrong : undefined}
      />
      <TextField name="to" label={TEXT.to} value={to} onChange={setTo} input={{ type: 'date' }} />
      <Select name="by" label={TEXT.by} value={by} onChange={setBy} options={ROWS} />
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
      <Button type="submit" kind="primary">
        {TEXT.show}
      </Button>
    </form>
  )
}

const ROWS = Object.entries(REPORT_ROWS).map(([value, label]) => ({ value, label }))
const VIETNAM_OFFSET_MS = 7 * 3_600_000
const today = (): string => new Date(Date.now() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)
const firstOfMonth = (): string => `${today().slice(0, 8)}01`
const localText = (iso: string): string => new Date(Date.parse(iso) + VIETNAM_OFFSET_MS).toISOString().slice(0, 16)
