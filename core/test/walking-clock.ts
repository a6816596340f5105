import type { CalendarDefinition, Window } from '../src/calendar/calendar.ts'
import type { ClockPolicies, Pause } from '../src/dossier/clock-ledger.ts'
import {
  epochDayOf,
  floorToMinute,
  type Instant,
  instantAt,
  type LocalDate,
  localDate,
  localDateOf,
  localMinute,
  plusDays,
  weekdayOf,
} from '../src/kernel/instant.ts'
import type { Term } from '../src/procedure/procedure.ts'

const DAY_OFF: readonly Window[] = []
const LAST_MINUTE = 1439

/** A calendar as a person reads it: from day to day, without any table made in advance. */
export type WalkingCalendar = { readonly windowsOn: (date: LocalDate) => readonly Window[] }

export function walkingCalendar(definition: CalendarDefinition): WalkingCalendar {
  const holidays = new Set(definition.holidays.map((each) => each.date))
  const makeUps = new Map(definition.makeUpDays.map((each) => [each.date, each.like]))
  return {
    windowsOn: (date) => {
      if (holidays.has(date)) return DAY_OFF
      const hours = definition.officeHours.find(
        (each) => each.validFrom <= date && (each.validTo === null || date <= each.validTo),
      )
      const weekday = makeUps.get(date) ?? weekdayOf(epochDayOf(date))
      const week: Readonly<Partial<Record<number, readonly Window[]>>> = hours?.week ?? {}
      return week[weekday] ?? DAY_OFF
    },
  }
}

/** The due time as a moment, or as a day at whose close it ends; null without a term. */
type Target =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'workingDay' | 'calendarDay'; readonly date: LocalDate }
  | null

/** What was left when the clock stopped: minutes or days; `spent` where the due time had passed. */
type Left = { readonly amount: number } | 'spent'

/**
 * The statutory clock told in the plainest way: event by event, day by day. Slow, and the measure of the real one.
 * Turns must come in the order of time, and be legal.
 */
export class WalkingClock {
  readonly #cal: WalkingCalendar
  readonly #term: Term
  readonly #policies: ClockPolicies
  #target: Target
  #paused: { readonly left: Left; readonly after: Pause['after'] } | null = null

  constructor(cal: WalkingCalendar, parts: { at: Instant; term: Term; policies: ClockPolicies }) {
    this.#cal = cal
    this.#term = parts.term
    this.#policies = parts.policies
    this.#target = this.#begin(floorToMinute(parts.at))
  }

  pause(at: Instant, after: Pause['after']): void {
    this.#paused = { left: this.#leftAt(floorToMinute(at)), after }
  }

  resume(at: Instant): void {
    const minute = floorToMinute(at)
    const paused = this.#paused
    if (paused === null) throw new Error('not paused')
    this.#paused = null
    if (paused.after === 'restart') this.#target = this.#begin(minute)
    else if (paused.left !== 'spent') this.#target = this.#goOn(minute, paused.left.amount)
  }

  appoint(dueAt: Instant): void {
    this.#target = { kind: 'moment', at: floorToMinute(dueAt) }
  }

  due(): Instant | null {
    return this.#paused === null ? this.#end() : null
  }

