export { dossiersToRemindOf, renewReminders } from './renew-reminders.ts'
export { type Sweep, startReminderSweep, sweepReminders } from './sweep.ts'
