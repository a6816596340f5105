import { frozenCell } from '@motcua/core/published-report/published-report.ts'
import { bodyOf } from '../../api/problem.ts'
import type { PublishedHead, PublishedReport } from '../../api/views.ts'
import { closing, day, moment } from '../../text/moments.ts'
import { PUBLIC_REPORTS_TEXT, PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PublishedTable } from '../../ui/PublishedTable.tsx'
import { ReportText } from '../../ui/ReportText.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, param, query } from '../portal-request.ts'

/** Every report that was published, the newest first. */
export async function showPublishedReports(request: PortalRequest): Promise<PortalAnswer> {
  const cursor = query(request, 'cursor')
  const asked = cursor === '' ? {} : { cursor }
  const { items, next } = bodyOf(await request.api.GET('/api/published-reports', { params: { query: asked } }))
  const { title, lead } = PUBLIC_REPORTS_TEXT[request.language]
  const body = (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {items.length === 0 && <Empty title={TEXT.none} />}
      <ul className="reports" lang="vi">
        {items.map((item) => (
          <Item key={item.number} item={item} />
        ))}
      </ul>
      {next !== null && <a href={paths.publishedReports(next)}>{request.text.showMore}</a>}
    </>
  )
  return page(title, body, { translated: true })
}

function Item({ item }: { readonly item: PublishedHead }) {
  return (
    <li>
      <a href={paths.publishedReport(item.number)}>{item.title}</a>
      <p className="small soft">
        {TEXT.number} {item.number} · {item.scope.name} · {day(item.period.from)}–{day(item.period.to)} ·{' '}
        {TEXT.publishedAt} {moment(item.publishedAt)}
      </p>
    </li>
  )
}

export async function showPublishedReport(request: PortalRequest): Promise<PortalAnswer> {
  const path = { number: param(request, 'number') }
  const report = bodyOf(await request.api.GET('/api/published-reports/{number}', { params: { path } }))
  return page(report.title, <Published report={report} />)
}

function Published({ report }: { readonly report: PublishedReport }) {
  const { document, period } = report
  return (
    <>
      <h1>{report.title}</h1>
      <p className="small soft">
        {TEXT.number} {report.number} · {report.scope.name} · {day(period.from)}–{day(period.to)} · {TEXT.asOf}{' '}
        {closing(report.asOf)} · {TEXT.publishedAt} {moment(report.publishedAt)}, {report.publishedByName}
      </p>
      <p>{TEXT.frozen}</p>
      <p>
        {TEXT.download}:{' '}
        {document !== null && (
          <>
            <a href={paths.publishedDocument(report.number, 'pdf')}>{TEXT.pdf}</a>{' '}
            <a href={paths.publishedDocument(report.number, 'docx')}>{TEXT.docx}</a>{' '}
          </>
        )}
        <a href={paths.publishedTables(report.number)}>{TEXT.xlsx}</a>
      </p>
      {document !== null && <ReportText document={document} figure={({ text }) => <strong>{text}</strong>} />}
      <h2>{TEXT.tables}</h2>
      {report.tables.map((table) => (
        <PublishedTable
          key={`${table.form} ${table.by}`}
          table={table}
          textOf={(figure, value) => frozenCell(table, figure, value)}
          cell={({ text }) => text}
        />
      ))}
      <p className="small hash">
        {TEXT.hash}: <code>{report.contentHash}</code>.{' '}
        <a href={paths.publishedContent(report.number)}>{TEXT.content}</a>. {TEXT.contentWhy}
      </p>
    </>
  )
}
