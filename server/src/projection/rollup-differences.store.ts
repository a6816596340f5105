import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'
import { CELL_KEY, changesOf, withinSpan } from './rollup.store.ts'

/** A span of running totals that is not what the facts add up to. */
export type RollupDifference = {
  readonly grain: 'day' | 'month' | 'balance'
  /** The day; the first day of the month; the day before which all is added up. */
  readonly spanOn: LocalDate
  readonly source: string
  /** In how many combinations, and by how many dossiers altogether, whichever way. */
  readonly cells: number
  readonly dossiers: number
}

const DAYS = changesOf(
  withinSpan({
    generation: '$1',
    from: `'-infinity'::timestamptz`,
    known: `($2::date::timestamptz - interval '1 microsecond')`,
    ranOut: '$2::date::timestamptz',
  }),
)

const IS_STOCK = `source in ('waiting', 'open')`
const MONTH = `date_trunc('month', span_on)::date`

/** Of each grain what there should be, and less what there is: nothing is left where both are the same. */
const COMPARED = `
  select 'day' as grain, day as span_on, source, since_on, ${CELL_KEY} as key, change from (${DAYS}) changed
  union all
  select grain, span_on, source, since_on, key, -change from stored where grain = 'day'
  union all
  select 'month', ${MONTH}, source, case when since_on < ${MONTH} then since_on end, key, change
  from stored where grain = 'day' and not ${IS_STOCK} and span_on < date_trunc('month', $2::date)
  union all
  select grain, span_on, source, since_on, key, -change from stored where grain = 'month'
  union all
  select 'balance', m.begins_on, source, null, key, change
  from stored cross join lateral (
    select generate_series(${MONTH} + interval '1 month', date_trunc('month', $2::date), interval '1 month')::date
  ) as m(begins_on)
  where grain = 'day' and ${IS_STOCK}
  union all
  select grain, span_on, source, null, key, -change from stored where grain = 'balance'`

type Row = Omit<RollupDifference, 'spanOn'> & { readonly span_on: LocalDate }

/** Adds up all facts anew and holds every running total against them; months and balances against their days. */
export async function listRollupDifferences(
  db: Db,
  { generation, before }: { readonly generation: number; readonly before: LocalDate },
): Promise<readonly RollupDifference[]> {
  const { rows } = await db.query<Row>({
    text: `with stored as materialized (
        select r.grain, r.span_on, r.source, r.since_on, ${CELL_KEY} as key, r.change
        from fact_rollup r join fact_cell c on c.id = r.cell_id where r.generation = $1
      ), off as (
        select grain, span_on, source, since_on, key, sum(change) as change from (${COMPARED}) compared
        group by 1, 2, 3, 4, 5 having sum(change) <> 0
      )
      select grain, span_on, source, count(*)::integer as cells, sum(abs(change))::integer as dossiers
      from off group by 1, 2, 3 order by 1, 2, 3`,
    values: [generation, before],
  })
  return rows.map(({ span_on: spanOn, ...row }) => ({ ...row, spanOn }))
}
