import { epochDayOf, type LocalDate, localDate, plusDays } from '../kernel/instant.ts'

type Days = { readonly from: LocalDate; readonly to: LocalDate }

/** The month that is going on, up to today, and what it is compared with: as many days of the month and of the year before. */
export type MonthToDate = { readonly month: Days; readonly monthBefore: Days; readonly yearBefore: Days }

export function monthToDate(today: LocalDate): MonthToDate {
  return { month: daysOf(today, 0), monthBefore: daysOf(today, 1), yearBefore: daysOf(today, 12) }
}

/** Of a shorter month all days at most: the 31st is compared with the whole of February. */
function daysOf(today: LocalDate, monthsBack: number): Days {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const index = year * 12 + month - 1 - monthsBack
  const from = firstOf(index)
  const length = epochDayOf(firstOf(index + 1)) - epochDayOf(from)
  return { from, to: plusDays(from, Math.min(day, length) - 1) }
}

const firstOf = (index: number): LocalDate =>
  localDate(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`)

/** The share that was finished in time, in percent to two decimals; null where nothing was finished. */
export function onTimePercent({ finished, late }: { readonly finished: number; readonly late: number }): number | null {
  return finished === 0 ? null : Math.round(((finished - late) / finished) * 10_000) / 100
}
