import { localDate } from '@motcua/core/kernel/instant.ts'
import { frozenCell } from '@motcua/core/published-report/published-report.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { PublishedReport, PublishedTable as Frozen } from '../../api/views.ts'
import { closing, day, moment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { type PublishedCell, PublishedTable } from '../../ui/PublishedTable.tsx'
import { ReportText } from '../../ui/ReportText.tsx'
import { Face } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import { DifferencePart } from './DifferencePart.tsx'
import { FieldLink } from './FieldLink.tsx'
import { publishedReportQuery } from './queries.ts'

export function PublishedPage() {
  const { number: asked = '' } = useParams()
  const report = useQuery(publishedReportQuery(asked))
  return (
    <>
      <title>{`${TEXT.title} ${asked} · ${OFFICE_TEXT.brand}`}</title>
      <Face query={report} rows={12}>
        {(found) => <Published report={found} />}
      </Face>
    </>
  )
}

function Published({ report }: { readonly report: PublishedReport }) {
  const { scope, period, asOf, document } = report
  const asked = {
    scope: scope.id,
    period: { from: localDate(period.from), to: localDate(period.to) },
    asOf,
    published: report.number,
  }
  return (
    <>
      <div className="page-head">
        <h1>{report.title}</h1>
        <p className="figures">
          {TEXT.number} {report.number} · {scope.name} · {day(period.from)}–{day(period.to)} · {TEXT.asOf}{' '}
          {closing(asOf)}
          {report.corrections && ` · ${TEXT.withCorrections}`}
        </p>
      </div>
      <p>
        {TEXT.publishedAt} {moment(report.publishedAt)}, {report.publishedByName}. {TEXT.frozen}
      </p>
      <p className="row">
        {document !== null && <a href={outside.publishedDocument(report.number, 'pdf')}>{TEXT.pdf}</a>}
        {document !== null && <a href={outside.publishedDocument(report.number, 'docx')}>{TEXT.docx}</a>}
        <a href={outside.publishedTables(report.number)}>{TEXT.xlsx}</a>
      </p>
      {document !== null && <ReportText document={document} figure={(run) => <FieldLink run={run} report={asked} />} />}
      <h2>{TEXT.tables}</h2>
      {report.tables.map((table) => (
        <PublishedTable
          key={`${table.form} ${table.by}`}
          table={table}
          textOf={(figure, value) => frozenCell(table, figure, value)}
          cell={(cell) => <FrozenCell number={report.number} table={table} cell={cell} />}
        />
      ))}
      <DifferencePart report={String(report.number)} />
      <p className="small figures hash">
        {TEXT.hash}: <code>{report.contentHash}</code>.{' '}
        <a href={outside.publishedContent(report.number)}>{TEXT.content}</a>
      </p>
    </>
  )
}

type CellProps = { readonly number: number; readonly table: Frozen; readonly cell: PublishedCell }

/** A published number opens its dossiers by the definition of then, a share those above and below its line. */
function FrozenCell({ number, table, cell: { by, row, figure, value, text } }: CellProps) {
  if (value === null) return <span className="soft">{text}</span>
  const kind = table.definitions.find(({ id }) => id === figure)?.kind
  const countsProcedures = table.definitions.some((each) => each.kind === 'procedures')
  // What procedures were in force then stands in the catalogue; only dossiers are listed as of then.
  if (kind === 'procedures' || (kind === 'ratio' && countsProcedures)) return text
  const query = { form: table.form, by, figure, ...(row === null ? {} : { row }) }
  if (kind === 'ratio') {
    return (
      <>
        {text}{' '}
        <span className="sides">
          (<Link to={paths.publishedCounted(number, { ...query, side: 'numerator' })}>{TEXT.numerator}</Link>/
          <Link to={paths.publishedCounted(number, { ...query, side: 'denominator' })}>{TEXT.denominator}</Link>)
        </span>
      </>
    )
  }
  if (value === 0) return <span className="soft">{text}</span>
  return <Link to={paths.publishedCounted(number, query)}>{text}</Link>
}
