import type { CountedEvent } from '@motcua/core/report/report.ts'
import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import { type Instant, type LocalDate, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db, Tx } from '../platform/database.ts'

/** The projection that reports read; while it is rebuilt a second row stands beside it. */
export type ProjectionName = 'dossiers' | 'dossiers-building'

/** A place in the global order of events: transaction, then sequence within all. */
export type Place = { readonly tx: string; readonly seq: number }

export type Checkpoint = {
  readonly name: ProjectionName
  readonly generation: number
  /** The last event counted. */
  readonly after: Place
  /** Every transaction below this one is complete and counted. */
  readonly reached: string
  /** The oldest transaction in flight as the row was locked: what is below may be read and counted. */
  readonly horizon: string
  /** Days before this one lie in the running totals; null: none do. */
  readonly rolledOn: LocalDate | null
}

export type PlacedEvent = CountedEvent & { readonly place: Place }

type CheckpointRow = {
  readonly name: ProjectionName
  readonly generation: number
  readonly after_tx: string
  readonly after_seq: number
  readonly reached_tx: string
  readonly horizon: string
  readonly rolled_on: LocalDate | null
}

const CHECKPOINT = `name, generation, after_tx, after_seq, reached_tx, rolled_on,
  pg_snapshot_xmin(pg_current_snapshot()) as horizon`

/**
 * For the rest of the transaction: it looks up rows by key, hundreds at a time, and a plan that was made and kept while
 * the tables were small, or not analysed yet, would read them whole (measured: 20 ms a statement instead of 3).
 */
const BY_KEY = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']
  .map((setting) => `set_config('${setting}', 'off', true)`)
  .join(', ')

export async function ensureProjection(db: Db): Promise<void> {
  await db.query(`insert into projection (name, generation, after_tx, after_seq, reached_tx, state, moved_at)
    values ('dossiers', 1, '0', 0, '0', 'active', now()) on conflict (name) do nothing`)
}

/** Undefined while another process is at it: whoever holds the row does the work of all. */
export async function claimCheckpoint(tx: Tx, name: ProjectionName): Promise<Checkpoint | undefined> {
  const { rows } = await tx.query<CheckpointRow>({
    name: 'claim-checkpoint',
    text: `select ${CHECKPOINT}, ${BY_KEY} from projection where name = $1 for update skip locked`,
    values: [name],
  })
  return rows[0] === undefined ? undefined : checkpoint(rows[0])
}

/** Waits for whoever is at it. `whole`: for reading days and years of facts, and not by key. */
export async function lockCheckpoint(
  tx: Tx,
  name: ProjectionName,
  reading: 'byKey' | 'whole' = 'byKey',
): Promise<Checkpoint> {
  await tx.query({ text: 'select from projection where name = $1 for update', values: [name] })
  // Read after the lock: the snapshot of a statement that waited is older than what it waited for.
  const { rows } = await tx.query<CheckpointRow>({
    text: `select ${CHECKPOINT}${reading === 'byKey' ? `, ${BY_KEY}` : ''} from projection where name = $1`,
    values: [name],
  })
  if (rows[0] === undefined) throw new Error(`projection ${name} is gone`)
  return checkpoint(rows[0])
}

function checkpoint(row: CheckpointRow): Checkpoint {
  const { name, generation, after_tx: tx, after_seq: seq, reached_tx: reached, horizon, rolled_on: rolledOn } = row
  return { name, generation, after: { tx, seq }, reached, horizon, rolledOn }
}

export async function moveCheckpoint(
  tx: Tx,
  name: ProjectionName,
  to: Pick<Checkpoint, 'after' | 'reached'>,
): Promise<void> {
  await tx.query({
    name: 'move-checkpoint',
    text: `update projection set after_tx = $2::xid8, after_seq = $3, reached_tx = greatest(reached_tx, $4::xid8), moved_at = now()
      where name = $1`,
    values: [name, to.after.tx, to.after.seq, to.reached],
  })
}

