import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendarDefinition, aHoliday, aMakeUpDay, OFFICE_DAY } from '../../test/a-calendar.ts'
import { localDate } from '../kernel/instant.ts'
import { type CalendarDefinition, checkCalendar, type OfficeHours } from './calendar.ts'

const hours = (parts: Partial<OfficeHours> = {}): OfficeHours => ({
  validFrom: localDate('2024-01-01'),
  validTo: null,
  week: { 1: OFFICE_DAY },
  source: 'QĐ thử',
  ...parts,
})

test('a sound calendar has no problem', () => {
  const sound = aCalendarDefinition({ holidays: [aHoliday('2024-09-02')], makeUpDays: [aMakeUpDay('2024-05-04')] })
  assert.deepEqual(checkCalendar(sound), [])
})

type Row = readonly [what: string, parts: Partial<CalendarDefinition>, place: string]
const ROWS: readonly Row[] = [
  ['a day that does not exist', { holidays: [aHoliday('2024-02-30')] }, 'holidays[0].date'],
  ['an end before the beginning', { to: localDate('2023-12-31') }, 'to'],
  [
    'a window that ends before it begins',
    { officeHours: [hours({ week: { 1: [[690, 420]] } })] },
    'officeHours[0].week.1[0]',
  ],
  ['a window beyond midnight', { officeHours: [hours({ week: { 1: [[420, 1441]] } })] }, 'officeHours[0].week.1[0]'],
  ['half a minute', { officeHours: [hours({ week: { 1: [[420.5, 690]] } })] }, 'officeHours[0].week.1[0]'],
  [
    'windows that overlap',
    {
      officeHours: [
        hours({
          week: {
            2: [
              [600, 700],
              [420, 601],
            ],
            1: OFFICE_DAY,
          },
        }),
      ],
    },
    'officeHours[0].week.2',
  ],
  ['a week without work', { officeHours: [hours({ week: {} })] }, 'officeHours[0].week'],
  ['no office hours at all', { officeHours: [] }, 'officeHours'],
  ['office hours that start late', { officeHours: [hours({ validFrom: localDate('2024-02-01') })] }, 'officeHours[0]'],
  ['office hours that stop early', { officeHours: [hours({ validTo: localDate('2024-06-30') })] }, 'officeHours'],
  [
    'a gap between office hours',
    { officeHours: [hours({ validTo: localDate('2024-03-31') }), hours({ validFrom: localDate('2024-04-02') })] },
    'officeHours[1]',
  ],
  [
    'office hours that overlap',
    { officeHours: [hours({ validTo: localDate('2024-04-01') }), hours({ validFrom: localDate('2024-04-01') })] },
    'officeHours[1]',
  ],
  [
    'office hours that end before they begin',
    { officeHours: [hours(), hours({ validFrom: localDate('2023-04-01'), validTo: localDate('2023-03-01') })] },
    'officeHours[1]',
  ],
  ['a holiday outside the calendar', { holidays: [aHoliday('2026-01-01')] }, 'holidays[0]'],
  ['a holiday twice', { holidays: [aHoliday('2024-09-02'), aHoliday('2024-09-02')] }, 'holidays[1]'],
  [
    'a make-up day that is a holiday',
    { holidays: [aHoliday('2024-05-04')], makeUpDays: [aMakeUpDay('2024-05-04')] },
    'makeUpDays[0]',
  ],
  ['a make-up day on a working day', { makeUpDays: [aMakeUpDay('2024-05-03')] }, 'makeUpDays[0]'],
  [
    'a make-up day like a day without hours',
    { officeHours: [hours({ week: { 2: OFFICE_DAY } })], makeUpDays: [aMakeUpDay('2024-05-04')] },
    'makeUpDays[0].like',
  ],
]

for (const [what, parts, place] of ROWS) {
  test(`${what} is named with its place`, () => {
    const problems = checkCalendar(aCalendarDefinition(parts))
    assert.deepEqual(
      problems.map((each) => each.place),
      [place],
    )
    assert.match(problems[0]?.reason ?? '', /^[A-ZĐ“].*\.$/u)
  })
}
