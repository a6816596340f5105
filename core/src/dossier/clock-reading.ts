import { type WorkCalendar, workingMinutesBetween } from '../calendar/calendar.ts'
import { floorToMinute, type Instant, instant, localDateOf } from '../kernel/instant.ts'
import { type Course, dueOf, resumeCourse, stagesOf } from './clock-course.ts'
import type { ClockLedger, Pause } from './clock-ledger.ts'
import type { FinishClass } from './dossier.ts'

/**
 * The appointed time of the result, a whole minute. Null without a term, and while the clock stands still or after
 * it ended standing still. Every function here throws a CalendarRangeError where the calendar does not reach.
 */
export function dueAtOf(ledger: ClockLedger, cal: WorkCalendar): Instant | null {
  return openPauseOf(ledger) === undefined ? lastDueAt(ledger, cal) : null
}

/** The due time in force, or the one that was in force when the clock was paused. Null without a term. */
export function lastDueAt(ledger: ClockLedger, cal: WorkCalendar): Instant | null {
  return dueOf(courseOf(ledger, cal), cal)
}

export function isPaused(ledger: ClockLedger): boolean {
  return ledger.endedAt === null && openPauseOf(ledger) !== undefined
}

/** Whether the due minute has passed; lateness that began before a pause lasts through it. After the end: whether it ended late. */
export function overdueAt(ledger: ClockLedger, cal: WorkCalendar, at: Instant): boolean {
  const due = lastDueAt(ledger, cal)
  return due !== null && countedMoment(ledger, at) > due
}

/**
 * Working minutes until the due time, negative when overdue, unchanging while paused and after the end. Null without
 * a term. It is 0, and the clock overdue, between the close of the due day and the next opening.
 */
export function remainingMinutes(ledger: ClockLedger, cal: WorkCalendar, at: Instant): number | null {
  const due = lastDueAt(ledger, cal)
  return due === null ? null : workingMinutesBetween(cal, countedMoment(ledger, at), due)
}

/** Working minutes from acceptance until `at` or the end, without pauses. A restarted term does not undo time that was used. */
export function usedMinutes(ledger: ClockLedger, cal: WorkCalendar, at: Instant): number {
  const until = earlier(floorToMinute(at), floorToMinute(ledger.endedAt ?? at))
  let cursor = floorToMinute(ledger.startedAt)
  let used = 0
  for (const pause of ledger.pauses) {
    const from = earlier(floorToMinute(pause.from), until)
    if (from > cursor) used += workingMinutesBetween(cal, cursor, from)
    cursor = later(cursor, floorToMinute(pause.to ?? until))
  }
  return cursor < until ? used + workingMinutesBetween(cal, cursor, until) : used
}

/**
 * How a dossier that ends at `at` is counted. Without a term it is on time: QĐ 766/QĐ-TTg counts as late only what
 * has passed its appointment. What ends while the clock stands still is judged as if it had resumed with what was left.
 */
export function finishClassOf(ledger: ClockLedger, cal: WorkCalendar, at: Instant): FinishClass {
  const moment = floorToMinute(at)
  if (overdueAt(ledger, cal, moment)) return 'late'
  const due = dueIfResumed(ledger, cal, moment)
  if (due === null) return 'onTime'
  const same = ledger.policies.onTime === 'byDay' ? localDateOf(due) === localDateOf(moment) : due === moment
  return same ? 'onTime' : 'early'
}

function dueIfResumed(ledger: ClockLedger, cal: WorkCalendar, at: Instant): Instant | null {
  const course = courseOf(ledger, cal)
  if (openPauseOf(ledger) === undefined) return dueOf(course, cal)
  return dueOf(resumeCourse(course, { from: countedMoment(ledger, at), to: at }, cal), cal)
}

function courseOf(ledger: ClockLedger, cal: WorkCalendar): Course {
  return stagesOf(ledger, cal).at(-1)?.course ?? { kind: 'none' }
}

/** The minute at which the clock stands when the wall shows `at`: it goes no further than its end or the pause that lasts. */
function countedMoment(ledger: ClockLedger, at: Instant): Instant {
  const until = earlier(floorToMinute(at), floorToMinute(ledger.endedAt ?? at))
  const pause = openPauseOf(ledger)
  if (pause === undefined) return until
  // An extension given in the pause appoints a new time as of its own moment.
  const since = Math.max(pause.from, ledger.startedAt, ledger.extension?.at ?? pause.from)
  return earlier(until, floorToMinute(instant(since)))
}

function openPauseOf(ledger: ClockLedger): Pause | undefined {
  const last = ledger.pauses.at(-1)
  return last?.to === null ? last : undefined
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
const later = (a: Instant, b: Instant): Instant => (a < b ? b : a)
