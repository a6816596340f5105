import type { FrozenTable } from '@motcua/core/published-report/published-report.ts'
import type { Report } from '../report/report.ts'

/** A counted report with everything that a reader of it needs later: names and definitions as they are today. */
export function freezeReport({ definition, form, version, by, figures, rows, identities, notes }: Report): FrozenTable {
  const { title, source } = definition.form
  return {
    ...{ form, version, title, source, by },
    definitions: definition.shown.map(({ id, version: own, name, words }) => ({ id, version: own, name, words })),
    columns: definition.form.columns.map(({ figure }) => figure),
    ...{ totals: figures, rows, identities, notes },
  }
}
