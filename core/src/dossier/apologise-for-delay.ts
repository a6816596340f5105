import { isWorkingDay, workingDaysBetween } from '../calendar/calendar.ts'
import { decided, refused } from '../kernel/decision.ts'
import { localDateOf } from '../kernel/instant.ts'
import { checkedReason, checkedText } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { calendarOfDossier } from './dossier-clock.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { shortText } from './texts.ts'

const LETTER = shortText('letter', 'Số văn bản xin lỗi', 100)

/** The letter of apology (Mẫu 04) appoints a new time: once, and no later than a day before the old one (NĐ 61/2018 Đ.19.9). */
export function apologiseForDelay(
  dossier: Dossier,
  command: Command<'apologise'>,
  context: DecisionContext,
): ActionDecision {
  const fault = findExtensionFault(dossier, context) ?? findNewDueFault(dossier, command, context)
  if (fault !== null) return refused(fault)
  const { reason, letter, dueAt } = command
  return checkedReason(reason) ?? checkedText(letter, LETTER) ?? decided({ type: 'apologised', letter, reason, dueAt })
}

/** Why the dossier cannot be extended now, whatever the new time. */
export function findExtensionFault(dossier: Dossier, { now, rulebook }: DecisionContext): DossierRefusal | null {
  if (dossier.dueAt === null) return { kind: 'no-due-time' }
  if (dossier.clock !== null && dossier.clock.extension !== null) return { kind: 'extension-used' }
  const calendar = calendarOfDossier(dossier, rulebook)
  const isInTime = workingDaysBetween(calendar, localDateOf(now), localDateOf(dossier.dueAt)) >= 1
  return isInTime ? null : { kind: 'extension-too-late' }
}

function findNewDueFault(
  dossier: Dossier,
  { dueAt }: Command<'apologise'>,
  { rulebook }: DecisionContext,
): DossierRefusal | null {
  if (dossier.dueAt !== null && dueAt <= dossier.dueAt) {
    return { kind: 'date-out-of-range', field: 'dueAt', reason: 'Ngày hẹn mới phải sau ngày hẹn đã báo.' }
  }
  return isWorkingDay(calendarOfDossier(dossier, rulebook), localDateOf(dueAt))
    ? null
    : { kind: 'date-out-of-range', field: 'dueAt', reason: 'Ngày hẹn mới là ngày nghỉ; hãy chọn một ngày làm việc.' }
}
