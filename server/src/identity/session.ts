import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '@motcua/core/access/actor.ts'
import { type Instant, instant, type LocalDate, localDateOf, MINUTE_MS } from '@motcua/core/kernel/instant.ts'
import { accountId, officerId } from '@motcua/core/kernel/ids.ts'
import { postsOn } from '@motcua/core/organisation/organisation.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Db } from '../platform/database.ts'
import {
  deleteExpiredSessions,
  deleteSession,
  extendSession,
  findSession,
  insertSession,
  type Profile,
  type SessionKind,
  type SessionRow,
} from './session.store.ts'

export type { Profile } from './session.store.ts'

export const SESSION_COOKIE = 'motcua_session'
/** An officer's screen stands open in a public room; a citizen may need a while to find a paper. */
const IDLE_MS: Readonly<Record<SessionKind, number>> = { officer: 30 * MINUTE_MS, citizen: 60 * MINUTE_MS }
const LONGEST_MS = 12 * 60 * MINUTE_MS
/** Being seen is written down this often, not with every request. */
const SEEN_EVERY_MS = MINUTE_MS
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/

export type SignedIn = Exclude<Actor, { readonly kind: 'system' }>
export type Session = { readonly actor: SignedIn; readonly profile: Profile }
export type SessionWorld = { readonly pool: Db; readonly rulebook: () => Rulebook; readonly now: () => Instant }
export type NewSignIn = { readonly kind: SessionKind; readonly subject: string; readonly profile: Profile }

/** Opens a session and returns the cookie's value, which is kept nowhere else. */
export async function startSession({ pool, now }: SessionWorld, person: NewSignIn): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const at = now()
  await deleteExpiredSessions(pool, at)
  await insertSession(pool, { ...person, tokenHash: hashOf(token), at, expiresAt: expiryOf(person.kind, at, at) })
  return token
}

/** The session that a cookie opens, kept alive by being used; null when it has run out or its officer is gone. */
export async function openSession(world: SessionWorld, token: string | undefined): Promise<Session | null> {
  if (token === undefined || !TOKEN_SHAPE.test(token)) return null
  const at = world.now()
  const tokenHash = hashOf(token)
  const row = await findSession(world.pool, tokenHash, at)
  if (row === null) return null
  const actor = actorOf(row, world.rulebook(), localDateOf(world.now()))
  if (actor === null) return null
  if (at - row.seen_at >= SEEN_EVERY_MS) {
    await extendSession(world.pool, tokenHash, { at, expiresAt: expiryOf(row.kind, row.created_at, at) })
  }
  return { actor, profile: row.profile }
}

/** The same without keeping it alive: looking on is not working. */
export async function peekSession(world: SessionWorld, token: string | undefined): Promise<Session | null> {
  if (token === undefined || !TOKEN_SHAPE.test(token)) return null
  const at = world.now()
  const row = await findSession(world.pool, hashOf(token), at)
  const actor = row === null ? null : actorOf(row, world.rulebook(), localDateOf(at))
  return row === null || actor === null ? null : { actor, profile: row.profile }
}

export async function endSession({ pool }: SessionWorld, token: string | undefined): Promise<void> {
  if (token !== undefined && TOKEN_SHAPE.test(token)) await deleteSession(pool, hashOf(token))
}

/** Posts come from the organisation as it is now: who has left an office today has lost its rights today. */
function actorOf(row: SessionRow, rulebook: Rulebook, today: LocalDate): SignedIn | null {
  if (row.kind === 'citizen') {
    const { name, idNumber } = row.profile
    return { kind: 'citizen', account: accountId(row.subject), name, idNumber }
  }
  const officer = rulebook.officer(officerId(row.subject))
  return officer === undefined
    ? null
    : { kind: 'officer', officer: officer.id, name: officer.name, posts: postsOn(officer, today) }
}

function expiryOf(kind: SessionKind, createdAt: Instant, seenAt: Instant): Instant {
  return instant(Math.min(createdAt + LONGEST_MS, seenAt + IDLE_MS[kind]))
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
