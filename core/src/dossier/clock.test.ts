import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar, aCalendarDefinition, aHoliday, aMakeUpDay } from '../../test/a-calendar.ts'
import { aClock, type ClockParts } from '../../test/a-clock.ts'
import { CalendarRangeError } from '../calendar/calendar.ts'
import { localDate, parseInstant, toIso } from '../kernel/instant.ts'
import type { Term } from '../procedure/procedure.ts'
import { dueAtOf, endClock, finishClassOf, overdueAt, remainingMinutes, startClock, usedMinutes } from './clock.ts'
import type { ClockLedger } from './clock-ledger.ts'

const cal = aCalendar({
  holidays: [aHoliday('2024-09-02'), aHoliday('2024-09-03'), aHoliday('2024-04-29'), aHoliday('2024-04-30')],
  makeUpDays: [aMakeUpDay('2024-05-04')],
})

const hours = (amount: number): Term => ({ unit: 'workingHours', amount })
const days = (amount: number): Term => ({ unit: 'workingDays', amount })
const calendarDays = (amount: number): Term => ({ unit: 'calendarDays', amount })
const months = (amount: number): Term => ({ unit: 'months', amount })
const SAME_DAY: Term = { unit: 'sameDay', amount: 1 }

const wholeDays: ClockParts = { policies: { workingDay: 'wholeDays' } }
const noRoll: ClockParts = { policies: { rollForward: false } }

type Row = readonly [what: string, at: string, term: Term, due: string, parts?: ClockParts]
// 15/03/2024 is a Friday.
const ROWS: readonly Row[] = [
  ['hours within a morning', '2024-03-14T08:00', hours(2), '2024-03-14T10:00'],
  ['half hours', '2024-03-14T08:00', hours(1.5), '2024-03-14T09:30'],
  ['hours over lunch', '2024-03-14T10:30', hours(4), '2024-03-14T16:30'],
  ['received exactly 11:30, one hour', '2024-03-14T11:30', hours(1), '2024-03-14T14:30'],
  ['received Saturday 9:00, four hours', '2024-03-16T09:00', hours(4), '2024-03-18T11:00'],
  ['received Saturday 9:00, one day', '2024-03-16T09:00', days(1), '2024-03-18T17:00'],
  ['received before opening', '2024-03-14T06:30', days(1), '2024-03-14T17:00'],
  ['received after closing', '2024-03-14T18:00', days(1), '2024-03-15T17:00'],
  ['three days over a weekend', '2024-03-14T09:00', days(3), '2024-03-19T09:00'],
  ['a quarter of a day', '2024-03-14T16:00', days(0.25), '2024-03-15T08:00'],
  ['half a day', '2024-03-14T09:00', days(0.5), '2024-03-14T15:00'],
  ['two days over 2/9', '2024-08-30T09:00', days(2), '2024-09-05T09:00'],
  ['a make-up Saturday counts', '2024-05-03T09:00', days(1), '2024-05-04T09:00'],
  ['whole days: the first does not count', '2024-03-14T09:00', days(3), '2024-03-19T17:00', wholeDays],
  ['whole days from a Saturday', '2024-03-16T09:00', days(1), '2024-03-18T17:00', wholeDays],
  ['whole days, half of one', '2024-03-14T09:00', days(0.5), '2024-03-14T15:00', wholeDays],
  ['whole days, one and a half', '2024-03-14T09:00', days(1.5), '2024-03-18T11:00', wholeDays],
  ['calendar days end with office hours', '2024-03-14T09:00', calendarDays(5), '2024-03-19T17:00'],
  ['calendar days roll over a weekend', '2024-03-14T09:00', calendarDays(2), '2024-03-18T17:00'],
  ['calendar days roll over 2/9', '2024-08-28T09:00', calendarDays(5), '2024-09-04T17:00'],
  ['calendar days stay where nothing rolls', '2024-03-14T09:00', calendarDays(2), '2024-03-16T23:59', noRoll],
  ['a month', '2024-03-15T09:00', months(1), '2024-04-15T17:00'],
  ['a month without such a day ends with its last day', '2024-01-31T09:00', months(1), '2024-02-29T17:00'],
  ['two months over the end of the year', '2024-12-31T09:00', months(2), '2025-02-28T17:00'],
  ['half a month is 15 days', '2024-03-04T09:00', months(0.5), '2024-03-19T17:00'],
  ['the same day before 15:00', '2024-03-14T14:59', SAME_DAY, '2024-03-14T17:00'],
  ['the same day from 15:00', '2024-03-14T15:00', SAME_DAY, '2024-03-15T17:00'],
  ['the same day on a Friday afternoon', '2024-03-15T15:30', SAME_DAY, '2024-03-18T17:00'],
  ['the same day on a Saturday', '2024-03-16T09:00', SAME_DAY, '2024-03-18T17:00'],
]

