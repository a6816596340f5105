import { NEAR_DUE_PART } from '@motcua/core/dossier/dossier.ts'
import type { DossierState } from '@motcua/core/dossier/dossier.ts'
import { floorToMinute, type Instant, instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Role } from '@motcua/core/organisation/organisation.ts'
import type { Channel } from '@motcua/core/procedure/procedure.ts'
import type { Db } from '../platform/database.ts'
import type { WorklistFilter } from './worklist-schema.ts'

export type WorkRow = {
  readonly id: string
  readonly version: number
  readonly code: string | null
  readonly state: DossierState
  readonly procedure_code: string
  readonly applicant_name: string
  readonly agency_id: string
  readonly step: string | null
  readonly unit_id: string | null
  readonly role: Role | null
  readonly officer_id: string | null
  readonly due_at: Instant | null
  readonly submitted_at: Instant | null
  readonly accepted_at: Instant | null
  readonly last_at: Instant
  readonly paused_on: string | null
  readonly process: { readonly id: string; readonly version: number } | null
  /** The part of an interlinked dossier that lies there; null: the whole. */
  readonly part: string | null
  /** By which the list is ordered: due time while somebody must work on it, else the end of days. */
  readonly sort_at: number
}

export type WorkQuestion = {
  /** Posts of the asker, one array of units and one of roles. A leader sees all of the unit. */
  readonly units: readonly string[]
  readonly roles: readonly Role[]
  readonly officer: string
  readonly now: Instant
  /** `now` plus eight working hours. */
  readonly soonBy: Instant
  /** When the present Vietnamese day ends. */
  readonly dayEnd: Instant
}

export type Counts = {
  readonly all: number
  readonly late: number
  readonly today: number
  readonly soon: number
  readonly waiting: number
}

/** Finished dossiers stay in the list of the counter until they are handed out. */
const MINE = `d.unit_id = any($1) and d.returned_at is null
  and exists (select from unnest($1::text[], $2::text[]) as post(unit, role)
    where post.unit = d.unit_id and (post.role = 'leader' or post.role = d.role))`
const RUNNING = `d.state in ('accepted', 'inProgress')`
const LATE = `(${RUNNING} and d.due_at < $3)`
const TODAY = `(${RUNNING} and d.due_at >= $3 and d.due_at < $4)`
const SOON = `(${RUNNING} and d.due_at >= $3
  and (d.due_at <= $5 or d.due_at - $3 < ${NEAR_DUE_PART} * (d.due_at - d.accepted_at)))`
const WAITING = `(d.state in ('awaitingSupplement', 'awaitingPayment') or d.paused_on is not null)`
const SORT_AT = `case when ${RUNNING} then coalesce(d.due_at, 'infinity') else 'infinity' end`

const CONDITION = {
  all: 'true',
  late: LATE,
  today: TODAY,
  soon: SOON,
  waiting: WAITING,
  mine: 'd.officer_id = $6',
} as const satisfies Record<WorklistFilter, string>

/** The parameters are the same in each statement; comparing the rest to null keeps PostgreSQL from asking for their types. */
const TYPED = `$3::timestamptz is not null and $4::timestamptz is not null and $5::timestamptz is not null and $6::text is not null`

/** Parts of interlinked dossiers as if they were dossiers: they lie, and are due, where and when their agency has them. */
const PARTS = `(select w.id, w.state, w.paused_on, w.returned_at, p.unit_id, p.role, p.officer_id, p.due_at,
    p.started_at as accepted_at, p.part
  from dossier_part p join dossier w on w.id = p.dossier_id where p.unit_id = any($1))`

export async function countWork(db: Db, question: WorkQuestion): Promise<Counts> {
  const { rows } = await db.query<Counts>({
    name: 'count-work',
    text: `select count(*) as all, count(*) filter (where ${LATE}) as late, count(*) filter (where ${TODAY}) as today,
        count(*) filter (where ${SOON}) as soon, count(*) filter (where ${WAITING}) as waiting
      from (
        select d.state, d.due_at, d.accepted_at, d.paused_on from dossier d where ${MINE} and ${TYPED}
        union all
        select d.state, d.due_at, d.accepted_at, d.paused_on from ${PARTS} as d where ${MINE}
      ) as d`,
    values: valuesOf(question),
  })
  return rows[0] ?? { all: 0, late: 0, today: 0, soon: 0, waiting: 0 }
}

export type Place = { readonly sortAt: number | null; readonly id: string; readonly part: string }

