import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar } from '../../test/a-calendar.ts'
import { aClock, aPause, type ClockParts } from '../../test/a-clock.ts'
import { type Instant, parseInstant, toIso } from '../kernel/instant.ts'
import type { Term } from '../procedure/procedure.ts'
import {
  dueAtOf,
  endClock,
  extendClock,
  finishClassOf,
  isPaused,
  lastDueAt,
  overdueAt,
  pauseClock,
  remainingMinutes,
  resumeClock,
  usedMinutes,
} from './clock.ts'
import type { Pause } from './clock-ledger.ts'

const cal = aCalendar()
const days = (amount: number): Term => ({ unit: 'workingDays', amount })
const iso = (at: Instant | null): string | null => (at === null ? null : toIso(at))

const extended = (at: string, dueAt: string): ClockParts => ({
  extension: { at: parseInstant(at), dueAt: parseInstant(dueAt) },
})
const paused = (...pauses: readonly Pause[]): ClockParts => ({ pauses })
const whole: ClockParts = { policies: { workingDay: 'wholeDays' } }

type Row = readonly [what: string, term: Term, parts: ClockParts, due: string | null]
// All received on Thursday 14/03/2024 at 09:00; three working days end on Tuesday 19/03 at 09:00.
const ROWS: readonly Row[] = [
  ['what was left goes on', days(3), paused(aPause('2024-03-15T09:00', '2024-03-20T10:00')), '2024-03-22T10:00'],
  [
    'a pause in the night moves nothing',
    days(3),
    paused(aPause('2024-03-14T18:00', '2024-03-15T06:00')),
    '2024-03-19T09:00',
  ],
  [
    'a pause over a weekend moves nothing',
    days(3),
    paused(aPause('2024-03-15T17:00', '2024-03-18T07:00')),
    '2024-03-19T09:00',
  ],
  [
    'a pause shorter than a minute moves nothing',
    days(3),
    paused(aPause('2024-03-15T09:00:01+07:00', '2024-03-15T09:00:58+07:00')),
    '2024-03-19T09:00',
  ],
  [
    'a pause that began before acceptance counts from acceptance',
    days(3),
    paused(aPause('2024-03-13T09:00', '2024-03-14T10:00')),
    '2024-03-19T10:00',
  ],
  [
    'pauses that overlap count once',
    days(3),
    paused(aPause('2024-03-14T10:00', '2024-03-14T11:00'), aPause('2024-03-14T10:30', '2024-03-14T11:15')),
    '2024-03-19T10:15',
  ],
  [
    'two pauses add up',
    days(3),
    paused(aPause('2024-03-14T10:00', '2024-03-14T11:00'), aPause('2024-03-15T10:00', '2024-03-15T11:00')),
    '2024-03-19T11:00',
  ],
  [
    'after a supplement the term starts again',
    days(3),
    paused(aPause('2024-03-15T09:00', '2024-03-20T10:00', 'restart')),
    '2024-03-25T10:00',
  ],
  [
    'supplied on a Saturday, the term starts on Monday',
    days(3),
    paused(aPause('2024-03-15T09:00', '2024-03-23T10:00', 'restart')),
    '2024-03-27T17:00',
  ],
  [
    'restarted, then paused for payment',
    days(1),
    paused(aPause('2024-03-14T10:00', '2024-03-18T09:00', 'restart'), aPause('2024-03-18T10:00', '2024-03-19T10:00')),
    '2024-03-20T09:00',
  ],
  ['the clock stands still', days(3), paused(aPause('2024-03-15T09:00', null)), null],
  [
    'overdue before the pause stays overdue',
    days(1),
    paused(aPause('2024-03-18T09:00', '2024-03-20T09:00')),
    '2024-03-15T09:00',
  ],
  [
    'overdue before the pause, but the law gives a new term',
    days(1),
    paused(aPause('2024-03-18T09:00', '2024-03-20T09:00', 'restart')),
    '2024-03-21T09:00',
  ],
  [
    'paused in the very due minute, resumed on a Saturday',
    days(1),
    paused(aPause('2024-03-15T09:00', '2024-03-16T10:00')),
    '2024-03-18T07:00',
  ],
  [
    'whole days: a pause over two closings moves two days',
    days(3),
    { ...whole, ...paused(aPause('2024-03-15T09:00', '2024-03-19T08:00')) },
    '2024-03-21T17:00',
  ],
  [
    'whole days: a pause within a day moves nothing',
    days(3),
    { ...whole, ...paused(aPause('2024-03-15T09:00', '2024-03-15T16:00')) },
    '2024-03-19T17:00',
  ],
  [
    'whole days: overdue stays overdue',
    days(1),
    { ...whole, ...paused(aPause('2024-03-18T09:00', '2024-03-20T09:00')) },
    '2024-03-15T17:00',
  ],
  [
    'whole days: resumed after closing of the last day, it ends with the next',
    days(1),
    { ...whole, ...paused(aPause('2024-03-15T09:00', '2024-03-18T18:00')) },
    '2024-03-19T17:00',
  ],
  [
    'calendar days move by the days of the pause',
    { unit: 'calendarDays', amount: 4 },
    paused(aPause('2024-03-15T09:00', '2024-03-19T09:00')),
    '2024-03-22T17:00',
  ],
  [
    'calendar days roll after the pause, not before',
    { unit: 'calendarDays', amount: 2 },
    paused(aPause('2024-03-15T09:00', '2024-03-19T09:00')),
    '2024-03-20T17:00',
  ],
  [
    'calendar days: the rolled day is not lost to a pause',
    { unit: 'calendarDays', amount: 2 },
    paused(aPause('2024-03-18T09:00', '2024-03-20T09:00')),
    '2024-03-20T17:00',
  ],
  [
    'months move by the days of the pause',
    { unit: 'months', amount: 1 },
    paused(aPause('2024-03-20T09:00', '2024-03-28T09:00')),
    '2024-04-22T17:00',
  ],
  [
    'calendar days start again',
    { unit: 'calendarDays', amount: 4 },
    paused(aPause('2024-03-15T09:00', '2024-03-19T09:00', 'restart')),
    '2024-03-25T17:00',
  ],
  [
    'the same day moves with the closings',
    { unit: 'sameDay', amount: 1 },
    paused(aPause('2024-03-14T10:00', '2024-03-18T09:00')),
    '2024-03-18T17:00',
  ],
  ['no term stays no term', { unit: 'none', amount: 0 }, paused(aPause('2024-03-14T10:00', '2024-03-18T09:00')), null],
  ['an extension appoints anew', days(3), extended('2024-03-18T09:00', '2024-03-22T16:00'), '2024-03-22T16:00'],
  [
    'a later pause moves the extension',
    days(3),
    { ...extended('2024-03-18T09:00', '2024-03-22T16:00'), ...paused(aPause('2024-03-19T09:00', '2024-03-20T09:00')) },
    '2024-03-25T16:00',
  ],
  [
    'an earlier pause does not',
    days(3),
    { ...extended('2024-03-18T09:00', '2024-03-22T16:00'), ...paused(aPause('2024-03-15T09:00', '2024-03-15T10:00')) },
    '2024-03-22T16:00',
  ],
  [
    'extended within a pause: only the rest of the pause moves it',
    days(3),
    { ...extended('2024-03-18T09:00', '2024-03-22T16:00'), ...paused(aPause('2024-03-15T09:00', '2024-03-18T11:00')) },
    '2024-03-25T08:00',
  ],
  [
    'calendar days: paused in the closing minute of the last day',
    { unit: 'calendarDays', amount: 1 },
    paused(aPause('2024-03-15T17:00', '2024-03-18T17:00')),
    '2024-03-18T17:00',
  ],
  [
    'extended in the minute in which a restarted term begins',
    days(3),
    {
      ...extended('2024-03-18T11:00', '2024-03-22T16:00'),
      ...paused(aPause('2024-03-15T09:00', '2024-03-18T11:00', 'restart')),
    },
    '2024-03-22T16:00',
  ],
]

