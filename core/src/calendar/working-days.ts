import {
  dateOfEpochDay,
  epochDay,
  epochDayOf,
  type Instant,
  instantAt,
  type LocalDate,
  localMinute,
} from '../kernel/instant.ts'
import type { NamedDay, Window, WorkCalendar } from './calendar.ts'
import { CalendarRangeError } from './calendar-range-error.ts'
import { cellOf, firstDayReaching } from './first-day-reaching.ts'

export function isWorkingDay(cal: WorkCalendar, date: LocalDate): boolean {
  return windowsOn(cal, indexOf(cal, date)).length > 0
}

/** The first working day after the date. */
export function nextWorkingDate(cal: WorkCalendar, date: LocalDate): LocalDate {
  return plusWorkingDays(cal, date, 1)
}

/** The n-th working day after the date, which does not count itself. With 0: the date, or the next working day if it is a day off. */
export function plusWorkingDays(cal: WorkCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  const index = indexOf(cal, date)
  if (n === 0) return windowsOn(cal, index).length > 0 ? date : plusWorkingDays(cal, date, 1)
  return dateOfEpochDay(epochDay(cal.firstDay + firstDayReaching(cal, cal.workingDaysBefore, cell(cal, index + 1) + n)))
}

/** How many working days come after the date up to and including the other; negative where the other comes first. */
export function workingDaysBetween(cal: WorkCalendar, after: LocalDate, upTo: LocalDate): number {
  return cell(cal, indexOf(cal, upTo) + 1) - cell(cal, indexOf(cal, after) + 1)
}

/** How many working days lie in a stretch of days, both ends included; none where it ends before it begins. */
export function countWorkingDays(
  cal: WorkCalendar,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): number {
  return from > to ? 0 : cell(cal, indexOf(cal, to) + 1) - cell(cal, indexOf(cal, from))
}

/** When the office closes on that working day. Throws a RangeError for a day off, which has no closing. */
export function endOfWorkingDay(cal: WorkCalendar, date: LocalDate): Instant {
  const closing = windowsOn(cal, indexOf(cal, date)).at(-1)
  if (closing === undefined) throw new RangeError(`${date} is a day off in calendar ${cal.id}`)
  return instantAt(epochDayOf(date), closing[1])
}

/** The working day that an instant still can use: its own until the office closes, then the next. */
export function workingDateInHand(cal: WorkCalendar, at: Instant): LocalDate {
  const { day, minute } = localMinute(at)
  const date = dateOfEpochDay(day)
  const closing = windowsOn(cal, indexOf(cal, date)).at(-1)
  return closing !== undefined && minute <= closing[1] ? date : nextWorkingDate(cal, date)
}

/** The holiday or make-up day of that date with its source; null on any other day. */
export function findNamedDay(cal: WorkCalendar, date: LocalDate): NamedDay | null {
  return cal.named.get(epochDayOf(date)) ?? null
}

function indexOf(cal: WorkCalendar, date: LocalDate): number {
  const index = epochDayOf(date) - cal.firstDay
  if (!(index >= 0 && index < cal.days)) throw new CalendarRangeError(cal, date)
  return index
}

const windowsOn = (cal: WorkCalendar, index: number): readonly Window[] => cal.windows[index] ?? []
const cell = (cal: WorkCalendar, index: number): number => cellOf(cal.workingDaysBefore, index)
