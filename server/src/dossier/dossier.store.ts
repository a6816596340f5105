import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import { type DossierCode, type DossierId, dossierId } from '@motcua/core/kernel/ids.ts'
import { type Instant, type LocalDate, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db, Tx } from '../platform/database.ts'
import { bodyOf, columnsOf, DOSSIER_COLUMNS, dossierOfRow, type LockedRow, payloadText } from './dossier-row.ts'

/** An event as it was written. */
export type StoredEvent = {
  readonly seq: number
  readonly tx: string
  readonly dossier: DossierId
  readonly number: number
  readonly at: Instant
  readonly actor: string
  readonly event: DossierEvent
  /** The payload as stored, over which the hash was taken. */
  readonly payload: string
  readonly previousHash: Buffer
  readonly hash: Buffer
}

export type NewEvent = Omit<StoredEvent, 'seq' | 'tx'>

/** What one dossier of a batch comes to: its new row and the events that made it. */
export type DossierWrite = {
  readonly dossier: Dossier
  readonly isNew: boolean
  readonly contentChanged: boolean
  readonly events: readonly NewEvent[]
}

export type AnswerWrite = {
  readonly dossier: DossierId
  readonly key: string
  readonly answer: string
  readonly at: Instant
}

/** Locks in the order of ids, so that two batches never wait for each other in a circle. */
export async function lockDossiers(tx: Tx, ids: readonly string[]): Promise<readonly LockedRow[]> {
  const { rows } = await tx.query<LockedRow>({
    name: 'lock-dossiers',
    text: 'select id, last_hash, content, body from dossier where id = any($1::uuid[]) order by id for update',
    values: [ids],
  })
  return rows
}

/** Gives the transaction its id, before the clock is read: see the dispatcher's rule on order. */
export async function claimTransactionId(tx: Tx): Promise<void> {
  await tx.query({ name: 'claim-transaction-id', text: 'select pg_current_xact_id()' })
}

export async function listAnswers(
  tx: Tx,
  asked: readonly { readonly dossier: string; readonly key: string }[],
): Promise<readonly { readonly dossier_id: string; readonly key: string; readonly answer: unknown }[]> {
  const { rows } = await tx.query<{ dossier_id: string; key: string; answer: unknown }>({
    name: 'list-answers',
    text: `select r.dossier_id, r.key, r.answer
      from dossier_request r
      join unnest($1::uuid[], $2::text[]) as asked(dossier_id, key) using (dossier_id, key)`,
    values: [asked.map((one) => one.dossier), asked.map((one) => one.key)],
  })
  return rows
}

/** The last serial given to each unit and day, after taking as many as asked for. Ordered, so that batches queue and never lock each other out. */
export async function takeSerials(
  tx: Tx,
  wanted: readonly { readonly unitCode: string; readonly day: LocalDate; readonly count: number }[],
): Promise<readonly { readonly unit_code: string; readonly counted_on: LocalDate; readonly last_serial: number }[]> {
  const { rows } = await tx.query<{ unit_code: string; counted_on: LocalDate; last_serial: number }>({
    name: 'take-serials',
    text: `insert into dossier_code_counter as counter (unit_code, counted_on, last_serial)
      select * from unnest($1::text[], $2::date[], $3::integer[]) as wanted(unit_code, counted_on, count)
      order by unit_code, counted_on
      on conflict (unit_code, counted_on) do update set last_serial = counter.last_serial + excluded.last_serial
      returning unit_code, counted_on, last_serial`,
    values: [wanted.map((one) => one.unitCode), wanted.map((one) => one.day), wanted.map((one) => one.count)],
  })
  return rows
}

