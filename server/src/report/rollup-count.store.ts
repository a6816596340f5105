import {
  type Instant,
  type LocalDate,
  localDate,
  localDateOf,
  plusDays,
  startOfDay,
  toIso,
} from '@motcua/core/kernel/instant.ts'
import {
  type Condition,
  type Edges,
  knownAt,
  type RollupCondition,
  rollupPlan,
  type RollupTerm,
} from '@motcua/core/report/report.ts'
import type { Db } from '../platform/database.ts'
import { changesOf, ROLLUP_COLUMNS, withinSpan } from '../projection/projection.ts'

/** What running totals can be divided by: they know nothing of counters. */
export const ROLLUP_GROUPS = { field: 'field', procedure: 'procedure_code', channel: 'channel' } as const
export type RollupGroup = keyof typeof ROLLUP_GROUPS

export type RollupQuestion<Name extends string> = {
  readonly groupedBy: RollupGroup
  readonly edges: Edges
  readonly conditions: Readonly<Record<Name, Condition>>
}

export type RolledGroup<Name extends string> = { readonly key: string; readonly counts: Readonly<Record<Name, number>> }
export type RolledCount<Name extends string> = {
  /** The clock of the database as the projection last moved. */
  readonly countedTo: Instant
  /** Those with a dossier in at least one figure. */
  readonly groups: readonly RolledGroup<Name>[]
}

/**
 * Counts dossiers of the whole province from running totals, and those of the days that are not rolled up from the
 * facts that changed then. Null where the totals cannot answer: a condition asks for what they do not keep, or they
 * have not come to the period's first day.
 */
export async function countRolled<Name extends string>(
  db: Db,
  question: RollupQuestion<Name>,
): Promise<RolledCount<Name> | null> {
  const plans = plansOf(question.conditions)
  if (plans === null) return null
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rolled = await findReach(db)
    const window = rolled === null ? null : windowOf(rolled, question.edges)
    if (window === null) return null
    const counted = await count(db, { ...question, plans, window })
    if (counted !== null) return counted
  }
  return null
}

/** A rebuild that switches generations in between is met once at most. */
const ATTEMPTS = 3

type Plans = readonly (readonly [name: string, terms: readonly RollupTerm[]])[]

/** Conditions are few and fixed; the same object is planned once. */
const planned = new WeakMap<Condition, readonly RollupTerm[] | 'none'>()

function plansOf(conditions: Readonly<Record<string, Condition>>): Plans | null {
  const plans: [string, readonly RollupTerm[]][] = []
  for (const [name, condition] of Object.entries(conditions)) {
    const terms = planned.get(condition) ?? rollupPlan(condition) ?? 'none'
    planned.set(condition, terms)
    if (terms === 'none') return null
    plans.push([name, terms])
  }
  return plans
}

type Reach = { readonly generation: number; readonly rolledOn: LocalDate }

async function findReach(db: Db): Promise<Reach | null> {
  const { rows } = await db.query<{ generation: number; rolled_on: LocalDate | null }>({
    name: 'find-rolled-reach',
    text: `select generation, rolled_on from projection where name = 'dossiers'`,
  })
  const row = rows[0]
  return row === undefined || row.rolled_on === null ? null : { generation: row.generation, rolledOn: row.rolled_on }
}

/** Days before `rolledOn` come from running totals, those from it up to the report's moment from facts. */
type Window = Reach & { readonly from: LocalDate; readonly known: Instant; readonly closing: Instant }

function windowOf({ generation, rolledOn }: Reach, edges: Edges): Window | null {
  const { from, closing } = edges
  const first = localDateOf(from)
  const last = [rolledOn, localDateOf(closing)].toSorted()[0] ?? rolledOn
  if (closing < from || startOfDay(first) !== from || first > last) return null
  return { generation, rolledOn: last, from: first, known: knownAt(edges), closing }
}

type Counting<Name extends string> = RollupQuestion<Name> & { readonly plans: Plans; readonly window: Window }

type Row = { readonly moved_at: Instant; readonly key: string | null; readonly counts: readonly number[] | null }

async function count<Name extends string>(
  db: Db,
  { groupedBy, plans, window }: Counting<Name>,
): Promise<RolledCount<Name> | null> {
  const sums = plans.map(
    ([, terms]) => `coalesce(sum(r.change) filter (where ${terms.map(termSql).join(' or ')}), 0)::integer`,
  )
  const { rows } = await db.query<Row>({
    text: `with ${rowsOf(window)}
      select p.moved_at, g.* from projection p left join (
        select r.${ROLLUP_GROUPS[groupedBy]} as key, array[${sums.join(',\n  ')}] as counts from counted r group by 1
      ) g on true
      where p.name = 'dossiers' and p.generation = $1 and p.rolled_on >= $2::date
        and $4::timestamptz is not null and $5::timestamptz is not null
      order by g.key`,
    values: valuesOf(window),
  })
  const head = rows[0]
  if (head === undefined) return null
  return {
    countedTo: head.moved_at,
    groups: rows.flatMap(({ key, counts }) => {
      if (key === null || counts === null || counts.every((each) => each === 0)) return []
      const named = Object.fromEntries(plans.map(([name], index) => [name, counts[index] ?? 0]))
      return [{ key, counts: named as Record<Name, number> }]
    }),
  }
}

