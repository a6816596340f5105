import { createHash } from 'node:crypto'
import {
  type Condition,
  type CountedFigure,
  type Edges,
  type FactCount,
  type FactFlag,
  type FactInstant,
  type FactText,
  type FormInForce,
  UNCLASSIFIED,
} from '@motcua/core/figure/figure.ts'
import type { DossierId, OfficerId, UnitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import {
  COUNTED,
  type CountedGroup,
  type GroupText,
  knownAt,
  type ReportScope,
  type RowFilter,
} from '@motcua/core/report/report.ts'
import type { Db, Tx } from '../platform/database.ts'
import { countRolled, ROLLUP_GROUPS, type RolledCount, type RollupGroup } from './rollup-count.store.ts'

/** Which facts a report looks at: of whom, and between which instants. */
export type FactQuestion = {
  readonly scope: ReportScope
  readonly edges: Edges
  /** Times count as they were put right by corrections approved up to then; null or absent: as they were recorded. */
  readonly correctedTo?: Instant | null
}

export type Counted = {
  readonly groups: readonly CountedGroup[]
  /** The clock of the database as the projection last moved. */
  readonly countedTo: Instant
}

export type FactColumns = Readonly<Record<FactInstant | FactText | FactFlag | FactCount, string>>

export const COLUMNS: FactColumns = {
  submittedAt: 'f.submitted_at',
  acceptDueAt: 'f.accept_due_at',
  declinedAt: 'f.declined_at',
  acceptedAt: 'f.accepted_at',
  dueAt: 'f.due_at',
  pausedAt: 'f.paused_at',
  finishedAt: 'f.finished_at',
  apologisedAt: 'f.apologised_at',
  returnedAt: 'f.returned_at',
  channel: 'f.channel',
  onlineLevel: 'f.online_level',
  delivery: 'f.delivery',
  pauseGround: 'f.pause_ground',
  supplementGround: 'f.supplement_ground',
  endingGround: 'f.ending_ground',
  finish: 'f.finish',
  ending: 'f.ending',
  paidHow: 'f.paid_how',
  returnedHow: 'f.returned_how',
  certifiedCopy: 'f.certified_copy',
  interlinked: 'f.interlinked',
  elsewhere: 'f.elsewhere',
  feeOwed: 'f.fee_owed',
  electronicResult: 'f.electronic_result',
  supplements: 'f.supplements',
  documentCount: 'f.document_count',
  digitisedCount: 'f.digitised_count',
  reusedCount: 'f.reused_count',
}

/**
 * The same where an approved correction counts: `c` is the dossier as it is known when corrections are looked at, which
 * may be long after the period. What was accepted or finished earlier than recorded has its term and its ending from there.
 */
const CORRECTED: FactColumns = {
  ...COLUMNS,
  acceptedAt: 'coalesce(c.corrected_accepted_at, f.accepted_at)',
  dueAt: 'case when f.accepted_at is null and c.corrected_accepted_at is not null then c.due_at else f.due_at end',
  finishedAt: 'coalesce(c.corrected_finished_at, f.finished_at)',
  finish: 'coalesce(c.corrected_finish, f.finish)',
  ending: 'coalesce(f.ending, case when c.corrected_finished_at is not null then c.ending end)',
  endingGround: 'coalesce(f.ending_ground, case when c.corrected_finished_at is not null then c.ending_ground end)',
  electronicResult:
    'coalesce(f.electronic_result, case when c.corrected_finished_at is not null then c.electronic_result end)',
  returnedAt: 'coalesce(c.corrected_returned_at, f.returned_at)',
  returnedHow: 'coalesce(f.returned_how, case when c.corrected_returned_at is not null then c.returned_how end)',
}

const CORRECTIONS = `left join dossier_fact c on c.generation = f.generation and c.dossier_id = f.dossier_id
    and c.known_from <= $6::timestamptz and c.known_to > $6::timestamptz
    and coalesce(c.corrected_accepted_at, c.corrected_finished_at, c.corrected_returned_at) is not null`

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

/** As SQL over a fact `f`, and what of it was put right. Grounds are told apart as core's `ground-rows.ts` says. */
export function groupSql(what: FactGroup, columns: FactColumns = COLUMNS): string {
  const supplement = `case when f.supplements > 0 then coalesce(f.supplement_ground, '${UNCLASSIFIED}') else '' end`
  const ending = `case when ${columns.ending} in ('refused', 'withdrawn', 'stopped', 'declined')
    then coalesce(${columns.endingGround}, '${UNCLASSIFIED}') else '' end`
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

export const EDGES = { from: '$2::timestamptz', end: '$3::timestamptz', closing: '$4::timestamptz' } as const
/** How many values `factValues` gives; further ones of a statement come after them. */
export const FACT_VALUES = 6

/**
 * The same condition that core counts with, as SQL over a fact `f`: never null, so that `not` means what it says. Its
 * words come from checked records of the rulebook, identifiers all of them, never from a request.
 */
export function conditionSql(condition: Condition, columns: FactColumns = COLUMNS): string {
  switch (condition.is) {
    case 'before':
      return `coalesce(${columns[condition.what]} < ${EDGES[condition.edge]}, false)`
    case 'notBefore':
      return `(${columns[condition.what]} is null or ${columns[condition.what]} >= ${EDGES[condition.edge]})`
    case 'oneOf':
      return `coalesce(${columns[condition.what]} in (${condition.values.map(quoted).join(', ')}), false)`
    case 'flagged':
      return `coalesce(${columns[condition.what]}, false)`
    case 'atLeast':
      return `${columns[condition.what]} >= ${Number(condition.count)}`
    case 'atMost':
      return `${columns[condition.what]} <= ${Number(condition.count)}`
    case 'all':
      return condition.of.length === 0
        ? 'true'
        : `(${condition.of.map((each) => conditionSql(each, columns)).join(' and ')})`
    case 'any':
      return condition.of.length === 0
        ? 'false'
        : `(${condition.of.map((each) => conditionSql(each, columns)).join(' or ')})`
    case 'not':
      return `not ${conditionSql(condition.of, columns)}`
  }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`

/** Every statement names all of `factValues`, also where no condition asks for the closing and nothing is corrected. */
export function knownFacts(base: Condition, columns: FactColumns): string {
  return `dossier_fact f ${columns === CORRECTED ? CORRECTIONS : ''} ${KNOWN} and ${conditionSql(base, columns)}`
}

/** What was known at the report's moment in its scope. */
export const KNOWN = `where coalesce($6::timestamptz, $4::timestamptz) is not null
    and f.generation = (select generation from projection where name = 'dossiers')
    and f.known_from <= $1::timestamptz and f.known_to > $1::timestamptz
    and ($5::text[] is null or f.counter_id = any($5::text[]))`

/** Facts of the dossiers that were in hand in the period. */
export const KNOWN_FACTS = knownFacts(COUNTED, COLUMNS)

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
  const columns = columnsOf(question)
  const named = Object.entries<Condition>(conditions)
  const sums = named.map(([, condition]) => `count(*) filter (where ${conditionSql(condition, columns)})::integer`)
  const { rows } = await db.query<CountsRow>({
    text: `select p.moved_at, r.* from projection p left join (
        select ${groupSql(groupedBy, columns)} as key, array[${sums.join(',\n  ')}] as counts
        from ${knownFacts(base, columns)}
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

export const columnsOf = ({ correctedTo = null }: FactQuestion): FactColumns =>
  correctedTo === null ? COLUMNS : CORRECTED

/** The same words are the same statement, whatever form or version they come from. */
const nameOf = (text: string): string => `report-${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`

export function factValues({ scope, edges, correctedTo = null }: FactQuestion): unknown[] {
  const counters = scope.kind === 'all' ? null : scope.counters
  const corrected = correctedTo === null ? null : toIso(correctedTo)
  return [toIso(knownAt(edges)), toIso(edges.from), toIso(edges.end), toIso(edges.closing), counters, corrected]
}

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

/** Times as they count in the report. */
export function countedColumns(columns: FactColumns): string {
  return [
    ...['f.dossier_id', 'f.code', 'f.procedure_code', 'f.counter_id', 'f.agency_id', `${FILED_AT} as submitted_at`],
    ...['f.declined_at', 'f.accept_due_at', 'f.pause_ground', 'f.apologised_at', 'f.finished_by', 'f.supplements'],
    ...[`${columns.acceptedAt} as accepted_at`, `${columns.finishedAt} as finished_at`, `${columns.finish} as finish`],
    ...[`${columns.dueAt} as due_at`, `${columns.ending} as ending`],
    ...[`${columns.returnedAt} as returned_at`, `${columns.returnedHow} as returned_how`],
  ].join(', ')
}

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
  const columns = columnsOf(question)
  return `${knownFacts(figure.condition, columns)} and ${inRow(row, columns)}`
}

/** Of which row of the report; every statement names both values. */
export function inRow(row: RowFilter | null, columns: FactColumns = COLUMNS): string {
  if (row === null) return ROW_VALUES.map((value) => `${value} is null`).join(' and ')
  return `(${groupSql(row.what, columns)} = any(${ROW_VALUES[0]})) <> ${ROW_VALUES[1]}`
}

const ROW_VALUES = [`$${FACT_VALUES + 1}::text[]`, `$${FACT_VALUES + 2}::boolean`] as const
export const AFTER = [`$${FACT_VALUES + 3}::timestamptz`, `$${FACT_VALUES + 4}::uuid`] as const
export const LIMIT = `$${FACT_VALUES + 5}`
/** How many values `drillValues` gives. */
export const DRILL_VALUES = FACT_VALUES + 5

export function drillValues(question: DrillQuestion): unknown[] {
  const { row, after, limit } = question
  const place = after === null ? [null, null] : [toIso(after.submittedAt), after.dossier]
  return [...factValues(question), row?.values ?? null, row?.others ?? null, ...place, limit]
}

/** The dossiers behind a figure, by filing, with their whole number. */
export async function listCounted(
  db: Db,
  question: DrillQuestion,
): Promise<{ readonly items: readonly CountedDossier[]; readonly total: number }> {
  const text = `with hit as materialized (select ${countedColumns(columnsOf(question))} from ${countedFacts(question)}),
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

const EXPORT_PAGE = 1000
/** A file whose reader has stopped reading gives its connection back. */
const READER_PATIENCE = '60s'

/** All dossiers behind a figure as of one moment, page by page: only a page of them is held. */
export async function* readCountedPages(tx: Tx, question: CountedQuestion): AsyncGenerator<readonly CountedDossier[]> {
  await tx.query('set transaction isolation level repeatable read, read only')
  await tx.query(`set local idle_in_transaction_session_timeout = '${READER_PATIENCE}'`)
  for (let after: CountedPlace | null = null; ; ) {
    const page: readonly CountedDossier[] = await listPage(tx, { ...question, after, limit: EXPORT_PAGE })
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < EXPORT_PAGE) return
    after = { submittedAt: last.submitted_at, dossier: last.dossier_id }
  }
}

/** Planned for its values each time, so that a late page does not read the early ones again. */
async function listPage(tx: Tx, question: DrillQuestion): Promise<readonly CountedDossier[]> {
  const { rows } = await tx.query<CountedDossier>({
    text: `select ${countedColumns(columnsOf(question))} from ${countedFacts(question)}
      and (${AFTER[0]} is null or (${FILED_AT}, f.dossier_id) > (${AFTER.join(', ')}))
      order by ${FILED_AT}, f.dossier_id limit ${LIMIT}`,
    values: drillValues(question),
  })
  return rows
}