for (const [what, term, parts, due] of ROWS) {
  test(`pauses: ${what}`, () => {
    assert.equal(
      iso(dueAtOf(aClock('2024-03-14T09:00', term, parts), cal)),
      due === null ? null : iso(parseInstant(due)),
    )
  })
}

test('while the clock stands still, what is left and what was used stand still', () => {
  const clock = aClock('2024-03-14T09:00', days(3), paused(aPause('2024-03-15T09:00', null)))
  for (const at of ['2024-03-15T09:00', '2024-04-15T09:00'].map(parseInstant)) {
    assert.equal(isPaused(clock), true)
    assert.equal(usedMinutes(clock, cal, at), 480)
    assert.equal(remainingMinutes(clock, cal, at), 960)
    assert.equal(overdueAt(clock, cal, at), false)
  }
  assert.equal(lastDueAt(clock, cal), parseInstant('2024-03-19T09:00'))
})

test('an extension given while the clock stands still leaves its own time', () => {
  const clock = aClock('2024-03-14T09:00', days(3), {
    ...extended('2024-03-18T09:00', '2024-03-22T16:00'),
    ...paused(aPause('2024-03-15T09:00', null)),
  })
  assert.equal(remainingMinutes(clock, cal, parseInstant('2024-03-28T09:00')), 2220)
  assert.equal(lastDueAt(clock, cal), parseInstant('2024-03-22T16:00'))
})

