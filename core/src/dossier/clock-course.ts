import {
  addWorkingMinutes,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDate,
  plusWorkingDays,
  type WorkCalendar,
  workingDateInHand,
  workingDaysBetween,
  workingMinutesBetween,
} from '../calendar/calendar.ts'
import {
  epochDayOf,
  floorToMinute,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
  localDateOf,
  localMinute,
  MINUTES_PER_DAY,
  plusDays,
} from '../kernel/instant.ts'
import type { Term } from '../procedure/procedure.ts'
import type { ClockLedger, ClockPolicies, Pause } from './clock-ledger.ts'

/**
 * Where a term leads while nothing interrupts it. moment: counted in working minutes; workingDay: the close of that
 * working day; calendarDay: the close of that day, which may be a day off; none: nowhere.
 */
export type Course =
  | { readonly kind: 'moment'; readonly dueAt: Instant }
  | { readonly kind: 'workingDay'; readonly date: LocalDate }
  | { readonly kind: 'calendarDay'; readonly date: LocalDate; readonly rollForward: boolean }
  | { readonly kind: 'none' }

/** A turn in the life of a clock, with the course it set. All instants are whole minutes. */
export type Stage =
  | { readonly kind: 'start'; readonly at: Instant; readonly course: Course }
  | { readonly kind: 'extension'; readonly at: Instant; readonly course: Course }
  | {
      readonly kind: 'pause'
      readonly pause: Pause
      readonly from: Instant
      /** Null while it lasts; the course then is the one before the pause. */
      readonly to: Instant | null
      readonly course: Course
    }

type Law = { readonly cal: WorkCalendar; readonly policies: ClockPolicies }

/** Working minutes in a working day: approved processes count 8 hours a day. */
const DAY_MINUTES = 480
const NOWHERE: Course = { kind: 'none' }

/** The due time follows the term that the province promised, where it promised one. */
export const termOf = (ledger: ClockLedger): Term => ledger.committed ?? ledger.legal

/** Pauses that overlap, or began before the clock, count once and from its start. An open pause must be the last. */
export function stagesOf(ledger: ClockLedger, cal: WorkCalendar): readonly Stage[] {
  const law = { cal, policies: ledger.policies }
  const term = termOf(ledger)
  const start = floorToMinute(ledger.startedAt)
  let course = startCourse(term, start, law)
  let cursor = start
  let extension = extensionOf(ledger)
  const stages: Stage[] = [{ kind: 'start', at: start, course }]
  for (const [index, pause] of ledger.pauses.entries()) {
    if (pause.to === null && index < ledger.pauses.length - 1) throw new Error('an open pause must be the last')
    cursor = later(cursor, floorToMinute(pause.from))
    const to = pause.to === null ? null : later(cursor, floorToMinute(pause.to))
    if (extension !== null && (to === null || extension.at < to)) {
      stages.push(extension)
      course = extension.course
      cursor = later(cursor, extension.at)
      extension = null
    }
    if (to !== null) {
      course = pause.after === 'restart' ? startCourse(term, to, law) : resumeCourse(course, { from: cursor, to }, cal)
    }
    stages.push({ kind: 'pause', pause, from: cursor, to, course })
    cursor = to ?? cursor
  }
  return extension === null ? stages : [...stages, extension]
}

function extensionOf({ extension }: ClockLedger): Extract<Stage, { kind: 'extension' }> | null {
  if (extension === null) return null
  const course: Course = { kind: 'moment', dueAt: floorToMinute(extension.dueAt) }
  return { kind: 'extension', at: floorToMinute(extension.at), course }
}

/** The course of a whole term that begins at `at`. */
export function startCourse(term: Term, at: Instant, { cal, policies }: Law): Course {
  switch (term.unit) {
    case 'none':
      return NOWHERE
    case 'workingHours':
      return { kind: 'moment', dueAt: addWorkingMinutes(cal, at, Math.round(term.amount * 60)) }
    case 'workingDays':
      return policies.workingDay === 'wholeDays' && term.amount >= 1
        ? wholeDays(term.amount, at, cal)
        : { kind: 'moment', dueAt: addWorkingMinutes(cal, at, Math.round(term.amount * DAY_MINUTES)) }
    case 'calendarDays':
      // A begun day runs to its end (BLDS 2015 Đ.148.2).
      return calendarDay(plusDays(localDateOf(at), Math.ceil(term.amount)), policies)
    case 'months':
      return calendarDay(plusMonths(localDateOf(at), term.amount), policies)
    case 'sameDay':
      return sameDay(at, { cal, policies })
  }
}

