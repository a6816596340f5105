import type { DossierId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db, Tx } from '../platform/database.ts'

/** Those dossiers of whose applicant or submitter we know an account. */
export async function listWithAccount(tx: Tx, dossiers: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'list-with-account',
    text: `select id from dossier
      where id = any($1::uuid[]) and (applicant_account is not null or content #>> '{submitter,account}' is not null)
      order by id`,
    values: [dossiers],
  })
  return rows.map((row) => row.id)
}

export type NewNotice = {
  readonly id: string
  readonly account: string
  readonly dossier: DossierId
  readonly text: string
  readonly at: Instant
}

/** A notice that is there already stays as it is. */
export async function insertNotices(db: Db, notices: readonly NewNotice[]): Promise<void> {
  await db.query({
    name: 'insert-notices',
    text: `insert into notice (id, account, dossier_id, text, noticed_at)
      select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::timestamptz[])
      on conflict (id) do nothing`,
    values: [
      notices.map((notice) => notice.id),
      notices.map((notice) => notice.account),
      notices.map((notice) => notice.dossier),
      notices.map((notice) => notice.text),
      notices.map((notice) => toIso(notice.at)),
    ],
  })
}

export type Notice = {
  readonly id: string
  readonly dossier: string
  readonly code: string | null
  readonly text: string
  readonly noticedAt: Instant
}

type NoticeRow = {
  readonly id: string
  readonly dossier_id: string
  readonly code: string | null
  readonly text: string
  readonly noticed_at: Instant
}

/** Where a page of notices begins: after this one. */
export type NoticePlace = { readonly at: Instant; readonly id: string }

/** The notices of an account, newest first. */
export async function listNotices(
  db: Db,
  account: string,
  { after, limit }: { readonly after: NoticePlace | null; readonly limit: number },
): Promise<readonly Notice[]> {
  const { rows } = await db.query<NoticeRow>({
    name: 'list-notices',
    text: `select n.id, n.dossier_id, d.code, n.text, n.noticed_at
      from notice n join dossier d on d.id = n.dossier_id
      where n.account = $1 and ($3::uuid is null or (n.noticed_at, n.id) < ($2::timestamptz, $3::uuid))
      order by n.noticed_at desc, n.id desc limit $4`,
    values: [account, after === null ? null : toIso(after.at), after?.id ?? null, limit],
  })
  return rows.map((row) => ({
    id: row.id,
    dossier: row.dossier_id,
    code: row.code,
    text: row.text,
    noticedAt: row.noticed_at,
  }))
}
