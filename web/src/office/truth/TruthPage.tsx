import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { TruthAlarm } from '../../api/views.ts'
import { shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { TRUTH_TEXT as TEXT } from '../../text/truth-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Table } from '../../ui/Table.tsx'
import { Face } from '../Face.tsx'
import { paths } from '../paths.ts'
import { truthQuery } from './queries.ts'

/** What does not agree with the events, since when, and what to do about it. */
export function TruthPage() {
  const truth = useQuery(truthQuery)
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
      </div>
      <p>{TEXT.about}</p>
      <Face query={truth} rows={5}>
        {({ checkedAt, alarms, items }) => (
          <>
            <p>{`${TEXT.checkedAt}: ${checkedAt === null ? TEXT.never : shortMoment(checkedAt)}`}</p>
            {alarms === 0 ? (
              <Empty title={TEXT.agreesTitle}>
                <p>{TEXT.agreesWhy}</p>
              </Empty>
            ) : (
              <>
                <Notice kind="problem" title={TEXT.alarms(alarms)}>
                  <p>{TEXT.notYet}</p>
                </Notice>
                <Table
                  caption={TEXT.alarms(alarms)}
                  rows={items}
                  keyOf={(alarm) => String(alarm.number)}
                  columns={COLUMNS}
                  narrow="stack"
                />
              </>
            )}
          </>
        )}
      </Face>
    </>
  )
}

const SHOWN = 5
const GRAVEST = ['event', 'row', 'fact', 'report'] as const

const COLUMNS = [
  {
    head: TEXT.since,
    cell: ({ since }: TruthAlarm) => <span className="nowrap">{shortMoment(since)}</span>,
  },
  { head: TEXT.differs, cell: ({ differences }: TruthAlarm) => <Differences differences={differences} /> },
  {
    head: TEXT.todo,
    cell: ({ differences }: TruthAlarm) => {
      const gravest = GRAVEST.find((kind) => differences.some((each) => each.kind === kind))
      return gravest === undefined ? '' : TEXT.advice[gravest]
    },
  },
]

function Differences({ differences }: Pick<TruthAlarm, 'differences'>) {
  const more = differences.length - SHOWN
  return (
    <ul>
      {differences.slice(0, SHOWN).map(({ dossier, what, reason }) => (
        <li key={`${dossier ?? ''} ${what} ${reason}`}>
          {`${what}: ${reason}`}
          {dossier !== null && (
            <>
              {' '}
              <Link to={paths.dossier(dossier)}>{TEXT.open}</Link>
            </>
          )}
        </li>
      ))}
      {more > 0 && <li>{TEXT.more(more)}</li>}
    </ul>
  )
}
