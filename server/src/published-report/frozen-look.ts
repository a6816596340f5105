import type { FrozenFigure, FrozenHead, FrozenTable } from '@motcua/core/published-report/published-report.ts'
import { DIMENSION_NAME, type Dimension } from '@motcua/core/report/report.ts'

const isDimension = (by: string): by is Dimension => Object.hasOwn(DIMENSION_NAME, by)
export const dimensionName = (by: string): string => (isDimension(by) ? DIMENSION_NAME[by] : by)

/** The heads as the form prints them; a table of before has the names of its figures. */
export function headsOf({ heads, columns, definitions }: FrozenTable): readonly FrozenHead[] {
  const nameOf = (id: string): string => definitions.find((each) => each.id === id)?.name ?? id
  return heads ?? columns.map((figure) => ({ figure, head: nameOf(figure), over: [], number: null }))
}

/** What the form reports below its table. */
export function besidesOf({ definitions, columns, totals }: FrozenTable): readonly FrozenFigure[] {
  return definitions.filter(({ id }) => !columns.includes(id) && (totals[id] ?? null) !== null)
}
