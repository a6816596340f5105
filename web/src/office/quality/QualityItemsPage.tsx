import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { QUALITY_TEXT as TEXT, scoreText } from '../../text/quality-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { Face } from '../Face.tsx'
import { paths } from '../paths.ts'
import { itemsQuery, type ListQuestion, qualityQuestionOf, SIDES } from './queries.ts'

/** The procedures or agencies behind one side of a component. */
export function QualityItemsPage() {
  const [search] = useSearchParams()
  const question = qualityQuestionOf(search)
  const component = search.get('component')
  const side = SIDES.find((each) => each === search.get('side'))
  if (question === null || component === null || side === undefined) return <Empty title={TEXT.choose} />
  return <Listed question={{ ...question, component, side }} />
}

function Listed({ question }: { readonly question: ListQuestion }) {
  const found = useQuery(itemsQuery(question))
  const { set, scope, period, compare, component, side } = question
  return (
    <Face query={found} rows={10}>
      {({ componentName, kind, items }) => (
        <>
          <title>{`${componentName} · ${OFFICE_TEXT.brand}`}</title>
          <div className="page-head">
            <h1>
              {component} {componentName}: {number(items.length)}
            </h1>
            <p>
              {TEXT.sides[side]} · <Link to={paths.quality({ set, scope, period, compare })}>{TEXT.back}</Link>
            </p>
          </div>
          {items.length === 0 ? (
            <Empty title={TEXT.none} />
          ) : (
            <Table
              caption={componentName}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { head: kind === 'agency' ? TEXT.agency : TEXT.procedure, cell: ({ name }) => name },
                {
                  head: TEXT.lostPoints,
                  kind: 'number',
                  cell: ({ points }) => (points === null ? '' : scoreText(points)),
                },
                { head: TEXT.why, cell: ({ why }) => why },
              ]}
            />
          )}
        </>
      )}
    </Face>
  )
}
