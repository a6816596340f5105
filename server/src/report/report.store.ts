import { createHash } from 'node:crypto'
import { type Condition, type CountedFigure, type FormInForce, UNCLASSIFIED } from '@motcua/core/figure/figure.ts'
import type { DossierId, OfficerId, UnitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import { COUNTED, type CountedGroup, type GroupText, type RowFilter } from '@motcua/core/report/report.ts'
import type { Db, Tx } from '../platform/database.ts'
import { readPages } from '../platform/read-pages.ts'
import { conditionSql, FACT_VALUES, type FactQuestion, factValues, knownFacts } from './known-facts.store.ts'
import { countRolled, ROLLUP_GROUPS, type RolledCount, type RollupGroup } from './rollup-count.store.ts'

export type Counted = {
  readonly groups: readonly CountedGroup[]
  /** The clock of the database as the projection last moved. */
  readonly countedTo: Instant
}

/** What facts are grouped by, as SQL over a fact `f`. */
const FACT_GROUPS = {
  field: 'f.field',
  counter: 'f.counter_id',
  agency: 'f.agency_id',
  procedure: 'f.procedure_code',
  channel: 'f.channel',
  acceptedBy: `coalesce(f.accepted_by, '')`,
  finishedBy: `coalesce(f.finished_by, '')`,
} as const satisfies Record<Exclude<FactGroup, 'grounds' | 'ground' | 'supplementGround'>, string>
export type FactGroup = GroupText | RowFilter['what']

/** As SQL over a fact `f`. Grounds are told apart as core's `ground-rows.ts` says. */
export function groupSql(what: FactGroup): string {
  const supplement = `case when f.supplements > 0 then coalesce(f.supplement_ground, '${UNCLASSIFIED}') else '' end`
  const ending = `case when f.ending in ('refused', 'withdrawn', 'stopped', 'declined')
    then coalesce(f.ending_ground, '${UNCLASSIFIED}') else '' end`
  switch (what) {
    case 'grounds':
      return `(${ending} || '|' || ${supplement})`
    case 'ground':
      return `coalesce(nullif(${ending}, ''), ${supplement})`
    case 'supplementGround':
      return `(${supplement})`
    default:
      return FACT_GROUPS[what]
  }
}

/** What each figure that a form counts asks for, by id. */
export function formConditions(form: FormInForce): Readonly<Record<string, Condition>> {
  return Object.fromEntries(form.counted.map(({ definition, condition }) => [definition.id, condition]))
}

/** All figures of a form by group: from running totals where they can answer, else from the facts. */
export async function countGroups(
  db: Db,
  form: FormInForce,
  question: FactQuestion & { readonly groupedBy: FactGroup },
): Promise<Counted> {
  const asked = { ...question, conditions: formConditions(form) }
  return (await countRolledGroups(db, asked)) ?? (await countFacts(db, { ...asked, base: form.base }))
}

/** Null where running totals cannot answer. */
export async function countRolledGroups<Name extends string>(
  db: Db,
  { scope, groupedBy, correctedTo = null, ...question }: FactCountQuestion<Name>,
): Promise<RolledCount<Name> | null> {
  if (scope.kind !== 'all' || correctedTo !== null || !isRolled(groupedBy)) return null
  return countRolled(db, { ...question, groupedBy })
}

function isRolled(group: FactGroup): group is RollupGroup {
  return Object.hasOwn(ROLLUP_GROUPS, group)
}

export type FactCountQuestion<Name extends string> = FactQuestion & {
  readonly groupedBy: FactGroup
  readonly conditions: Readonly<Record<Name, Condition>>
  /** Whom it counts at all; without it who was in hand in the period. */
  readonly base?: Condition
}

type CountsRow = { readonly key: string | null; readonly moved_at: Instant; readonly counts: readonly number[] }

/** How many facts fulfil each condition, by group; all in one statement, so that they are of one moment. */
export async function countFacts<Name extends string>(
  db: Db,
  { groupedBy, conditions, base = COUNTED, ...question }: FactCountQuestion<Name>,
): Promise<RolledCount<Name>> {
  const named = Object.entries<Condition>(conditions)
  const sums = named.map(([, condition]) => `count(*) filter (where ${conditionSql(condition)})::integer`)
  const { rows } = await db.query<CountsRow>({
    text: `select p.moved_at, r.* from projection p left join (
        select ${groupSql(groupedBy)} as key, array[${sums.join(',\n  ')}] as counts
        from ${knownFacts(base, question)}
        group by 1
      ) r on true where p.name = 'dossiers' order by r.key`,
    values: factValues(question),
  })
  const head = rows[0]
  if (head === undefined) throw new Error('there is no projection yet')
  return {
    countedTo: head.moved_at,
    groups: rows.flatMap(({ key, counts }) => {
      if (key === null) return []
      const byName = Object.fromEntries(named.map(([name], index) => [name, counts[index] ?? 0]))
      return [{ key, counts: byName as Record<Name, number> }]
    }),
  }
}

/** The same words are the same statement, whatever form or version they come from. */
const nameOf = (text: string): string => `report-${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`

export type CountedDossier = {
  readonly dossier_id: DossierId
  /** Null before acceptance. */
  readonly code: string | null
  readonly procedure_code: string
  readonly counter_id: UnitId
  readonly agency_id: UnitId
  readonly submitted_at: Instant
  readonly accepted_at: Instant | null
  readonly declined_at: Instant | null
  readonly accept_due_at: Instant | null
  /** Infinity without a term and while the clock stands still. */
  readonly due_at: Instant
  readonly finished_at: Instant | null
  readonly finish: 'early' | 'onTime' | 'late' | null
  readonly ending: 'resolved' | 'refused' | 'withdrawn' | 'stopped' | 'declined' | null
  readonly pause_ground: string | null
  readonly apologised_at: Instant | null
  readonly returned_at: Instant | null
  readonly returned_how: 'counter' | 'postal' | 'online' | null
  readonly finished_by: OfficerId | null
  readonly supplements: number
}

/** Facts of the release before know no submission. */
const FILED_AT = 'coalesce(f.submitted_at, f.accepted_at)'

export const COUNTED_COLUMNS = [
  ...['f.dossier_id', 'f.code', 'f.procedure_code', 'f.counter_id', 'f.agency_id', `${FILED_AT} as submitted_at`],
  ...['f.declined_at', 'f.accept_due_at', 'f.pause_ground', 'f.apologised_at', 'f.finished_by', 'f.supplements'],
  ...['f.accepted_at', 'f.finished_at', 'f.finish', 'f.due_at', 'f.ending', 'f.returned_at', 'f.returned_how'],
].join(', ')

/** Where in the list of dossiers by filing one stands. */
export type CountedPlace = { readonly submittedAt: Instant; readonly dossier: string }

export type CountedQuestion = FactQuestion & {
  readonly figure: CountedFigure
  /** Null for all rows of the report. */
  readonly row: RowFilter | null
}
export type DrillQuestion = CountedQuestion & { readonly after: CountedPlace | null; readonly limit: number }

/** The same conditions as in the report, with those of the row. */
function countedFacts(question: CountedQuestion): string {
  const { figure, row } = question
  return `${knownFacts(figure.condition, question)} and ${inRow(row)}`
}

/** Of which row of the report; every statement names both values. */
export function inRow(row: RowFilter | null): string {
  if (row === null) return ROW_VALUES.map((value) => `${value} is null`).join(' and ')
  return `(${groupSql(row.what)} = any(${ROW_VALUES[0]})) <> ${ROW_VALUES[1]}`
}

const ROW_VALUES = [`$${FACT_VALUES + 1}::text[]`, `$${FACT_VALUES + 2}::boolean`] as const
export const AFTER = [`$${FACT_VALUES + 3}::timestamptz`, `$${FACT_VALUES + 4}::uuid`] as const
export const LIMIT = `$${FACT_VALUES + 5}`
/** How many values `drillValues` gives. */
export const DRILL_VALUES = FACT_VALUES + 5

export function drillValues(question: DrillQuestion): unknown[] {
  const { after, limit } = question
  const place = after === null ? [null, null] : [toIso(after.submittedAt), after.dossier]
  return [...rowValues(question), ...place, limit]
}

function rowValues(question: CountedQuestion): unknown[] {
  const { row } = question
  return [...factValues(question), row?.values ?? null, row?.others ?? null]
}

/** The dossiers behind a figure, by filing, with their whole number. */
export async function listCounted(
  db: Db,
  question: DrillQuestion,
): Promise<{ readonly items: readonly CountedDossier[]; readonly total: number }> {
  const text = `with hit as materialized (select ${COUNTED_COLUMNS} from ${countedFacts(question)}),
      page as (
        select * from hit
        where ${AFTER[0]} is null or (submitted_at, dossier_id) > (${AFTER.join(', ')})
        order by submitted_at, dossier_id limit ${LIMIT}
      )
      select t.total, page.*
      from (select count(*) as total from hit) t left join page on true
      order by page.submitted_at, page.dossier_id`
  const { rows } = await db.query<PageRow>({ name: nameOf(text), text, values: drillValues(question) })
  return { total: rows[0]?.total ?? 0, items: rows.flatMap((row) => (row.dossier_id === null ? [] : [row])) }
}

/** Beyond the last dossier there is still the number of all. */
type PageRow = { readonly total: number } & (CountedDossier | { readonly dossier_id: null })

/** All dossiers behind a figure as of one moment, page by page: only a page of them is held. */
export async function* readCountedPages(tx: Tx, question: CountedQuestion): AsyncGenerator<readonly CountedDossier[]> {
  await tx.query('set transaction isolation level repeatable read, read only')
  yield* readPages<CountedDossier>(tx, {
    text: `select ${COUNTED_COLUMNS} from ${countedFacts(question)} order by ${FILED_AT}, f.dossier_id`,
    values: rowValues(question),
  })
}