  #begin(at: Instant): Target {
    const { unit, amount } = this.#term
    const date = localDateOf(at)
    switch (unit) {
      case 'none':
        return null
      case 'workingHours':
        return { kind: 'moment', at: walkMinutes(this.#cal, at, Math.round(amount * 60)) }
      case 'workingDays':
        return this.#beginWorkingDays(at)
      case 'calendarDays':
        return { kind: 'calendarDay', date: plusDays(date, Math.ceil(amount)) }
      case 'months':
        return { kind: 'calendarDay', date: plusDays(sameDayAfter(date, Math.floor(amount)), (amount % 1) * 30) }
      case 'sameDay': {
        const early = localMinute(at).minute < this.#policies.sameDayUntil
        return { kind: 'workingDay', date: early ? this.#usableDay(at) : walkDays(this.#cal, date, 1) }
      }
    }
  }

  #beginWorkingDays(at: Instant): Target {
    const { amount } = this.#term
    if (this.#policies.workingDay === 'eightHours' || amount < 1) {
      return { kind: 'moment', at: walkMinutes(this.#cal, at, Math.round(amount * 480)) }
    }
    const date = walkDays(this.#cal, localDateOf(at), Math.floor(amount))
    const rest = Math.round((amount % 1) * 480)
    if (rest === 0) return { kind: 'workingDay', date }
    return { kind: 'moment', at: walkMinutes(this.#cal, closeOf(this.#cal, date), rest) }
  }

  #leftAt(at: Instant): Left {
    const due = this.#end()
    if (due === null || due < at || this.#target === null) return 'spent'
    switch (this.#target.kind) {
      case 'moment':
        return { amount: countMinutes(this.#cal, at, due) }
      case 'workingDay':
        return { amount: countDays(this.#usableDay(at), this.#target.date, (date) => isOpen(this.#cal, date)) }
      case 'calendarDay':
        return { amount: countDays(this.#begunDay(at), this.#target.date, () => true) }
    }
  }

  #goOn(at: Instant, amount: number): Target {
    switch (this.#target?.kind) {
      case undefined:
        return null
      case 'moment':
        return { kind: 'moment', at: walkMinutes(this.#cal, at, amount) }
      case 'workingDay':
        return { kind: 'workingDay', date: walkDays(this.#cal, this.#usableDay(at), amount) }
      case 'calendarDay':
        return { kind: 'calendarDay', date: plusDays(this.#begunDay(at), amount) }
    }
  }

  #end(): Instant | null {
    if (this.#target === null) return null
    if (this.#target.kind === 'moment') return this.#target.at
    const { date } = this.#target
    if (isOpen(this.#cal, date)) return closeOf(this.#cal, date)
    if (!this.#policies.rollForward) return instantAt(epochDayOf(date), LAST_MINUTE)
    return closeOf(this.#cal, walkDays(this.#cal, date, 1))
  }

  /** The working day whose close still lies ahead. */
  #usableDay(at: Instant): LocalDate {
    const date = localDateOf(at)
    return isOpen(this.#cal, date) && at <= closeOf(this.#cal, date) ? date : walkDays(this.#cal, date, 1)
  }

  /** The day that still can be used; a day off lasts until midnight. */
  #begunDay(at: Instant): LocalDate {
    const date = localDateOf(at)
    return isOpen(this.#cal, date) && at > closeOf(this.#cal, date) ? plusDays(date, 1) : date
  }
}

const isOpen = (cal: WalkingCalendar, date: LocalDate): boolean => cal.windowsOn(date).length > 0

function closeOf(cal: WalkingCalendar, date: LocalDate): Instant {
  return instantAt(epochDayOf(date), Math.max(...cal.windowsOn(date).map(([, to]) => to)))
}

/** With 0 minutes: where we are if the office is open or just closing, else the next opening. */
function walkMinutes(cal: WalkingCalendar, from: Instant, minutes: number): Instant {
  let left = minutes
  let since = localMinute(from).minute
  for (let date = localDateOf(from); ; date = plusDays(date, 1)) {
    for (const [open, close] of cal.windowsOn(date).toSorted(([a], [b]) => a - b)) {
      const start = Math.max(open, since)
      if (start > close || (start === close && left > 0)) continue
      if (left <= close - start) return instantAt(epochDayOf(date), start + left)
      left -= close - start
    }
    since = 0
  }
}

function walkDays(cal: WalkingCalendar, from: LocalDate, days: number): LocalDate {
  let date = from
  for (let left = days; left > 0; left -= isOpen(cal, date) ? 1 : 0) date = plusDays(date, 1)
  return date
}

function countMinutes(cal: WalkingCalendar, from: Instant, to: Instant): number {
  let count = 0
  for (let date = localDateOf(from); date <= localDateOf(to); date = plusDays(date, 1)) {
    const begin = date === localDateOf(from) ? localMinute(from).minute : 0
    const end = date === localDateOf(to) ? localMinute(to).minute : LAST_MINUTE + 1
    for (const [open, close] of cal.windowsOn(date)) count += Math.max(0, Math.min(close, end) - Math.max(open, begin))
  }
  return count
}

/** Days after the first up to and including the last. */
function countDays(after: LocalDate, upTo: LocalDate, counts: (date: LocalDate) => boolean): number {
  let count = 0
  for (let date = plusDays(after, 1); date <= upTo; date = plusDays(date, 1)) count += counts(date) ? 1 : 0
  return count
}

function sameDayAfter(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const found = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
  return localDate(found.toISOString().slice(0, 10))
}
