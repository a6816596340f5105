import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aRulebook, PROVINCE } from '../../test/a-rulebook.ts'
import { DAY_MS, instant, parseInstant } from '../kernel/instant.ts'
import { unitId } from '../kernel/ids.ts'
import type { Term } from '../procedure/procedure.ts'
import { handlingTime, handlingUnit, longestTerm } from './handling-time.ts'

const RULEBOOK = aRulebook()
const province = RULEBOOK.unit(unitId(PROVINCE))
assert.ok(province !== undefined)
const CALENDAR = RULEBOOK.calendarOf(province)

// A Monday morning to the Friday of the next week.
const acceptedAt = parseInstant('2024-03-04T08:00')
const finishedAt = parseInstant('2024-03-15T08:00')
const WEEKEND = [parseInstant('2024-03-09T00:00'), parseInstant('2024-03-11T00:00')] as const
const SUPPLEMENT = [parseInstant('2024-03-06T08:00'), parseInstant('2024-03-08T08:00')] as const

test('the time of a dossier is told in the unit of its procedure', () => {
  const plain = { acceptedAt, finishedAt, pauses: [] }
  assert.equal(handlingTime(plain, 'workingDays', CALENDAR), 9)
  assert.equal(handlingTime(plain, 'workingHours', CALENDAR), 72)
  assert.equal(handlingTime(plain, 'calendarDays', CALENDAR), 11)
  assert.equal(handlingTime(plain, 'months', CALENDAR), 11 / 30)
})

test('waiting for a supplement is not handling, and a pause over a weekend takes nothing from working days', () => {
  assert.equal(handlingTime({ acceptedAt, finishedAt, pauses: [SUPPLEMENT] }, 'workingDays', CALENDAR), 7)
  assert.equal(handlingTime({ acceptedAt, finishedAt, pauses: [SUPPLEMENT, WEEKEND] }, 'workingDays', CALENDAR), 7)
  assert.equal(handlingTime({ acceptedAt, finishedAt, pauses: [SUPPLEMENT, WEEKEND] }, 'calendarDays', CALENDAR), 7)
})

test('a pause that outlasts the dossier takes no more than its life, and nobody is handled in less than no time', () => {
  const open = [acceptedAt, instant(Number.POSITIVE_INFINITY)] as const
  assert.equal(handlingTime({ acceptedAt, finishedAt, pauses: [open] }, 'workingHours', CALENDAR), 0)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 3 }), (days) => {
      const pauses = days.map(([from, length]) => {
        const at = instant(acceptedAt + (from - 5) * DAY_MS)
        return [at, instant(at + length * DAY_MS)] as const
      })
      const whole = handlingTime({ acceptedAt, finishedAt, pauses: [] }, 'workingDays', CALENDAR) ?? 0
      const taken = handlingTime({ acceptedAt, finishedAt, pauses }, 'workingDays', CALENDAR) ?? -1
      assert.ok(taken >= 0 && taken <= whole)
    }),
  )
})

test('what happened before the calendar begins is not measured, and not counted as nothing', () => {
  const long = { acceptedAt: parseInstant('1990-01-01T08:00'), finishedAt, pauses: [] }
  assert.equal(handlingTime(long, 'workingDays', CALENDAR), null)
})

test('a procedure is told in the unit of its longest statutory term', () => {
  const version = (...terms: Term[]) => ({
    cases: terms.map((legal, index) => ({
      ...{ id: String(index), name: '', documents: [], fees: [], form: '', process: '' },
      terms: [{ channels: [], legal, committed: null }],
    })),
  })
  const [days, hours, month] = [
    { unit: 'workingDays', amount: 3 },
    { unit: 'workingHours', amount: 4 },
    { unit: 'months', amount: 1 },
  ] as const
  assert.deepEqual(longestTerm(version(hours, days)), days)
  assert.deepEqual(longestTerm(version(month, days)), month)
  assert.equal(longestTerm(version({ unit: 'none', amount: 0 })), null)
  assert.deepEqual([null, month, { unit: 'sameDay', amount: 0 } as const].map(handlingUnit), [
    'workingHours',
    'months',
    'workingHours',
  ])
})
