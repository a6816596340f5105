import { isWorkingDay, nextWorkingDate, workingDaysBetween } from '../calendar/calendar.ts'
import { decided, refused } from '../kernel/decision.ts'
import { instantAt, localDateOf, localMinute, epochDayOf, type Instant } from '../kernel/instant.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { lastDueAt } from './clock.ts'
import { checkedReason, checkedText } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { calendarOfDossier } from './dossier-clock.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { serviceOf } from './service-times.ts'
import { shortText } from './texts.ts'

const LETTER = shortText('letter', 'Số văn bản xin lỗi', 100)
/** Working days after the appointed day that a draft proposes; people put another where they know better. */
const PROPOSED_DAYS = 3

/**
 * The draft of the letter of apology (Mẫu 04), by who holds the dossier or, when the last day for it has come, by the
 * product itself, which knows no reason and leaves it open. It moves nothing until the head of the agency signs.
 */
export function draftApology(
  dossier: Dossier,
  command: Command<'draftApology'>,
  context: DecisionContext,
): ActionDecision {
  const fault = findApologyFault(dossier) ?? findNewDueFault(dossier, command, context)
  if (fault !== null) return refused(fault)
  const { reason, dueAt } = command
  const open = context.actor.kind === 'system' && reason === ''
  return (open ? null : checkedReason(reason)) ?? decided({ type: 'apologyDrafted', reason, dueAt })
}

/**
 * The head of the agency signs the letter (Mẫu 04). It appoints a new time: once, and no later than a day before the
 * old one (NĐ 61/2018 Đ.19.9). A later letter is owed all the same and is kept, but the appointed time stays.
 */
export function apologiseForDelay(
  dossier: Dossier,
  command: Command<'apologise'>,
  context: DecisionContext,
): ActionDecision {
  const fault = findApologyFault(dossier) ?? findNewDueFault(dossier, command, context)
  if (fault !== null) return refused(fault)
  const { reason, letter, dueAt: promisedAt } = command
  const dueAt = movesDueTime(dossier, context) ? promisedAt : null
  return (
    checkedReason(reason) ??
    checkedText(letter, LETTER) ??
    decided({ type: 'apologised', letter, reason, dueAt, promisedAt })
  )
}

/** Why there is no letter to be written now, whatever it says. */
export function findApologyFault(dossier: Dossier): DossierRefusal | null {
  if (dossier.dueAt === null) return { kind: 'no-due-time' }
  const signed = dossier.apology?.signedAt ?? null
  return signed !== null || (dossier.clock?.extension ?? null) !== null ? { kind: 'extension-used' } : null
}

/** Whether a letter signed now still appoints a new time, by the rules that the dossier was accepted under. */
export function movesDueTime(dossier: Dossier, { now, rulebook }: DecisionContext): boolean {
  if (dossier.dueAt === null || dossier.clock === null) return false
  const { extensions, apologyLeadDays } = serviceOf(dossier.content, dossier.clock.startedAt, rulebook).policies
  const calendar = calendarOfDossier(dossier, rulebook)
  const left = workingDaysBetween(calendar, localDateOf(now), localDateOf(dossier.dueAt))
  return extensions > 0 && left >= apologyLeadDays
}

/** The time that a draft proposes: the same hour, some working days later. */
export function proposedDueAt(dossier: Dossier, { now, rulebook }: DecisionContext): Instant {
  if (dossier.dueAt === null) throw new Error(`dossier ${dossier.id} has no time that could be moved`)
  const calendar = calendarOfDossier(dossier, rulebook)
  const old = Math.max(dossier.dueAt, now) as Instant
  let date = localDateOf(old)
  for (let days = 0; days < PROPOSED_DAYS; days++) date = nextWorkingDate(calendar, date)
  return instantAt(epochDayOf(date), localMinute(dossier.dueAt).minute)
}

/** The time for which a letter apologises: the one before it was moved. */
export function appointedBeforeApology(dossier: Dossier, rulebook: Rulebook): Instant | null {
  if (dossier.clock === null) return null
  return lastDueAt({ ...dossier.clock, extension: null }, calendarOfDossier(dossier, rulebook))
}

function findNewDueFault(
  dossier: Dossier,
  { dueAt }: { readonly dueAt: Instant },
  { now, rulebook }: DecisionContext,
): DossierRefusal | null {
  if (dossier.dueAt !== null && dueAt <= dossier.dueAt) {
    return { kind: 'date-out-of-range', field: 'dueAt', reason: 'Ngày hẹn mới phải sau ngày hẹn đã báo.' }
  }
  if (dueAt <= now) return { kind: 'date-out-of-range', field: 'dueAt', reason: 'Ngày hẹn mới phải ở tương lai.' }
  return isWorkingDay(calendarOfDossier(dossier, rulebook), localDateOf(dueAt))
    ? null
    : { kind: 'date-out-of-range', field: 'dueAt', reason: 'Ngày hẹn mới là ngày nghỉ; hãy chọn một ngày làm việc.' }
}
