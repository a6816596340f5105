import type { ReactNode } from 'react'
import type { PublishedTable as Published } from '../api/views.ts'
import { PUBLISHED_TEXT as TEXT } from '../text/published-text.ts'
import { REPORT_ROWS } from '../text/report-text.ts'
import { Table } from './Table.tsx'

export type PublishedCell = {
  readonly by: string
  readonly row: string | null
  readonly figure: string
  readonly value: number | null
  /** As it is written: a share in per cent, and no data apart from zero. */
  readonly text: string
}

type PublishedTableProps = {
  readonly table: Published
  readonly textOf: (figure: string, value: number | null) => string
  readonly cell: (cell: PublishedCell) => ReactNode
}

const rowsBy: Readonly<Record<string, string>> = REPORT_ROWS

/** A table as it was published: its columns, its sums first, what is reported besides, and how it was counted. */
export function PublishedTable({ table, textOf, cell }: PublishedTableProps) {
  const { by, columns, definitions } = table
  const nameOf = (figure: string): string => definitions.find(({ id }) => id === figure)?.name ?? figure
  const rows = [{ id: null, name: TEXT.total, figures: table.totals }, ...table.rows]
  const head = rowsBy[by] ?? by
  const besides = definitions.filter(({ id }) => !columns.includes(id) && table.totals[id] !== null)
  return (
    <section className="published-table">
      <h3>{`${table.title}, ${head.toLowerCase()}`}</h3>
      <Table
        caption={`${table.title}, ${head}`}
        rows={rows}
        keyOf={({ id }) => id ?? ''}
        columns={[
          { head, cell: ({ name }) => <span className="counted-text">{name}</span> },
          ...columns.map((figure) => ({
            head: nameOf(figure),
            kind: 'number' as const,
            cell: ({ id, figures }: (typeof rows)[number]) => {
              const value = figures[figure] ?? null
              return cell({ by, row: id, figure, value, text: textOf(figure, value) })
            },
          })),
        ]}
      />
      {besides.length > 0 && (
        <p className="small">
          {TEXT.besides}: {besides.map(({ id, name }) => `${name} ${textOf(id, table.totals[id] ?? null)}`).join('; ')}.
        </p>
      )}
      <details>
        <summary>{TEXT.notes}</summary>
        <p className="small">{table.source}</p>
        <ol className="notes small">
          {table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      </details>
    </section>
  )
}
