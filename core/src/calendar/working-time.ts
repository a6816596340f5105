import {
  epochDay,
  floorToMinute,
  type Instant,
  instantAt,
  localDateOf,
  localMinute,
  plusDays,
} from '../kernel/instant.ts'
import type { Window, WorkCalendar } from './calendar.ts'
import { CalendarRangeError } from './calendar-range-error.ts'
import { cellOf, firstDayReaching } from './first-day-reaching.ts'

/** Where an instant lies: the index of its day in the calendar and the minute of that day. */
type Place = { readonly index: number; readonly minute: number }

/**
 * The moment at which so many working minutes after `from` have passed. An amount that exactly fills a window ends
 * with the window (11:30, 17:00), never at the next opening. With 0 minutes: the minute of `from` where the office
 * is open or just closing, else the next opening, so that a due time never falls outside working time.
 * Throws a CalendarRangeError where the calendar ends first, a RangeError for a negative or fractional amount.
 */
export function addWorkingMinutes(cal: WorkCalendar, from: Instant, minutes: number): Instant {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`not an amount of working minutes: ${minutes}`)
  if (minutes === 0) return isWorkingTime(cal, from) ? floorToMinute(from) : firstWorkingMinute(cal, from)
  const target = countBefore(cal, placeOf(cal, from)) + minutes
  const index = firstDayReaching(cal, cal.minutesBefore, target)
  return instantOn(cal, index, minuteReaching(windowsOf(cal, index), target - cellOf(cal.minutesBefore, index)))
}

/**
 * The working minute from which so many working minutes (at least 1) are left until `to`. An amount that exactly fills
 * a window begins with the window, never at the closing before it. Throws as `addWorkingMinutes` does.
 */
export function subtractWorkingMinutes(cal: WorkCalendar, to: Instant, minutes: number): Instant {
  if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError(`not an amount of working minutes: ${minutes}`)
  const target = countBefore(cal, placeOf(cal, to)) - minutes
  if (target < 0) throw new CalendarRangeError(cal, plusDays(cal.from, -1))
  const index = firstDayReaching(cal, cal.minutesBefore, target + 1)
  return instantOn(cal, index, minuteReaching(windowsOf(cal, index), target + 1 - cellOf(cal.minutesBefore, index)) - 1)
}

/** Working minutes from a to b; negative where b comes first. */
export function workingMinutesBetween(cal: WorkCalendar, a: Instant, b: Instant): number {
  return countBefore(cal, placeOf(cal, b)) - countBefore(cal, placeOf(cal, a))
}

/** Whether the office is open in that minute, or closes with it. */
export function isWorkingTime(cal: WorkCalendar, at: Instant): boolean {
  const { index, minute } = placeOf(cal, at)
  return windowsOf(cal, index).some(([from, to]) => from <= minute && minute <= to)
}

/** The first minute at or after `at` in which the office works: at 11:30 that is 13:30. */
export function firstWorkingMinute(cal: WorkCalendar, at: Instant): Instant {
  const place = placeOf(cal, at)
  const today = windowsOf(cal, place.index).find(([, to]) => place.minute < to)
  if (today !== undefined) return instantOn(cal, place.index, Math.max(today[0], place.minute))
  const index = firstDayReaching(cal, cal.minutesBefore, cellOf(cal.minutesBefore, place.index + 1) + 1)
  return instantOn(cal, index, windowsOf(cal, index)[0]?.[0] ?? 0)
}

function placeOf(cal: WorkCalendar, at: Instant): Place {
  const { day, minute } = localMinute(at)
  const index = day - cal.firstDay
  if (index < 0 || index >= cal.days) throw new CalendarRangeError(cal, localDateOf(at))
  return { index, minute }
}

/** Working minutes of the calendar that lie before the place. */
function countBefore(cal: WorkCalendar, { index, minute }: Place): number {
  let count = cellOf(cal.minutesBefore, index)
  for (const [from, to] of windowsOf(cal, index)) {
    if (minute > from) count += Math.min(minute, to) - from
  }
  return count
}

/** Minute of the day at which so many working minutes (more than 0) of that day have passed. */
function minuteReaching(windows: readonly Window[], amount: number): number {
  let left = amount
  for (const [from, to] of windows) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  throw new Error('more working minutes asked of a day than it has')
}

function instantOn(cal: WorkCalendar, index: number, minute: number): Instant {
  return instantAt(epochDay(cal.firstDay + index), minute)
}

const windowsOf = (cal: WorkCalendar, index: number): readonly Window[] => cal.windows[index] ?? []