const COLUMN_NAMES = DOSSIER_COLUMNS.map(([name]) => name)
const ARRAYS = DOSSIER_COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`)
const NEXT = DOSSIER_COLUMNS.length + 1
const placeholder = (offset: number, type: string): string => `$${NEXT + offset}::${type}[]`

/**
 * Rows and events of a whole batch in one statement. A dossier that somebody else created meanwhile is left alone,
 * with its events; the ids that were written come back.
 */
const WRITE_BATCH = `
with row_in as materialized (
  select * from unnest(${ARRAYS.join(', ')}, ${placeholder(0, 'bytea')}, ${placeholder(1, 'json')}, ${placeholder(2, 'json')}, ${placeholder(3, 'boolean')})
    as row_in(${COLUMN_NAMES.join(', ')}, last_hash, content, body, is_new)
), created as (
  insert into dossier (${COLUMN_NAMES.join(', ')}, last_hash, content, body)
  select ${COLUMN_NAMES.join(', ')}, last_hash, content, body from row_in where is_new order by id
  on conflict (id) do nothing
  returning id
), updated as (
  update dossier set
    ${COLUMN_NAMES.filter((name) => name !== 'id')
      .map((name) => `${name} = row_in.${name}`)
      .join(', ')},
    last_hash = row_in.last_hash, content = coalesce(row_in.content, dossier.content), body = row_in.body
  from row_in where dossier.id = row_in.id and not row_in.is_new
  returning dossier.id
), written as (
  select id from created union all select id from updated
), appended as (
  insert into dossier_event (dossier_id, number, at, type, actor, payload, previous_hash, hash)
  select event_in.* from unnest(${placeholder(4, 'uuid')}, ${placeholder(5, 'integer')}, ${placeholder(6, 'timestamptz')}, ${placeholder(7, 'text')},
      ${placeholder(8, 'text')}, ${placeholder(9, 'json')}, ${placeholder(10, 'bytea')}, ${placeholder(11, 'bytea')})
    as event_in(dossier_id, number, at, type, actor, payload, previous_hash, hash)
  where event_in.dossier_id in (select id from written)
), answered as (
  insert into dossier_request (dossier_id, key, answer, requested_at)
  select answer_in.* from unnest(${placeholder(12, 'uuid')}, ${placeholder(13, 'text')}, ${placeholder(14, 'json')}, ${placeholder(15, 'timestamptz')})
    as answer_in(dossier_id, key, answer, requested_at)
  where answer_in.dossier_id in (select id from written)
)
select id, pg_notify('dossier_event', '') from written`

export async function writeBatch(
  tx: Tx,
  writes: readonly DossierWrite[],
  answers: readonly AnswerWrite[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'write-batch',
    text: WRITE_BATCH,
    values: [...rowArrays(writes), ...eventArrays(writes), ...answerArrays(answers)],
  })
  return new Set(rows.map((row) => row.id))
}

function rowArrays(writes: readonly DossierWrite[]): unknown[] {
  const rows = writes.map(({ dossier }) => columnsOf(dossier))
  return [
    ...DOSSIER_COLUMNS.map((_, column) => rows.map((row) => row[column])),
    writes.map(({ events }) => events.at(-1)?.hash),
    writes.map(({ dossier, isNew, contentChanged }) =>
      isNew || contentChanged ? JSON.stringify(dossier.content) : null,
    ),
    writes.map(({ dossier }) => JSON.stringify(bodyOf(dossier))),
    writes.map(({ isNew }) => isNew),
  ]
}

function eventArrays(writes: readonly DossierWrite[]): unknown[] {
  const events = writes.flatMap((write) => write.events)
  return [
    events.map((event) => event.dossier),
    events.map((event) => event.number),
    events.map((event) => toIso(event.at)),
    events.map((event) => event.event.type),
    events.map((event) => event.actor),
    events.map((event) => event.payload),
    events.map((event) => event.previousHash),
    events.map((event) => event.hash),
  ]
}

function answerArrays(answers: readonly AnswerWrite[]): unknown[] {
  return [
    answers.map((answer) => answer.dossier),
    answers.map((answer) => answer.key),
    answers.map((answer) => answer.answer),
    answers.map((answer) => toIso(answer.at)),
  ]
}

export async function findDossier(db: Db, id: DossierId): Promise<Dossier | null> {
  const { rows } = await db.query<Pick<LockedRow, 'content' | 'body'>>({
    name: 'find-dossier',
    text: 'select content, body from dossier where id = $1',
    values: [id],
  })
  return rows[0] === undefined ? null : dossierOfRow(rows[0])
}

/** Those of these dossiers that exist, in no order. */
export async function listDossiers(db: Db, ids: readonly DossierId[]): Promise<readonly Dossier[]> {
  const { rows } = await db.query<Pick<LockedRow, 'content' | 'body'>>({
    name: 'list-dossiers',
    text: 'select content, body from dossier where id = any($1::uuid[])',
    values: [ids],
  })
  return rows.map(dossierOfRow)
}

/** Open dossiers that go by the process, under any version but this one, in the order of their ids. */
export async function listUnderOtherVersion(
  db: Db,
  { process, version }: { readonly process: string; readonly version: number },
): Promise<readonly DossierId[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'list-under-other-version',
    // The first two conditions are those of the index of worklists: only what lies with somebody is looked through.
    text: `select id from dossier
      where unit_id is not null and returned_at is null and finished_at is null
        and body->'process'->>'id' = $1 and (body->'process'->>'version')::integer <> $2
      order by id`,
    values: [process, version],
  })
  return rows.map(({ id }) => dossierId(id))
}

export async function findDossierByCode(db: Db, code: DossierCode): Promise<Dossier | null> {
  const { rows } = await db.query<Pick<LockedRow, 'content' | 'body'>>({
    name: 'find-dossier-by-code',
    text: 'select content, body from dossier where code = $1',
    values: [code],
  })
  return rows[0] === undefined ? null : dossierOfRow(rows[0])
}

type EventRow = {
  readonly seq: number
  readonly tx: string
  readonly dossier_id: string
  readonly number: number
  readonly at: Instant
  readonly type: string
  readonly actor: string
  readonly payload: string
  readonly previous_hash: Buffer
  readonly hash: Buffer
}

/** All events of a dossier, oldest first. */
export async function listEvents(db: Db, id: DossierId): Promise<readonly StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'list-events',
    text: `select seq, tx, dossier_id, number, at, type, actor, payload::text as payload, previous_hash, hash
      from dossier_event where dossier_id = $1 order by number`,
    values: [id],
  })
  return rows.map(storedEvent)
}

/** All events of these up to an instant, those of each oldest first. */
export async function listEventsUntil(
  db: Db,
  ids: readonly DossierId[],
  until: Instant,
): Promise<readonly StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'list-events-until',
    text: `select seq, tx, dossier_id, number, at, type, actor, payload::text as payload, previous_hash, hash
      from dossier_event where dossier_id = any($1::uuid[]) and at <= $2 order by dossier_id, number`,
    values: [ids, toIso(until)],
  })
  return rows.map(storedEvent)
}

/** Why each of these is late, by its letters of apology up to an instant; several of one dossier in their order. */
export async function listApologyReasons(
  db: Db,
  ids: readonly DossierId[],
  until: Instant,
): Promise<readonly { readonly agency: string; readonly reason: string }[]> {
  const { rows } = await db.query<{ agency: string; reason: string }>({
    name: 'list-apology-reasons',
    text: `select d.agency_id as agency, e.payload ->> 'reason' as reason
      from dossier_event e join dossier d on d.id = e.dossier_id
      where e.dossier_id = any($1::uuid[]) and e.type = 'apologised' and e.at <= $2
      order by e.dossier_id, e.number`,
    values: [ids, toIso(until)],
  })
  return rows
}

export function storedEvent(row: EventRow): StoredEvent {
  return {
    seq: row.seq,
    tx: row.tx,
    dossier: dossierId(row.dossier_id),
    number: row.number,
    at: row.at,
    actor: row.actor,
    event: { type: row.type, ...JSON.parse(row.payload) } as DossierEvent,
    payload: row.payload,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

export function newEvent(envelope: Omit<NewEvent, 'payload' | 'hash'>, hashOf: (payload: string) => Buffer): NewEvent {
  const payload = payloadText(envelope.event)
  return { ...envelope, payload, hash: hashOf(payload) }
}
