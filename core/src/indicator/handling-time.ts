import { type WorkCalendar, withinCalendar, workingMinutesBetween } from '../calendar/calendar.ts'
import { DAY_MS, type Instant, instant } from '../kernel/instant.ts'
import type { ProcedureVersion, Term } from '../procedure/procedure.ts'

/** In what a procedure's time is said: the unit of its statutory term (QĐ 766, chỉ số 2.2). */
export type HandlingUnit = 'workingHours' | 'workingDays' | 'calendarDays' | 'months'

/** A dossier that was accepted and has ended, with the stretches in which its clock stood still. */
export type HandledDossier = {
  readonly acceptedAt: Instant
  readonly finishedAt: Instant
  readonly pauses: readonly (readonly [from: Instant, to: Instant])[]
}

/** Of the longest term that the law gives; cases of one procedure may have others. Null: the law gives none. */
export function longestTerm({ cases }: Pick<ProcedureVersion, 'cases'>): Term | null {
  const terms = cases.flatMap((each) => each.terms.map(({ legal }) => legal)).filter(({ unit }) => unit !== 'none')
  return terms.toSorted((a, b) => termMinutes(b) - termMinutes(a))[0] ?? null
}

/** What has no term, or is due the same day, is told in the hours that people work. */
export function handlingUnit(term: Term | null): HandlingUnit {
  return term === null || term.unit === 'none' || term.unit === 'sameDay' ? 'workingHours' : term.unit
}

const WORKING_DAY_MINUTES = 480
/** BLDS 91/2015 Điều 146: một tháng là ba mươi ngày. */
const MONTH_DAYS = 30
const MINUTES = {
  none: 0,
  workingHours: 60,
  sameDay: WORKING_DAY_MINUTES,
  workingDays: WORKING_DAY_MINUTES,
  // Five working days a week, so that days of both kinds can be compared.
  calendarDays: (WORKING_DAY_MINUTES * 5) / 7,
  months: (WORKING_DAY_MINUTES * 5 * MONTH_DAYS) / 7,
} as const satisfies Record<Term['unit'], number>

const termMinutes = ({ unit, amount }: Term): number => MINUTES[unit] * Math.max(amount, 1)

/** From acceptance to the end, without the stretches in which the clock stood still. Null beyond the calendar. */
export function handlingTime(dossier: HandledDossier, unit: HandlingUnit, calendar: WorkCalendar): number | null {
  return withinCalendar(() => runningTime(dossier, unit, calendar))
}

function runningTime(dossier: HandledDossier, unit: HandlingUnit, calendar: WorkCalendar): number {
  const { acceptedAt, finishedAt, pauses } = dossier
  const between = spanIn(unit, calendar)
  const paused = pauses
    .map(([from, to]) => [instant(Math.max(from, acceptedAt)), instant(Math.min(to, finishedAt))] as const)
    .filter(([from, to]) => from < to)
    .reduce((sum, [from, to]) => sum + between(from, to), 0)
  return Math.max(0, between(acceptedAt, finishedAt) - paused)
}

function spanIn(unit: HandlingUnit, calendar: WorkCalendar): (from: Instant, to: Instant) => number {
  switch (unit) {
    case 'workingHours':
      return (from, to) => workingMinutesBetween(calendar, from, to) / 60
    case 'workingDays':
      return (from, to) => workingMinutesBetween(calendar, from, to) / WORKING_DAY_MINUTES
    case 'calendarDays':
      return (from, to) => (to - from) / DAY_MS
    case 'months':
      return (from, to) => (to - from) / DAY_MS / MONTH_DAYS
  }
}
