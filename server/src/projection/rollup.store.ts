import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import type { Db, Tx } from '../platform/database.ts'
import type { ProjectionName } from './projection.store.ts'
import { CELL_COLUMNS, type RollupColumn } from './rollup-columns.ts'

/**
 * Where a stretch `s` of knowledge enters and leaves what is counted: at `moment`, `change` is +1 or −1. A due time that
 * runs out (`ran_out`) does so after its own instant, everything else with it. `since_on` is when it came to this.
 *
 * 1 it begins; 2, 3 its due time runs out; 4 it ends; 5 it is filed; 6 it is accepted; 7, 8 an apology was made, begins
 * and ends. A list of values that depend on the row would be worked out anew for each row (measured: 20 times slower).
 */
const CHANGES = `cross join lateral (select
      case when s.finished_at is not null then 'ended' when s.accepted_at is not null then 'open'
        when s.declined_at is not null then 'declined' else 'waiting' end as source,
      case when s.finished_at is not null or s.declined_at is not null then 'infinity'::timestamptz
        when s.accepted_at is not null then s.due_at else coalesce(s.accept_due_at, 'infinity') end as due,
      coalesce(s.finished_at, s.declined_at)::date as since) phase
    join (values (1), (2), (3), (4), (5), (6), (7), (8)) as kind(n) on case kind.n
      when 1 then true
      when 2 then phase.due >= s.known_from and phase.due < s.known_to
      when 3 then phase.due >= s.known_from and phase.due < s.known_to
      when 4 then s.known_to < 'infinity'
      when 5 then s.known_from = coalesce(s.submitted_at, s.accepted_at)
      when 6 then s.known_from = s.accepted_at
      when 7 then s.apologised_at is not null
      else s.apologised_at is not null and s.known_to < 'infinity' end
    cross join lateral (select
      case when kind.n in (2, 3) then phase.due when kind.n in (4, 8) then s.known_to else s.known_from end as moment,
      case kind.n when 5 then 'submitted' when 6 then 'accepted' when 7 then 'apologised' when 8 then 'apologised'
        else phase.source end as source,
      case when kind.n in (1, 4) then phase.since when kind.n in (7, 8) then s.apologised_at::date end as since_on,
      case when kind.n in (2, 4, 8) then -1 else 1 end as change,
      case kind.n when 1 then phase.due < s.known_from when 3 then true when 4 then phase.due < s.known_to
        else false end as overdue,
      kind.n in (2, 3) as ran_out) c`

/** What may change about a dossier is kept only of the states in which it is asked for, so that cells stay few. */
const CELL = CELL_COLUMNS.map((each) => `${cellValue(each)} as ${each.column}`)
const CELL_NAMES = CELL_COLUMNS.map(({ column }) => column)
/** A combination as one text, over its columns. */
export const CELL_KEY = `concat_ws('|', ${CELL_NAMES.map((name) => `coalesce(${name}::text, '~')`).join(', ')})`

function cellValue({ value, sources, empty }: RollupColumn): string {
  if (sources === null) return value
  const listed = sources.map((source) => `'${source}'`).join(', ')
  return `case when c.source in (${listed}) then ${value} else ${empty} end`
}

/** Which stretches `s` to look at, each in one of the parts, and which of their changes `c` to count; both as SQL. */
export type Looked = { readonly parts: readonly string[]; readonly changes: string }

/** What changed: one row for each cell, source and day. `sign` turns the changes round. */
export function changesOf({ parts, changes }: Looked, sign: '+' | '-' = '+'): string {
  const stretches = parts.map((part) => `select s.* from dossier_fact s where ${part}`)
  return `select c.source, c.moment::date as day, nullif(c.since_on, c.moment::date) as since_on, ${CELL.join(', ')},
      ${sign}sum(c.change)::integer as change
    from (${stretches.join(' union all ')}) s ${CHANGES}
    where ${changes}
    group by ${Array.from({ length: CELL.length + 3 }, (_, index) => index + 1).join(', ')}
    having sum(c.change) <> 0`
}

