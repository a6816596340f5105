import { startTruthWatch } from './check/check.ts'
import { type JobRunner, startJobs } from './jobs/jobs.ts'
import { NOTICE_TASK } from './notice/notice.ts'
import { noticeApplicant } from './notice/notice.jobs.ts'
import { draftOwedApology, PURGE_TASK, purgeReminders, tellOfficers } from './officer-notice/officer-notice.ts'
import { startDispatcher, startRoller } from './projection/projection.ts'
import { DRAFT_APOLOGY_TASK, startReminderSweep, TELL_OFFICERS_TASK } from './reminder/reminder.ts'
import type { Services } from './services.ts'

export type Background = { readonly stop: () => Promise<void> }

/** What goes on beside the requests: events are counted, days are summed up, jobs are done, people are reminded. On connections of its own, so that neither waits for the other. */
export function startBackground(services: Services): Background {
  const { database } = services
  const dispatcher = startDispatcher({ ...services, pool: database.createPool({ name: 'motcua-dispatcher', max: 3 }) })
  const jobs: JobRunner = startJobs(
    { ...services, pool: database.createPool({ name: 'motcua-jobs', max: 8 }) },
    {
      [NOTICE_TASK]: noticeApplicant(services),
      [TELL_OFFICERS_TASK]: tellOfficers(services),
      [DRAFT_APOLOGY_TASK]: draftOwedApology(services),
      [PURGE_TASK]: purgeReminders(services),
    },
    [PURGE_TASK],
  )
  const sweep = startReminderSweep({
    ...services,
    pool: database.createPool({ name: 'motcua-reminders', max: 1 }),
  })
  const watch = startTruthWatch({
    ...services,
    pool: database.createPool({ name: 'motcua-truth', max: 1, statementTimeoutMs: 30_000 }),
  })
  const roller = startRoller({ ...services, pool: database.createPool({ name: 'motcua-rollup', max: 1 }) })
  return {
    stop: async () => {
      await Promise.all([roller.stop(), watch.stop(), dispatcher.stop(), jobs.stop(), sweep.stop()])
    },
  }
}
