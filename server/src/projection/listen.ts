import type pg from 'pg'
import type { Bell } from './bell.ts'
import { LISTEN } from './projection.store.ts'

export type Listener = {
  /** Connects unless it is connected. What happened while it was not is for the poll to find. */
  readonly ensure: () => Promise<void>
  readonly close: () => void
}

/** Rings when events are written, and when the connection breaks. */
export function newListener(pool: pg.Pool, bell: Bell): Listener {
  let held: pg.PoolClient | null = null
  const drop = (client: pg.PoolClient): void => {
    if (held !== client) return
    held = null
    client.release(true)
    bell.ring('news')
  }
  return {
    ensure: async () => {
      if (held !== null) return
      const client = await pool.connect()
      held = client
      client.on('error', () => drop(client))
      client.on('end', () => drop(client))
      client.on('notification', ({ payload }) => bell.ring(payload === 'count' ? 'urgent' : 'news'))
      await client.query(LISTEN)
    },
    close: () => {
      if (held !== null) drop(held)
    },
  }
}
