import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '@motcua/core/kernel/instant.ts'
import { eventHash, type HashedEvent, NO_HASH } from './event-hash.ts'

const EVENT: HashedEvent = {
  previous: NO_HASH,
  dossier: '018e4a5c-0000-7000-8000-000000000001',
  number: 1,
  at: instant(Date.UTC(2024, 2, 14, 1)),
  type: 'submitted',
  actor: 'citizen:cd-0001',
  payload: '{}',
}

const OTHERS: readonly { readonly name: string; readonly other: Partial<HashedEvent> }[] = [
  { name: 'the event before it', other: { previous: Buffer.alloc(32, 1) } },
  { name: 'the dossier', other: { dossier: '018e4a5c-0000-7000-8000-000000000002' } },
  { name: 'its number', other: { number: 2 } },
  { name: 'its time', other: { at: instant(Date.UTC(2024, 2, 14, 2)) } },
  { name: 'its kind', other: { type: 'accepted' } },
  { name: 'who did it', other: { actor: 'citizen:cd-0002' } },
  { name: 'what was stated', other: { payload: '{"a":1}' } },
]

for (const { name, other } of OTHERS) {
  test(`the hash of an event covers ${name}`, () => {
    assert.notDeepEqual(eventHash({ ...EVENT, ...other }), eventHash(EVENT))
  })
}
