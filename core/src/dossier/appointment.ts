import { type CalendarDefinition, compileCalendar, type Window, type WorkCalendar } from '../calendar/calendar.ts'
import { type Instant, localDate, localDateOf } from '../kernel/instant.ts'
import type { CaseTerm } from '../procedure/procedure.ts'
import { dueAtOf, explainClock, startClock } from './clock.ts'
import type { ClockPolicies } from './clock-ledger.ts'
import type { ClockSentence } from './clock-sentence.ts'
import { handOverDueAt } from './service-times.ts'

/** The law by which an appointment is made. */
export type AppointmentLaw = { readonly calendar: WorkCalendar; readonly policies: ClockPolicies }

export type Appointment = { readonly dueAt: Instant | null; readonly sentences: readonly ClockSentence[] }

/** What is promised to somebody whose dossier is accepted at this moment. Throws a CalendarRangeError beyond the calendar. */
export function appointmentAt(
  { legal, committed }: Pick<CaseTerm, 'legal' | 'committed'>,
  { calendar, policies }: AppointmentLaw,
  at: Instant,
): Appointment {
  const ledger = startClock({ at, legal, committed, policies })
  return { dueAt: dueAtOf(ledger, calendar), sentences: explainClock(ledger, calendar, at) }
}

type Written<Part> = Omit<Part, 'date'> & { readonly date: string }

/** The same law as it travels to a browser, good for one local day. */
export type AppointmentRules = {
  readonly calendar: {
    readonly id: string
    readonly name: string
    readonly from: string
    readonly to: string
    readonly officeHours: readonly {
      readonly validFrom: string
      readonly validTo: string | null
      readonly week: readonly { readonly weekday: number; readonly windows: readonly (readonly number[])[] }[]
      readonly source: string
    }[]
    readonly holidays: readonly Written<CalendarDefinition['holidays'][number]>[]
    readonly makeUpDays: readonly Written<CalendarDefinition['makeUpDays'][number]>[]
  }
  readonly policies: ClockPolicies
  /** Minute of the local day until which paper goes on the same day, and the article. */
  readonly handOver: { readonly handOverUntil: number; readonly article: string }
}

/** The calendar as it is written for a browser, which needs nothing of the past. */
export function writeCalendar(definition: CalendarDefinition, today: Instant): AppointmentRules['calendar'] {
  const from = localDateOf(today)
  const { id, name, to, officeHours, holidays, makeUpDays } = definition
  return {
    ...{ id, name, from, to },
    officeHours: officeHours
      .filter(({ validTo }) => validTo === null || validTo >= from)
      .map(({ week, ...hours }) => ({
        ...hours,
        week: WEEKDAYS.map((weekday) => ({ weekday, windows: week[weekday] ?? [] })),
      })),
    holidays: holidays.filter(({ date }) => date >= from),
    makeUpDays: makeUpDays.filter(({ date }) => date >= from),
  }
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const

/** Made ready for many moments: compiling costs milliseconds, an appointment microseconds. */
export function compileRules({ calendar, policies }: AppointmentRules): AppointmentLaw {
  const { id, name, from, to } = calendar
  const definition: CalendarDefinition = {
    ...{ id, name, from: localDate(from), to: localDate(to) },
    officeHours: calendar.officeHours.map(({ validFrom, validTo, week, source }) => ({
      ...{ validFrom: localDate(validFrom), validTo: validTo === null ? null : localDate(validTo), source },
      week: Object.fromEntries(week.map(({ weekday, windows }) => [weekday, windows.map(windowOf)])),
    })),
    holidays: calendar.holidays.map((day) => ({ ...day, date: localDate(day.date) })),
    makeUpDays: calendar.makeUpDays.map((day) => ({ ...day, date: localDate(day.date) })),
  }
  return { calendar: compileCalendar(definition), policies }
}

const windowOf = ([from = 0, to = 0]: readonly number[]): Window => [from, to]

/** Until when paper that comes in now must leave the counter of the agency itself. */
export function handOverBy({ handOver }: AppointmentRules, { calendar }: AppointmentLaw, at: Instant): Instant {
  return handOverDueAt(at, calendar, handOver)
}
