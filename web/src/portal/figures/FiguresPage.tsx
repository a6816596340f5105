import { bodyOf } from '../../api/problem.ts'
import type { PublicDashboard } from '../../api/views.ts'
import { daySentence, DASHBOARD_TEXT as TEXT, percent } from '../../text/dashboard-text.ts'
import { moment, number } from '../../text/moments.ts'
import { PUBLIC_FIGURES_TEXT as OWN } from '../../text/public-figures-text.ts'
import { Channels, Durations, QualityGroups, Trend } from '../../ui/DashboardCharts.tsx'
import { PUBLISHED_TEXT } from '../../text/published-text.ts'
import { QUALITY_TEXT } from '../../text/quality-text.ts'
import { Table } from '../../ui/Table.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page } from '../portal-request.ts'

/** What everyone may know of how the province handles dossiers, as of the moment the page was made. */
export async function showFigures({ api }: PortalRequest): Promise<PortalAnswer> {
  const dashboard = bodyOf(await api.GET('/api/dashboard/public'))
  return page(OWN.title, <FiguresPage dashboard={dashboard} />)
}

type FiguresProps = { readonly dashboard: PublicDashboard }

function FiguresPage({ dashboard }: FiguresProps) {
  return (
    <div className="public-figures">
      <h1>{OWN.title}</h1>
      <p className="lead">{daySentence(dashboard)}</p>
      <p className="small soft">
        {TEXT.asOf} {moment(dashboard.at)}. {OWN.reload}
      </p>
      <Flows dashboard={dashboard} />
      <Trend dashboard={dashboard} />
      <QualityGroups dashboard={dashboard} />
      <Channels dashboard={dashboard} />
      <Durations dashboard={dashboard} />
      <section aria-labelledby="hai-long">
        <h2 id="hai-long">{TEXT.satisfaction}</h2>
        <p>{dashboard.satisfaction.note ?? percent(dashboard.satisfaction.value)}</p>
        <p>
          <a href={paths.quality()}>{QUALITY_TEXT.title}</a>
        </p>
        <p>
          <a href={paths.publishedReports()}>{PUBLISHED_TEXT.title}</a>
        </p>
      </section>
    </div>
  )
}

function Flows({ dashboard }: FiguresProps) {
  const flows = [
    { name: TEXT.today, flow: dashboard.today },
    { name: TEXT.month, flow: dashboard.month },
    { name: TEXT.monthBefore, flow: dashboard.monthBefore },
    { name: TEXT.yearBefore, flow: dashboard.yearBefore },
  ]
  return (
    <section aria-labelledby="giai-quyet">
      <h2 id="giai-quyet">{OWN.flows}</h2>
      <Table
        caption={OWN.flows}
        rows={flows}
        keyOf={({ name }) => name}
        columns={[
          { head: TEXT.period, cell: ({ name }) => name },
          { head: TEXT.received, kind: 'number', cell: ({ flow }) => number(flow.received) },
          { head: TEXT.finished, kind: 'number', cell: ({ flow }) => number(flow.finished) },
          { head: TEXT.finishedLate, kind: 'number', cell: ({ flow }) => number(flow.late) },
          { head: TEXT.onTime, kind: 'number', cell: ({ flow }) => percent(flow.onTimePercent) },
        ]}
      />
      <p>
        {OWN.now} {number(dashboard.inProgress)} {OWN.inProgress} {number(dashboard.overdue)} {OWN.overdue}.
      </p>
    </section>
  )
}
