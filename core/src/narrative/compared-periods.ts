import { epochDayOf, type LocalDate, localDate, plusDays } from '../kernel/instant.ts'
import { type Period, periodName } from '../report/report.ts'

/** The period before, and the same one a year earlier. Whole months go by months, with their cut-off; others by days. */
export function comparedPeriods(period: Period): { readonly previous: Period; readonly lastYear: Period } {
  const months = periodName(period) === null ? 0 : monthsOf(period)
  if (months > 0) return { previous: shifted(period, -months), lastYear: shifted(period, -12) }
  const days = epochDayOf(period.to) - epochDayOf(period.from) + 1
  return {
    previous: { from: plusDays(period.from, -days), to: plusDays(period.from, -1) },
    lastYear: { from: plusMonths(period.from, -12), to: plusMonths(period.to, -12) },
  }
}

/** None for weeks, which have names too but begin on another day of each month. */
function monthsOf({ from, to }: Period): number {
  const next = plusDays(to, 1)
  if (next.slice(8) !== from.slice(8)) return 0
  return monthNumber(next) - monthNumber(from)
}

/** By the day after the end, so that the last day of a month stays one. */
function shifted({ from, to }: Period, months: number): Period {
  return { from: plusMonths(from, months), to: plusDays(plusMonths(plusDays(to, 1), months), -1) }
}

const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** The same day of another month, or its last day where it is shorter. */
function plusMonths(date: LocalDate, months: number): LocalDate {
  const first = monthNumber(date) + months
  const start = monthStart(first)
  const length = epochDayOf(monthStart(first + 1)) - epochDayOf(start)
  return plusDays(start, Math.min(Number(date.slice(8, 10)), length) - 1)
}

function monthStart(month: number): LocalDate {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return localDate(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`)
}
