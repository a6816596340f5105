import type { CountedCell, CountPair, DossierCount } from '@motcua/core/indicator/indicator.ts'
import type { DossierId, ProcedureCode, UnitId } from '@motcua/core/kernel/ids.ts'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { COUNTED } from '@motcua/core/report/report.ts'
import type { Db, Tx } from '../platform/database.ts'
import { readPages } from '../platform/read-pages.ts'
import { conditionSql, FACT_VALUES, type FactQuestion, factValues, knownFacts } from '../report/report.ts'

export type CountedCells = { readonly cells: readonly CountedCell[]; readonly countedTo: Instant }

type CellRow = Readonly<Record<string, number>> & {
  readonly procedure: ProcedureCode | null
  readonly agency: UnitId | null
  readonly moved_at: Instant
}

/** Every pair of conditions of a set, by procedure and agency, in one statement, so that all are of one moment. */
export async function countCells(
  db: Db,
  counts: readonly DossierCount[],
  question: FactQuestion,
): Promise<CountedCells> {
  const sums = counts.flatMap(({ among, having }, index) => [
    `count(*) filter (where ${conditionSql(among)}) as among_${index}`,
    `count(*) filter (where ${conditionSql(among)} and ${conditionSql(having)}) as having_${index}`,
  ])
  const { rows } = await db.query<CellRow>({
    text: `select p.moved_at, r.* from projection p left join (
        select f.procedure_code as procedure, f.agency_id as agency, ${sums.join(',\n  ')}
        from ${knownFacts(COUNTED, question)}
        group by f.procedure_code, f.agency_id
      ) r on true where p.name = 'dossiers'`,
    values: factValues(question),
  })
  const head = rows[0]
  if (head === undefined) throw new Error('there is no projection yet')
  return {
    countedTo: head.moved_at,
    cells: rows.flatMap((row): readonly CountedCell[] => {
      const { procedure, agency } = row
      if (procedure === null || agency === null) return []
      const pairs = counts.map(({ key }, index): readonly [string, CountPair] => [
        key,
        { among: row[`among_${index}`] ?? 0, having: row[`having_${index}`] ?? 0 },
      ])
      return [{ procedure, agency, counts: Object.fromEntries(pairs) }]
    }),
  }
}

export const SIDES = ['numerator', 'denominator', 'missing'] as const
/** missing: in the denominator and not in the numerator. */
export type Side = (typeof SIDES)[number]

export type IndicatorDossier = {
  readonly dossier_id: DossierId
  readonly code: string
  readonly procedure_code: string
  readonly counter_id: UnitId
  readonly agency_id: UnitId
  readonly channel: string
  readonly accepted_at: Instant
  /** Infinity without a term and while the clock stands still. */
  readonly due_at: Instant
  readonly finished_at: Instant | null
  readonly finish: 'early' | 'onTime' | 'late' | null
  readonly pause_ground: string | null
  readonly supplements: number
  readonly fee_owed: boolean
  readonly paid_how: string | null
  readonly digitised_count: number
  readonly reused_count: number
  readonly electronic_result: boolean | null
  /** What it costs. */
  readonly points: number
  /** Components in which it is missing. */
  readonly missing: readonly string[]
}

const COLUMNS = [
  ...['dossier_id', 'code', 'procedure_code', 'counter_id', 'agency_id', 'channel', 'accepted_at', 'due_at'],
  ...['finished_at', 'finish', 'pause_ground', 'supplements', 'fee_owed', 'paid_how', 'digitised_count'],
  ...['reused_count', 'electronic_result'],
]

/** What a missing dossier of a component costs; null where it costs nothing. */
export type CostedCount = DossierCount & { readonly cost: number | null }

/** Dossiers of one component and side, or with `counts` of several those that are missing in any of them. */
export type DossierQuestion = FactQuestion & {
  readonly counts: readonly CostedCount[]
  readonly side: Side
  /** Of one procedure under all codes that it has had, or of one agency; null: of all. */
  readonly procedures: readonly string[] | null
  readonly agency: string | null
}
export type DossierPlace = { readonly points: number; readonly acceptedAt: Instant; readonly dossier: string }
export type DossierPage = { readonly after: DossierPlace | null; readonly limit: number }

/** After the values of the facts come those of whom it is about, then the costs, then what a page asks for. */
const [PROCEDURES, AGENCY] = [`$${FACT_VALUES + 1}::text[]`, `$${FACT_VALUES + 2}::text`]
const COSTS_FROM = FACT_VALUES + 3

/** The dearest first, then by acceptance. */
const ORDER = '-points, accepted_at, dossier_id'

function hitSql(question: DossierQuestion): string {
  return `select ${COLUMNS.map((name) => `f.${name}`).join(', ')}, (${pointsSql(question.counts)})::float8 as points,
      array_remove(array[${question.counts.map(missingKeySql).join(', ')}]::text[], null) as missing
    from ${knownFacts(COUNTED, question)} and (${sideSql(question)})
      and (${PROCEDURES} is null or f.procedure_code = any(${PROCEDURES})) and (${AGENCY} is null or f.agency_id = ${AGENCY})`
}

const hitValues = (question: DossierQuestion): unknown[] => [
  ...[...factValues(question), question.procedures, question.agency],
  ...question.counts.map(({ cost }) => cost ?? 0),
]

export async function listIndicatorDossiers(
  db: Db,
  question: DossierQuestion,
  { after, limit }: DossierPage,
): Promise<readonly IndicatorDossier[]> {
  const values = hitValues(question)
  const place = (index: number, type: string): string => `$${values.length + index}::${type}`
  const { rows } = await db.query<IndicatorDossier>({
    text: `with hit as (${hitSql(question)})
      select ${COLUMNS.join(', ')}, points, missing from hit
      where ${place(1, 'float8')} is null
        or (${ORDER}) > (-${place(1, 'float8')}, ${place(2, 'timestamptz')}, ${place(3, 'uuid')})
      order by ${ORDER} limit ${place(4, 'integer')}`,
    values: [
      ...values,
      ...(after === null ? [null, null, null] : [after.points, toIso(after.acceptedAt), after.dossier]),
      limit,
    ],
  })
  return rows
}

const missingSql = ({ among, having }: DossierCount): string =>
  `(${conditionSql(among)} and (${conditionSql(having)}) is not true)`

/** The key comes from a checked record: an identifier, without quotes. */
const missingKeySql = (count: DossierCount): string => `case when ${missingSql(count)} then '${count.key}' end`

function pointsSql(counts: readonly CostedCount[]): string {
  const each = counts.map(
    (count, index) => `case when ${missingSql(count)} then $${COSTS_FROM + index}::float8 else 0 end`,
  )
  return each.join(' + ')
}

function sideSql({ counts, side }: DossierQuestion): string {
  const of = (count: DossierCount): string => {
    switch (side) {
      case 'denominator':
        return conditionSql(count.among)
      case 'numerator':
        return `(${conditionSql(count.among)} and ${conditionSql(count.having)})`
      case 'missing':
        return missingSql(count)
    }
  }
  return counts.map(of).join(' or ')
}

/** All of a list as of one moment, page by page: only a page of them is held. */
export async function* readIndicatorDossiers(tx: Tx, question: DossierQuestion): AsyncGenerator<IndicatorDossier> {
  await tx.query('set transaction isolation level repeatable read, read only')
  const pages = readPages<IndicatorDossier>(tx, {
    text: `select * from (${hitSql(question)}) hit order by ${ORDER}`,
    values: hitValues(question),
  })
  for await (const page of pages) yield* page
}
