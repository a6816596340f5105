import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar, aCalendarDefinition, aHoliday, aMakeUpDay, OFFICE_DAY } from '../../test/a-calendar.ts'
import {
  type Instant,
  instantAt,
  epochDayOf,
  localDate,
  localDateOf,
  localMinute,
  parseInstant,
} from '../kernel/instant.ts'
import {
  addWorkingMinutes,
  CalendarRangeError,
  countWorkingDays,
  compileCalendar,
  endOfWorkingDay,
  findNamedDay,
  firstWorkingMinute,
  isWorkingDay,
  nextWorkingDate,
  plusWorkingDays,
  workingDateInHand,
  workingDaysBetween,
  workingMinutesBetween,
  withinCalendar,
} from './calendar.ts'

const cal = aCalendar({
  holidays: [aHoliday('2024-09-02'), aHoliday('2024-09-03'), aHoliday('2024-04-29')],
  makeUpDays: [aMakeUpDay('2024-05-04')],
})

const wall = (at: Instant): string => {
  const { minute } = localMinute(at)
  return `${localDateOf(at)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

type Row = readonly [what: string, from: string, minutes: number, expected: string]
// 15/03/2024 is a Friday.
const ROWS: readonly Row[] = [
  ['two hours in the morning', '2024-03-14T08:00', 120, '2024-03-14T10:00'],
  ['an hour that spills over lunch', '2024-03-14T11:00', 60, '2024-03-14T14:00'],
  ['an amount that fills the morning ends at 11:30', '2024-03-14T07:00', 270, '2024-03-14T11:30'],
  ['an amount that fills the day ends at 17:00', '2024-03-14T07:00', 480, '2024-03-14T17:00'],
  ['received exactly at 11:30, one hour', '2024-03-14T11:30', 60, '2024-03-14T14:30'],
  ['received during lunch', '2024-03-14T12:10', 60, '2024-03-14T14:30'],
  ['received before opening', '2024-03-14T05:45', 60, '2024-03-14T08:00'],
  ['received after closing', '2024-03-14T17:20', 60, '2024-03-15T08:00'],
  ['received exactly at closing', '2024-03-14T17:00', 60, '2024-03-15T08:00'],
  ['the last hour of a Friday', '2024-03-15T16:30', 60, '2024-03-18T07:30'],
  ['received on Saturday at 9:00, four hours', '2024-03-16T09:00', 240, '2024-03-18T11:00'],
  ['received on Saturday at 9:00, a working day', '2024-03-16T09:00', 480, '2024-03-18T17:00'],
  ['over the National Day', '2024-08-30T16:00', 120, '2024-09-04T08:00'],
  ['over a make-up Saturday', '2024-05-03T16:00', 120, '2024-05-04T08:00'],
  ['no time, during office hours', '2024-03-14T08:00', 0, '2024-03-14T08:00'],
  ['no time, at closing', '2024-03-14T17:00', 0, '2024-03-14T17:00'],
  ['no time, after closing', '2024-03-14T17:01', 0, '2024-03-15T07:00'],
  ['no time, on a Sunday', '2024-03-17T10:00', 0, '2024-03-18T07:00'],
]

for (const [what, from, minutes, expected] of ROWS) {
  test(`working time: ${what}`, () => {
    assert.equal(wall(addWorkingMinutes(cal, parseInstant(from), minutes)), expected)
  })
}

test('seconds do not count: an instant stands for its minute', () => {
  const at = parseInstant('2024-03-14T08:00:59+07:00')
  assert.equal(addWorkingMinutes(cal, at, 0), parseInstant('2024-03-14T08:00'))
  assert.equal(addWorkingMinutes(cal, at, 30), parseInstant('2024-03-14T08:30'))
})

test('working time between two moments is negative when the second comes first', () => {
  const friday = parseInstant('2024-03-15T16:00')
  const monday = parseInstant('2024-03-18T08:00')
  assert.equal(workingMinutesBetween(cal, friday, monday), 120)
  assert.equal(workingMinutesBetween(cal, monday, friday), -120)
})

test('work begins at the next opening when the office is closed or just closing', () => {
  assert.equal(wall(firstWorkingMinute(cal, parseInstant('2024-03-14T11:30'))), '2024-03-14T13:30')
  assert.equal(wall(firstWorkingMinute(cal, parseInstant('2024-03-15T17:00'))), '2024-03-18T07:00')
  assert.equal(wall(firstWorkingMinute(cal, parseInstant('2024-03-15T09:41'))), '2024-03-15T09:41')
})

test('working days skip weekends and holidays and include make-up Saturdays', () => {
  assert.equal(isWorkingDay(cal, localDate('2024-09-02')), false)
  assert.equal(isWorkingDay(cal, localDate('2024-05-04')), true)
  assert.equal(plusWorkingDays(cal, localDate('2024-08-30'), 1), '2024-09-04')
  assert.equal(plusWorkingDays(cal, localDate('2024-03-16'), 0), '2024-03-18')
  assert.equal(plusWorkingDays(cal, localDate('2024-03-16'), 1), '2024-03-18')
  assert.equal(nextWorkingDate(cal, localDate('2024-05-03')), '2024-05-04')
  assert.equal(workingDaysBetween(cal, localDate('2024-03-15'), localDate('2024-03-19')), 2)
  assert.equal(workingDaysBetween(cal, localDate('2024-03-19'), localDate('2024-03-15')), -2)
})

test('working days of a stretch count both its ends, holidays and make-up Saturdays as they are', () => {
  const count = (from: string, to: string) => countWorkingDays(cal, { from: localDate(from), to: localDate(to) })
  assert.equal(count('2024-03-15', '2024-03-18'), 2)
  assert.equal(count('2024-03-16', '2024-03-17'), 0)
  assert.equal(count('2024-09-02', '2024-09-04'), 1)
  assert.equal(count('2024-05-04', '2024-05-04'), 1)
  assert.equal(count('2024-03-19', '2024-03-15'), 0)
  assert.equal(count(cal.from, cal.to), workingDaysBetween(cal, cal.from, cal.to) + Number(isWorkingDay(cal, cal.from)))
})

test('a working day is in hand until it closes', () => {
  assert.equal(workingDateInHand(cal, parseInstant('2024-03-15T17:00')), '2024-03-15')
  assert.equal(workingDateInHand(cal, parseInstant('2024-03-15T17:01')), '2024-03-18')
})

test('a working day ends when its office hours end, and a day off has no end', () => {
  assert.equal(wall(endOfWorkingDay(cal, localDate('2024-03-15'))), '2024-03-15T17:00')
  assert.throws(() => endOfWorkingDay(cal, localDate('2024-03-16')), /day off/)
})

test('a holiday and a make-up day are known by name and source', () => {
  assert.deepEqual(findNamedDay(cal, localDate('2024-05-04')), {
    kind: 'makeUp',
    name: 'Làm bù',
    source: 'Thông báo hoán đổi ngày làm việc',
  })
  assert.equal(findNamedDay(cal, localDate('2024-03-16')), null)
})

test('summer and winter hours follow each other on their day', () => {
  const winter = { 1: [[450, 690] as const], 2: [[450, 690] as const] }
  const seasonal = aCalendar({
    officeHours: [
      { validFrom: localDate('2024-01-01'), validTo: localDate('2024-03-31'), week: winter, source: 'a' },
      { validFrom: localDate('2024-04-01'), validTo: null, week: { 1: OFFICE_DAY }, source: 'b' },
    ],
  })
  assert.equal(wall(addWorkingMinutes(seasonal, parseInstant('2024-03-26T11:00'), 60)), '2024-04-01T07:30')
})

test('a Saturday morning is working time where the office hours say so', () => {
  const open = aCalendarDefinition().officeHours[0]
  assert.ok(open)
  const saturdays = aCalendar({ officeHours: [{ ...open, week: { ...open.week, 6: [[420, 690]] } }] })
  assert.equal(wall(addWorkingMinutes(saturdays, parseInstant('2024-03-15T16:00'), 120)), '2024-03-16T08:00')
})

test('a day that the calendar does not reach is named, not guessed', () => {
  const reach = (call: () => unknown, date: string): void => {
    assert.throws(
      call,
      (error) => error instanceof CalendarRangeError && error.calendar === 'thu' && error.date === date,
    )
  }
  reach(() => addWorkingMinutes(cal, parseInstant('2023-12-31T10:00'), 60), '2023-12-31')
  reach(() => addWorkingMinutes(cal, parseInstant('2025-12-31T16:30'), 60), '2026-01-01')
  reach(() => plusWorkingDays(cal, localDate('2025-12-31'), 1), '2026-01-01')
  reach(() => isWorkingDay(cal, localDate('2026-01-01')), '2026-01-01')
})

test('a negative or fractional amount of minutes is a bug', () => {
  assert.throws(() => addWorkingMinutes(cal, instantAt(epochDayOf(localDate('2024-03-15')), 480), -1), RangeError)
  assert.throws(() => addWorkingMinutes(cal, instantAt(epochDayOf(localDate('2024-03-15')), 480), 0.5), RangeError)
})

test('a definition with a problem is not compiled', () => {
  const twice = aCalendarDefinition({ holidays: [aHoliday('2024-09-02'), aHoliday('2024-09-02')] })
  assert.throws(() => compileCalendar(twice), /holidays\[1\]/)
})

test('who can do without the time asks within the calendar; other faults stay faults', () => {
  const at = (moment: string) => withinCalendar(() => addWorkingMinutes(cal, parseInstant(moment), 60))
  assert.equal(at('2025-12-31T16:30'), null)
  assert.notEqual(at('2025-12-30T10:00'), null)
  assert.throws(() => withinCalendar(() => assert.fail('broken')), /broken/)
})
