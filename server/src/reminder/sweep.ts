import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import type pg from 'pg'
import { addJobs, type TroubleLog } from '../jobs/jobs.ts'
import { withTransaction } from '../platform/database.ts'
import { jobsOfFired } from './fired-jobs.ts'
import { fireReminders } from './reminder.store.ts'

export type SweepServices = {
  readonly pool: pg.Pool
  readonly now: () => Instant
  readonly log?: TroubleLog
}

export type Sweep = { readonly stop: () => Promise<void> }

/** Reminders speak of minutes. A look at the index is all that it costs when nothing has come. */
const EVERY_MS = 5_000
const PORTION = 500

/** Fires reminders as their time comes, until it is stopped. Any number of processes may run one. */
export function startReminderSweep(services: SweepServices): Sweep {
  const stopping = new AbortController()
  const running = keepSweeping(services, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function keepSweeping(services: SweepServices, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await sweepReminders(services)
    } catch (error) {
      if (!stopping.aborted) services.log?.error({ err: error }, 'reminders: a sweep failed and will be tried again')
    }
    await sleep(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined)
  }
}

/**
 * Fires everything whose time has come, each reminder once, whoever else sweeps; answers how many. The jobs that follow
 * are made in the same transaction: what is said is told. A clock that is set back unsays nothing.
 */
export async function sweepReminders({ pool, now }: Pick<SweepServices, 'pool' | 'now'>): Promise<number> {
  const at = now()
  for (let fired = 0; ; ) {
    const portion = await withTransaction(pool, async (tx) => {
      const reminders = await fireReminders(tx, at, PORTION)
      await addJobs(tx, reminders.flatMap(jobsOfFired))
      return reminders.length
    })
    fired += portion
    if (portion < PORTION) return fired
  }
}
