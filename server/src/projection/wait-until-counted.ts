import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'
import { findReached, nextTransaction, wakeDispatchers } from './projection.store.ts'

/** How far the facts have come. `countedTo` is the clock of the database as the checkpoint moved. */
export type CountedTo =
  /** Everything that had been written, or was being written, when the question was asked. */
  | { readonly kind: 'counted'; readonly countedTo: Instant; readonly generation: number }
  /** Not that far within the time given. */
  | { readonly kind: 'behind'; readonly countedTo: Instant | null }

const LOOK_MS = 5
const LOOK_AT_MOST_MS = 50
const WAKE_EVERY_MS = 250

/**
 * Waits until the projection has counted every event that is visible now or whose transaction is in flight now. Takes
 * a pool: inside a transaction the checkpoint would never be seen to move.
 */
export async function waitUntilCounted(db: Db, { timeoutMs }: { readonly timeoutMs: number }): Promise<CountedTo> {
  const asked = await nextTransaction(db)
  const startedAt = performance.now()
  let wokenAt = Number.NEGATIVE_INFINITY
  for (let pause = LOOK_MS; ; pause = Math.min(pause * 2, LOOK_AT_MOST_MS)) {
    const found = await findReached(db, asked)
    if (found?.reached) return { kind: 'counted', countedTo: found.movedAt, generation: found.generation }
    const now = performance.now()
    if (now - startedAt > timeoutMs) return { kind: 'behind', countedTo: found?.movedAt ?? null }
    if (now - wokenAt > WAKE_EVERY_MS) {
      await wakeDispatchers(db)
      wokenAt = now
    }
    await sleep(pause)
  }
}
