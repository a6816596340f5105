import type { Instant } from '@motcua/core/kernel/instant.ts'
import type { DossierFact } from '@motcua/core/report/report.ts'
import { DOSSIER_COLUMNS, type StoredEvent, storedEvent } from '../dossier/dossier.ts'
import type { Db, Tx } from '../platform/database.ts'

/** A row of table dossier with the names of its columns; json as the text that is stored. */
export type StoredRow = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly last_hash: Buffer
  readonly content_text: string
  readonly body_text: string
}

/** Ids from `above` (excluded) to `upTo` (included); null has no end on that side. */
export type IdRange = { readonly above: string | null; readonly upTo: string | null }

const RANGE = (column: string): string =>
  `($1::uuid is null or ${column} > $1::uuid) and ($2::uuid is null or ${column} <= $2::uuid)`

/** Everything of one check is read from one snapshot: the system may work meanwhile. */
export async function takeSnapshot(tx: Tx): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only')
}

export async function listRowsAfter(db: Db, above: string | null, limit: number): Promise<readonly StoredRow[]> {
  const { rows } = await db.query<StoredRow>({
    name: 'check-rows',
    text: `select ${DOSSIER_COLUMNS.map(([name]) => name).join(', ')}, last_hash, content::text as content_text, body::text as body_text
      from dossier where $1::uuid is null or id > $1::uuid order by id limit $2`,
    values: [above, limit],
  })
  return rows
}

type EventRow = Parameters<typeof storedEvent>[0]

/** In the order of dossiers and of their numbers. */
export async function listEventsOf(db: Db, { above, upTo }: IdRange): Promise<readonly StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'check-events',
    text: `select seq, tx, dossier_id, number, at, type, actor, payload::text as payload, previous_hash, hash
      from dossier_event where ${RANGE('dossier_id')} order by dossier_id, number`,
    values: [above, upTo],
  })
  return rows.map(storedEvent)
}

/** Which column keeps which part of a fact. */
export const FACT_COLUMNS = {
  code: 'code',
  procedure: 'procedure_code',
  field: 'field',
  counter: 'counter_id',
  agency: 'agency_id',
  channel: 'channel',
  delivery: 'delivery',
  certifiedCopy: 'certified_copy',
  interlinked: 'interlinked',
  acceptedAt: 'accepted_at',
  dueAt: 'due_at',
  pausedAt: 'paused_at',
  pauseGround: 'pause_ground',
  finishedAt: 'finished_at',
  finish: 'finish',
  ending: 'ending',
  apologisedAt: 'apologised_at',
  returnedAt: 'returned_at',
  onlineLevel: 'online_level',
  elsewhere: 'elsewhere',
  submittedAt: 'submitted_at',
  acceptDueAt: 'accept_due_at',
  declinedAt: 'declined_at',
  acceptedBy: 'accepted_by',
  finishedBy: 'finished_by',
  supplements: 'supplements',
  feeOwed: 'fee_owed',
  paidHow: 'paid_how',
  documentCount: 'document_count',
  digitisedCount: 'digitised_count',
  reusedCount: 'reused_count',
  electronicResult: 'electronic_result',
  correctedAcceptedAt: 'corrected_accepted_at',
  correctedFinishedAt: 'corrected_finished_at',
  correctedFinish: 'corrected_finish',
  correctedReturnedAt: 'corrected_returned_at',
} as const satisfies Partial<Record<keyof DossierFact, string>>

export type StoredFact = Readonly<Record<string, unknown>> & {
  readonly dossier_id: string
  readonly known_from: Instant
  readonly known_to: Instant
}

/** Of the generation that reports read. */
export async function listFactsOf(db: Db, { above, upTo }: IdRange): Promise<readonly StoredFact[]> {
  const { rows } = await db.query<StoredFact>({
    name: 'check-facts',
    text: `select dossier_id, known_from, known_to, ${Object.values(FACT_COLUMNS).join(', ')} from dossier_fact
      where generation = (select generation from projection where name = 'dossiers') and ${RANGE('dossier_id')}
      order by dossier_id, known_from`,
    values: [above, upTo],
  })
  return rows
}

export type Extent = {
  readonly dossiers: number
  readonly events: number
  /** Null without events. */
  readonly lastAt: Instant | null
  /** The last event that the facts have counted. */
  readonly countedTx: string
  readonly countedSeq: number
}

export async function findExtent(db: Db): Promise<Extent> {
  const { rows } = await db.query<{
    dossiers: number
    events: number
    last_at: Instant | null
    after_tx: string
    after_seq: number
  }>(`select (select count(*) from dossier) as dossiers, e.events, e.last_at, p.after_tx, p.after_seq
    from (select count(*) as events, max(at) as last_at from dossier_event) e, projection p where p.name = 'dossiers'`)
  const row = rows[0]
  if (row === undefined) throw new Error('there is no projection yet')
  const { dossiers, events, last_at: lastAt, after_tx: countedTx, after_seq: countedSeq } = row
  return { dossiers, events, lastAt, countedTx, countedSeq }
}
