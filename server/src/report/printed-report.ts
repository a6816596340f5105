import type { FormColumn, ReportForm } from '@motcua/core/figure/figure.ts'
import { DIMENSION_NAME, formatFigure } from '@motcua/core/report/report.ts'
import type { PrintedCell, PrintedTable } from './report-workbook.ts'
import type { Report } from './report.ts'

/** A counted report as a sheet: what is no number is written in words, so that nobody adds it up. */
export function printedReport(report: Report): PrintedTable {
  const { definition, scope, period, asOf, by, figures, rows, identities, notes } = report
  const { form, shown } = definition
  const nameOf = (id: string): string => shown.find((each) => each.id === id)?.name ?? id
  const ratios = new Set(shown.flatMap(({ id, measure }) => (measure.is === 'ratio' ? [id] : [])))
  const cells = (values: Report['figures']): readonly PrintedCell[] =>
    form.columns.map(({ figure }) => ({
      value: values[figure] ?? formatFigure(definition, figure, null),
      isShare: ratios.has(figure),
    }))
  return {
    ...{ name: form.id, number: form.number, title: form.title, source: form.source, unit: form.unit },
    ...{ scope: scope.name, period, asOf, identities, notes, stamp: [] },
    rowHead: DIMENSION_NAME[by],
    columns: form.columns.map((column) => ({ ...column, number: numberOf(column, form) })),
    rows: rows.map((row) => ({ name: row.name, cells: cells(row.figures) })),
    totals: cells(figures),
    besides: form.besides.map((id) => `${nameOf(id)}: ${formatFigure(definition, id, figures[id])}`),
  }
}

/** (4); a total says of which numbered columns it is the sum: (3)=(4)+(5)+(6). */
function numberOf({ figure, number }: FormColumn, { columns, identities }: ReportForm): string | null {
  if (number === null) return null
  const numbered = new Map(columns.map((column) => [column.figure, column.number]))
  const sum = identities.find(
    ({ whole, parts }) => whole === figure && parts.every((part) => (numbered.get(part) ?? null) !== null),
  )
  if (sum === undefined) return `(${number})`
  return `(${number})=${sum.parts.map((part) => `(${numbered.get(part)})`).join('+')}`
}
