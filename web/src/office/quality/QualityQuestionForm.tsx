import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { QUALITY_COMPARISONS, QUALITY_TEXT as TEXT } from '../../text/quality-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { scopesQuery } from '../dossier/queries.ts'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'
import { choicesQuery, type QualityQuestion, setsQuery } from './queries.ts'

/** Scope, period and version; what is asked goes into the address. */
export function QualityQuestionForm({ asked }: { readonly asked: QualityQuestion | null }) {
  const navigate = useNavigate()
  const scopes = useQuery(scopesQuery)
  const choices = useQuery(choicesQuery)
  const sets = useQuery(setsQuery)
  const [scope, setScope] = useState(asked?.scope ?? '')
  const [period, setPeriod] = useState(asked?.period ?? '')
  const [compare, setCompare] = useState<string>(asked?.compare ?? 'previousPeriod')
  const [set, setSet] = useState(asked?.set ?? '766')
  const chosenScope = scope === '' ? (scopes.data?.[0]?.id ?? '') : scope
  const periods = withAsked(choices.data?.periods ?? [], period)
  const chosenPeriod = period === '' ? (periods[0]?.id ?? '') : period
  const show = () => {
    if (chosenScope === '' || chosenPeriod === '') return
    void navigate(paths.quality({ scope: chosenScope, period: chosenPeriod, compare, set }))
  }
  const error = scopes.error ?? choices.error ?? sets.error
  if (error !== null) return <ProblemFace error={error} onRetry={() => void scopes.refetch()} />
  const versions = (sets.data ?? []).map(({ id, version, note }) => ({
    value: `${id}@${version}`,
    label: `${id}, phiên bản ${version}: ${note.split('. ')[0] ?? ''}`,
  }))
  return (
    <form action={show} className="question" aria-label={TEXT.title}>
      <Select
        name="scope"
        label={TEXT.scope}
        value={chosenScope}
        onChange={setScope}
        options={scopes.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        {...(scopes.data === undefined ? { empty: OFFICE_TEXT.select } : {})}
      />
      <Select
        name="period"
        label={TEXT.period}
        value={chosenPeriod}
        onChange={setPeriod}
        options={periods.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select name="compare" label={TEXT.compare} value={compare} onChange={setCompare} options={QUALITY_COMPARISONS} />
      <Select
        name="set"
        label={TEXT.version}
        value={set}
        onChange={setSet}
        options={[{ value: '766', label: '766, bản có hiệu lực trong kỳ' }, ...versions]}
      />
      <Button type="submit" kind="primary">
        {TEXT.show}
      </Button>
    </form>
  )
}

type Choice = { readonly id: string; readonly name: string }

/** A period from the address that is older than the choices stays chosen. */
function withAsked(periods: readonly Choice[], asked: string): readonly Choice[] {
  const isKnown = asked === '' || periods.some(({ id }) => id === asked)
  return isKnown ? periods : [{ id: asked, name: asked }, ...periods]
}
