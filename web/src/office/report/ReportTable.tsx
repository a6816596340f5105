import type { Report } from '../../api/views.ts'
import { REPORT_COLUMNS, REPORT_ROWS, REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { FigureLink } from './FigureLink.tsx'
import type { ReportQuestion } from './queries.ts'

const GROUPS = ['received', 'resolved', 'open'] as const

type TableProps = { readonly report: Report; readonly question: ReportQuestion }

/** The form itself, row by row. It is wide: it scrolls inside its frame, the page does not. */
export function ReportTable({ report, question }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a region for each table is too loud
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must take the keyboard
    <div className="table-frame" role="group" aria-label={TEXT.subtitle} tabIndex={0}>
      <table className="table report">
        <caption className="visually-hidden">{TEXT.subtitle}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="row-head">
              {REPORT_ROWS[report.by]}
            </th>
            {GROUPS.map((group) => (
              <th key={group} scope="colgroup" colSpan={columnsOf(group)} className="group">
                {TEXT[group]}
              </th>
            ))}
          </tr>
          <tr>
            {REPORT_COLUMNS.map(({ figure, name }) => (
              <th key={figure} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="sum">
            <th scope="row">{TEXT.total}</th>
            {REPORT_COLUMNS.map(({ figure }) => (
              <td key={figure} className="number">
                <FigureLink question={question} figure={figure} value={report.figures[figure] ?? null} />
              </td>
            ))}
          </tr>
          {report.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {REPORT_COLUMNS.map(({ figure }) => (
                <td key={figure} className="number">
                  <FigureLink question={question} figure={figure} value={row.figures[figure] ?? null} row={row.id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function columnsOf(group: (typeof GROUPS)[number]): number {
  return REPORT_COLUMNS.filter((column) => column.group === group).length
}