for (const [what, at, term, due, parts] of ROWS) {
  test(`due time: ${what}`, () => {
    assert.equal(iso(dueAtOf(aClock(at, term, parts), cal)), iso(parseInstant(due)))
  })
}

const iso = (at: ReturnType<typeof dueAtOf>): string | null => (at === null ? null : toIso(at))

test('the same day at an office that closes at noon is the next working day for what comes in after noon', () => {
  const week = { 1: [[420, 690] as const], 2: [[420, 690] as const] }
  const mornings = aCalendar({
    officeHours: [{ validFrom: localDate('2024-01-01'), validTo: null, week, source: 'QĐ thử' }],
  })
  assert.equal(iso(dueAtOf(aClock('2024-03-18T13:00', SAME_DAY), mornings)), iso(parseInstant('2024-03-19T11:30')))
})

test('the due time follows the term that the province promised', () => {
  const clock = aClock('2024-03-14T09:00', days(3), { committed: days(2) })
  assert.equal(dueAtOf(clock, cal), parseInstant('2024-03-18T09:00'))
})

test('without a term there is no due time, no lateness, and the end is on time', () => {
  const clock = aClock('2024-03-14T09:00', { unit: 'none', amount: 0 })
  const later = parseInstant('2025-03-14T09:00')
  assert.equal(dueAtOf(clock, cal), null)
  assert.equal(remainingMinutes(clock, cal, later), null)
  assert.equal(overdueAt(clock, cal, later), false)
  assert.equal(finishClassOf(clock, cal, later), 'onTime')
})

test('a term beyond the calendar is an error, never an invented date', () => {
  assert.throws(() => dueAtOf(aClock('2025-12-31T09:00', days(3)), cal), CalendarRangeError)
  assert.throws(() => dueAtOf(aClock('2025-12-31T09:00', months(3)), cal), CalendarRangeError)
})

test('time left and time used add up to the term', () => {
  const clock = aClock('2024-03-14T09:00', days(2))
  const at = parseInstant('2024-03-15T08:00')
  assert.equal(usedMinutes(clock, cal, at), 420)
  assert.equal(remainingMinutes(clock, cal, at), 540)
})

test('a dossier is overdue after its due minute, not in it', () => {
  const clock = aClock('2024-03-14T09:00', days(1))
  assert.equal(overdueAt(clock, cal, parseInstant('2024-03-15T09:00:59+07:00')), false)
  assert.equal(overdueAt(clock, cal, parseInstant('2024-03-15T09:01')), true)
  assert.equal(remainingMinutes(clock, cal, parseInstant('2024-03-18T08:00')), -420)
})

test('after the end the clock stands', () => {
  const ended = endClock(aClock('2024-03-14T09:00', days(1)), parseInstant('2024-03-14T10:00'))
  const nextYear = parseInstant('2025-03-14T09:00')
  assert.equal(overdueAt(ended, cal, nextYear), false)
  assert.equal(usedMinutes(ended, cal, nextYear), 60)
  assert.equal(remainingMinutes(ended, cal, nextYear), 420)
  assert.throws(() => endClock(ended, nextYear), /ended/)
})

type Finish = readonly [at: string, byDay: string, byMinute: string]
const FINISHES: readonly Finish[] = [
  ['2024-03-18T16:00', 'early', 'early'],
  ['2024-03-19T07:00', 'onTime', 'early'],
  ['2024-03-19T09:00', 'onTime', 'onTime'],
  ['2024-03-19T09:01', 'late', 'late'],
  ['2024-03-20T08:00', 'late', 'late'],
]

for (const [at, byDay, byMinute] of FINISHES) {
  test(`due 09:00 on 19/03, finished ${at}: ${byDay} by day, ${byMinute} by minute, and the list and the report agree`, () => {
    const clock = aClock('2024-03-14T09:00', days(3))
    const minute: ClockLedger = { ...clock, policies: { ...clock.policies, onTime: 'byMinute' } }
    assert.equal(finishClassOf(clock, cal, parseInstant(at)), byDay)
    assert.equal(finishClassOf(minute, cal, parseInstant(at)), byMinute)
    assert.equal(overdueAt(clock, cal, parseInstant(at)), byDay === 'late')
  })
}

test('a clock starts without pauses, extension or end', () => {
  const at = parseInstant('2024-03-14T09:00')
  const { policies } = aClock('2024-03-14T09:00', days(3))
  assert.deepEqual(startClock({ at, legal: days(3), committed: null, policies }), aClock('2024-03-14T09:00', days(3)))
})

test('due times of a two-year calendar come cheaply', () => {
  const twoYears = aCalendar({ ...aCalendarDefinition(), holidays: [aHoliday('2024-09-02')] })
  const clock = aClock('2024-03-14T09:00', days(15))
  const begun = performance.now()
  for (let i = 0; i < 20_000; i++) dueAtOf(clock, twoYears)
  assert.ok(performance.now() - begun < 1000)
})
