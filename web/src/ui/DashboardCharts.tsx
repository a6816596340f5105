import type { ReactNode } from 'react'
import type { Dashboard, PublicDashboard } from '../api/views.ts'
import {
  channelSentence,
  DASHBOARD_TEXT as TEXT,
  hours,
  moved,
  qualitySentence,
  trendSentence,
} from '../text/dashboard-text.ts'
import { day, number } from '../text/moments.ts'
import { Bar, ColumnChart } from './ColumnChart.tsx'
import { Table } from './Table.tsx'

type Known = { readonly dashboard: PublicDashboard | Dashboard }

/** A number of dossiers, with what a report has to be asked for to list them. */
export type CountedNumber = {
  readonly value: number
  readonly figure: string
  readonly from: string
  readonly to: string
  /** Of one row of a form that goes by it; without it of all. */
  readonly of?: { readonly form: string; readonly by: 'channel' | 'procedure'; readonly row: string }
}

/** How a number of dossiers is shown: those who may see the dossiers open them by it. */
type Shown = Known & { readonly count?: (counted: CountedNumber) => ReactNode }
const plain = ({ value }: CountedNumber): ReactNode => number(value)

export function Trend({ dashboard, count = plain }: Shown) {
  const { trend } = dashboard
  const sentence = trendSentence(dashboard)
  const counted = (key: 'received' | 'finished' | 'late', figure: string) => (each: (typeof trend)[number]) =>
    count({ value: each[key], figure, from: each.day, to: each.day })
  return (
    <section aria-labelledby="xu-huong">
      <h2 id="xu-huong">{sentence}</h2>
      <ColumnChart
        summary={sentence}
        names={{ received: TEXT.received, finished: TEXT.finished, late: TEXT.finishedLate }}
        days={trend.map((each) => ({ ...each, label: day(each.day).slice(0, 5) }))}
      />
      <details>
        <summary>{TEXT.table}</summary>
        <Table
          caption={TEXT.trend}
          rows={trend.toReversed()}
          keyOf={(each) => each.day}
          columns={[
            { head: TEXT.day, cell: (each) => day(each.day) },
            { head: TEXT.received, kind: 'number', cell: counted('received', 'receivedNew') },
            { head: TEXT.finished, kind: 'number', cell: counted('finished', 'resolvedTotal') },
            { head: TEXT.finishedLate, kind: 'number', cell: counted('late', 'resolvedLate') },
          ]}
        />
      </details>
    </section>
  )
}

/** Points by group of the set, and how they moved since yesterday: an arrow, a sign and a number. */
export function QualityGroups({ dashboard }: Known) {
  const { quality } = dashboard
  if (quality === null) return null
  return (
    <section aria-labelledby="chat-luong">
      <h2 id="chat-luong">{qualitySentence(quality)}</h2>
      <Table
        caption={TEXT.quality}
        rows={quality.groups}
        keyOf={({ id }) => id}
        columns={[
          { head: TEXT.group, cell: ({ name }) => name },
          { head: TEXT.points, kind: 'number', cell: ({ points }) => (points === null ? TEXT.noData : number(points)) },
          { head: TEXT.assessable, kind: 'number', cell: ({ assessable }) => number(assessable) },
          { head: TEXT.maxPoints, kind: 'number', cell: ({ maxPoints }) => number(maxPoints) },
          { head: TEXT.sinceYesterday, kind: 'number', cell: ({ difference }) => moved(difference) },
          { head: TEXT.compared, cell: ({ points, maxPoints }) => <Bar value={points ?? 0} largest={maxPoints} /> },
        ]}
      />
    </section>
  )
}

export function Channels({ dashboard, count = plain }: Shown) {
  const { channels, month } = dashboard
  const largest = Math.max(0, ...channels.map(({ received }) => received))
  return (
    <section aria-labelledby="cach-nop">
      <h2 id="cach-nop">{channelSentence(dashboard)}</h2>
      {channels.length > 0 && (
        <Table
          caption={TEXT.channels}
          rows={channels}
          keyOf={({ channel }) => channel}
          columns={[
            { head: TEXT.channels, cell: ({ name }) => name },
            {
              head: TEXT.received,
              kind: 'number',
              cell: ({ channel, received: value }) =>
                count({
                  ...{ value, figure: 'receivedNew', from: month.from, to: month.to },
                  of: { form: 'II.06a', by: 'channel', row: channel },
                }),
            },
            { head: TEXT.compared, cell: ({ received }) => <Bar value={received} largest={largest} /> },
          ]}
        />
      )}
    </section>
  )
}

export function Durations({ dashboard, count = plain }: Shown) {
  const { durations, trend, today } = dashboard
  const from = trend[0]?.day ?? today.from
  const largest = Math.max(0, ...durations.map(({ nineOfTenHours }) => nineOfTenHours))
  return (
    <section aria-labelledby="bao-lau">
      <h2 id="bao-lau">{TEXT.durations}</h2>
      <p className="small soft">{TEXT.durationsWhy}</p>
      {durations.length === 0 ? (
        <p className="soft">{TEXT.noData}</p>
      ) : (
        <Table
          caption={TEXT.durations}
          narrow="stack"
          rows={durations}
          keyOf={({ procedure }) => procedure}
          columns={[
            { head: TEXT.procedure, cell: ({ name }) => name },
            {
              head: TEXT.dossiers,
              kind: 'number',
              cell: ({ procedure, dossiers: value }) =>
                count({
                  ...{ value, figure: 'withResult', from, to: today.to },
                  of: { form: 'so-hoa', by: 'procedure', row: procedure },
                }),
            },
            { head: TEXT.half, kind: 'number', cell: ({ medianHours }) => hours(medianHours) },
            { head: TEXT.nineOfTen, kind: 'number', cell: ({ nineOfTenHours }) => hours(nineOfTenHours) },
            {
              head: TEXT.compared,
              cell: ({ medianHours, nineOfTenHours }) => (
                <Bar value={medianHours} mark={nineOfTenHours} largest={largest} />
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