/** What lies with the asker's posts, by what is due first. */
export async function listWork(
  db: Db,
  question: WorkQuestion,
  { filter, after, limit }: { readonly filter: WorklistFilter; readonly after: Place | null; readonly limit: number },
): Promise<readonly WorkRow[]> {
  const { rows } = await db.query<WorkRow>({
    name: `list-work-${filter}`,
    text: `select d.id, d.version, d.code, d.state, d.procedure_code, d.applicant_name, d.agency_id,
        coalesce(p.step, d.step) as step, coalesce(p.unit_id, d.unit_id) as unit_id, coalesce(p.role, d.role) as role,
        case when p.part is null then d.officer_id else p.officer_id end as officer_id,
        case when p.part is null then d.due_at else p.due_at end as due_at, p.part, d.submitted_at, d.accepted_at, d.last_at, d.paused_on, d.body -> 'process' as process,
        page.sort_at
      from (
        -- Only the page's own rows are read whole: a counter may hold thousands.
        (select d.id, ${SORT_AT} as sort_at, '' as part
        from dossier d
        where ${MINE} and ${TYPED} and ${CONDITION[filter]}
          and ($8::uuid is null or (${SORT_AT}, d.id, '') > ($7::timestamptz, $8::uuid, $10::text))
        order by sort_at, d.id limit $9)
        union all
        (select d.id, ${SORT_AT} as sort_at, d.part
        from ${PARTS} as d
        where ${MINE} and ${CONDITION[filter]}
          and ($8::uuid is null or (${SORT_AT}, d.id, d.part) > ($7::timestamptz, $8::uuid, $10::text))
        order by sort_at, d.id, d.part limit $9)
        order by sort_at, id, part limit $9
      ) as page join dossier d using (id)
        left join dossier_part p on p.dossier_id = page.id and p.part = page.part
      order by page.sort_at, d.id, page.part`,
    values: [...valuesOf(question), placeTime(after), after?.id ?? null, limit, after?.part ?? null],
  })
  return rows
}

function valuesOf({ units, roles, officer, now, soonBy, dayEnd }: WorkQuestion): unknown[] {
  return [units, roles, toIso(floorToMinute(now)), toIso(dayEnd), toIso(soonBy), officer]
}

function placeTime(after: Place | null): string | null {
  if (after === null) return null
  return after.sortAt === null ? 'infinity' : toIso(instant(after.sortAt))
}

export type QueueRow = {
  readonly id: string
  readonly version: number
  readonly procedure_code: string
  readonly applicant_name: string
  readonly channel: Channel
  readonly counter_id: string
  readonly agency_id: string
  readonly submitted_at: Instant
  /** When what was asked for at intake came; null where nothing was asked for. */
  readonly supplied_at: Instant | null
}

/** What waits to be accepted at these counters, oldest first. */
export async function listQueue(
  db: Db,
  counters: readonly string[],
  { after, limit }: { readonly after: { readonly at: Instant; readonly id: string } | null; readonly limit: number },
): Promise<readonly QueueRow[]> {
  const { rows } = await db.query<QueueRow>({
    name: 'list-queue',
    text: `select id, version, procedure_code, applicant_name, channel, counter_id, agency_id, submitted_at,
        to_timestamp((body #>> '{supplements,-1,suppliedAt}')::numeric / 1000) as supplied_at
      from dossier
      where state = 'submitted' and counter_id = any($1)
        and ($3::uuid is null or (submitted_at, id) > ($2::timestamptz, $3::uuid))
      order by submitted_at, id limit $4`,
    values: [counters, after === null ? null : toIso(after.at), after?.id ?? null, limit],
  })
  return rows
}

export type SearchQuestion = {
  /** The text as typed, for whoever types or scans a whole code. */
  readonly code: string
  /** Folded words, each of which must occur. */
  readonly words: readonly string[]
  readonly counters: readonly string[]
  readonly agencies: readonly string[]
  readonly after: string | null
  readonly limit: number
}

/** Newest first: ids are uuid v7, made as the dossier is. A whole code is found even before the words are counted. */
export async function searchDossiers(db: Db, question: SearchQuestion): Promise<readonly WorkRow[]> {
  const { rows } = await db.query<WorkRow>({
    name: 'search-dossiers',
    text: `with found as (
        (select s.dossier_id as id from dossier_search s
        where s.words like all($1) and (s.counter_id = any($2) or s.agency_id = any($3))
          and ($4::uuid is null or s.dossier_id < $4::uuid)
        order by s.dossier_id desc limit $5)
        union
        select d.id from dossier d
        where d.code = $6 and (d.counter_id = any($2) or d.agency_id = any($3)) and ($4::uuid is null or d.id < $4::uuid)
      )
      select d.id, d.version, d.code, d.state, d.procedure_code, d.applicant_name, d.agency_id, d.step, d.unit_id, d.role,
        d.officer_id, d.due_at, d.submitted_at, d.accepted_at, d.last_at, d.paused_on, null as process, null as part, null as sort_at
      from found join dossier d using (id)
      where d.state <> 'draft'
      order by d.id desc limit $5`,
    values: [
      question.words.map((word) => `%${escapeLike(word)}%`),
      question.counters,
      question.agencies,
      question.after,
      question.limit,
      question.code,
    ],
  })
  return rows
}

const escapeLike = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

export type OwnRow = Pick<WorkRow, 'id' | 'code' | 'state' | 'procedure_code' | 'due_at' | 'submitted_at' | 'last_at'>

/** What a citizen follows under his account, last changed first. */
export async function listOwnDossiers(
  db: Db,
  account: string,
  { after, limit }: { readonly after: { readonly at: Instant; readonly id: string } | null; readonly limit: number },
): Promise<readonly OwnRow[]> {
  const { rows } = await db.query<OwnRow>({
    name: 'list-own-dossiers',
    text: `select id, code, state, procedure_code, due_at, submitted_at, last_at
      from dossier
      where applicant_account = $1 and ($3::uuid is null or (last_at, id) < ($2::timestamptz, $3::uuid))
      order by last_at desc, id desc limit $4`,
    values: [account, after === null ? null : toIso(after.at), after?.id ?? null, limit],
  })
  return rows
}
