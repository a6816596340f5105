import { type FrozenTable, usedFigures } from '@motcua/core/published-report/published-report.ts'
import type { Report } from '../report/report.ts'

/** A counted report with everything that a reader of it needs later: names and definitions as they are today. */
export function freezeReport({ definition, form, version, by, figures, rows, identities, notes }: Report): FrozenTable {
  const { title, number, source, unit, columns } = definition.form
  return {
    ...{ form, version, title, number, source, by },
    definitions: definition.shown.map(({ id, version: own, name, words, measure }) => ({
      ...{ id, version: own, name, words, kind: measure.is },
    })),
    columns: columns.map(({ figure }) => figure),
    heads: columns,
    unit,
    figures: usedFigures(definition),
    ...{ totals: figures, rows, identities, notes },
  }
}