/** The first day does not count (BLDS 2015 Đ.147.2). A fraction is working time after the close of the last whole day. */
function wholeDays(amount: number, at: Instant, cal: WorkCalendar): Course {
  const date = plusWorkingDays(cal, localDateOf(at), Math.floor(amount))
  const rest = Math.round((amount % 1) * DAY_MINUTES)
  if (rest === 0) return { kind: 'workingDay', date }
  return { kind: 'moment', dueAt: addWorkingMinutes(cal, endOfWorkingDay(cal, date), rest) }
}

function calendarDay(date: LocalDate, { rollForward }: ClockPolicies): Course {
  return { kind: 'calendarDay', date, rollForward }
}

/** Same day of the month, or its last day where it has no such day (BLDS 2015 Đ.148.3); half a month is 15 days (Đ.146.1). */
function plusMonths(date: LocalDate, amount: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const index = year * 12 + month - 1 + Math.floor(amount)
  const lastDay = epochDayOf(firstOfMonth(index + 1)) - epochDayOf(firstOfMonth(index))
  return plusDays(firstOfMonth(index), Math.min(day, lastDay) - 1 + Math.round((amount % 1) * 30))
}

function firstOfMonth(index: number): LocalDate {
  return localDate(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`)
}

/** Received before 15:00 of a working day: due that day, unless its office hours are over already. */
function sameDay(at: Instant, { cal, policies }: Law): Course {
  const date = localDateOf(at)
  const inTime = localMinute(at).minute < policies.sameDayUntil
  return { kind: 'workingDay', date: inTime ? workingDateInHand(cal, at) : nextWorkingDate(cal, date) }
}

/**
 * What was left when the pause began goes on when it ends: working minutes of a moment, days of a day. A day is left
 * until its close, so that a clock which was in time is never overdue the moment it resumes. Time that had run out
 * before the pause stays run out.
 */
export function resumeCourse(
  course: Course,
  pause: { readonly from: Instant; readonly to: Instant },
  cal: WorkCalendar,
): Course {
  const due = dueOf(course, cal)
  if (due === null || due < pause.from) return course
  switch (course.kind) {
    case 'none':
      return course
    case 'moment': {
      const left = workingMinutesBetween(cal, pause.from, due)
      return { kind: 'moment', dueAt: addWorkingMinutes(cal, pause.to, left) }
    }
    case 'workingDay': {
      const left = workingDaysBetween(cal, workingDateInHand(cal, pause.from), course.date)
      return { kind: 'workingDay', date: plusWorkingDays(cal, workingDateInHand(cal, pause.to), left) }
    }
    case 'calendarDay': {
      const left = epochDayOf(course.date) - epochDayOf(dateInHand(cal, pause.from))
      return { ...course, date: plusDays(dateInHand(cal, pause.to), Math.max(0, left)) }
    }
  }
}

export function dueOf(course: Course, cal: WorkCalendar): Instant | null {
  if (course.kind === 'none') return null
  if (course.kind === 'moment') return course.dueAt
  if (course.kind === 'workingDay' || isWorkingDay(cal, course.date)) return endOfWorkingDay(cal, course.date)
  if (course.rollForward) return endOfWorkingDay(cal, nextWorkingDate(cal, course.date))
  return lastMinuteOf(course.date)
}

/** The day that an instant still can use: its own until the office closes, a day off to its last minute. */
function dateInHand(cal: WorkCalendar, at: Instant): LocalDate {
  const date = localDateOf(at)
  const close = isWorkingDay(cal, date) ? endOfWorkingDay(cal, date) : lastMinuteOf(date)
  return at <= close ? date : plusDays(date, 1)
}

const lastMinuteOf = (date: LocalDate): Instant => instantAt(epochDayOf(date), MINUTES_PER_DAY - 1)
const later = (a: Instant, b: Instant): Instant => (a < b ? b : a)