type EventRow = {
  readonly tx: string
  readonly seq: number
  readonly dossier_id: string
  readonly number: number
  readonly at: Instant
  readonly actor: string
  readonly type: string
  readonly payload: object
}

const EVENT = 'e.tx, e.seq, e.dossier_id, e.number, e.at, e.actor, e.type, e.payload'

/** The next events of complete transactions in their global order. */
export async function listEventsAfter(
  tx: Tx,
  { after, horizon }: Pick<Checkpoint, 'after' | 'horizon'>,
  limit: number,
): Promise<readonly PlacedEvent[]> {
  const { rows } = await tx.query<EventRow>({
    name: 'list-events-after',
    text: `select ${EVENT} from dossier_event e
      where (e.tx, e.seq) > ($1::xid8, $2::bigint) and e.tx < $3::xid8
      order by e.tx, e.seq limit $4`,
    values: [after.tx, after.seq, horizon, limit],
  })
  return rows.map(placedEvent)
}

/**
 * Events of a dossier numbered between `above` and `below`, both excluded, and written between `from` and `to`, both
 * included. The times keep the look-up to the partitions that can hold them.
 */
export type EventRange = {
  readonly dossier: string
  readonly above: number
  readonly below: number
  readonly from: Instant | null
  readonly to: Instant
}

/**
 * Predecessors of what is being counted that come only after `end` in the global order. They are there: a dossier's
 * events become visible in the order of their numbers.
 */
export async function listOvertaken(
  tx: Tx,
  ranges: readonly EventRange[],
  end: Place,
): Promise<readonly PlacedEvent[]> {
  const { rows } = await tx.query<EventRow>({
    name: 'list-overtaken',
    text: `select ${EVENT}
      from unnest($1::uuid[], $2::integer[], $3::integer[], $4::timestamptz[], $5::timestamptz[]) as r(id, above, below, since, until)
      join dossier_event e on e.dossier_id = r.id and e.number > r.above and e.number < r.below
        and e.at >= r.since and e.at <= r.until
      where (e.tx, e.seq) > ($6::xid8, $7::bigint)`,
    values: [
      ranges.map((range) => range.dossier),
      ranges.map((range) => range.above),
      ranges.map((range) => range.below),
      ranges.map((range) => (range.from === null ? '-infinity' : toIso(range.from))),
      ranges.map((range) => toIso(range.to)),
      end.tx,
      end.seq,
    ],
  })
  return rows.map(placedEvent)
}

/** Events that say what a dossier is called (submission, code, correction), in the order of their numbers. */
export async function listNamingEvents(tx: Tx, dossiers: readonly string[]): Promise<readonly PlacedEvent[]> {
  const { rows } = await tx.query<EventRow>({
    name: 'list-naming-events',
    text: `select ${EVENT} from dossier_event e
      where e.dossier_id = any($1::uuid[]) and e.type in ('submitted', 'accepted', 'corrected')
      order by e.dossier_id, e.number`,
    values: [dossiers],
  })
  return rows.map(placedEvent)
}

function placedEvent(row: EventRow): PlacedEvent {
  return {
    place: { tx: row.tx, seq: row.seq },
    dossier: dossierId(row.dossier_id),
    number: row.number,
    at: row.at,
    actor: row.actor,
    event: { type: row.type, ...row.payload } as DossierEvent,
  }
}

/** Whether there is something to count. Takes no lock and no transaction id. */
export async function hasMore(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ more: boolean }>({
    name: 'has-more-events',
    text: `select exists (
        select from dossier_event e
        where (e.tx, e.seq) > (p.after_tx, p.after_seq) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
        order by e.tx, e.seq limit 1) as more
      from projection p where p.name = 'dossiers'`,
  })
  return rows[0]?.more ?? false
}