function valuesOf({ generation, rolledOn, from, known, closing }: Window): unknown[] {
  const firstMonth = from.endsWith('-01') ? from : nextMonth(from)
  const lastMonth = monthOf(rolledOn)
  // Without a whole month in between, every day is read as one.
  const months = firstMonth < lastMonth ? [firstMonth, lastMonth] : [from, from]
  return [generation, rolledOn, from, toIso(known), toIso(closing), ...months, monthOf(from), lastMonth]
}

const monthOf = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 7)}-01`)
const nextMonth = (day: LocalDate): LocalDate => monthOf(plusDays(monthOf(day), 31))

const RECENT = changesOf(
  withinSpan({ generation: '$1', from: '$2::date::timestamptz', known: '$4::timestamptz', ranOut: '$5::timestamptz' }),
)
const CELL_COLUMNS = ['field', 'procedure_code', ...Object.values(ROLLUP_COLUMNS).map(({ column }) => column)]

/** Flows since the first day, stocks at the report's moment, and stocks as the first day began. */
const TOTALS = `total as (
    select source, cell_id, sum(change)::integer as change from (
      select source, cell_id, change from fact_rollup
      where generation = $1 and grain = 'month' and span_on >= $6::date and span_on < $7::date
        and (since_on is null or since_on >= $3::date)
      union all
      select source, cell_id, change from fact_rollup
      where generation = $1 and grain = 'day' and source not in ('waiting', 'open')
        and (span_on >= $3::date and span_on < $6::date or span_on >= $7::date and span_on < $2::date)
        and (since_on is null or since_on >= $3::date)
      union all
      select source, cell_id, change from fact_rollup where generation = $1 and grain = 'balance' and span_on = $9::date
      union all
      select source, cell_id, change from fact_rollup
      where generation = $1 and grain = 'day' and source in ('waiting', 'open') and span_on >= $9::date and span_on < $2::date
      union all
      select source || 'AtStart', cell_id, change from fact_rollup
      where generation = $1 and grain = 'balance' and span_on = $8::date
      union all
      select source || 'AtStart', cell_id, change from fact_rollup
      where generation = $1 and grain = 'day' and source in ('waiting', 'open') and span_on >= $8::date and span_on < $3::date
    ) every group by 1, 2
  ), counted as (
    select t.source, t.change, ${CELL_COLUMNS.map((name) => `c.${name}`).join(', ')}
    from total t join fact_cell c on c.id = t.cell_id where t.change <> 0
`

/** What changed since the last day that is rolled up. */
const CHANGED_SINCE = `
    union all
    select source, change, ${CELL_COLUMNS.join(', ')}
    from (${RECENT}) recent
    where since_on is null or since_on >= $3::date`

/** A period of whole days that are all rolled up needs no facts. */
function rowsOf({ rolledOn, known }: Window): string {
  return `${TOTALS}${startOfDay(rolledOn) > known ? '' : CHANGED_SINCE})`
}

function termSql({ source, where }: RollupTerm): string {
  return `(r.source = '${source}' and ${sqlOf(where)})`
}

/** The words of a condition come from definitions that were checked, never from a request. */
function sqlOf(condition: RollupCondition): string {
  switch (condition.is) {
    case 'oneOf':
      return `coalesce(${columnOf(condition.what)} in (${condition.values.map(quoted).join(', ')}), false)`
    case 'flagged':
      return columnOf(condition.what)
    case 'atLeast':
      return `${columnOf(condition.what)} >= ${Number(condition.count)}`
    case 'atMost':
      return `${columnOf(condition.what)} <= ${Number(condition.count)}`
    case 'not':
      return `not ${sqlOf(condition.of)}`
    case 'all':
      return condition.of.length === 0 ? 'true' : `(${condition.of.map(sqlOf).join(' and ')})`
    case 'any':
      return condition.of.length === 0 ? 'false' : `(${condition.of.map(sqlOf).join(' or ')})`
  }
}

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`

function columnOf(what: string): string {
  const column = ROLLUP_COLUMNS[what]?.column
  if (column === undefined) throw new Error(`running totals keep no ${what}`)
  return `r.${column}`
}
