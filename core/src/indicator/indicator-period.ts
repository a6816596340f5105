import { localDate, type LocalDate, plusDays } from '../kernel/instant.ts'
import { type Period, periodName } from '../report/report.ts'

/** The set is assessed by month, quarter and year of the calendar (QĐ 766). */
export type IndicatorPeriod = {
  /** `2024-03`, `2024-Q1`, `2024`. */
  readonly id: string
  readonly kind: 'month' | 'quarter' | 'year'
  readonly name: string
  readonly period: Period
}

const FORM = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/

/** Undefined for what names no period. */
export function findIndicatorPeriod(id: string): IndicatorPeriod | undefined {
  const [, year, quarter, month] = FORM.exec(id) ?? []
  if (year === undefined || Number(year) < 2000) return undefined
  if (month !== undefined) return periodOf('month', Number(year), Number(month))
  return quarter === undefined
    ? periodOf('year', Number(year), 1)
    : periodOf('quarter', Number(year), Number(quarter) * 3 - 2)
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function periodOf(kind: IndicatorPeriod['kind'], year: number, firstMonth: number): IndicatorPeriod {
  const period = { from: dayOne(year, firstMonth), to: plusDays(dayOne(year, firstMonth + MONTHS[kind]), -1) }
  return { id: idOf(kind, year, firstMonth), kind, name: periodName(period) ?? '', period }
}

function idOf(kind: IndicatorPeriod['kind'], year: number, firstMonth: number): string {
  if (kind === 'year') return String(year)
  return kind === 'quarter' ? `${year}-Q${(firstMonth + 2) / 3}` : `${year}-${String(firstMonth).padStart(2, '0')}`
}

/** The period of the same kind that ends where this one begins. */
export function previousPeriod(period: IndicatorPeriod): IndicatorPeriod {
  const last = plusDays(period.period.from, -1)
  return periodHolding(last, period.kind)
}

/** The period in which a day lies. */
export function periodHolding(day: LocalDate, kind: IndicatorPeriod['kind']): IndicatorPeriod {
  const months = MONTHS[kind]
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months + 1
  return periodOf(kind, Number(day.slice(0, 4)), month)
}

function dayOne(year: number, month: number): LocalDate {
  const over = month > 12
  return localDate(`${over ? year + 1 : year}-${String(over ? month - 12 : month).padStart(2, '0')}-01`)
}