/** A moment of a generation, as SQL; what runs out is compared with another end than what becomes known. */
export type Span = {
  readonly generation: string
  readonly from: string
  readonly known: string
  readonly ranOut: string
}

/** What began in the span, and what had begun before and ended or ran out in it: each part has its index. */
export function withinSpan({ generation, from, known, ranOut }: Span): Looked {
  return {
    parts: [
      `s.generation = ${generation} and s.known_from >= ${from} and s.known_from <= ${known}`,
      `s.generation = ${generation} and s.known_from < ${from} and (
        (s.known_to >= ${from} and s.known_to <= ${known} and s.known_to < 'infinity')
        or (s.finished_at is null and s.due_at >= ${from} and s.due_at < ${ranOut} and s.due_at < 'infinity')
        or (s.accepted_at is null and s.accept_due_at >= ${from} and s.accept_due_at < ${ranOut}
          and s.accept_due_at is not null))`,
    ],
    changes: `c.moment >= ${from} and case when c.ran_out then c.moment < ${ranOut} else c.moment <= ${known} end`,
  }
}

export type Rolled = {
  readonly generation: number
  readonly rolledOn: LocalDate | null
  readonly firstOn: LocalDate | null
}

/** How far the running totals have come, and the day on which something first became known. */
export async function findRolled(db: Db, name: ProjectionName): Promise<Rolled> {
  const { rows } = await db.query<{ generation: number; rolled_on: LocalDate | null; first_on: LocalDate | null }>(
    `select p.generation, p.rolled_on, case when p.rolled_on is null then
        (select min(known_from)::date from dossier_fact where generation = p.generation) end as first_on
      from projection p where p.name = $1`,
    [name],
  )
  const row = rows[0]
  if (row === undefined) throw new Error(`projection ${name} is gone`)
  return { generation: row.generation, rolledOn: row.rolled_on, firstOn: row.first_on }
}

export async function setRolledTo(tx: Tx, name: ProjectionName, to: LocalDate): Promise<void> {
  await tx.query('update projection set rolled_on = $2 where name = $1', [name, to])
}

const STAGED = `source text not null, day date not null, since_on date, ${CELL_COLUMNS.map(stagedColumn).join(', ')}, change integer not null`

function stagedColumn({ column, empty }: RollupColumn): string {
  const isCount = empty === '0'
  const isFlag = empty === 'false' || ['certified_copy', 'interlinked', 'elsewhere'].includes(column)
  return `${column} ${isCount ? 'integer' : isFlag ? 'boolean' : 'text'}`
}

export async function beginStaging(tx: Tx): Promise<void> {
  await tx.query(`create temporary table staged_change (${STAGED}) on commit drop`)
}

export type Days = { readonly generation: number; readonly from: LocalDate | null; readonly to: LocalDate }

/** Stages what happened on the days from `from` (null: from the beginning) until before `to`. */
export async function stageDays(tx: Tx, { generation, from, to }: Days): Promise<void> {
  const known = "($3::timestamptz - interval '1 microsecond')"
  const span = withinSpan({ generation: '$1', from: '$2::timestamptz', known, ranOut: '$3::timestamptz' })
  await tx.query(`set local work_mem = '256MB'`)
  await tx.query({
    // Made and filled at once: PostgreSQL then reads with several processes.
    text: `create temporary table staged_change on commit drop as ${changesOf(span)}`,
    values: [generation, from ?? '-infinity', to],
  })
}

export type LateDossiers = {
  readonly generation: number
  readonly dossiers: readonly string[]
  readonly before: LocalDate
}

/** Stages all changes of these dossiers before a day, turned round or not. */
export async function stageDossiers(
  tx: Tx,
  { generation, dossiers, before }: LateDossiers,
  sign: '+' | '-',
): Promise<void> {
  await tx.query({
    text: `insert into staged_change ${changesOf(
      { parts: ['s.generation = $1 and s.dossier_id = any($2::uuid[])'], changes: 'c.moment < $3::date' },
      sign,
    )}`,
    values: [generation, dossiers, before],
  })
}

/**
 * Adds what was staged to the days, and to the months and balances that were closed before `closedTo`, the first day of
 * the month that is open.
 */
