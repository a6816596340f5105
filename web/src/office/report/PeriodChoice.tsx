import { isLocalDate, type LocalDate, localDate } from '@motcua/core/kernel/instant.ts'
import {
  findPeriod,
  listPeriods,
  type NamedPeriod,
  PERIOD_KINDS,
  type PeriodKind,
  type PeriodRule,
  periodHolding,
} from '@motcua/core/period/period.ts'
import { periodName } from '@motcua/core/report/report.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { day, today } from '../../text/moments.ts'
import { PERIOD_KIND, REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Select } from '../../ui/Select.tsx'
import { ProblemFace } from '../Face.tsx'
import { periodRulesQuery } from './queries.ts'

type ChoiceProps = {
  readonly from: string
  readonly to: string
  readonly onChange: (from: string, to: string) => void
}

type Cut = { readonly id: string; readonly rule: PeriodRule; readonly kind: PeriodKind }

/** Fills in the days of a period by its name; the days stay what is asked for, so that any others may be typed. */
export function PeriodChoice({ from, to, onChange }: ChoiceProps) {
  const rules = useQuery(periodRulesQuery)
  // Null until a cut is chosen by hand: then the one whose period the days are.
  const [chosen, setChosen] = useState<string | null>(null)
  if (rules.error !== null) return <ProblemFace error={rules.error} onRetry={() => void rules.refetch()} />
  const cuts = (rules.data ?? []).flatMap(cutsOf)
  const near = isLocalDate(to) ? localDate(to) : today()
  const isAsked = ({ period }: NamedPeriod): boolean => period.from === from && period.to === to
  const holding = ({ rule, kind }: Cut, on: LocalDate) => periodHolding(rule, kind, on)
  const cut = cuts.find((each) => (chosen === null ? isHeld(holding(each, near), isAsked) : each.id === chosen)) ?? null
  const periods = cut === null ? [] : periodsAround(cut, near)
  const fill = (found: NamedPeriod | undefined) => {
    if (found !== undefined) onChange(found.period.from, found.period.to)
  }
  const chooseCut = (id: string) => {
    setChosen(id)
    const next = cuts.find((each) => each.id === id)
    if (next !== undefined) fill(holding(next, near))
  }
  return (
    <>
      <Select
        name="cut"
        label={TEXT.cut}
        value={cut?.id ?? ''}
        onChange={chooseCut}
        empty={TEXT.ownDays}
        options={cuts.map(({ id, rule, kind }) => ({ value: id, label: cutName(rule, kind), group: rule.name }))}
      />
      {cut !== null && (
        <Select
          name="period"
          label={TEXT.period}
          value={periods.find(isAsked)?.id ?? ''}
          onChange={(id) => fill(findPeriod(cut.rule, id))}
          empty={TEXT.choosePeriod}
          options={periods.map(({ id, period }) => ({
            value: id,
            label: `${periodName(period) ?? id} (${day(period.from)}–${day(period.to)})`,
          }))}
        />
      )}
    </>
  )
}

const isHeld = (found: NamedPeriod | undefined, isAsked: (period: NamedPeriod) => boolean): boolean =>
  found !== undefined && isAsked(found)

type RuleSent = Omit<PeriodRule, 'validFrom' | 'validTo'> & {
  readonly validFrom: string
  readonly validTo: string | null
}

function cutsOf({ validFrom, validTo, ...sent }: RuleSent): readonly Cut[] {
  const rule = { ...sent, validFrom: localDate(validFrom), validTo: validTo === null ? null : localDate(validTo) }
  const kinds = PERIOD_KINDS.filter((kind) => (kind === 'week') === (rule.cut.by === 'weeks'))
  return kinds.map((kind) => ({ id: `${rule.id} ${kind}`, rule, kind }))
}

/** Of the year asked for and those beside it, newest first. */
function periodsAround({ rule, kind }: Cut, near: LocalDate): readonly NamedPeriod[] {
  const year = Number(near.slice(0, 4))
  return [year - 1, year, year + 1].flatMap((each) => listPeriods(rule, kind, each)).toReversed()
}

/** Tháng, Tháng (21–20), Tuần từ thứ sáu đến thứ năm: understood also where its group does not show. */
function cutName({ name, cut }: PeriodRule, kind: PeriodKind): string {
  if (cut.by === 'weeks') return name
  return cut.startDay === 1 ? PERIOD_KIND[kind] : `${PERIOD_KIND[kind]} (${cut.startDay}–${cut.startDay - 1})`
}
