import {
  dateOfEpochDay,
  epochDay,
  epochDayOf,
  type LocalDate,
  localDate,
  plusDays,
  weekdayOf,
} from '../kernel/instant.ts'
import type { PeriodRule } from './period-rule.ts'

export { checkPeriodRules, type PeriodCut, type PeriodRule, periodRuleShape } from './period-rule.ts'

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'half', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** First and last day, both included, in Vietnamese time. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate }

/** `2024-W12`, `2024-03`, `2024-Q1`, `2024-H1` or `2024`, with the days that a rule gives it. */
export type NamedPeriod = { readonly id: string; readonly kind: PeriodKind; readonly period: Period }

const NAME = /^(\d{4})(?:-(?:W(\d\d)|(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/
const LENGTH = { month: 1, quarter: 3, half: 6, year: 12 } as const
type MonthsKind = keyof typeof LENGTH

/** Days that the rule gives to a name; undefined for what it has no period of, and where it is not in force. */
export function findPeriod(rule: PeriodRule, id: string): NamedPeriod | undefined {
  const [, year, week, month, quarter, half] = NAME.exec(id) ?? []
  if (year === undefined || Number(year) < 1970) return undefined
  const named =
    week === undefined
      ? monthsOf(rule, Number(year), { month, quarter, half })
      : weekOf(rule, Number(year), Number(week))
  return named !== undefined && isInForce(rule, named.period.to) ? named : undefined
}

/** The period of a kind in which a day lies. */
export function periodHolding(rule: PeriodRule, kind: PeriodKind, day: LocalDate): NamedPeriod | undefined {
  const period = rule.cut.by === 'weeks' ? weekHolding(rule, day) : monthsHolding(rule, kind, day)
  return period?.kind === kind && isInForce(rule, period.period.to) ? period : undefined
}

/** Every period of a kind that bears the name of the year, in order. */
export function listPeriods(rule: PeriodRule, kind: PeriodKind, year: number): readonly NamedPeriod[] {
  return NUMBERS[kind].flatMap((part) => findPeriod(rule, `${year}${part}`) ?? [])
}

/** The rule of an id, or of none the usual one that has a period of the name. */
export function findNamedPeriod(
  rules: readonly PeriodRule[],
  id: string,
  ruleId: string | undefined,
): NamedPeriod | undefined {
  const asked = rules.filter((rule) => (ruleId === undefined ? rule.usual : rule.id === ruleId))
  return asked.flatMap((rule) => findPeriod(rule, id) ?? [])[0]
}

const isInForce = ({ validFrom, validTo }: PeriodRule, day: LocalDate): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

const two = (value: number): string => String(value).padStart(2, '0')
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

const NUMBERS: Readonly<Record<PeriodKind, readonly string[]>> = {
  week: upTo(53).map((week) => `-W${two(week)}`),
  month: upTo(12).map((month) => `-${two(month)}`),
  quarter: upTo(4).map((quarter) => `-Q${quarter}`),
  half: upTo(2).map((half) => `-H${half}`),
  year: [''],
}

type Parts = Readonly<Record<'month' | 'quarter' | 'half', string | undefined>>

function monthsOf(rule: PeriodRule, year: number, { month, quarter, half }: Parts): NamedPeriod | undefined {
  if (month !== undefined) return months(rule, 'month', year * 12 + Number(month) - 1)
  if (quarter !== undefined) return months(rule, 'quarter', year * 12 + Number(quarter) * 3 - 3)
  if (half !== undefined) return months(rule, 'half', year * 12 + Number(half) * 6 - 6)
  return months(rule, 'year', year * 12)
}

/** `first`: months since year 0. */
function months({ cut }: PeriodRule, kind: MonthsKind, first: number): NamedPeriod | undefined {
  if (cut.by !== 'months') return undefined
  const startOf = (month: number): LocalDate => {
    const begun = cut.startDay === 1 ? month : month - 1
    return localDate(`${Math.floor(begun / 12)}-${two((begun % 12) + 1)}-${two(cut.startDay)}`)
  }
  const period = { from: startOf(first), to: plusDays(startOf(first + LENGTH[kind]), -1) }
  const part = NUMBERS[kind][(first % 12) / LENGTH[kind]] ?? ''
  return { id: `${Math.floor(first / 12)}${part}`, kind, period }
}

function monthsHolding(rule: PeriodRule, kind: PeriodKind, day: LocalDate): NamedPeriod | undefined {
  if (kind === 'week') return undefined
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
  const isNext = rule.cut.startDay > 1 && dayOfMonth >= rule.cut.startDay
  const its = year * 12 + month - 1 + (isNext ? 1 : 0)
  return months(rule, kind, its - (its % LENGTH[kind]))
}

const THURSDAY = 4

function weekHolding({ cut }: PeriodRule, day: LocalDate): NamedPeriod {
  const its = epochDayOf(day)
  const passed = (weekdayOf(its) - cut.startDay + 7) % 7
  const from = dateOfEpochDay(epochDay(its - passed))
  return { id: isoWeekOf(from), kind: 'week', period: { from, to: plusDays(from, 6) } }
}

/** Of seven days the ISO week of their Thursday. */
export function isoWeekOf(from: LocalDate): string {
  const first = epochDayOf(from)
  const thursday = dateOfEpochDay(epochDay(first + ((THURSDAY - weekdayOf(first) + 7) % 7)))
  const year = thursday.slice(0, 4)
  const week = Math.floor((epochDayOf(thursday) - epochDayOf(localDate(`${year}-01-01`))) / 7) + 1
  return `${year}-W${two(week)}`
}

/** The 4th of January lies in the first ISO week. */
function weekOf(rule: PeriodRule, year: number, week: number): NamedPeriod | undefined {
  if (rule.cut.by !== 'weeks' || week < 1) return undefined
  const fourth = epochDayOf(localDate(`${year}-01-04`))
  const firstThursday = fourth - ((weekdayOf(fourth) + 6) % 7) + 3
  const found = weekHolding(rule, dateOfEpochDay(epochDay(firstThursday + (week - 1) * 7)))
  return found.id === `${year}-W${two(week)}` ? found : undefined
}