export async function flushStaged(tx: Tx, generation: number, closedTo: LocalDate | null): Promise<void> {
  await tx.query(`create temporary table staged_cell on commit drop as
    select ${CELL_KEY} as key, source, day, since_on, sum(change) as change from staged_change group by 1, 2, 3, 4 having sum(change) <> 0`)
  await tx.query(`insert into fact_cell (key, ${CELL_NAMES.join(', ')})
    select ${CELL_KEY}, * from (select distinct ${CELL_NAMES.join(', ')} from staged_change) cell on conflict (key) do nothing`)
  await tx.query({
    text: `insert into fact_rollup (generation, grain, span_on, source, cell_id, since_on, change)
      select $1, 'day', s.day, s.source, c.id, s.since_on, s.change
      from staged_cell s join fact_cell c on c.key = s.key order by s.day, c.id, s.source, s.since_on`,
    values: [generation],
  })
  if (closedTo !== null) {
    await tx.query({ text: FLUSH_MONTHS, values: [generation, closedTo] })
    await tx.query({ text: FLUSH_BALANCES, values: [generation, closedTo] })
  }
  await tx.query('drop table staged_change, staged_cell')
}

const IS_STOCK = (source: string): string => `${source} in ('waiting', 'open')`

const FLUSH_MONTHS = `insert into fact_rollup (generation, grain, span_on, source, cell_id, since_on, change)
  select $1, 'month', date_trunc('month', s.day)::date, s.source, c.id,
    case when s.since_on < date_trunc('month', s.day) then s.since_on end, sum(s.change)
  from staged_cell s join fact_cell c on c.key = s.key
  where s.day < $2::date and not ${IS_STOCK('s.source')}
  group by 3, 4, 5, 6 having sum(s.change) <> 0 order by 3, 5, 4, 6`

const FLUSH_BALANCES = `insert into fact_rollup (generation, grain, span_on, source, cell_id, change)
  select $1, 'balance', m.span_on, s.source, c.id, sum(s.change)
  from staged_cell s join fact_cell c on c.key = s.key
    cross join lateral (select generate_series(date_trunc('month', s.day) + interval '1 month', $2::date, interval '1 month')::date) as m(span_on)
  where s.day < $2::date and ${IS_STOCK('s.source')}
  group by 3, 4, 5 having sum(s.change) <> 0 order by 3, 5, 4`

/** Sums up a month that is over: its flows, and who stands there as the next one begins. */
export async function closeMonth(tx: Tx, generation: number, month: LocalDate): Promise<void> {
  await tx.query({
    text: `insert into fact_rollup (generation, grain, span_on, source, cell_id, since_on, change)
      select generation, 'month', $2::date, source, cell_id, case when since_on < $2::date then since_on end, sum(change)
      from fact_rollup
      where generation = $1 and grain = 'day' and span_on >= $2::date and span_on < $2::date + interval '1 month'
        and not ${IS_STOCK('source')}
      group by 1, 4, 5, 6 having sum(change) <> 0 order by 5, 4, 6`,
    values: [generation, month],
  })
  await tx.query({
    text: `insert into fact_rollup (generation, grain, span_on, source, cell_id, change)
      select generation, 'balance', ($2::date + interval '1 month')::date, source, cell_id, sum(change)
      from fact_rollup
      where generation = $1 and ${IS_STOCK('source')} and (grain = 'balance' and span_on = $2::date
        or grain = 'day' and span_on >= $2::date and span_on < $2::date + interval '1 month')
      group by 1, 4, 5 having sum(change) <> 0 order by 5, 4`,
    values: [generation, month],
  })
}

/** Removes up to `limit` rows of every generation but the one that is read; answers how many there were. */
export async function deleteOtherRollups(db: Db, generation: number, limit: number): Promise<number> {
  const { rowCount } = await db.query({
    text: `delete from fact_rollup where ctid = any(array(
      select ctid from fact_rollup where generation < $1 or generation > $1 limit $2))`,
    values: [generation, limit],
  })
  return rowCount ?? 0
}
