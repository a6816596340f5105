import type pg from 'pg'
import { nameConnection } from './jobs.store.ts'

/** A connection that shows for as long as it lives which worker holds its jobs: a killed process loses it at once. */
export type Presence = {
  readonly bear: (workerIds: readonly string[]) => Promise<void>
  /** Resolves when the connection breaks. */
  readonly lost: Promise<void>
  readonly leave: () => Promise<void>
}

export async function stayPresent(pool: pg.Pool): Promise<Presence> {
  const client = await pool.connect()
  const { promise: lost, resolve } = Promise.withResolvers<void>()
  client.on('error', () => resolve())
  client.on('end', () => resolve())
  return {
    bear: (workerIds) => nameConnection(client, workerIds),
    lost,
    leave: async () => client.release(true),
  }
}
