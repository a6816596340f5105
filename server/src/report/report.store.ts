import type { DossierId, UnitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import {
  byFigure,
  COUNTED,
  type Condition,
  type CountedGroup,
  type Edges,
  FIGURES,
  type FigureName,
  knownAt,
  type ReportScope,
  type RowFilter,
} from '@motcua/core/report/report.ts'
import type { Db, Tx } from '../platform/database.ts'
import { countRolled, type RolledCount } from './rollup-count.store.ts'

/** Which facts a report looks at: of whom, between which instants. */
export type FactQuestion = { readonly scope: ReportScope; readonly edges: Edges }

export type Counted = {
  readonly groups: readonly CountedGroup[]
  /** The clock of the database as the projection last moved. */
  readonly countedTo: Instant
}

const COLUMNS = {
  acceptedAt: 'f.accepted_at',
  dueAt: 'f.due_at',
  finishedAt: 'f.finished_at',
  apologisedAt: 'f.apologised_at',
  channel: 'f.channel',
  delivery: 'f.delivery',
  pauseGround: 'f.pause_ground',
  finish: 'f.finish',
  ending: 'f.ending',
  certifiedCopy: 'f.certified_copy',
  interlinked: 'f.interlinked',
  onlineLevel: 'f.online_level',
  paidHow: 'f.paid_how',
  elsewhere: 'f.elsewhere',
  feeOwed: 'f.fee_owed',
  electronicResult: 'f.electronic_result',
  supplements: 'f.supplements',
  documentCount: 'f.document_count',
  digitisedCount: 'f.digitised_count',
  reusedCount: 'f.reused_count',
} as const

/** What facts are grouped by, as SQL over a fact `f`. */
export const FACT_GROUPS = {
  field: 'f.field',
  counter: 'f.counter_id',
  agency: 'f.agency_id',
  procedure: 'f.procedure_code',
  channel: 'f.channel',
} as const satisfies Record<RowFilter['what'], string>
export type FactGroup = RowFilter['what']

const EDGES = { from: '$2::timestamptz', end: '$3::timestamptz', closing: '$4::timestamptz' } as const
/** How many values `factValues` gives; further ones of a statement come after them. */
export const FACT_VALUES = 5

/** The same condition that core counts with, as SQL over a fact `f`. Its words come from code, never from a request. */
export function conditionSql(condition: Condition): string {
  switch (condition.is) {
    case 'before':
      return `${COLUMNS[condition.what]} < ${EDGES[condition.edge]}`
    case 'notBefore':
      return `(${COLUMNS[condition.what]} is null or ${COLUMNS[condition.what]} >= ${EDGES[condition.edge]})`
    case 'oneOf':
      return `${COLUMNS[condition.what]} in (${condition.values.map((value) => `'${value}'`).join(', ')})`
    case 'flagged':
      return `(${COLUMNS[condition.what]} is true)`
    case 'atLeast':
      return `${COLUMNS[condition.what]} >= ${condition.count}`
    case 'atMost':
      return `${COLUMNS[condition.what]} <= ${condition.count}`
    case 'all':
      return `(${condition.of.map(conditionSql).join(' and ')})`
    case 'any':
      return `(${condition.of.map(conditionSql).join(' or ')})`
  }
}

/** Every statement names all of `factValues`, also where no condition asks for the closing. */
export const KNOWN_FACTS = `dossier_fact f
  where $4::timestamptz is not null and f.generation = (select generation from projection where name = 'dossiers')
    and f.known_from <= $1::timestamptz and f.known_to > $1::timestamptz
    and ($5::text[] is null or f.counter_id = any($5::text[]))
    and ${conditionSql(COUNTED)}`

/** All figures of all groups: from running totals where they can answer, else from the facts. */
export async function countGroups(db: Db, groupedBy: RowFilter['what'], question: FactQuestion): Promise<Counted> {
  const asked = { ...question, conditions: CONDITIONS }
  const { countedTo, groups } =
    (await countRolledGroups(db, groupedBy, asked)) ?? (await countFacts(db, { ...asked, groupedBy }))
  return { countedTo, groups: groups.map(({ key, counts }) => ({ key, figures: counts })) }
}

const CONDITIONS = byFigure((name) => FIGURES[name].condition)

async function countRolledGroups<Name extends string>(
  db: Db,
  groupedBy: RowFilter['what'],
  { scope, ...question }: FactQuestion & { readonly conditions: Readonly<Record<Name, Condition>> },
): Promise<RolledCount<Name> | null> {
  if (scope.kind !== 'all' || groupedBy === 'counter' || groupedBy === 'agency') return null
  return countRolled(db, { ...question, groupedBy })
}

export type FactCountQuestion<Name extends string> = FactQuestion & {
  readonly groupedBy: RowFilter['what']
  readonly conditions: Readonly<Record<Name, Condition>>
}

type CountsRow = { readonly key: string | null; readonly moved_at: Instant; readonly counts: readonly number[] }

/** How many facts fulfil each condition, by group; all in one statement, so that they are of one moment. */
export async function countFacts<Name extends string>(
  db: Db,
  { groupedBy, conditions, ...question }: FactCountQuestion<Name>,
): Promise<RolledCount<Name>> {
  const named = Object.entries<Condition>(conditions)
  const sums = named.map(([, condition]) => `count(*) filter (where ${conditionSql(condition)})::integer`)
  const { rows } = await db.query<CountsRow>({
    text: `select p.moved_at, r.* from projection p left join (
        select ${FACT_GROUPS[groupedBy]} as key, array[${sums.join(',\n  ')}] as counts
        from ${KNOWN_FACTS}
        group by ${FACT_GROUPS[groupedBy]}
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

export function factValues({ scope, edges }: FactQuestion): unknown[] {
  const counters = scope.kind === 'all' ? null : scope.counters
  return [toIso(knownAt(edges)), toIso(edges.from), toIso(edges.end), toIso(edges.closing), counters]
}

export type CountedDossier = {
  readonly dossier_id: DossierId
  readonly code: string
  readonly procedure_code: string
  readonly counter_id: UnitId
  readonly agency_id: UnitId
  readonly accepted_at: Instant
  /** Infinity without a term and while the clock stands still. */
  readonly due_at: Instant
  readonly finished_at: Instant | null
  readonly finish: 'early' | 'onTime' | 'late' | null
  readonly ending: 'resolved' | 'refused' | 'withdrawn' | 'stopped' | null
  readonly pause_ground: string | null
}

const COUNTED_COLUMNS = [
  ...['dossier_id', 'code', 'procedure_code', 'counter_id', 'agency_id', 'accepted_at', 'due_at', 'finished_at'],
  ...['finish', 'ending', 'pause_ground'],
]

/** Where in the list of dossiers by acceptance one stands. */
export type CountedPlace = { readonly acceptedAt: Instant; readonly dossier: string }

export type CountedQuestion = FactQuestion & {
  readonly figure: FigureName
  /** Null for all rows of the report. */
  readonly row: RowFilter | null
}
export type DrillQuestion = CountedQuestion & { readonly after: CountedPlace | null; readonly limit: number }

/** The same conditions as in the report, with those of the row. */
function countedFacts({ figure, row }: CountedQuestion): string {
  const key = row === null ? null : FACT_GROUPS[row.what]
  const inRow =
    key === null
      ? ROW_VALUES.map((value) => `${value} is null`)
      : [`(${key} = any(${ROW_VALUES[0]})) <> ${ROW_VALUES[1]}`]
  return `${KNOWN_FACTS} and ${conditionSql(FIGURES[figure].condition)} and ${inRow.join(' and ')}`
}

const ROW_VALUES = [`$${FACT_VALUES + 1}::text[]`, `$${FACT_VALUES + 2}::boolean`] as const
const AFTER = [`$${FACT_VALUES + 3}::timestamptz`, `$${FACT_VALUES + 4}::uuid`] as const
const LIMIT = `$${FACT_VALUES + 5}`

function drillValues(question: DrillQuestion): unknown[] {
  const { row, after, limit } = question
  const place = after === null ? [null, null] : [toIso(after.acceptedAt), after.dossier]
  return [...factValues(question), row?.values ?? null, row?.others ?? null, ...place, limit]
}

/** The dossiers behind a figure, by acceptance, with their whole number. */
export async function listCounted(
  db: Db,
  question: DrillQuestion,
): Promise<{ readonly items: readonly CountedDossier[]; readonly total: number }> {
  const { rows } = await db.query<PageRow>({
    name: `list-counted-${question.figure}-${question.row?.what ?? 'all'}`,
    text: `with hit as materialized (select f.* from ${countedFacts(question)}), page as (
        select * from hit
        where ${AFTER[0]} is null or (accepted_at, dossier_id) > (${AFTER.join(', ')})
        order by accepted_at, dossier_id limit ${LIMIT}
      )
      select t.total, ${COUNTED_COLUMNS.map((name) => `page.${name}`).join(', ')}
      from (select count(*) as total from hit) t left join page on true
      order by page.accepted_at, page.dossier_id`,
    values: drillValues(question),
  })
  return { total: rows[0]?.total ?? 0, items: rows.flatMap((row) => (row.dossier_id === null ? [] : [row])) }
}

/** Beyond the last dossier there is still the number of all. */
type PageRow = { readonly total: number } & (CountedDossier | { readonly dossier_id: null })

const EXPORT_PAGE = 1000
/** A file whose reader has stopped reading gives its connection back. */
const READER_PATIENCE = '60s'

/** All dossiers behind a figure as of one moment, page by page: only a page of them is held. */
export async function* readCounted(tx: Tx, question: CountedQuestion): AsyncGenerator<CountedDossier> {
  await tx.query('set transaction isolation level repeatable read, read only')
  await tx.query(`set local idle_in_transaction_session_timeout = '${READER_PATIENCE}'`)
  for (let after: CountedPlace | null = null; ; ) {
    const page: readonly CountedDossier[] = await listPage(tx, { ...question, after, limit: EXPORT_PAGE })
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < EXPORT_PAGE) return
    after = { acceptedAt: last.accepted_at, dossier: last.dossier_id }
  }
}

/** Planned for its values each time, so that a late page does not read the early ones again. */
async function listPage(tx: Tx, question: DrillQuestion): Promise<readonly CountedDossier[]> {
  const { rows } = await tx.query<CountedDossier>({
    text: `select ${COUNTED_COLUMNS.map((name) => `f.${name}`).join(', ')} from ${countedFacts(question)}
      and (${AFTER[0]} is null or (f.accepted_at, f.dossier_id) > (${AFTER.join(', ')}))
      order by f.accepted_at, f.dossier_id limit ${LIMIT}`,
    values: drillValues(question),
  })
  return rows
}
