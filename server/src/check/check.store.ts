import { type Instant, type LocalDate, toIso } from '@motcua/core/kernel/instant.ts'
import type { DossierFact } from '@motcua/core/report/report.ts'
import { DOSSIER_COLUMNS, type StoredEvent, storedEvent } from '../dossier/dossier.ts'
import type { Db, Tx } from '../platform/database.ts'

/** Something that does not agree. `what` names the place, as `events[3].hash` or `row.due_at`. */
export type Difference = {
  readonly kind: 'event' | 'row' | 'fact' | 'report'
  readonly dossier: string | null
  readonly what: string
  readonly reason: string
}

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
  supplementGround: 'supplement_ground',
  endingGround: 'ending_ground',
  returnedHow: 'returned_how',
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
} & CountedPlace

/** The last event that the facts have counted. */
export type CountedPlace = { readonly countedTx: string; readonly countedSeq: number }

export async function findCountedPlace(db: Db): Promise<CountedPlace | null> {
  const { rows } = await db.query<{ after_tx: string; after_seq: number }>(
    `select after_tx, after_seq from projection where name = 'dossiers'`,
  )
  const row = rows[0]
  return row === undefined ? null : { countedTx: row.after_tx, countedSeq: row.after_seq }
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

/** The days that lie in the running totals; null if there are none. */
export async function findRolledDays(db: Db): Promise<{ readonly first: LocalDate; readonly count: number } | null> {
  const { rows } = await db.query<{ first: LocalDate | null; count: number }>(
    `select (select min(span_on) from fact_rollup r where r.generation = p.generation and r.grain = 'day') as first,
        p.rolled_on - (select min(span_on) from fact_rollup r where r.generation = p.generation and r.grain = 'day') as count
      from projection p where p.name = 'dossiers' and p.rolled_on is not null`,
  )
  const row = rows[0]
  return row === undefined || row.first === null || row.count < 1 ? null : { first: row.first, count: row.count }
}

/** A dossier that was accepted about a moment at random; null if none was. */
export async function findRandomDossier(db: Db): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(`
    with read as (select generation from projection where name = 'dossiers'),
      span as (select min(accepted_at) as first, max(accepted_at) as last from dossier_fact
        where generation = (select generation from read) and accepted_at is not null)
    select dossier_id as id from dossier_fact
    where generation = (select generation from read)
      and accepted_at >= (select first + random() * (last - first) from span)
    order by accepted_at, dossier_id limit 1`)
  return rows[0]?.id ?? null
}

export type TruthRecord = {
  readonly kind: 'totals' | 'dossiers'
  /** What was asked, so that it can be asked again. */
  readonly question: object
  readonly differences: readonly object[]
}

/** What was compared. One with differences stays an alarm until the same question finds none. */
export async function recordTruth(db: Db, { kind, question, differences }: TruthRecord, at: Instant): Promise<void> {
  await db.query(`insert into truth_check (checked_at, kind, question, differences) values ($1, $2, $3, $4)`, [
    toIso(at),
    kind,
    JSON.stringify(question),
    JSON.stringify(differences),
  ])
}

export type Alarm = { readonly id: number; readonly kind: TruthRecord['kind']; readonly question: object }

export async function listAlarms(db: Db, limit: number): Promise<readonly Alarm[]> {
  const { rows } = await db.query<Alarm>(
    `select id, kind, question from truth_check where ${IS_ALARM} order by id limit $1`,
    [limit],
  )
  return rows
}

export type OpenAlarm = Pick<Alarm, 'id' | 'kind'> & {
  readonly checked_at: Instant
  readonly differences: readonly Difference[]
}

/** The newest first. */
export async function listOpenAlarms(db: Db, limit: number): Promise<readonly OpenAlarm[]> {
  const { rows } = await db.query<OpenAlarm>(
    `select id, kind, checked_at, differences from truth_check where ${IS_ALARM} order by id desc limit $1`,
    [limit],
  )
  return rows
}

/** As the index of alarms has it. */
const IS_ALARM = `differences::text <> '[]' and cleared_at is null`

export async function clearAlarm(db: Db, id: number, at: Instant): Promise<void> {
  await db.query('update truth_check set cleared_at = $2 where id = $1', [id, toIso(at)])
}

/** What agreed is of no use after some time; alarms stay. */
export async function forgetAgreed(db: Db, before: Instant): Promise<void> {
  await db.query(`delete from truth_check where checked_at < $1 and differences::text = '[]'`, [toIso(before)])
}

export async function findTruthState(db: Db): Promise<{ readonly checkedAt: Instant | null; readonly alarms: number }> {
  const { rows } = await db.query<{ checked_at: Instant | null; alarms: number }>(
    `select (select max(checked_at) from truth_check) as checked_at,
      (select count(*) from truth_check where ${IS_ALARM}) as alarms`,
  )
  const row = rows[0]
  return { checkedAt: row?.checked_at ?? null, alarms: row?.alarms ?? 0 }
}
