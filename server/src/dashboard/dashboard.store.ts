import type { DossierId, OfficerId, UnitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, type LocalDate, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'

/** Null: all counters. */
type Counters = readonly UnitId[] | null

const KNOWN_NOW = `f.generation = (select generation from projection where name = 'dossiers') and f.known_to = 'infinity'`
const AT_COUNTERS = '($1::text[] is null or f.counter_id = any($1::text[]))'

export type WaitingFigures = { readonly waiting: number; readonly waitingOverdue: number }

/** Submitted and not answered yet; overdue where the time for accepting has run out. */
export async function countWaiting(db: Db, counters: Counters, now: Instant): Promise<WaitingFigures> {
  const { rows } = await db.query<WaitingFigures>({
    name: 'count-waiting-for-acceptance',
    text: `select count(*) as waiting, count(*) filter (where f.accept_due_at < $2) as "waitingOverdue"
      from dossier_fact f
      where ${KNOWN_NOW} and f.accepted_at is null and f.finished_at is null and f.declined_at is null and ${AT_COUNTERS}`,
    values: [counters, toIso(now)],
  })
  return rows[0] ?? { waiting: 0, waitingOverdue: 0 }
}

export type LatePlace = {
  readonly unit: UnitId | null
  readonly officer: OfficerId | null
  readonly dossiers: number
  readonly oldest_due_at: Instant
}

const OVERDUE = `dossier_fact f join dossier d on d.id = f.dossier_id
  where ${KNOWN_NOW} and f.accepted_at is not null and f.finished_at is null and f.due_at < $2 and ${AT_COUNTERS}`

/** Who holds what is overdue, the most first. */
export async function listLatePlaces(
  db: Db,
  counters: Counters,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<readonly LatePlace[]> {
  const { rows } = await db.query<LatePlace>({
    name: 'list-late-places',
    text: `select d.unit_id as unit, d.officer_id as officer, count(*) as dossiers, min(f.due_at) as oldest_due_at
      from ${OVERDUE}
      group by d.unit_id, d.officer_id
      order by dossiers desc, oldest_due_at, d.unit_id, d.officer_id limit $3`,
    values: [counters, toIso(now), limit],
  })
  return rows
}

export type LateDossier = {
  readonly id: DossierId
  readonly code: string
  readonly procedure_code: string
  readonly unit: UnitId | null
  readonly officer: OfficerId | null
  readonly due_at: Instant
}

export type LateQuestion = {
  readonly counters: Counters
  readonly now: Instant
  /** Null: whoever holds them. */
  readonly unit: string | null
  readonly officer: string | null
  readonly after: { readonly dueAt: Instant; readonly id: string } | null
  readonly limit: number
}

/** What is overdue, the longest first. */
export async function listLate(db: Db, question: LateQuestion): Promise<readonly LateDossier[]> {
  const { counters, now, unit, officer, after, limit } = question
  const { rows } = await db.query<LateDossier>({
    name: 'list-late',
    text: `select d.id, f.code, f.procedure_code, d.unit_id as unit, d.officer_id as officer, f.due_at
      from ${OVERDUE} and ($3::text is null or d.unit_id = $3) and ($4::text is null or d.officer_id = $4)
        and ($5::timestamptz is null or (f.due_at, d.id) > ($5, $6::uuid))
      order by f.due_at, d.id limit $7`,
    values: [counters, toIso(now), unit, officer, after === null ? null : toIso(after.dueAt), after?.id ?? null, limit],
  })
  return rows
}

export type Span = { readonly from: Instant; readonly to: Instant }
export type TrendDay = {
  readonly day: LocalDate
  readonly received: number
  readonly finished: number
  readonly late: number
}

/** Received, finished and finished late on each Vietnamese day that had any. */
export async function listTrend(db: Db, counters: Counters, { from, to }: Span): Promise<readonly TrendDay[]> {
  const { rows } = await db.query<TrendDay>({
    name: 'list-trend',
    text: `select day, sum(received)::integer as received, sum(finished)::integer as finished, sum(late)::integer as late
      from (
        select (f.accepted_at at time zone 'Asia/Ho_Chi_Minh')::date as day, 1 as received, 0 as finished, 0 as late
        from dossier_fact f where ${KNOWN_NOW} and f.accepted_at >= $2 and f.accepted_at < $3 and ${AT_COUNTERS}
        union all
        select (f.finished_at at time zone 'Asia/Ho_Chi_Minh')::date, 0, 1, (f.finish = 'late')::integer
        from dossier_fact f
        where ${KNOWN_NOW} and f.accepted_at is not null and f.finished_at >= $2 and f.finished_at < $3 and ${AT_COUNTERS}
      ) as happened(day, received, finished, late)
      group by day order by day`,
    values: [counters, toIso(from), toIso(to)],
  })
  return rows
}

export type Duration = {
  readonly procedure_code: string
  readonly dossiers: number
  /** Hours from acceptance to the result, nights, days off and standstills included. */
  readonly median_hours: number
  readonly nine_of_ten_hours: number
}

/** How long results took, for the procedures that had the most of them. */
export async function listDurations(
  db: Db,
  counters: Counters,
  { from, to, limit }: Span & { readonly limit: number },
): Promise<readonly Duration[]> {
  const { rows } = await db.query<Duration>({
    name: 'list-durations',
    text: `select f.procedure_code, count(*) as dossiers,
        percentile_cont(0.5) within group (order by extract(epoch from f.finished_at - f.accepted_at)::float8) / 3600 as median_hours,
        percentile_cont(0.9) within group (order by extract(epoch from f.finished_at - f.accepted_at)::float8) / 3600 as nine_of_ten_hours
      from dossier_fact f
      where ${KNOWN_NOW} and f.ending = 'resolved' and f.finished_at >= $2 and f.finished_at < $3 and ${AT_COUNTERS}
      group by f.procedure_code order by dossiers desc, f.procedure_code limit $4`,
    values: [counters, toIso(from), toIso(to), limit],
  })
  return rows
}

export type ReadyDossier = { readonly code: string; readonly finished_at: Instant }

/** Results that lie at a counter for their applicants, the newest first. */
export async function listReady(db: Db, counter: UnitId, limit: number): Promise<readonly ReadyDossier[]> {
  const { rows } = await db.query<ReadyDossier>({
    name: 'list-ready',
    text: `select code, finished_at from dossier
      where unit_id = $1 and returned_at is null and state = 'resolved' and code is not null
      order by finished_at desc, code limit $2`,
    values: [counter, limit],
  })
  return rows
}
