import type { EpochDay, LocalDate } from '../kernel/instant.ts'

export { CalendarRangeError, withinCalendar } from './calendar-range-error.ts'
export { type CalendarProblem, checkCalendar } from './check-calendar.ts'
export { compileCalendar } from './compile-calendar.ts'
export {
  countWorkingDays,
  endOfWorkingDay,
  findNamedDay,
  isWorkingDay,
  nextWorkingDate,
  plusWorkingDays,
  workingDateInHand,
  workingDaysBetween,
} from './working-days.ts'
export {
  addWorkingMinutes,
  firstWorkingMinute,
  isWorkingTime,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './working-time.ts'

/** Minutes of the local day, from inclusive, to exclusive: 07:00–11:30 is [420, 690]. */
export type Window = readonly [from: number, to: number]

/** Office hours of a week while they are in force. Weekday 0 is Sunday; a weekday that is missing is a day off. */
export type OfficeHours = {
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly week: Readonly<Partial<Record<0 | 1 | 2 | 3 | 4 | 5 | 6, readonly Window[]>>>
  readonly source: string
}

export type Holiday = { readonly date: LocalDate; readonly name: string; readonly source: string }
/** A Saturday (or Sunday) on which the office works, with the windows of `like` (a weekday), in exchange for a day off. */
export type MakeUpDay = {
  readonly date: LocalDate
  readonly like: 1 | 2 | 3 | 4 | 5
  readonly name: string
  readonly source: string
}

/** Working time of the agencies that name this calendar. Holidays and make-up days are law as data; nothing here is computed from a formula. */
export type CalendarDefinition = {
  readonly id: string
  readonly name: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly officeHours: readonly OfficeHours[]
  readonly holidays: readonly Holiday[]
  readonly makeUpDays: readonly MakeUpDay[]
}

/**
 * A calendar made ready for arithmetic. The two counts have one cell more than there are days, and cell i tells
 * what lies before day i, so that adding working time is a binary search. Nobody outside this folder looks inside.
 */
export type WorkCalendar = {
  readonly id: string
  readonly name: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly firstDay: EpochDay
  readonly days: number
  readonly minutesBefore: Int32Array
  readonly workingDaysBefore: Int32Array
  /** Ascending windows of each day; empty on a day off. */
  readonly windows: readonly (readonly Window[])[]
  readonly named: ReadonlyMap<EpochDay, NamedDay>
}

/** A holiday or a make-up day, with the decision that makes it one. */
export type NamedDay = { readonly kind: 'holiday' | 'makeUp'; readonly name: string; readonly source: string }
