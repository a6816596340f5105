import type { Report } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { CountLink } from './CountLink.tsx'
import type { ReportQuestion } from './queries.ts'

type FigureProps = {
  readonly report: Report
  readonly question: ReportQuestion
  readonly figure: string
  readonly values: Report['figures']
  readonly row?: string
}

/** A number opens the dossiers or procedures behind it, a share those of both its sides; what has no data says so. */
export function FigureLink({ report, question, figure, values, row }: FigureProps) {
  const definition = report.definitions.find(({ id }) => id === figure)
  const value = values[figure] ?? null
  if (definition?.kind === 'missing') return <span className="soft">{TEXT.noData}</span>
  const { numerator = null, denominator = null } = definition ?? {}
  const count = (id: string, kind: string | undefined, label?: string) => (
    <CountLink
      question={{ ...question, by: report.by }}
      figure={id}
      value={values[id] ?? null}
      of={kind === 'procedures' ? 'procedures' : 'dossiers'}
      {...{ row, label }}
    />
  )
  if (numerator === null || denominator === null) return count(figure, definition?.kind)
  return (
    <>
      {value === null ? <span className="soft">–</span> : `${number(value)} %`}{' '}
      <span className="sides">
        ({count(numerator.id, numerator.kind, `${TEXT.numerator}: ${numerator.name}`)}/
        {count(denominator.id, denominator.kind, `${TEXT.denominator}: ${denominator.name}`)})
      </span>
    </>
  )
}
