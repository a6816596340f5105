import fc from 'fast-check'
import type { CalendarDefinition, Holiday, MakeUpDay, Window } from '../src/calendar/calendar.ts'
import {
  type Instant,
  instant,
  localDate,
  MINUTE_MS,
  parseInstant,
  plusDays,
  weekdayOf,
  epochDayOf,
} from '../src/kernel/instant.ts'
import { aCalendarDefinition, aHoliday, aMakeUpDay, OFFICE_DAY } from './a-calendar.ts'

const FROM = localDate('2024-03-01')
const DAYS = 245

const SHAPES: readonly (readonly Window[])[] = [
  [],
  OFFICE_DAY,
  [
    [480, 720],
    [780, 1020],
  ],
  [[420, 690]],
  [
    [450, 600],
    [600, 690],
    [810, 1050],
  ],
]

/** Mondays always work, so that no amount in these tests runs out of calendar. */
const week = fc
  .array(fc.constantFrom(...SHAPES), { minLength: 6, maxLength: 6 })
  .map(([sun = [], tue = [], wed = [], thu = [], fri = [], sat = []]) => ({
    0: sun,
    1: OFFICE_DAY,
    2: tue,
    3: wed,
    4: thu,
    5: fri,
    6: sat,
  }))

const anyDate = fc.nat({ max: 60 }).map((days) => plusDays(FROM, days))

export const anyHolidays: fc.Arbitrary<readonly Holiday[]> = fc
  .uniqueArray(anyDate, { maxLength: 12 })
  .map((dates) => dates.map((date) => aHoliday(date)))

/** Any week, any holidays in its first two months, any make-up Saturdays among them. 1/3/2024–31/10/2024. */
export const anyDefinition: fc.Arbitrary<CalendarDefinition> = fc
  .record({ week, holidays: anyHolidays, saturdays: fc.uniqueArray(anyDate, { maxLength: 12 }) })
  .map(({ week, holidays, saturdays }) => {
    const off = new Set(holidays.map((each) => each.date))
    const makeUpDays: MakeUpDay[] = saturdays
      .filter((date) => weekdayOf(epochDayOf(date)) === 6 && !off.has(date))
      .map((date) => aMakeUpDay(date))
    const officeHours = [{ validFrom: FROM, validTo: null, week, source: 'QĐ thử' }]
    return aCalendarDefinition({ from: FROM, to: plusDays(FROM, DAYS - 1), officeHours, holidays, makeUpDays })
  })

/** A second of the first five weeks, night and weekend included. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .nat({ max: 35 * 86_400 - 1 })
  .map((seconds) => instant(parseInstant('2024-03-01T00:00') + seconds * 1000))

/** So many minutes of the wall clock later. */
export const minutesAfter = (at: Instant, minutes: number): Instant => instant(at + minutes * MINUTE_MS)
