import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'

export type SessionKind = 'citizen' | 'officer'

/** What the identity provider said of a citizen. Of an officer everything is read from the organisation, each time. */
export type Profile = {
  readonly name: string
  readonly idNumber: string
  readonly birthDate: string | null
  /** Level of assurance of the electronic identity, as the provider states it (NĐ 69/2024: level 1 or 2). */
  readonly assurance: string | null
}

export type SessionRow = {
  readonly subject: string
  readonly kind: SessionKind
  readonly profile: Profile
  readonly created_at: Instant
  readonly seen_at: Instant
}

export type NewSession = {
  readonly tokenHash: Buffer
  readonly subject: string
  readonly kind: SessionKind
  readonly profile: Profile
  readonly at: Instant
  readonly expiresAt: Instant
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db.query({
    name: 'insert-session',
    text: `insert into session (token_hash, subject, kind, profile, created_at, seen_at, expires_at)
      values ($1, $2, $3, $4, $5, $5, $6)`,
    values: [
      session.tokenHash,
      session.subject,
      session.kind,
      JSON.stringify(session.profile),
      toIso(session.at),
      toIso(session.expiresAt),
    ],
  })
}

export async function findSession(db: Db, tokenHash: Buffer, at: Instant): Promise<SessionRow | null> {
  const { rows } = await db.query<SessionRow>({
    name: 'find-session',
    text: 'select subject, kind, profile, created_at, seen_at from session where token_hash = $1 and expires_at > $2',
    values: [tokenHash, toIso(at)],
  })
  return rows[0] ?? null
}

export async function extendSession(
  db: Db,
  tokenHash: Buffer,
  { at, expiresAt }: { readonly at: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await db.query({
    name: 'extend-session',
    text: 'update session set seen_at = $2, expires_at = $3 where token_hash = $1',
    values: [tokenHash, toIso(at), toIso(expiresAt)],
  })
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.query({ name: 'delete-session', text: 'delete from session where token_hash = $1', values: [tokenHash] })
}

export async function deleteExpiredSessions(db: Db, at: Instant): Promise<void> {
  await db.query({
    name: 'delete-expired-sessions',
    text: 'delete from session where expires_at <= $1',
    values: [toIso(at)],
  })
}
