import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyDefinition, anyHolidays, anyInstant, minutesAfter } from '../../test/any-calendar.ts'
import { epochDayOf, floorToMinute, type Instant, localDateOf, localMinute, weekdayOf } from '../kernel/instant.ts'
import {
  addWorkingMinutes,
  type CalendarDefinition,
  compileCalendar,
  isWorkingTime,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './calendar.ts'

const anyAmount = fc.nat({ max: 2400 })

/** The calendar as a person with a watch reads it: is this minute worked? */
function isWorked(definition: CalendarDefinition, at: Instant): boolean {
  const date = localDateOf(at)
  const { minute } = localMinute(at)
  if (definition.holidays.some((each) => each.date === date)) return false
  const like = definition.makeUpDays.find((each) => each.date === date)?.like
  const windows = Object.entries(definition.officeHours[0]?.week ?? {})
    .filter(([weekday]) => Number(weekday) === (like ?? weekdayOf(epochDayOf(date))))
    .flatMap(([, ofDay]) => ofDay)
  return windows.some(([from, to]) => from <= minute && minute < to)
}

function walk(definition: CalendarDefinition, from: Instant, minutes: number): Instant {
  let at = floorToMinute(from)
  if (minutes === 0) {
    while (!isWorked(definition, at) && !isWorked(definition, minutesAfter(at, -1))) at = minutesAfter(at, 1)
    return at
  }
  for (let left = minutes; left > 0; at = minutesAfter(at, 1)) {
    if (isWorked(definition, at)) left -= 1
  }
  return at
}

test('adding working time ends where a walk from minute to minute ends', () => {
  const property = fc.property(anyDefinition, anyInstant, fc.nat({ max: 1000 }), (definition, from, minutes) => {
    assert.equal(addWorkingMinutes(compileCalendar(definition), from, minutes), walk(definition, from, minutes))
  })
  fc.assert(property, { numRuns: 60 })
})

test('between a moment and the same plus n working minutes lie n working minutes', () => {
  fc.assert(
    fc.property(anyDefinition, anyInstant, anyAmount, (definition, from, minutes) => {
      const cal = compileCalendar(definition)
      const to = addWorkingMinutes(cal, from, minutes)
      assert.equal(workingMinutesBetween(cal, from, to), minutes)
      assert.equal(workingMinutesBetween(cal, to, from), 0 - minutes)
    }),
  )
})

test('so many working minutes before a moment lies a minute of office time from which they are left', () => {
  fc.assert(
    fc.property(anyDefinition, anyInstant, anyAmount, (definition, from, amount) => {
      const cal = compileCalendar(definition)
      const to = addWorkingMinutes(cal, from, amount + 1)
      const begin = subtractWorkingMinutes(cal, to, amount + 1)
      assert.equal(workingMinutesBetween(cal, begin, to), amount + 1)
      assert.ok(isWorked(definition, begin))
    }),
  )
})

test('adding in two parts is adding at once', () => {
  fc.assert(
    fc.property(
      anyDefinition,
      anyInstant,
      fc.tuple(anyAmount, fc.integer({ min: 1, max: 2400 })),
      (definition, from, [a, b]) => {
        const cal = compileCalendar(definition)
        assert.equal(addWorkingMinutes(cal, addWorkingMinutes(cal, from, a), b), addWorkingMinutes(cal, from, a + b))
      },
    ),
  )
})

test('no moment that working time leads to lies outside working time', () => {
  fc.assert(
    fc.property(anyDefinition, anyInstant, anyAmount, (definition, from, minutes) => {
      const cal = compileCalendar(definition)
      assert.ok(isWorkingTime(cal, addWorkingMinutes(cal, from, minutes)))
    }),
  )
})

test('one more holiday never brings a moment forward', () => {
  fc.assert(
    fc.property(anyDefinition, anyHolidays, fc.tuple(anyInstant, anyAmount), (definition, more, [from, minutes]) => {
      const known = new Set([...definition.holidays, ...definition.makeUpDays].map((each) => each.date))
      const holidays = [...definition.holidays, ...more.filter((each) => !known.has(each.date))]
      const before = addWorkingMinutes(compileCalendar(definition), from, minutes)
      const after = addWorkingMinutes(compileCalendar({ ...definition, holidays }), from, minutes)
      assert.ok(after >= before)
    }),
  )
})
