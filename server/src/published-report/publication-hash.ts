import { hash } from 'node:crypto'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'

/** Before the first published report there is nothing: 32 zero bytes. */
export const NO_PUBLICATION = Buffer.alloc(32)

/** Whoever downloads the stored bytes can compute it himself: sha256sum of the file. */
export function contentHash(content: string): Buffer {
  return hash('sha256', content, 'buffer')
}

export type ChainedPublication = {
  readonly previous: Buffer
  readonly number: number
  readonly at: Instant
  readonly by: string
  readonly byName: string
  readonly content: Buffer
}

/** sha-256 over the hash of the one before and who published what when: one altered, removed or slipped in breaks it. */
export function publicationHash({ previous, number, at, by, byName, content }: ChainedPublication): Buffer {
  const text = [previous.toString('hex'), number, toIso(at), by, byName, content.toString('hex')].join('\n')
  return hash('sha256', text, 'buffer')
}
