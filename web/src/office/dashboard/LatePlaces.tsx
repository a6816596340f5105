import { Link } from 'react-router'
import type { Dashboard } from '../../api/views.ts'
import { DASHBOARD_TEXT as TEXT } from '../../text/dashboard-text.ts'
import { number, shortMoment } from '../../text/moments.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { paths } from '../paths.ts'

type Place = Dashboard['latePlaces'][number]

/** Lateness has an address: who holds what, the most first. */
export function LatePlaces({ dashboard }: { readonly dashboard: Dashboard }) {
  const { scope, latePlaces } = dashboard
  const queryOf = ({ unit, officer }: Place) => ({
    scope: scope.id,
    ...(unit === null ? {} : { unit }),
    ...(officer === null ? {} : { officer }),
  })
  return (
    <section aria-labelledby="qua-han">
      <h2 id="qua-han">{TEXT.lateTitle}</h2>
      {latePlaces.length === 0 ? (
        <Empty title={TEXT.lateNone}>
          <p>{TEXT.lateNoneWhy}</p>
        </Empty>
      ) : (
        <Table
          caption={TEXT.lateTitle}
          narrow="stack"
          rows={latePlaces}
          keyOf={({ unit, officer }) => `${unit} ${officer}`}
          columns={[
            { head: TEXT.place, cell: ({ unitName }) => unitName },
            { head: TEXT.holder, cell: ({ officerName }) => officerName ?? <i className="soft">{TEXT.holderNone}</i> },
            {
              head: TEXT.dossiers,
              kind: 'number',
              cell: (place) => <Link to={paths.late(queryOf(place))}>{number(place.dossiers)}</Link>,
            },
            { head: TEXT.oldest, kind: 'number', cell: ({ oldestDueAt }) => shortMoment(oldestDueAt) },
          ]}
        />
      )}
    </section>
  )
}
