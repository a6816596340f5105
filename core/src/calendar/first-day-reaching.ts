import { plusDays } from '../kernel/instant.ts'
import type { WorkCalendar } from './calendar.ts'
import { CalendarRangeError } from './calendar-range-error.ts'

/** Index of the first day by whose end the running count has come to the target; the count is one of the calendar's two. */
export function firstDayReaching(cal: WorkCalendar, counts: Int32Array, target: number): number {
  if (target > cellOf(counts, cal.days)) throw new CalendarRangeError(cal, plusDays(cal.to, 1))
  let low = 0
  let high = cal.days - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cellOf(counts, middle + 1) >= target) high = middle
    else low = middle + 1
  }
  return low
}

export const cellOf = (counts: Int32Array, index: number): number => counts[index] ?? 0
