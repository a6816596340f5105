import { FIGURE_NAMES, FIGURES, FORM_II06A } from '@motcua/core/report/report.ts'
import type { FrozenTable } from '@motcua/core/published-report/published-report.ts'
import type { Report } from '../report/report.ts'

/** A counted report with everything that a reader of it needs later: names and definitions as they are today. */
export function freezeReport({ form, version, by, figures, rows, identities, notes }: Report): FrozenTable {
  const { title, source } = FORM_II06A
  return {
    ...{ form, version, title, source, by },
    definitions: FIGURE_NAMES.map((id) => {
      const { name, words } = FIGURES[id]
      return { id, version, name, words }
    }),
    columns: FIGURE_NAMES.filter((name) => FIGURES[name].column !== null).toSorted(
      (a, b) => (FIGURES[a].column ?? 0) - (FIGURES[b].column ?? 0),
    ),
    ...{ totals: figures, rows, identities, notes },
  }
}
