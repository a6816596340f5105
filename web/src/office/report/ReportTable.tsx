import { headLines } from '@motcua/core/figure/figure.ts'
import type { Report } from '../../api/views.ts'
import { REPORT_ROWS, REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { FigureLink } from './FigureLink.tsx'
import type { ReportQuestion } from './queries.ts'

type TableProps = { readonly report: Report; readonly question: ReportQuestion }

/** The form itself, row by row. It is wide: it scrolls inside its frame, the page does not. */
export function ReportTable({ report, question }: TableProps) {
  const lines = headLines(report.columns)
  const cells = (values: Report['figures'], row?: string) =>
    report.columns.map(({ figure }) => (
      <td key={figure} className="number">
        <FigureLink {...{ report, question, figure, values }} {...(row === undefined ? {} : { row })} />
      </td>
    ))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a region for each table is too loud
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must take the keyboard
    <div className="table-frame" role="group" aria-label={report.head.title} tabIndex={0}>
      <table className="table report">
        <caption className="visually-hidden">{report.head.title}</caption>
        <thead>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of the head is its place
            <tr key={index}>
              {index === 0 && (
                <th scope="col" rowSpan={lines.length} className="row-head">
                  {REPORT_ROWS[report.by]}
                </th>
              )}
              {line.map(({ key, text, columns, lines: down }) => (
                <th
                  key={key}
                  scope={columns > 1 ? 'colgroup' : 'col'}
                  colSpan={columns}
                  rowSpan={down}
                  className={columns > 1 ? 'group' : 'number'}
                >
                  {text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <tr className="sum">
            <th scope="row">{TEXT.total}</th>
            {cells(report.figures)}
          </tr>
          {report.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {cells(row.figures, row.id)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
