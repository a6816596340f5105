import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendarDefinition, aHoliday, aMakeUpDay, OFFICE_DAY } from '../../test/a-calendar.ts'
import { walkingCalendar, WalkingClock } from '../../test/walking-clock.ts'
import { type CalendarDefinition, compileCalendar } from '../calendar/calendar.ts'
import { type Instant, instant, localDate, MINUTE_MS, parseInstant, plusDays, toIso } from '../kernel/instant.ts'
import { createRandom, type Random } from '../kernel/random.ts'
import type { Term } from '../procedure/procedure.ts'
import { dueAtOf, extendClock, pauseClock, resumeClock, startClock } from './clock.ts'
import { type ClockLedger, type ClockPolicies, TRANSFER } from './clock-ledger.ts'

const SEQUENCES = 10_000
const CALENDARS = 40
const FIRST_INTAKE = parseInstant('2024-01-02T00:00')
const LAST_INTAKE_MINUTES = 300 * 1440
const HALF_HOUR_MS = 30 * MINUTE_MS

const SATURDAY_MORNING = [[420, 690]] as const
const LONG_DAY = [
  [450, 700],
  [800, 1040],
] as const

/** Two years with some twenty days off and a few make-up Saturdays; half of them open on Saturday mornings or change hours in summer. */
function someDefinition(random: Random): CalendarDefinition {
  const [first] = aCalendarDefinition().officeHours
  assert.ok(first)
  const week = random.chance(0.5) ? { ...first.week, 6: SATURDAY_MORNING } : first.week
  const summer = { 1: LONG_DAY, 2: LONG_DAY, 3: OFFICE_DAY, 4: LONG_DAY, 5: LONG_DAY }
  const seasons = [
    { ...first, week, validTo: localDate('2024-04-15') },
    { ...first, week: summer, validFrom: localDate('2024-04-16'), validTo: localDate('2024-10-15') },
    { ...first, week, validFrom: localDate('2024-10-16') },
  ]
  const offs = new Set(Array.from({ length: 20 }, () => plusDays(localDate('2024-01-01'), random.below(720))))
  const saturdays = Array.from({ length: 4 }, () => plusDays(localDate('2024-01-06'), 7 * random.below(100)))
  return aCalendarDefinition({
    officeHours: random.chance(0.5) ? seasons : [{ ...first, week }],
    holidays: [...offs].map((date) => aHoliday(date)),
    makeUpDays: [...new Set(saturdays)].filter((date) => !offs.has(date)).map((date) => aMakeUpDay(date)),
  })
}

function someTerm(random: Random): Term {
  const unit = random.pick(['workingHours', 'workingDays', 'calendarDays', 'months', 'sameDay', 'none'] as const)
  const amounts = {
    workingHours: [0.5, 1, 4, 8, 24, 168],
    workingDays: [0.25, 0.5, 1, 1.5, 2, 3, 10, 20],
    calendarDays: [1, 2, 3, 7, 15, 30],
    months: [0.5, 1, 2],
    sameDay: [0],
    none: [0],
  } as const
  return { unit, amount: random.pick<number>(amounts[unit]) }
}

function somePolicies(random: Random): ClockPolicies {
  return {
    afterSupplement: random.pick(['restart', 'continue'] as const),
    workingDay: random.pick(['eightHours', 'wholeDays'] as const),
    rollForward: random.chance(0.8),
    onTime: 'byDay',
    sameDayUntil: 900,
  }
}

/**
 * Mostly within a few days, sometimes within the hour or after weeks; with seconds, which do not count. Every third
 * falls on a full half hour, where offices open and close, and some into the due minute itself.
 */
function someLater(from: Instant, random: Random, due: Instant | null): Instant {
  if (due !== null && due > from && random.chance(0.1)) return instant(due + random.below(60) * 1000)
  const minutes = random.below(random.pick([90, 3_000, 12_000, 40_000]))
  const at = from + minutes * MINUTE_MS
  if (random.chance(0.3)) return instant(Math.ceil(at / HALF_HOUR_MS) * HALF_HOUR_MS)
  return instant(at + random.below(60) * 1000)
}

test('ten thousand lives of a clock, told day by day on paper, end at the same due time', () => {
  const random = createRandom('clock model')
  const calendars = Array.from({ length: CALENDARS }, () => {
    const definition = someDefinition(random)
    return { cal: compileCalendar(definition), walking: walkingCalendar(definition) }
  })
  const seen = { pauses: 0, restarts: 0, extensions: 0, transfers: 0 }
  for (let sequence = 0; sequence < SEQUENCES; sequence++) {
    const { cal, walking } = random.pick(calendars)
    const policies = somePolicies(random)
    const term = someTerm(random)
    const told: string[] = []
    let at = someLater(instant(FIRST_INTAKE + random.below(LAST_INTAKE_MINUTES) * MINUTE_MS), random, null)
    let ledger: ClockLedger = startClock({ at, legal: term, committed: null, policies })
    const model = new WalkingClock(walking, { at, term, policies })
    const agree = (what: string): void => {
      told.push(`${toIso(at)} ${what}`)
      const due = dueAtOf(ledger, cal)
      const expected = model.due()
      if (due !== expected) {
        const said = { due: due && toIso(due), expected: expected && toIso(expected) }
        assert.fail(`sequence ${sequence}: ${JSON.stringify({ term, policies, told, ...said })}`)
      }
    }
    agree('accepted')
    if (random.chance(0.15)) {
      // Taken in elsewhere in the province: nothing runs until the resolving agency receives it.
      ledger = pauseClock(ledger, { at, ground: TRANSFER, after: 'restart' })
      model.pause(at, 'restart')
      seen.transfers += 1
      agree('on its way')
    }
    for (let turns = random.below(7); turns > 0; turns--) {
      const due = model.due()
      at = someLater(at, random, due)
      if (ledger.pauses.at(-1)?.to === null) {
        ledger = resumeClock(ledger, at)
        model.resume(at)
        agree('resumed')
      } else if (due !== null && ledger.extension === null && at < due && random.chance(0.2)) {
        const dueAt = instant(due + (1 + random.below(20_000)) * MINUTE_MS)
        ledger = extendClock(ledger, { at, dueAt })
        model.appoint(dueAt)
        seen.extensions += 1
        agree(`apologised until ${toIso(dueAt)}`)
      } else {
        const ground = random.pick(['supplement', 'payment', 'taxNotice', 'otherBody'] as const)
        const after = ground === 'supplement' ? policies.afterSupplement : 'continue'
        ledger = pauseClock(ledger, { at, ground, after })
        model.pause(at, after)
        seen.pauses += 1
        seen.restarts += after === 'restart' ? 1 : 0
        agree(`paused, to ${after}`)
      }
    }
  }
  assert.ok(
    seen.pauses > 5_000 && seen.restarts > 1_000 && seen.extensions > 500 && seen.transfers > 1_000,
    JSON.stringify(seen),
  )
})
