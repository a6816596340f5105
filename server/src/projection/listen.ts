import type pg from 'pg'

export type Listener = {
  /** Connects unless it is connected. What happened while it was not is for the poll to find. */
  readonly ensure: () => Promise<void>
  readonly close: () => void
}

export type Listening = {
  /** The whole statement, `listen …`. */
  readonly statement: string
  readonly heard: (payload: string) => void
  /** The connection broke: what was said meanwhile was not heard. */
  readonly lost: () => void
}

/** Holds a connection of the pool for as long as it listens. */
export function newListener(pool: pg.Pool, { statement, heard, lost }: Listening): Listener {
  let held: pg.PoolClient | null = null
  const drop = (client: pg.PoolClient): void => {
    if (held !== client) return
    held = null
    client.release(true)
    lost()
  }
  return {
    ensure: async () => {
      if (held !== null) return
      const client = await pool.connect()
      held = client
      client.on('error', () => drop(client))
      client.on('end', () => drop(client))
      client.on('notification', ({ payload }) => heard(payload ?? ''))
      await client.query(statement)
    },
    close: () => {
      if (held !== null) drop(held)
    },
  }
}
