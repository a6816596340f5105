import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { type Condition, type Edges, knownAt } from '@motcua/core/report/report.ts'
import { conditionSql, type FactGroup, groupSql } from '../report/report.ts'

/** A column of facts as an export writes it, with the type that DuckDB reads it as. */
type ExportedColumn = readonly [name: string, type: 'TIMESTAMPTZ' | 'VARCHAR' | 'BOOLEAN' | 'INTEGER' | 'UUID']

/** What conditions and rows of reports ask for. */
export const EXPORTED_COLUMNS: readonly ExportedColumn[] = [
  ...column('UUID', 'dossier_id'),
  ...column('TIMESTAMPTZ', 'known_from', 'known_to', 'submitted_at', 'accept_due_at', 'accepted_at', 'due_at'),
  ...column('TIMESTAMPTZ', 'declined_at', 'paused_at', 'finished_at', 'apologised_at', 'returned_at'),
  ...column('VARCHAR', 'procedure_code', 'field', 'counter_id', 'agency_id', 'channel', 'delivery', 'online_level'),
  ...column('VARCHAR', 'pause_ground', 'finish', 'ending', 'paid_how'),
  ...column('VARCHAR', 'supplement_ground', 'ending_ground', 'returned_how'),
  ...column('BOOLEAN', 'certified_copy', 'interlinked', 'elsewhere', 'fee_owed', 'electronic_result'),
  ...column('INTEGER', 'supplements', 'document_count', 'digitised_count', 'reused_count'),
]

function column(type: ExportedColumn[1], ...names: readonly string[]): readonly ExportedColumn[] {
  return names.map((name) => [name, type])
}

export type DuckQuestion<Name extends string> = {
  readonly groupedBy: FactGroup
  readonly conditions: Readonly<Record<Name, Condition>>
  /** Whom the form counts at all. */
  readonly base: Condition
  readonly edges: Edges
  /** Null: all. */
  readonly counters: readonly string[] | null
}

export type DuckCount<Name extends string> = readonly {
  readonly key: string
  readonly counts: Readonly<Record<Name, number>>
}[]

/** Another engine over an export of the facts: it shares neither planner nor indexes nor running totals with the report. */
export type Duck = {
  /** Reads CSV files of facts, with a header, and keeps them as one Parquet file. */
  readonly toParquet: (csvFiles: string, parquetFile: string) => Promise<void>
  readonly count: <Name extends string>(parquetFiles: string, question: DuckQuestion<Name>) => Promise<DuckCount<Name>>
  readonly close: () => void
}

export async function openDuck(): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run("set timezone = 'Asia/Ho_Chi_Minh'")
  return {
    toParquet: async (csvFiles, parquetFile) => {
      const types = EXPORTED_COLUMNS.map(([name, type]) => `'${name}': '${type}'`).join(', ')
      await connection.run(`copy (select * from read_csv('${csvFiles}', header = true, columns = {${types}}))
        to '${parquetFile}' (format parquet, compression zstd)`)
    },
    count: (parquetFiles, question) => count(connection, parquetFiles, question),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function count<Name extends string>(
  connection: DuckDBConnection,
  files: string,
  { groupedBy, conditions, base, edges, counters }: DuckQuestion<Name>,
): Promise<DuckCount<Name>> {
  const named = Object.entries<Condition>(conditions)
  const sums = named.map(
    ([, condition], index) => `count(*) filter (where ${conditionSql(condition)})::integer as c${index}`,
  )
  const inScope =
    counters === null
      ? 'true'
      : `f.counter_id in (${counters.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ') || 'null'})`
  const sql = `select ${groupSql(groupedBy)} as key, ${sums.join(', ')}
    from read_parquet('${files}') f
    where $4::timestamptz is not null and f.known_from <= $1::timestamptz and f.known_to > $1::timestamptz
      and ${inScope} and ${conditionSql(base)}
    group by 1 order by 1`
  const read = await connection.runAndReadAll(sql, [knownAt(edges), edges.from, edges.end, edges.closing].map(toIso))
  return read.getRowsJS().map(([key, ...counts]) => ({
    key: String(key),
    counts: Object.fromEntries(named.map(([name], index) => [name, Number(counts[index])])) as Record<Name, number>,
  }))
}
