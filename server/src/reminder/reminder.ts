export { DRAFT_APOLOGY_TASK, parseFired, TELL_OFFICERS_TASK } from './fired-jobs.ts'
export { dossiersToRemindOf, renewReminders } from './renew-reminders.ts'
export {
  type DealtWith,
  type FiredReminder,
  forgetReminders,
  listDealtWith,
  listOpenAfter,
  reminderKey,
} from './reminder.store.ts'
export { stepNameOf } from './step-name.ts'
export { type Sweep, startReminderSweep, sweepReminders } from './sweep.ts'
