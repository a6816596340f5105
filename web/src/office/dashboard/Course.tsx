import { Link } from 'react-router'
import type { Dashboard } from '../../api/views.ts'
import { DASHBOARD_TEXT as TEXT, percent } from '../../text/dashboard-text.ts'
import { Channels, type CountedNumber, Durations, QualityGroups, Trend } from '../../ui/DashboardCharts.tsx'
import { Table } from '../../ui/Table.tsx'
import { paths } from '../paths.ts'
import { CountedLink, OnTime } from './DayFigures.tsx'

/** The month beside what it is compared with, then how things run. */
export function Course({ dashboard }: { readonly dashboard: Dashboard }) {
  const flows = [
    { name: TEXT.month, flow: dashboard.month },
    { name: TEXT.monthBefore, flow: dashboard.monthBefore },
    { name: TEXT.yearBefore, flow: dashboard.yearBefore },
  ]
  type Row = (typeof flows)[number]
  const count = (counted: CountedNumber) => <CountedLink dashboard={dashboard} counted={counted} />
  const link = (figure: string, key: 'received' | 'finished' | 'late') =>
    function cell({ flow: { from, to, [key]: value } }: Row) {
      return count({ value, figure, from, to })
    }
  return (
    <>
      <section aria-labelledby="thang">
        <h2 id="thang">{TEXT.month}</h2>
        <Table
          caption={TEXT.month}
          rows={flows}
          keyOf={({ name }) => name}
          columns={[
            { head: TEXT.period, cell: ({ name }) => name },
            { head: TEXT.received, kind: 'number', cell: link('receivedNew', 'received') },
            { head: TEXT.finished, kind: 'number', cell: link('resolvedTotal', 'finished') },
            { head: TEXT.finishedLate, kind: 'number', cell: link('resolvedLate', 'late') },
            { head: TEXT.onTime, kind: 'number', cell: ({ flow }) => <OnTime dashboard={dashboard} flow={flow} /> },
          ]}
        />
      </section>
      <Trend dashboard={dashboard} count={count} />
      <QualityGroups dashboard={dashboard} />
      {dashboard.quality !== null && (
        <p>
          <Link
            to={paths.quality({
              ...{ set: dashboard.quality.set, scope: dashboard.scope.id, period: dashboard.quality.period },
              compare: 'yesterday',
            })}
          >
            {TEXT.qualityLink}
          </Link>
        </p>
      )}
      <Channels dashboard={dashboard} count={count} />
      <Durations dashboard={dashboard} count={count} />
      <p>
        {TEXT.satisfaction}:{' '}
        <span className="soft">{dashboard.satisfaction.note ?? percent(dashboard.satisfaction.value)}</span>
      </p>
    </>
  )
}
