/** What stands over a column: its own head below those that it shares with its neighbours. */
type HeadedColumn = { readonly figure: string; readonly head: string; readonly over: readonly string[] }

/** One cell of the head: over how many columns and down how many lines it stands. */
export type Head = { readonly key: string; readonly text: string; readonly columns: number; readonly lines: number }

/** The lines of a table's head: what stands over several neighbours, then the heads of the columns themselves. */
export function headLines(columns: readonly HeadedColumn[]): readonly (readonly Head[])[] {
  const depth = 1 + Math.max(0, ...columns.map(({ over }) => over.length))
  return Array.from({ length: depth }, (_, line) =>
    columns.flatMap((column, index) => headAt(columns, { column, index, line, depth })),
  )
}

type Place = { readonly column: HeadedColumn; readonly index: number; readonly line: number; readonly depth: number }

function headAt(columns: readonly HeadedColumn[], { column, index, line, depth }: Place): readonly Head[] {
  const { figure, head, over } = column
  if (line === over.length) return [{ key: figure, text: head, columns: 1, lines: depth - line }]
  const text = over[line]
  if (text === undefined || isUnderSame(column, columns[index - 1], line)) return []
  const after = columns.slice(index + 1).findIndex((next) => !isUnderSame(column, next, line))
  const width = after < 0 ? columns.length - index : after + 1
  return [{ key: `${figure} ${line}`, text, columns: width, lines: 1 }]
}

function isUnderSame(column: HeadedColumn, other: HeadedColumn | undefined, line: number): boolean {
  return other !== undefined && column.over.slice(0, line + 1).every((text, depth) => other.over[depth] === text)
}
