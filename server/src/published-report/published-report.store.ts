import { type Instant, type LocalDate, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db, Tx } from '../platform/database.ts'

/** What a list shows of a published report. */
export type PublishedHead = {
  readonly number: number
  readonly published_at: Instant
  readonly published_by: string
  readonly published_by_name: string
  readonly title: string
  readonly scope_id: string
  readonly begins_on: LocalDate
  readonly ends_on: LocalDate
  readonly as_of_at: Instant
  readonly content_hash: Buffer
  readonly previous_hash: Buffer
  readonly hash: Buffer
}

export type StoredPublication = PublishedHead & { readonly content: string }

const HEAD = [
  ...['number', 'published_at', 'published_by', 'published_by_name', 'title', 'scope_id', 'begins_on', 'ends_on'],
  ...['as_of_at', 'content_hash', 'previous_hash', 'hash'],
].join(', ')

/** One at a time: the next report names the hash of the one before it. */
export async function lockLastPublication(
  tx: Tx,
): Promise<{ readonly number: number; readonly hash: Buffer } | undefined> {
  await tx.query("select pg_advisory_xact_lock(hashtext('published_report'))")
  const { rows } = await tx.query<{ number: number; hash: Buffer }>(
    'select number, hash from published_report order by number desc limit 1',
  )
  return rows[0]
}

export async function insertPublication(tx: Tx, publication: StoredPublication): Promise<void> {
  const { published_at: at, as_of_at: asOf } = publication
  await tx.query({
    name: 'insert-publication',
    text: `insert into published_report (${HEAD}, content)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      ...[publication.number, toIso(at), publication.published_by, publication.published_by_name, publication.title],
      ...[publication.scope_id, publication.begins_on, publication.ends_on, toIso(asOf)],
      ...[publication.content_hash, publication.previous_hash, publication.hash, publication.content],
    ],
  })
}

export async function findPublication(db: Db, number: number): Promise<StoredPublication | undefined> {
  const { rows } = await db.query<StoredPublication>({
    name: 'find-publication',
    text: `select ${HEAD}, content from published_report where number = $1`,
    values: [number],
  })
  return rows[0]
}

export type PublicationPage = {
  readonly scope: string | null
  readonly before: number | null
  readonly limit: number
}

/** The newest first. */
export async function listPublications(
  db: Db,
  { scope, before, limit }: PublicationPage,
): Promise<readonly PublishedHead[]> {
  const { rows } = await db.query<PublishedHead>({
    name: 'list-publications',
    text: `select ${HEAD} from published_report
      where ($1::text is null or scope_id = $1) and ($2::integer is null or number < $2)
      order by number desc limit $3`,
    values: [scope, before, limit],
  })
  return rows
}

const CHAIN_PAGE = 50

/** All of them from the first, a few at a time. */
export async function* readPublications(db: Db): AsyncGenerator<StoredPublication> {
  for (let after = 0; ; ) {
    const { rows }: { rows: StoredPublication[] } = await db.query<StoredPublication>({
      name: 'read-publications',
      text: `select ${HEAD}, content from published_report where number > $1 order by number limit ${CHAIN_PAGE}`,
      values: [after],
    })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < CHAIN_PAGE) return
    after = last.number
  }
}
