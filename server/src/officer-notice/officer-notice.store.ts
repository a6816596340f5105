import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { OfficerId } from '@motcua/core/kernel/ids.ts'
import type { Audience, ReminderKind } from '@motcua/core/reminder/reminder.ts'
import type { Db, Tx } from '../platform/database.ts'

export type NewOfficerNotice = {
  readonly reminder: number
  readonly officers: readonly OfficerId[]
  readonly dossier: string
  readonly kind: ReminderKind
  readonly audience: Audience
  readonly text: string
  readonly article: string
  readonly at: Instant
}

/** Who has been told of the reminder already is not told again. */
export async function insertOfficerNotices(db: Db, notice: NewOfficerNotice): Promise<void> {
  const { reminder, officers, dossier, kind, audience, text, article, at } = notice
  await db.query({
    name: 'insert-officer-notices',
    text: `insert into officer_notice (reminder_id, officer_id, dossier_id, kind, audience, body, article, noticed_at)
      select $1::bigint, officer, $3::uuid, $4::text, $5::text, $6::text, $7::text, $8::timestamptz
      from unnest($2::text[]) as officer
      on conflict on constraint officer_notice_once do nothing`,
    values: [reminder, officers, dossier, kind, audience, text, article, toIso(at)],
  })
}

export type OfficerNotice = {
  readonly id: number
  readonly dossier_id: string
  readonly code: string | null
  readonly procedure_code: string
  readonly submitted_at: Instant | null
  readonly applicant_name: string
  readonly kind: ReminderKind
  readonly audience: Audience
  readonly body: string
  readonly article: string
  readonly noticed_at: Instant
  readonly read_at: Instant | null
  /** Whether there is still something to be done about it. */
  readonly open: boolean
}

/** The reminder is still on its list: the dossier has not moved on since. */
const OPEN = `exists (select from reminder r where r.id = n.reminder_id and r.cleared_at is null)`

export type NoticeQuestion = {
  readonly officer: OfficerId
  /** Only what is neither read nor dealt with. */
  readonly unread: boolean
  readonly before: number | null
  readonly limit: number
}

/** Newest first. */
export async function listOfficerNotices(db: Db, question: NoticeQuestion): Promise<readonly OfficerNotice[]> {
  const { officer, unread, before, limit } = question
  const { rows } = await db.query<OfficerNotice>({
    name: unread ? 'list-unread-officer-notices' : 'list-officer-notices',
    text: `select n.id, n.dossier_id, d.code, d.procedure_code, d.submitted_at, d.applicant_name, n.kind, n.audience,
        n.body, n.article, n.noticed_at, n.read_at, ${OPEN} as open
      from officer_notice n join dossier d on d.id = n.dossier_id
      where n.officer_id = $1 and ($2::bigint is null or n.id < $2) ${unread ? `and n.read_at is null and ${OPEN}` : ''}
      order by n.id desc limit $3`,
    values: [officer, before, limit],
  })
  return rows
}

/** Neither read nor dealt with. */
export async function countUnread(db: Db, officer: OfficerId): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-unread-officer-notices',
    text: `select count(*) from officer_notice n where n.officer_id = $1 and n.read_at is null and ${OPEN}`,
    values: [officer],
  })
  return rows[0]?.count ?? 0
}

/** `one` only that notice, otherwise it and all before it. What was read keeps the time at which it was read first. */
export type Reading = { readonly officer: OfficerId; readonly id: number; readonly one: boolean; readonly at: Instant }

export async function markRead(db: Db, { officer, id, one, at }: Reading): Promise<void> {
  await db.query({
    name: one ? 'read-officer-notice' : 'read-officer-notices',
    text: `update officer_notice set read_at = $3
      where officer_id = $1 and id ${one ? '=' : '<='} $2 and read_at is null`,
    values: [officer, id, toIso(at)],
  })
}

export async function forgetNoticesOf(tx: Tx, reminders: readonly number[]): Promise<void> {
  await tx.query({
    name: 'forget-officer-notices',
    text: 'delete from officer_notice where reminder_id = any($1::bigint[])',
    values: [reminders],
  })
}
