import { Link } from 'react-router'
import type { ReactNode } from 'react'
import type { Dashboard } from '../../api/views.ts'
import { DASHBOARD_TEXT as TEXT, percent } from '../../text/dashboard-text.ts'
import { number } from '../../text/moments.ts'
import { CountLink } from '../report/CountLink.tsx'
import { FIRST_FORM } from '../report/queries.ts'
import { paths } from '../paths.ts'

type Flow = Dashboard['today']

/** Each number opens its dossiers as of the moment shown. */
export function FlowLink({ dashboard, flow, figure, value }: FlowLinkProps) {
  const { from, to } = flow
  // What is over was the same whenever it is asked; only the days that go on have a moment.
  const asOf = to === dashboard.today.to ? { asOf: dashboard.at } : {}
  const question = { form: FIRST_FORM, scope: dashboard.scope.id, from, to, ...asOf }
  return <CountLink question={question} figure={figure} value={value} />
}

type FlowLinkProps = {
  readonly dashboard: Dashboard
  readonly flow: Flow
  readonly figure: string
  readonly value: number
}

export function DayFigures({ dashboard }: { readonly dashboard: Dashboard }) {
  const { today } = dashboard
  const link = (figure: string, value: number) => (
    <FlowLink dashboard={dashboard} flow={today} figure={figure} value={value} />
  )
  return (
    <section aria-labelledby="hom-nay">
      <h2 id="hom-nay">{TEXT.today}</h2>
      <dl className="tiles">
        <Tile name={TEXT.received}>{link('receivedNew', today.received)}</Tile>
        <Tile name={TEXT.finished}>{link('resolvedTotal', today.finished)}</Tile>
        <Tile name={TEXT.onTime}>{percent(today.onTimePercent)}</Tile>
        <Tile name={TEXT.inProgress}>{link('inProgress', dashboard.inProgress)}</Tile>
        <Tile name={TEXT.overdue} late={dashboard.overdue > 0}>
          {dashboard.overdue === 0 ? (
            '0'
          ) : (
            <Link to={paths.late({ scope: dashboard.scope.id })}>{number(dashboard.overdue)}</Link>
          )}
        </Tile>
        <Tile name={TEXT.waiting} late={dashboard.waitingOverdue > 0}>
          {number(dashboard.waiting)}
          {dashboard.waitingOverdue > 0 && (
            <span className="tile-note">
              {number(dashboard.waitingOverdue)} {TEXT.waitingOverdue}
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
