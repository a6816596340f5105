import {
  addWorkingMinutes,
  CalendarRangeError,
  endOfWorkingDay,
  firstWorkingMinute,
  isWorkingDay,
  plusWorkingDays,
  subtractWorkingMinutes,
  workingDateInHand,
  type WorkCalendar,
  workingMinutesBetween,
} from '../calendar/calendar.ts'
import {
  acceptanceDueAt,
  findService,
  handOverDueAt,
  NEAR_DUE_MINUTES,
  NEAR_DUE_PART,
  serviceOf,
  TRANSFER,
} from '../dossier/dossier.ts'
import { type Instant, instant, type LocalDate, localDateOf, MINUTE_MS, startOfDay } from '../kernel/instant.ts'
import type { UnitId } from '../kernel/ids.ts'
import { postsOn } from '../organisation/organisation.ts'
import { destinationsOf, findStep, isEnd } from '../process/process.ts'
import type { Rulebook, ServicePolicies } from '../rulebook/rulebook.ts'
import type { RemindedDossier, Reminder, ReminderKind } from './reminder.ts'

/** Who is told. */
type Addressee = Pick<Reminder, 'unit' | 'role' | 'officer'>
/** What is told, without who. */
type Said = Pick<Reminder, 'kind' | 'step' | 'dueAt' | 'fireAt'>

/**
 * All reminders of a dossier as it stands, said already or not: the next event may take them back. While the clock
 * stands still nothing is said of due times. What lies beyond the published calendar, or with a unit that the rulebook
 * does not have, or on a day without service rules, is left out until somebody knows.
 */
export function listReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const since = dossier.acceptedAt ?? dossier.submittedAt
  if (since === null || findService(dossier.content, since, rulebook) === undefined) return []
  switch (dossier.state) {
    case 'submitted':
      return acceptanceReminders(dossier, rulebook)
    case 'accepted':
    case 'inProgress':
      return [
        ...dueReminders(dossier, rulebook),
        ...stepReminders(dossier, rulebook),
        ...handOverReminders(dossier, rulebook),
        ...consultationReminders(dossier, rulebook),
        ...partReminders(dossier, rulebook),
        ...resultReminders(dossier, rulebook),
      ]
    case 'awaitingSupplement':
      return [...supplementReminders(dossier, rulebook), ...consultationReminders(dossier, rulebook)]
    default:
      return []
  }
}

/** The acceptance clock runs for online filings, and anew when what was asked for at intake has come. */
function acceptanceReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const { content, submittedAt, supplements } = dossier
  const since = supplements.at(-1)?.suppliedAt ?? submittedAt
  if (since === null) return []
  const dueAt = acceptanceDueAt(content, since, rulebook)
  if (dueAt === null) return []
  const said: Said = { kind: 'acceptanceOverdue', step: null, dueAt, fireAt: minuteAfter(dueAt) }
  return told(said, clerkOf(dossier), { dossier, rulebook })
}

function dueReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const { dueAt, position, content } = dossier
  if (dueAt === null || position === null) return []
  const holder = holderOf(position)
  const { policies } = serviceOf(content, ruledFrom(dossier, dueAt), rulebook)
  const early = (kind: ReminderKind, at: typeof nearDueAt): readonly Reminder[] => {
    const fireAt = within(content.agency, rulebook, (cal) => at(dossier, dueAt, { cal, policies }))
    return fireAt === null ? [] : [{ kind, audience: 'holder', step: null, dueAt, fireAt, ...holder }]
  }
  return [
    ...early('nearDue', nearDueAt),
    ...early('apologyOwed', apologyOwedAt),
    ...told({ kind: 'due', step: null, dueAt, fireAt: dueAt }, holder, { dossier, rulebook }),
  ]
}

type DueRules = { readonly cal: WorkCalendar; readonly policies: ServicePolicies }

/** Eight working hours before; where all of the time is not much longer, the last fifth of it, as lists show it. */
function nearDueAt(dossier: RemindedDossier, dueAt: Instant, { cal }: DueRules): Instant | null {
  const since = countedSince(dossier)
  if (since === null) return null
  const total = workingMinutesBetween(cal, since, dueAt)
  const lead = total > NEAR_DUE_MINUTES ? NEAR_DUE_MINUTES : Math.floor(total * NEAR_DUE_PART)
  return lead < 1 ? null : subtractWorkingMinutes(cal, dueAt, lead)
}

/**
 * The opening of the last day on which the letter is in time, at least one working day before the due day (NĐ 61/2018
 * Đ.19.9). Of what was accepted on that very day nobody knows yet that it will be late; what came back from a pause on
 * it is spoken of at once.
 */
