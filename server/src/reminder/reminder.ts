export { dossiersToRemindOf, renewReminders } from './renew-reminders.ts'
export { listOpenAfter } from './reminder.store.ts'
export { type Sweep, startReminderSweep, sweepReminders } from './sweep.ts'
