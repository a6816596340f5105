import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly head: string
  readonly kind?: 'text' | 'number'
  readonly cell: (row: Row) => ReactNode
}

type TableProps<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** On a phone: scrolls inside its frame, or each row stands as a list of its cells under their heads. */
  readonly narrow?: 'scroll' | 'stack'
}

/** Scrolls inside its own frame, which takes the keyboard, so that the page never does. */
export function Table<Row>({ caption, columns, rows, keyOf, narrow = 'scroll' }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a region for each table is too loud
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must take the keyboard
    <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
      <table className={narrow === 'stack' ? 'table table-stack' : 'table'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={column.kind}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.head} className={column.kind} data-head={column.head}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
