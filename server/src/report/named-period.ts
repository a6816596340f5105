import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import { findNamedPeriod, type Period } from '@motcua/core/period/period.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { CommandRefused } from '../platform/command-line.ts'
import { unknownPeriod } from './report-question.ts'

type PeriodOptions = {
  readonly from?: LocalDate
  readonly to?: LocalDate
  readonly period?: string
  readonly rule?: string
}

/** The period that an operator names, or whose days are given; what means nothing is refused. */
export function getPeriod({ from, to, period: id, rule }: PeriodOptions, rulebook: Rulebook): Period {
  if (id !== undefined) {
    const named = findNamedPeriod(rulebook.periodRules(), id, rule)
    if (named === undefined) throw new CommandRefused(unknownPeriod(id, rule, rulebook))
    return named.period
  }
  if (from === undefined || to === undefined) {
    throw new CommandRefused('Chưa nêu kỳ: hãy ghi --period, hoặc cả --from và --to.')
  }
  if (from > to) throw new CommandRefused('Ngày đầu kỳ sau ngày cuối kỳ; hãy đổi lại.')
  return { from, to }
}
