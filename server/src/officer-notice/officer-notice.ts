export { draftOwedApology } from './draft-owed-apology.ts'
export { PURGE_TASK, purgeReminders } from './purge-reminders.ts'
export { tellOfficers } from './tell-officers.ts'
