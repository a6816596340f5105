import { AUDIENCES, REMINDER_KINDS, type ReminderKind } from '@motcua/core/reminder/reminder.ts'
import { instant } from '@motcua/core/kernel/instant.ts'
import type { JobSpec } from '../jobs/jobs.ts'
import type { FiredReminder } from './reminder.store.ts'

/** Tells officers of a fired reminder. */
export const TELL_OFFICERS_TASK = 'tellOfficers'
/** Drafts the letter of apology that is owed. */
export const DRAFT_APOLOGY_TASK = 'draftOwedApology'

/** Attempts over about three hours, then the job is parked: whatever is wrong by then does not mend itself. */
const MAX_ATTEMPTS = 10

/** What follows from a reminder when its time has come. */
export function jobsOfFired(fired: FiredReminder): readonly JobSpec[] {
  const jobFor = (task: string): JobSpec => ({
    task,
    key: `${task} ${fired.dossier} ${fired.reminder}`,
    payload: { schema: 1, ...fired },
    maxAttempts: MAX_ATTEMPTS,
  })
  const tell = jobFor(TELL_OFFICERS_TASK)
  return fired.kind === 'apologyOwed' ? [tell, jobFor(DRAFT_APOLOGY_TASK)] : [tell]
}

/** Throws where it is not what `jobsOfFired` writes. */
export function parseFired(payload: unknown): FiredReminder {
  const { schema, reminder, dossier, kind, audience, step, dueAt } = (payload ?? {}) as Record<string, unknown>
  const told = AUDIENCES.find((each) => each === audience)
  if (schema !== 1 || typeof reminder !== 'number' || typeof dossier !== 'string' || typeof dueAt !== 'number') {
    throw new Error(`Nội dung công việc không đúng dạng: ${JSON.stringify(payload)}`)
  }
  if (!isKind(kind) || told === undefined || (typeof step !== 'string' && step !== null)) {
    throw new Error(`Công việc nói về một loại nhắc việc không có: ${JSON.stringify(payload)}`)
  }
  return { reminder, dossier, kind, audience: told, step, dueAt: instant(dueAt) }
}

const isKind = (word: unknown): word is ReminderKind => REMINDER_KINDS.some((kind) => kind === word)
