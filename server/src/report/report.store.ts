import type { DossierId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import {
  byFigure,
  COUNTED,
  type Condition,
  type Edges,
  FIGURE_NAMES,
  FIGURES,
  type FigureName,
  type Figures,
  knownAt,
  type ReportScope,
} from '@motcua/core/report/report.ts'
import type { Db } from '../platform/database.ts'

/** Which facts a report looks at: of whom, between which instants. */
export type FactQuestion = { readonly scope: ReportScope; readonly edges: Edges }

export type CountedRow = { readonly field: string; readonly figures: Figures }
export type Counted = {
  readonly rows: readonly CountedRow[]
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
} as const

const EDGES = { from: '$2::timestamptz', end: '$3::timestamptz', closing: '$4::timestamptz' } as const
const FACT_VALUES = 5

/** The same condition that core counts with, as SQL over a fact `f`. Its words come from code, never from a request. */
function sqlOf(condition: Condition): string {
  switch (condition.is) {
    case 'before':
      return `${COLUMNS[condition.what]} < ${EDGES[condition.edge]}`
    case 'notBefore':
      return `(${COLUMNS[condition.what]} is null or ${COLUMNS[condition.what]} >= ${EDGES[condition.edge]})`
    case 'oneOf':
      return `${COLUMNS[condition.what]} in (${condition.values.map((value) => `'${value}'`).join(', ')})`
    case 'flagged':
      return COLUMNS[condition.what]
    case 'all':
      return `(${condition.of.map(sqlOf).join(' and ')})`
    case 'any':
      return `(${condition.of.map(sqlOf).join(' or ')})`
  }
}

/** Every statement names all of `factValues`, also where no condition asks for the closing. */
const KNOWN_FACTS = `dossier_fact f
  where $4::timestamptz is not null and f.generation = (select generation from projection where name = 'dossiers')
    and f.known_from <= $1::timestamptz and f.known_to > $1::timestamptz
    and ($5::text[] is null or f.counter_id = any($5::text[]))
    and ${sqlOf(COUNTED)}`

const FIGURE_SUMS = FIGURE_NAMES.map((name) => `count(*) filter (where ${sqlOf(FIGURES[name].condition)}) as "${name}"`)

/** All figures of all rows in one statement, so that they are of one moment. */
const COUNT_ROWS = `select f.field, ${FIGURE_SUMS.join(',\n  ')}
  from ${KNOWN_FACTS}
  group by f.field order by f.field`

type FiguresRow = { readonly field: string | null; readonly moved_at: Instant } & Figures

export async function countRows(db: Db, question: FactQuestion): Promise<Counted> {
  const { rows } = await db.query<FiguresRow>({
    name: 'count-report-rows',
    text: `select p.moved_at, r.* from projection p left join (${COUNT_ROWS}) r on true where p.name = 'dossiers' order by r.field`,
    values: factValues(question),
  })
  const head = rows[0]
  if (head === undefined) throw new Error('there is no projection yet')
  return {
    countedTo: head.moved_at,
    rows: rows.flatMap((row) =>
      row.field === null ? [] : [{ field: row.field, figures: byFigure((name) => row[name]) }],
    ),
  }
}

function factValues({ scope, edges }: FactQuestion): unknown[] {
  const counters = scope.kind === 'all' ? null : scope.counters
  return [toIso(knownAt(edges)), toIso(edges.from), toIso(edges.end), toIso(edges.closing), counters]
}

export type CountedDossier = {
  readonly dossier_id: DossierId
  readonly code: string
  readonly procedure_code: string
  readonly accepted_at: Instant
  /** Infinity without a term and while the clock stands still. */
  readonly due_at: Instant
  readonly finished_at: Instant | null
  readonly finish: 'early' | 'onTime' | 'late' | null
  readonly ending: 'resolved' | 'refused' | 'withdrawn' | 'stopped' | null
  readonly pause_ground: string | null
}

export type DrillQuestion = FactQuestion & {
  readonly figure: FigureName
  /** A row of the report; null for all. */
  readonly field: string | null
  readonly after: { readonly acceptedAt: Instant; readonly dossier: string } | null
  readonly limit: number
}

/** The dossiers behind a figure, by acceptance, with their whole number. */
export async function listCounted(
  db: Db,
  question: DrillQuestion,
): Promise<{ readonly items: readonly CountedDossier[]; readonly total: number }> {
  const { figure, field, after, limit } = question
  const { rows } = await db.query<PageRow>({
    name: `list-counted-${figure}`,
    text: `with hit as materialized (
        select f.* from ${KNOWN_FACTS}
          and ${sqlOf(FIGURES[figure].condition)} and ($${FACT_VALUES + 1}::text is null or f.field = $${FACT_VALUES + 1})
      ), page as (
        select * from hit
        where $${FACT_VALUES + 2}::timestamptz is null or (accepted_at, dossier_id) > ($${FACT_VALUES + 2}, $${FACT_VALUES + 3}::uuid)
        order by accepted_at, dossier_id limit $${FACT_VALUES + 4}
      )
      select t.total, page.dossier_id, page.code, page.procedure_code, page.accepted_at, page.due_at, page.finished_at,
        page.finish, page.ending, page.pause_ground
      from (select count(*) as total from hit) t left join page on true
      order by page.accepted_at, page.dossier_id`,
    values: [
      ...factValues(question),
      field,
      after === null ? null : toIso(after.acceptedAt),
      after?.dossier ?? null,
      limit,
    ],
  })
  return { total: rows[0]?.total ?? 0, items: rows.flatMap((row) => (row.dossier_id === null ? [] : [row])) }
}

/** Beyond the last dossier there is still the number of all. */
type PageRow = { readonly total: number } & (CountedDossier | { readonly dossier_id: null })
