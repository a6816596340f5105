import { useQuery } from '@tanstack/react-query'
import type { Report } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Table } from '../../ui/Table.tsx'
import { FigureLink } from './FigureLink.tsx'
import { type ReportQuestion, reportQuery } from './queries.ts'

type CorrectedProps = { readonly report: Report; readonly question: ReportQuestion }

/** Where the times that were put right make another number: both beside each other, each with its dossiers. */
export function CorrectedFigures({ report, question }: CorrectedProps) {
  const { corrections: _, ...asRecorded } = question
  const recorded = useQuery(reportQuery(asRecorded))
  if (recorded.data === undefined) return null
  const plain = recorded.data
  const different = report.definitions.filter(({ id }) => report.figures[id] !== plain.figures[id])
  if (different.length === 0) return <p>{TEXT.correctionsSame}</p>
  return (
    <section>
      <h2>{TEXT.correctionsDiffer}</h2>
      <Table
        caption={TEXT.correctionsDiffer}
        rows={different}
        keyOf={({ id }) => id}
        columns={[
          { head: TEXT.figure, cell: ({ name }) => name },
          {
            head: TEXT.asRecorded,
            cell: ({ id }) => <FigureLink report={plain} question={asRecorded} figure={id} values={plain.figures} />,
          },
          {
            head: TEXT.asCorrected,
            cell: ({ id }) => <FigureLink report={report} question={question} figure={id} values={report.figures} />,
          },
          {
            head: TEXT.difference,
            cell: ({ id }) => number((report.figures[id] ?? 0) - (plain.figures[id] ?? 0)),
          },
        ]}
      />
    </section>
  )
}
