import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyDefinition, anyHolidays, anyInstant, minutesAfter } from '../../test/any-calendar.ts'
import { POLICIES } from '../../test/a-clock.ts'
import { addWorkingMinutes, compileCalendar, isWorkingTime, workingMinutesBetween } from '../calendar/calendar.ts'
import { floorToMinute, type Instant, toIso } from '../kernel/instant.ts'
import type { Term } from '../procedure/procedure.ts'
import {
  dueAtOf,
  endClock,
  explainClock,
  finishClassOf,
  lastDueAt,
  overdueAt,
  remainingMinutes,
  startClock,
  usedMinutes,
} from './clock.ts'
import type { ClockLedger, ClockPolicies, Pause } from './clock-ledger.ts'

const anyWorkingTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.nat({ max: 32 }).map((amount): Term => ({ unit: 'workingHours', amount })),
  fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 3, 4, 5).map((amount): Term => ({ unit: 'workingDays', amount })),
)
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  anyWorkingTerm,
  fc.integer({ min: 1, max: 30 }).map((amount): Term => ({ unit: 'calendarDays', amount })),
  fc.constantFrom(0.5, 1, 2).map((amount): Term => ({ unit: 'months', amount })),
  fc.constant<Term>({ unit: 'sameDay', amount: 1 }),
)
const anyPolicies: fc.Arbitrary<ClockPolicies> = fc.record({
  afterSupplement: fc.constantFrom('restart', 'continue'),
  workingDay: fc.constantFrom('eightHours', 'wholeDays'),
  rollForward: fc.constant(true),
  onTime: fc.constantFrom('byDay', 'byMinute'),
  sameDayUntil: fc.constant(900),
})
/** Minutes until a pause begins, and how long it lasts. */
const anyPause = fc.tuple(fc.nat({ max: 8_000 }), fc.nat({ max: 12_000 }))

type Case = { readonly at: Instant; readonly legal: Term; readonly policies: ClockPolicies }
const anyCase: fc.Arbitrary<Case> = fc.record({ at: anyInstant, legal: anyTerm, policies: anyPolicies })

const ledgerOf = (parts: Case, pauses: readonly Pause[] = []): ClockLedger => ({
  ...startClock({ ...parts, committed: null }),
  pauses,
})
const pauseOf = (from: Instant, minutes: number, after: Pause['after'] = 'continue'): Pause => ({
  ground: 'payment',
  from,
  to: minutesAfter(from, minutes),
  after,
})
function dueOf(ledger: ClockLedger, cal: ReturnType<typeof compileCalendar>): Instant {
  const due = dueAtOf(ledger, cal)
  assert.ok(due !== null)
  return due
}

test('no due time lies outside working time, whatever the term and the pauses', () => {
  fc.assert(
    fc.property(
      anyDefinition,
      anyCase,
      fc.tuple(anyPause, fc.constantFrom('continue', 'restart')),
      (definition, parts, [[until, minutes], after]) => {
        const cal = compileCalendar(definition)
        const pause = pauseOf(minutesAfter(parts.at, until), minutes, after)
        assert.ok(isWorkingTime(cal, dueOf(ledgerOf(parts), cal)))
        assert.ok(isWorkingTime(cal, dueOf(ledgerOf(parts, [pause]), cal)))
      },
    ),
  )
})

test('a pause after which the rest goes on moves the due time by exactly its working time', () => {
  fc.assert(
    fc.property(
      anyDefinition,
      fc.tuple(anyInstant, anyWorkingTerm),
      anyPause,
      (definition, [at, legal], [until, minutes]) => {
        const cal = compileCalendar(definition)
        const parts = { at, legal, policies: POLICIES }
        const before = dueOf(ledgerOf(parts), cal)
        const pause = pauseOf(minutesAfter(at, until), minutes)
        const wasOverdue = floorToMinute(pause.from) > before
        const moved = wasOverdue ? 0 : workingMinutesBetween(cal, pause.from, pause.to ?? pause.from)
        assert.equal(workingMinutesBetween(cal, before, dueOf(ledgerOf(parts, [pause]), cal)), moved)
      },
    ),
  )
})

test('one more holiday never brings a due time forward', () => {
  fc.assert(
    fc.property(anyDefinition, anyHolidays, anyCase, (definition, more, parts) => {
      const known = new Set([...definition.holidays, ...definition.makeUpDays].map((each) => each.date))
      const holidays = [...definition.holidays, ...more.filter((each) => !known.has(each.date))]
      const ledger = ledgerOf(parts)
      assert.ok(
        dueOf(ledger, compileCalendar({ ...definition, holidays })) >= dueOf(ledger, compileCalendar(definition)),
      )
    }),
  )
})

