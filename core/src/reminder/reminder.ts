import type { ClockLedger } from '../dossier/clock-ledger.ts'
import type { Dossier, Filing } from '../dossier/dossier.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OfficerId, UnitId } from '../kernel/ids.ts'
import type { Role } from '../organisation/organisation.ts'

export { listReminders } from './list-reminders.ts'
export { REMINDER_NAME, type ReminderSubject, type ReminderText, reminderText } from './reminder-text.ts'

/**
 * What people are reminded of. nearDue: the result is due within eight working hours; apologyOwed: the last day on
 * which a letter of apology can move the due time; due: the due time has come; stepOverdue: the approved time of a step
 * has run out; acceptanceOverdue: an online filing was not answered within eight working hours; supplementUnanswered:
 * the applicant has let the time for completing his dossier pass; handOverOverdue: paper has not gone on from the
 * counter in time; consultationOverdue: an agency that was asked for its opinion has not answered in time;
 * resultNotClosed: the result is signed and the dossier still open.
 */
export const REMINDER_KINDS = [
  'nearDue',
  'apologyOwed',
  'due',
  'stepOverdue',
  'acceptanceOverdue',
  'supplementUnanswered',
  'handOverOverdue',
  'consultationOverdue',
  'resultNotClosed',
] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** holder: who has the dossier; leader: who heads the place, eight working hours later, if it is still there. */
export const AUDIENCES = ['holder', 'leader'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Of one dossier, `kind`, `audience`, `step` and `dueAt` name a reminder: what is the same in them is never said twice. */
export type Reminder = {
  readonly kind: ReminderKind
  readonly audience: Audience
  /** The step, or the consultation, that is overdue; null for the other kinds. */
  readonly step: string | null
  /** The appointed time that it is about. */
  readonly dueAt: Instant
  /** When it is said. */
  readonly fireAt: Instant
  readonly unit: UnitId
  readonly role: Role
  /** Null: whoever holds the role at the unit. */
  readonly officer: OfficerId | null
}

/** The part of a dossier from which its reminders follow. */
export type RemindedDossier = Pick<
  Dossier,
  | 'state'
  | 'process'
  | 'position'
  | 'parts'
  | 'dueAt'
  | 'supplements'
  | 'consultations'
  | 'submittedAt'
  | 'acceptedAt'
  | 'signedResult'
  | 'apology'
> & {
  readonly content: Filing
  readonly clock: Pick<ClockLedger, 'startedAt' | 'pauses' | 'extension'> | null
}