function apologyOwedAt(dossier: RemindedDossier, dueAt: Instant, { cal, policies }: DueRules): Instant | null {
  const since = countedSince(dossier)
  if (since === null || dossier.clock === null || dossier.clock.extension !== null) return null
  if (policies.extensions === 0 || dossier.apology?.signedAt) return null
  const lastDay = lastLetterDay(localDateOf(dueAt), cal, policies.apologyLeadDays)
  const opening = firstWorkingMinute(cal, startOfDay(lastDay))
  if (opening >= since) return opening
  const isResumed = dossier.clock.pauses.length > 0
  return isResumed && localDateOf(since) === lastDay ? since : null
}

function lastLetterDay(dueDate: LocalDate, cal: WorkCalendar, leadDays: number): LocalDate {
  let date = isWorkingDay(cal, dueDate) ? dueDate : workingDateBefore(dueDate, cal)
  for (let left = leadDays; left > 0; left--) date = workingDateBefore(date, cal)
  return date
}

function workingDateBefore(date: LocalDate, cal: WorkCalendar): LocalDate {
  return localDateOf(subtractWorkingMinutes(cal, startOfDay(date), 1))
}

/** Since when the present due time has been counted towards: acceptance, the end of the last pause, or the extension. */
function countedSince({ clock }: RemindedDossier): Instant | null {
  if (clock === null) return null
  const resumedAt = clock.pauses.at(-1)?.to ?? clock.startedAt
  return instant(Math.max(clock.startedAt, resumedAt, clock.extension?.at ?? clock.startedAt))
}

/** A step whose time ends with the dossier's, or after it, is spoken of by the dossier's own due time. */
function stepReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const { position, dueAt } = dossier
  if (position === null || position.dueAt === null) return []
  if (dueAt !== null && position.dueAt >= dueAt) return []
  const said: Said = {
    kind: 'stepOverdue',
    step: position.step,
    dueAt: position.dueAt,
    fireAt: minuteAfter(position.dueAt),
  }
  return told(said, holderOf(position), { dossier, rulebook })
}

/**
 * Paper goes on from the counter on the day it came: to whoever does the next step, or from a counter elsewhere in the
 * province to the agency that resolves. What the counter itself resolves goes nowhere.
 */
function handOverReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const { content, position, state, clock } = dossier
  if (state !== 'accepted' || content.channel === 'online' || position === null || clock === null) return []
  const isOnTheWay = clock.pauses.at(-1)?.ground === TRANSFER && clock.pauses.at(-1)?.to === null
  if (!isOnTheWay && (position.role !== 'clerk' || isDoneAtCounter(dossier, rulebook))) return []
  const holder = isOnTheWay ? clerkOf(dossier) : holderOf(position)
  const { policies } = serviceOf(content, clock.startedAt, rulebook)
  const dueAt = within(holder.unit, rulebook, (cal) => handOverDueAt(position.since, cal, policies))
  if (dueAt === null) return []
  const said: Said = { kind: 'handOverOverdue', step: null, dueAt, fireAt: minuteAfter(dueAt) }
  return told(said, holder, { dossier, rulebook })
}

/** Whether every way out of the step leads to the hand-over of the result. */
function isDoneAtCounter({ process, position }: RemindedDossier, rulebook: Rulebook): boolean {
  const version = process === null ? undefined : rulebook.processVersion(process.id, process.version)
  const found = version === undefined || position === null ? undefined : findStep(version, position.step)
  if (found === undefined) return true
  const { outcomes } = found.step
  const ways = outcomes.length === 0 ? [null] : outcomes.map(({ id }) => id)
  return ways.every((outcome) => destinationsOf(found, outcome).every(isEnd))
}

/** An opinion has its own due time inside the dossier's (NĐ 61/2018 Đ.19.5); who asked for it must ask again. */
function consultationReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const { position, consultations } = dossier
  if (position === null) return []
  return consultations
    .filter(({ answeredAt }) => answeredAt === null)
    .flatMap(({ id, dueAt }) => {
      const said: Said = { kind: 'consultationOverdue', step: id, dueAt, fireAt: minuteAfter(dueAt) }
      return told(said, holderOf(position), { dossier, rulebook })
    })
}

/** Whoever holds a part is told when its step has run out of time, and then the leader over there. */
function partReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  return dossier.parts.flatMap(({ position, endedAt, agency }) => {
    if (endedAt !== null || position === null || agency === null || position.dueAt === null) return []
    const { step, dueAt } = position
    const said: Said = { kind: 'stepOverdue', step, dueAt, fireAt: minuteAfter(dueAt) }
    const there = { ...dossier, content: { ...dossier.content, agency } }
    return told(said, holderOf(position), { dossier: there, rulebook })
  })
}