/** Whether events are there that must wait for an older transaction. */
export async function hasBeyond(db: Db, horizon: string): Promise<boolean> {
  const { rows } = await db.query<{ beyond: boolean }>({
    name: 'has-events-beyond',
    text: 'select exists (select from dossier_event where tx >= $1::xid8) as beyond',
    values: [horizon],
  })
  return rows[0]?.beyond ?? false
}

/**
 * A transaction id that is newer than every one given so far. An event that was on its way at this moment has an older
 * one, even where it is newer than the newest transaction that a snapshot knows of.
 */
export async function nextTransaction(db: Db): Promise<string> {
  const { rows } = await db.query<{ tx: string }>({
    name: 'next-transaction',
    text: 'select pg_current_xact_id() as tx',
  })
  if (rows[0] === undefined) throw new Error('no transaction id')
  return rows[0].tx
}

export type Reached = { readonly reached: boolean; readonly generation: number; readonly movedAt: Instant }

/** Whether the projection that reports read has counted every transaction before this one. */
export async function findReached(db: Db, transaction: string): Promise<Reached | null> {
  const { rows } = await db.query<{ reached: boolean; generation: number; moved_at: Instant }>({
    name: 'find-reached',
    text: `select reached_tx >= $1::xid8 as reached, generation, moved_at from projection where name = 'dossiers'`,
    values: [transaction],
  })
  const row = rows[0]
  return row === undefined ? null : { reached: row.reached, generation: row.generation, movedAt: row.moved_at }
}

export async function wakeDispatchers(db: Db): Promise<void> {
  await db.query({ name: 'wake-dispatchers', text: `select pg_notify('dossier_event', 'count')` })
}

const REBUILD_LOCK = 7_246_883

/** One rebuild at a time; the lock goes with its connection, however that ends. */
export async function tryRebuildLock(client: Db): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [REBUILD_LOCK])
  return rows[0]?.taken ?? false
}

/** At once: the server notices only some time later that a connection was closed. */
export async function leaveRebuildLock(client: Db): Promise<void> {
  await client.query('select pg_advisory_unlock($1)', [REBUILD_LOCK])
}

export async function findActiveGeneration(db: Db): Promise<number> {
  const { rows } = await db.query<{ generation: number }>(`select generation from projection where name = 'dossiers'`)
  if (rows[0] === undefined) throw new Error('there is no projection yet')
  return rows[0].generation
}

/** Begins a generation beside the one that is read; one that was begun earlier and never finished is forgotten. */
export async function beginBuilding(tx: Tx, generation: number): Promise<void> {
  await tx.query(`delete from projection where name = 'dossiers-building'`)
  await tx.query(
    `insert into projection (name, generation, after_tx, after_seq, reached_tx, state, moved_at)
      values ('dossiers-building', $1, '0', 0, '0', 'building', now())`,
    [generation],
  )
}

/** From the commit on, reports read the generation that was built. */
export async function switchGeneration(tx: Tx, generation: number): Promise<void> {
  await tx.query(
    `update projection set generation = $1, moved_at = now(),
        rolled_on = (select rolled_on from projection where name = 'dossiers-building')
      where name = 'dossiers'`,
    [generation],
  )
  await tx.query(`delete from projection where name = 'dossiers-building'`)
}

export async function countStored(db: Db): Promise<{ readonly events: number; readonly dossiers: number }> {
  const { rows } = await db.query<{ events: number; dossiers: number }>(
    'select count(*) as events, count(*) filter (where number = 1) as dossiers from dossier_event',
  )
  return rows[0] ?? { events: 0, dossiers: 0 }
}

/** As a statement of its own on a connection of its own. */
export const LISTEN = 'listen dossier_event'

/** Rings with the commit: what was counted can be read by whoever hears it. */
export async function tellCounted(tx: Tx): Promise<void> {
  await tx.query({ name: 'tell-counted', text: `select pg_notify('dossier_counted', '')` })
}

/** Heard whenever facts have changed. As a statement of its own on a connection of its own. */
export const LISTEN_TO_COUNTING = 'listen dossier_counted'
