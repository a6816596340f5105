import {
  addWorkingMinutes,
  endOfWorkingDay,
  firstWorkingMinute,
  isWorkingDay,
  nextWorkingDate,
  plusWorkingDays,
  type WorkCalendar,
  withinCalendar,
} from '../calendar/calendar.ts'
import { type Instant, localDateOf, localMinute, startOfDay } from '../kernel/instant.ts'
import type { Rulebook, ServicePolicies, ServicePolicyRecord } from '../rulebook/rulebook.ts'
import { TRANSFER } from './clock-ledger.ts'
import type { Dossier, DossierContent } from './dossier.ts'

/** What of a filing decides on the times that are owed besides the statutory one. */
export type Filing = Pick<DossierContent, 'procedure' | 'channel' | 'counter' | 'agency'>

/** The service rules of a day: of submission before acceptance, afterwards of acceptance, which a dossier keeps. */
export function serviceOf(
  { procedure, agency }: Pick<Filing, 'procedure' | 'agency'>,
  at: Instant,
  rulebook: Rulebook,
): ServicePolicyRecord {
  const service = findService({ procedure, agency }, at, rulebook)
  if (service === undefined) throw new Error(`no service policy on ${localDateOf(at)}`)
  return service
}

/** The same, for what must go on under a rulebook that has nothing for the day. */
export function findService(
  { procedure, agency }: Pick<Filing, 'procedure' | 'agency'>,
  at: Instant,
  rulebook: Rulebook,
): ServicePolicyRecord | undefined {
  return rulebook.serviceAt(localDateOf(at), rulebook.policyScope(agency, procedure))
}

/**
 * Until when an online filing must be accepted or its completion asked for, counted from its submission or from its
 * completion at intake. Null at a counter, where it is there and then (NĐ 61/2018 Đ.17), and beyond the calendar.
 */
export function acceptanceDueAt(filing: Filing, since: Instant, rulebook: Rulebook): Instant | null {
  const unit = rulebook.unit(filing.counter)
  if (filing.channel !== 'online' || unit === undefined) return null
  const { acceptWithinMinutes } = serviceOf(filing, since, rulebook).policies
  return withinCalendar(() => addWorkingMinutes(rulebook.calendarOf(unit), since, acceptWithinMinutes))
}

/**
 * Until when paper that came in at `at` must go on: the close of that working day, or the opening of the next one for
 * what came from 15:00 on or when the office was closed (NĐ 61/2018 Đ.18, NĐ 118/2025 Đ.18.2).
 */
export function handOverDueAt(
  at: Instant,
  cal: WorkCalendar,
  { handOverUntil }: Pick<ServicePolicies, 'handOverUntil'>,
): Instant {
  const date = localDateOf(at)
  const isToday = isWorkingDay(cal, date) && localMinute(at).minute < handOverUntil && at <= endOfWorkingDay(cal, date)
  return isToday ? endOfWorkingDay(cal, date) : firstWorkingMinute(cal, startOfDay(nextWorkingDate(cal, date)))
}

/** Until when a dossier in work may be sent back for completion; null before acceptance. */
export function supplementRequestDueAt(
  { clock, content }: Pick<Dossier, 'clock' | 'content'>,
  cal: WorkCalendar,
  rulebook: Rulebook,
): Instant | null {
  if (clock === null) return null
  const { supplementRequestWithinDays } = serviceOf(content, clock.startedAt, rulebook).policies
  const received = clock.pauses.find(({ ground }) => ground === TRANSFER)?.to ?? clock.startedAt
  return endOfWorkingDay(cal, plusWorkingDays(cal, localDateOf(received), supplementRequestWithinDays))
}
