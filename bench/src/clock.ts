import { type CalendarDefinition, compileCalendar, type WorkCalendar } from '@motcua/core/calendar/calendar.ts'
import type { ClockLedger, ClockPolicies } from '@motcua/core/dossier/clock-ledger.ts'
import { dueAtOf, pauseClock, resumeClock, startClock } from '@motcua/core/dossier/dossier.ts'
import { type Instant, instant, localDate, MINUTE_MS, parseInstant } from '@motcua/core/kernel/instant.ts'
import { createRandom, type Random } from '@motcua/core/kernel/random.ts'
import type { Term } from '@motcua/core/procedure/procedure.ts'
import { WalkingClock, walkingCalendar } from '@motcua/core/test/walking-clock.ts'
import { loadData } from '@motcua/server/rulebook/rulebook.ts'
import type { BenchOptions } from './bench.ts'
import { median, printBench, round, say } from './figures.ts'
import { benchSweep } from './sweep.ts'

const FROM = localDate('2024-01-01')
const TO = localDate('2025-12-31')
const FIRST_INTAKE = parseInstant('2024-01-02T00:00')
/** Intakes of a year and a half, so that the longest term with its pause ends inside the calendar. */
const INTAKE_MINUTES = 540 * 1440
const CLOCKS = 20_000
const PAUSED = 0.25
const ROUNDS = 7
/** Passes over all clocks in a round: the walk is so much slower that one is enough. */
const PASSES = 5

const POLICIES: ClockPolicies = {
  afterSupplement: 'restart',
  workingDay: 'eightHours',
  rollForward: true,
  onTime: 'byDay',
  sameDayUntil: 900,
}
const TERMS: readonly Term[] = [
  { unit: 'workingDays', amount: 1 },
  { unit: 'workingDays', amount: 3 },
  { unit: 'workingDays', amount: 5 },
  { unit: 'workingDays', amount: 10 },
  { unit: 'workingDays', amount: 15 },
  { unit: 'workingDays', amount: 25 },
  { unit: 'workingHours', amount: 8 },
  { unit: 'calendarDays', amount: 30 },
  { unit: 'sameDay', amount: 0 },
]

/** A life as the law sees it: intake, and for some a pause. */
type Life = {
  readonly at: Instant
  readonly term: Term
  readonly pause: { readonly from: Instant; readonly to: Instant; readonly after: 'continue' | 'restart' } | null
}

/**
 * Due times per second on one core, by the shipped calendar of two years, against walking from day to day over the
 * same lives in the same run. Both must find the same due times, or the figures mean nothing.
 */
export async function benchClock(options: BenchOptions): Promise<void> {
  const definition = await twoYears()
  const cal = compileCalendar(definition)
  const random = createRandom('bench clock')
  const lives = Array.from({ length: CLOCKS }, () => someLife(random))
  const ledgers = lives.map(ledgerOf)
  const walk = (): number => sumOfWalks(definition, lives)
  const compute = (): number => sumOfDues(ledgers, cal)
  if (walk() !== compute()) throw new Error('Hai cách tính không ra cùng hạn trả: không có gì để so sánh.')

  const ours: number[] = []
  const walked: number[] = []
  for (let turn = 1; turn <= ROUNDS; turn += 1) {
    ours.push(perSecond(compute, PASSES))
    walked.push(perSecond(walk, 1))
    say(`lượt ${turn}: ${round(ours.at(-1) ?? 0)} hạn/giây, đi từng ngày ${round(walked.at(-1) ?? 0)} hạn/giây`)
  }
  const [figure, plain] = [median(ours), median(walked)]
  printBench({
    bench: 'clock',
    calendarDays: cal.days,
    clocks: CLOCKS,
    pausedShare: PAUSED,
    duesPerSecond: round(figure),
    walkedPerSecond: round(plain),
    rounds: ROUNDS,
    ratio: round(figure / plain, 2),
  })
  await benchSweep(options)
}

/** The shipped calendar, cut to two years: holidays and make-up days of 2024 and 2025. */
async function twoYears(): Promise<CalendarDefinition> {
  const data = await loadData(new URL('../../data/', import.meta.url).pathname)
  if (data.kind === 'refused') throw new Error(`Dữ liệu trong data có ${data.problems.length} lỗi.`)
  const [shipped] = data.records.flatMap((record) => (record.kind === 'calendar' ? [record.body] : []))
  if (shipped === undefined) throw new Error('Dữ liệu trong data không có lịch làm việc nào.')
  const within = ({ date }: { readonly date: string }): boolean => FROM <= date && date <= TO
  return {
    ...shipped,
    from: FROM,
    to: TO,
    holidays: shipped.holidays.filter(within),
    makeUpDays: shipped.makeUpDays.filter(within),
  }
}

function someLife(random: Random): Life {
  const at = instant(FIRST_INTAKE + random.below(INTAKE_MINUTES) * MINUTE_MS)
  const term = random.pick(TERMS)
  if (!random.chance(PAUSED)) return { at, term, pause: null }
  const from = instant(at + random.below(3 * 1440) * MINUTE_MS)
  const to = instant(from + random.below(14 * 1440) * MINUTE_MS)
  return { at, term, pause: { from, to, after: random.pick(['continue', 'restart'] as const) } }
}

function ledgerOf({ at, term, pause }: Life): ClockLedger {
  const started = startClock({ at, legal: term, committed: null, policies: POLICIES })
  if (pause === null) return started
  const ground = pause.after === 'restart' ? 'supplement' : 'payment'
  return resumeClock(pauseClock(started, { at: pause.from, ground, after: pause.after }), pause.to)
}

/** The sum keeps the engine from leaving out what nobody looks at, and tells the two ways apart. */
function sumOfDues(ledgers: readonly ClockLedger[], cal: WorkCalendar): number {
  let sum = 0
  for (const ledger of ledgers) sum += minuteOf(dueAtOf(ledger, cal))
  return sum
}

function sumOfWalks(definition: CalendarDefinition, lives: readonly Life[]): number {
  const cal = walkingCalendar(definition)
  let sum = 0
  for (const { at, term, pause } of lives) {
    const clock = new WalkingClock(cal, { at, term, policies: POLICIES })
    if (pause !== null) {
      clock.pause(pause.from, pause.after)
      clock.resume(pause.to)
    }
    sum += minuteOf(clock.due())
  }
  return sum
}

function minuteOf(due: Instant | null): number {
  if (due === null) throw new Error('a clock of the bench has no due time')
  return due / MINUTE_MS
}

function perSecond(pass: () => number, passes: number): number {
  const started = performance.now()
  for (let turn = 0; turn < passes; turn += 1) pass()
  return (passes * CLOCKS * 1000) / (performance.now() - started)
}
