import { findService } from '@motcua/core/dossier/dossier.ts'
import { procedureCode, unitId } from '@motcua/core/kernel/ids.ts'
import { DAY_MS, type Instant } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type pg from 'pg'
import type { JobHandler } from '../jobs/jobs.ts'
import { withTransaction } from '../platform/database.ts'
import { type DealtWith, forgetReminders, listDealtWith } from '../reminder/reminder.ts'
import { forgetNoticesOf } from './officer-notice.store.ts'

export const PURGE_TASK = 'purgeReminders'

/** So that nobody waits for it. */
const PORTION = 1_000

export type PurgeServices = {
  readonly pool: pg.Pool
  readonly rulebook: () => Rulebook
  readonly now: () => Instant
}

/**
 * Forgets reminders, and what officers were told by them, so many days after they were dealt with as the service rules
 * say, once their dossier is finished. What is still open stays however old it is; of an open dossier everything stays,
 * because what was fired must be known to be fired.
 */
export function purgeReminders({ pool, rulebook, now }: PurgeServices): JobHandler {
  return async () => {
    const at = now()
    for (let after = 0; ; ) {
      const from = after
      const portion = await listDealtWith(pool, { after: from, limit: PORTION })
      const ids = portion.filter((each) => isPast(each, at, rulebook())).map(({ id }) => id)
      if (ids.length > 0) {
        await withTransaction(pool, async (tx) => {
          await forgetNoticesOf(tx, ids)
          await forgetReminders(tx, ids)
        })
      }
      after = portion.at(-1)?.id ?? from
      if (portion.length < PORTION) return
    }
  }
}

/** By the rules of today: what is kept is decided by who keeps it now. */
function isPast({ agency, procedure, clearedAt }: DealtWith, now: Instant, rulebook: Rulebook): boolean {
  const service = findService({ agency: unitId(agency), procedure: procedureCode(procedure) }, now, rulebook)
  return service !== undefined && now - clearedAt > service.policies.reminderRetentionDays * DAY_MS
}