test('a pause cut in two changes nothing', () => {
  fc.assert(
    fc.property(
      anyDefinition,
      anyCase,
      fc.tuple(anyPause, fc.nat({ max: 12_000 })),
      (definition, parts, [[until, first], second]) => {
        const cal = compileCalendar(definition)
        const from = minutesAfter(parts.at, until)
        const whole = ledgerOf(parts, [pauseOf(from, first + second)])
        const cut = ledgerOf(parts, [pauseOf(from, first), pauseOf(minutesAfter(from, first), second)])
        assert.equal(toIso(dueOf(cut, cal)), toIso(dueOf(whole, cal)))
        const later = minutesAfter(from, 40_000)
        assert.equal(usedMinutes(cut, cal, later), usedMinutes(whole, cal, later))
      },
    ),
    { numRuns: 300 },
  )
})

test('a dossier that was in time when it was paused is not overdue the moment it resumes', () => {
  fc.assert(
    fc.property(anyDefinition, anyCase, anyPause, (definition, parts, [until, minutes]) => {
      const cal = compileCalendar(definition)
      const from = minutesAfter(parts.at, until)
      const wasOverdue = overdueAt(ledgerOf(parts), cal, from)
      const resumed = ledgerOf(parts, [pauseOf(from, minutes)])
      assert.equal(overdueAt(resumed, cal, minutesAfter(from, minutes)), wasOverdue)
    }),
    { numRuns: 300 },
  )
})

test('after a supplement the due time is that of a dossier accepted at that moment', () => {
  fc.assert(
    fc.property(anyDefinition, anyCase, anyPause, (definition, parts, [until, minutes]) => {
      const cal = compileCalendar(definition)
      const pause = pauseOf(minutesAfter(parts.at, until), minutes, 'restart')
      const anew = ledgerOf({ ...parts, at: pause.to ?? parts.at })
      assert.equal(dueOf(ledgerOf(parts, [pause]), cal), dueOf(anew, cal))
    }),
  )
})

test('used and left add up to the working time between acceptance and the due time, less the pauses', () => {
  fc.assert(
    fc.property(
      anyDefinition,
      anyCase,
      fc.tuple(anyPause, fc.nat({ max: 20_000 })),
      (definition, parts, [[until, minutes], elapsed]) => {
        const cal = compileCalendar(definition)
        const pause = pauseOf(minutesAfter(parts.at, until), minutes)
        const ledger = ledgerOf(parts, [pause])
        const at = minutesAfter(pause.to ?? parts.at, elapsed)
        const paused = workingMinutesBetween(cal, pause.from, pause.to ?? pause.from)
        const span = workingMinutesBetween(cal, parts.at, dueOf(ledger, cal))
        assert.equal(usedMinutes(ledger, cal, at) + (remainingMinutes(ledger, cal, at) ?? 0), span - paused)
      },
    ),
  )
})

test('late, on time and early agree with the due time, and every clock can be explained', () => {
  fc.assert(
    fc.property(
      anyDefinition,
      anyCase,
      fc.tuple(anyPause, fc.nat({ max: 30_000 })),
      (definition, parts, [[until, minutes], elapsed]) => {
        const cal = compileCalendar(definition)
        const pause = pauseOf(minutesAfter(parts.at, until), minutes)
        const ledger = ledgerOf(parts, [pause])
        const at = minutesAfter(pause.to ?? parts.at, elapsed)
        const ended = endClock(ledger, at)
        assert.equal(finishClassOf(ended, cal, at) === 'late', floorToMinute(at) > (lastDueAt(ended, cal) ?? at))
        for (const sentence of explainClock(ended, cal, at)) {
          assert.match(sentence.text, /^\p{Lu}.*\.$/u)
          assert.notEqual(sentence.article, '')
          assert.doesNotMatch(sentence.text, /undefined|null|NaN|-\d/)
        }
      },
    ),
  )
})

test('the due time of a working term is what the calendar adds', () => {
  fc.assert(
    fc.property(anyDefinition, anyInstant, fc.nat({ max: 40 }), (definition, at, amount) => {
      const cal = compileCalendar(definition)
      const ledger = ledgerOf({ at, legal: { unit: 'workingHours', amount }, policies: POLICIES })
      assert.equal(dueAtOf(ledger, cal), addWorkingMinutes(cal, at, amount * 60))
    }),
  )
})
