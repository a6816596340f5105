import type { CountedEvent } from '@motcua/core/report/report.ts'
import type { Tx } from '../platform/database.ts'
import { listWithParts, renewPartRows } from './part.store.ts'

/**
 * Lists the open parts of interlinked dossiers after these events. Other dossiers cost one look-up for the whole batch:
 * what happens to the whole (a pause, an end) concerns only those of which parts are listed already.
 */
export async function renewParts(tx: Tx, events: readonly CountedEvent[]): Promise<void> {
  const began = events.filter(({ event }) => event.type === 'partsStarted').map(({ dossier }) => dossier)
  const listed = await listWithParts(tx, [...new Set(events.map(({ dossier }) => dossier))])
  const changed = [...new Set<string>([...began, ...listed])]
  if (changed.length > 0) await renewPartRows(tx, changed)
}
