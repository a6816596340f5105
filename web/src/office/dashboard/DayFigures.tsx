import { Link } from 'react-router'
import type { ReactNode } from 'react'
import type { Dashboard } from '../../api/views.ts'
import { DASHBOARD_TEXT as TEXT, percent } from '../../text/dashboard-text.ts'
import { number } from '../../text/moments.ts'
import type { CountedNumber } from '../../ui/DashboardCharts.tsx'
import { CountLink } from '../report/CountLink.tsx'
import { FIRST_FORM } from '../report/queries.ts'
import { paths } from '../paths.ts'

type Flow = Dashboard['today']

/** Each number opens its dossiers as of the moment shown. */
export function CountedLink({ dashboard, counted }: CountedLinkProps) {
  const { value, figure, from, to, of } = counted
  // What is over was the same whenever it is asked; only the days that go on have a moment.
  const asOf = to === dashboard.today.to ? ({ asOf: dashboard.at, ofPage: 'true' } as const) : {}
  const { form = FIRST_FORM, row, ...by } = of ?? {}
  const question = { form, ...by, scope: dashboard.scope.id, from, to, ...asOf }
  return <CountLink question={question} figure={figure} value={value} row={row} />
}

type CountedLinkProps = { readonly dashboard: Dashboard; readonly counted: CountedNumber }
type FlowProps = { readonly dashboard: Dashboard; readonly flow: Flow }

/** The share that was finished in time, with both its sides. */
export function OnTime({ dashboard, flow }: FlowProps) {
  const { finished, late, from, to } = flow
  if (flow.onTimePercent === null) return percent(null)
  const side = (figure: string, value: number) => (
    <CountedLink dashboard={dashboard} counted={{ value, figure, from, to }} />
  )
  return (
    <>
      {percent(flow.onTimePercent)}{' '}
      <span className="sides">
        ({side('resolvedEarlyOrOnTime', finished - late)}/{side('resolvedTotal', finished)})
      </span>
    </>
  )
}

export function DayFigures({ dashboard }: { readonly dashboard: Dashboard }) {
  const { today } = dashboard
  const { from, to } = today
  const link = (figure: string, value: number) => (
    <CountedLink dashboard={dashboard} counted={{ value, figure, from, to }} />
  )
  const waiting = (figure: string, value: number) => {
    const question = { form: 'tinh-trang-ho-so', scope: dashboard.scope.id, from, to, asOf: dashboard.at }
    return <CountLink question={question} figure={figure} value={value} />
  }
  return (
    <section aria-labelledby="hom-nay">
      <h2 id="hom-nay">{TEXT.today}</h2>
      <dl className="tiles">
        <Tile name={TEXT.received}>{link('receivedNew', today.received)}</Tile>
        <Tile name={TEXT.finished}>{link('resolvedTotal', today.finished)}</Tile>
        <Tile name={TEXT.onTime}>
          <OnTime dashboard={dashboard} flow={today} />
        </Tile>
        <Tile name={TEXT.inProgress}>{link('inProgress', dashboard.inProgress)}</Tile>
        <Tile name={TEXT.overdue} late={dashboard.overdue > 0}>
          {dashboard.overdue === 0 ? (
            '0'
          ) : (
            <Link to={paths.late({ scope: dashboard.scope.id })}>{number(dashboard.overdue)}</Link>
          )}
        </Tile>
        <Tile name={TEXT.waiting} late={dashboard.waitingOverdue > 0}>
          {waiting('waiting', dashboard.waiting)}
          {dashboard.waitingOverdue > 0 && (
            <span className="tile-note">
              {waiting('waitingOverdue', dashboard.waitingOverdue)} {TEXT.waitingOverdue}
            </span>
          )}
        </Tile>
      </dl>
    </section>
  )
}

type TileProps = { readonly name: string; readonly late?: boolean; readonly children: ReactNode }

function Tile({ name, late = false, children }: TileProps) {
  return (
    <div className={late ? 'tile tile-late' : 'tile'}>
      <dt>{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  )
}
