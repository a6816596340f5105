import { hash } from 'node:crypto'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'

/** What the hash of an event covers. `payload` is the very text that is stored. */
export type HashedEvent = {
  readonly previous: Buffer
  readonly dossier: string
  readonly number: number
  readonly at: Instant
  readonly type: string
  readonly actor: string
  readonly payload: string
}

/** Before the first event of a dossier there is nothing: 32 zero bytes. */
export const NO_HASH = Buffer.alloc(32)

/**
 * sha-256 over the predecessor's hash and the event, so that an event that is altered, removed or inserted
 * breaks the chain. None of the parts before the payload can contain a line feed.
 */
export function eventHash(event: HashedEvent): Buffer {
  const { previous, dossier, number, at, type, actor, payload } = event
  const text = `${previous.toString('hex')}\n${dossier}\n${number}\n${toIso(at)}\n${type}\n${actor}\n${payload}`
  return hash('sha256', text, 'buffer')
}