/**
 * A result that is signed is closed on the same working day; two hours before its end the holder is told, or at once
 * when it was signed later, and the leader when the office opens again.
 */
function resultReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const { position, signedResult, content } = dossier
  if (position === null || signedResult === null) return []
  const { signedAt } = signedResult
  const { policies } = serviceOf(content, ruledFrom(dossier, signedAt), rulebook)
  const times = within(position.unit, rulebook, (cal) => {
    const dueAt = endOfWorkingDay(cal, workingDateInHand(cal, signedAt))
    const warnAt = subtractWorkingMinutes(cal, dueAt, policies.resultOpenLeadMinutes)
    return { dueAt, fireAt: instant(Math.max(signedAt, warnAt)), leaderAt: firstWorkingMinute(cal, dueAt) }
  })
  if (times === null) return []
  const { leaderAt, ...at } = times
  const said: Said = { kind: 'resultNotClosed', step: null, ...at }
  return toldAt(said, holderOf(position), { dossier, rulebook, leaderAt })
}

function supplementReminders(dossier: RemindedDossier, rulebook: Rulebook): readonly Reminder[] {
  const asked = dossier.supplements.at(-1)
  if (asked === undefined) return []
  const holder = dossier.position === null ? clerkOf(dossier) : holderOf(dossier.position)
  const { policies } = serviceOf(dossier.content, ruledFrom(dossier, asked.requestedAt), rulebook)
  const dueAt = within(holder.unit, rulebook, (cal) =>
    endOfWorkingDay(cal, plusWorkingDays(cal, localDateOf(asked.requestedAt), policies.supplementWithinDays)),
  )
  if (dueAt === null) return []
  const fireAt = minuteAfter(dueAt)
  return [{ kind: 'supplementUnanswered', audience: 'holder', step: null, dueAt, fireAt, ...holder }]
}

type Case = { readonly dossier: RemindedDossier; readonly rulebook: Rulebook }

/** To the holder, and to the leader when it has stood for another day; a leader who holds it himself is not told twice. */
function told(said: Said, holder: Addressee, { dossier, rulebook }: Case): readonly Reminder[] {
  const { leaderAfterMinutes } = serviceOf(dossier.content, ruledFrom(dossier, said.dueAt), rulebook).policies
  const leaderAt = within(holder.unit, rulebook, (cal) => addWorkingMinutes(cal, said.dueAt, leaderAfterMinutes))
  return toldAt(said, holder, { dossier, rulebook, leaderAt })
}

function toldAt(
  said: Said,
  holder: Addressee,
  { dossier, rulebook, leaderAt }: Case & { readonly leaderAt: Instant | null },
): readonly Reminder[] {
  const first: Reminder = { ...said, ...holder, audience: 'holder' }
  const unit = leadingUnit(holder.unit, { dossier, rulebook, on: localDateOf(leaderAt ?? said.dueAt) })
  if (leaderAt === null || (holder.role === 'leader' && holder.unit === unit)) return [first]
  return [first, { ...said, audience: 'leader', unit, role: 'leader', officer: null, fireAt: leaderAt }]
}

/** The moment whose law speaks: a dossier keeps that of its acceptance. */
function ruledFrom({ acceptedAt, submittedAt }: RemindedDossier, otherwise: Instant): Instant {
  return acceptedAt ?? submittedAt ?? otherwise
}

/** A division with a head of its own answers to him, everything else to the head of the agency that resolves. */
function leadingUnit(unit: UnitId, { dossier, rulebook, on }: Case & { readonly on: LocalDate }): UnitId {
  const isLed = rulebook
    .officersAt(unit, on)
    .some((officer) => postsOn(officer, on).some((post) => post.unit === unit && post.role === 'leader'))
  return isLed ? unit : dossier.content.agency
}

function holderOf({ unit, role, officer }: Addressee): Addressee {
  return { unit, role, officer }
}

function clerkOf({ content }: RemindedDossier): Addressee {
  return { unit: content.counter, role: 'clerk', officer: null }
}

/** The due minute itself is still in time. */
function minuteAfter(at: Instant): Instant {
  return instant(at + MINUTE_MS)
}

/** Null without a calendar, and beyond the days for which the holidays are published. */
function within<T>(unitId: UnitId, rulebook: Rulebook, work: (cal: WorkCalendar) => T | null): T | null {
  const unit = rulebook.unit(unitId)
  if (unit === undefined) return null
  try {
    return work(rulebook.calendarOf(unit))
  } catch (error) {
    if (error instanceof CalendarRangeError) return null
    throw error
  }
}
