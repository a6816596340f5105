import { withTransaction } from '../platform/database.ts'
import { listOpenAfter, renewReminders } from '../reminder/reminder.ts'
import type { DispatcherServices } from './dispatcher.ts'
import { lockCheckpoint } from './projection.store.ts'

const DOSSIERS = 500

/**
 * Plans what is to be said of every open dossier, some at a time, with the dispatchers held off meanwhile so that none
 * of them plans from a newer row what we would overwrite.
 */
export async function planOpenReminders({ pool, rulebook }: Pick<DispatcherServices, 'pool' | 'rulebook'>) {
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    const dossiers = await withTransaction(pool, async (tx) => {
      await lockCheckpoint(tx, 'dossiers')
      const open = await listOpenAfter(tx, from, DOSSIERS)
      await renewReminders(tx, open, rulebook())
      return open
    })
    after = dossiers.at(-1) ?? null
    if (after === null) return
  }
}
