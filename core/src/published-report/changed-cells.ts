import type { FrozenFigures, FrozenTable } from './published-report.ts'

/** A number of a published table that is another when the same is asked again. Null: not counted, or no such row. */
export type ChangedCell = {
  /** Null for the total of the table. */
  readonly row: string | null
  readonly rowName: string | null
  readonly figure: string
  readonly figureName: string
  readonly before: number | null
  readonly now: number | null
}

/** Totals first, then rows in the order of the published table, then rows that it did not have. */
export function changedCells(published: FrozenTable, now: FrozenTable): readonly ChangedCell[] {
  const names = new Map([...now.definitions, ...published.definitions].map(({ id, name }) => [id, name]))
  const before = new Map(published.rows.map((row) => [row.id, row]))
  const after = new Map(now.rows.map((row) => [row.id, row]))
  const compared = (
    row: { readonly id: string; readonly name: string } | null,
    sides: readonly [FrozenFigures | undefined, FrozenFigures | undefined],
  ): readonly ChangedCell[] =>
    [...names].flatMap(([figure, figureName]) => {
      const [was, is] = sides.map((figures) => figures?.[figure] ?? null) as [number | null, number | null]
      // A row that is not there counts nobody.
      if (was === is || (was ?? 0) === (is ?? 0)) return []
      return [{ row: row?.id ?? null, rowName: row?.name ?? null, figure, figureName, before: was, now: is }]
    })
  return [
    ...compared(null, [published.totals, now.totals]),
    ...published.rows.flatMap((row) => compared(row, [row.figures, after.get(row.id)?.figures])),
    ...now.rows.filter(({ id }) => !before.has(id)).flatMap((row) => compared(row, [undefined, row.figures])),
  ]
}
