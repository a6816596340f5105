import { addWorkingMinutes, withinCalendar, type WorkCalendar } from '../calendar/calendar.ts'
import { floorToMinute, type Instant, instant, MINUTE_MS } from '../kernel/instant.ts'
import { explainClock } from './clock-explanation.ts'
import type { ClockLedger } from './clock-ledger.ts'
import {
  dueAtOf,
  finishClassOf,
  isPaused,
  lastDueAt,
  overdueAt,
  remainingMinutes,
  usedMinutes,
} from './clock-reading.ts'
import type { ClockSentence } from './clock-sentence.ts'
import { NEAR_DUE_MINUTES, timeStateOf } from './time-state.ts'

/** How the clock stands: while it runs, stopped, or how the dossier ended. */
export const CLOCK_CLASSES = ['noTerm', 'inTime', 'nearDue', 'overdue', 'paused', 'early', 'onTime', 'late'] as const
export type ClockClass = (typeof CLOCK_CLASSES)[number]

/** Minutes are working minutes. */
export type ClockStanding = {
  /** Null without a term and while the clock stands still. */
  readonly dueAt: Instant | null
  /** The first minute in which the dossier is near its due time; null where there is none ahead. */
  readonly nearDueAt: Instant | null
  readonly usedMinutes: number
  /** Negative when overdue, null without a term. */
  readonly remainingMinutes: number | null
  readonly standing: ClockClass
  /** The instant that decided the standing: the end, the due time that passed, the beginning of the pause, or the moment asked for. */
  readonly decidedAt: Instant
  readonly sentences: readonly ClockSentence[]
}

/** `at` is the moment asked for, `since` the last turn of the clock. */
export type StandingQuestion = { readonly at: Instant; readonly since: Instant }

export function tellStanding(ledger: ClockLedger, cal: WorkCalendar, question: StandingQuestion): ClockStanding {
  const { at } = question
  const nearDueAt = findNearDue(ledger, cal, question)
  return {
    dueAt: dueAtOf(ledger, cal),
    nearDueAt,
    usedMinutes: usedMinutes(ledger, cal, at),
    remainingMinutes: remainingMinutes(ledger, cal, at),
    ...classOf(ledger, cal, { at, nearDueAt }),
    sentences: explainClock(ledger, cal, at),
  }
}

type Moment = { readonly at: Instant; readonly nearDueAt: Instant | null }

function classOf(
  ledger: ClockLedger,
  cal: WorkCalendar,
  { at, nearDueAt }: Moment,
): Pick<ClockStanding, 'standing' | 'decidedAt'> {
  if (ledger.endedAt !== null) {
    return { standing: finishClassOf(ledger, cal, ledger.endedAt), decidedAt: ledger.endedAt }
  }
  const due = lastDueAt(ledger, cal)
  // Lateness that began before a pause lasts through it.
  if (due !== null && overdueAt(ledger, cal, at)) return { standing: 'overdue', decidedAt: due }
  if (isPaused(ledger)) return { standing: 'paused', decidedAt: ledger.pauses.at(-1)?.from ?? at }
  if (due === null) return { standing: 'noTerm', decidedAt: ledger.startedAt }
  const near = nearDueAt !== null && floorToMinute(at) >= nearDueAt
  return near ? { standing: 'nearDue', decidedAt: nearDueAt } : { standing: 'inTime', decidedAt: at }
}

/** The first minute that lists and pages show as near due. Once near it stays so until due: a binary search finds it. */
function findNearDue(ledger: ClockLedger, cal: WorkCalendar, { since }: StandingQuestion): Instant | null {
  const dueAt = dueAtOf(ledger, cal)
  if (dueAt === null || ledger.endedAt !== null || floorToMinute(since) > dueAt) return null
  const dossier = { state: 'accepted', dueAt, acceptedAt: ledger.startedAt, pausedOn: null } as const
  const isNear = (now: Instant): boolean =>
    timeStateOf(dossier, { now, soonBy: soonBy(cal, now) ?? dueAt }) === 'nearDue'
  let low = floorToMinute(since) / MINUTE_MS
  let high = dueAt / MINUTE_MS
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isNear(instant(middle * MINUTE_MS))) high = middle
    else low = middle + 1
  }
  return instant(low * MINUTE_MS)
}

/** Null where the calendar ends before: all that it holds is near then. */
function soonBy(cal: WorkCalendar, now: Instant): Instant | null {
  return withinCalendar(() => addWorkingMinutes(cal, now, NEAR_DUE_MINUTES))
}