test('lateness that began before a pause lasts through it, whatever comes after', () => {
  for (const after of ['continue', 'restart'] as const) {
    const clock = aClock('2024-03-14T09:00', days(1), paused(aPause('2024-03-18T09:00', null, after)))
    assert.equal(overdueAt(clock, cal, parseInstant('2024-03-25T09:00')), true)
    assert.equal(remainingMinutes(clock, cal, parseInstant('2024-03-25T09:00')), -480)
    assert.equal(finishClassOf(clock, cal, parseInstant('2024-03-25T09:00')), 'late')
  }
})

test('withdrawn while the clock stands still is not late, and the clock is no longer paused', () => {
  const at = parseInstant('2024-03-25T09:00')
  const clock = aClock('2024-03-14T09:00', days(3), paused(aPause('2024-03-15T09:00', null, 'restart')))
  assert.equal(finishClassOf(clock, cal, at), 'early')
  const ended = endClock(clock, at)
  assert.equal(isPaused(ended), false)
  assert.equal(dueAtOf(ended, cal), null)
  assert.equal(usedMinutes(ended, cal, parseInstant('2024-05-01T09:00')), 480)
})

test('a restarted term does not undo time that was used', () => {
  const clock = aClock('2024-03-14T09:00', days(3), paused(aPause('2024-03-15T09:00', '2024-03-20T10:00', 'restart')))
  assert.equal(usedMinutes(clock, cal, parseInstant('2024-03-20T11:00')), 540)
})

test('pausing and resuming write the ledger', () => {
  const clock = aClock('2024-03-14T09:00', days(3))
  const from = parseInstant('2024-03-15T09:00')
  const to = parseInstant('2024-03-20T10:00')
  const standing = pauseClock(clock, { at: from, ground: 'payment', after: 'continue' })
  assert.equal(dueAtOf(standing, cal), null)
  assert.deepEqual(resumeClock(standing, to).pauses, [{ ground: 'payment', from, to, after: 'continue' }])
})

test('a change that contradicts the ledger is a bug', () => {
  const at = parseInstant('2024-03-15T09:00')
  const clock = aClock('2024-03-14T09:00', days(3))
  const standing = pauseClock(clock, { at, ground: 'payment', after: 'continue' })
  assert.throws(() => pauseClock(standing, { at, ground: 'payment', after: 'continue' }), /still already/)
  assert.throws(() => resumeClock(clock, at), /not paused/)
  assert.throws(() => resumeClock(standing, parseInstant('2024-03-15T08:59')), /before it began/)
  assert.throws(() => extendClock(extendClock(clock, { at, dueAt: at }), { at, dueAt: at }), /already/)
  const broken = aClock(
    '2024-03-14T09:00',
    days(3),
    paused(aPause('2024-03-15T09:00', null), aPause('2024-03-16T09:00', null)),
  )
  assert.throws(() => lastDueAt(broken, cal), /must be the last/)
})

test('the extension is written with its moment', () => {
  const extension = { at: parseInstant('2024-03-18T09:00'), dueAt: parseInstant('2024-03-22T16:00') }
  assert.deepEqual(extendClock(aClock('2024-03-14T09:00', days(3)), extension).extension, extension)
})
