import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import type { InfiniteData } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { QualityDossiers } from '../../api/views.ts'
import { number, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { QUALITY_TEXT as TEXT, scoreText } from '../../text/quality-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { ProblemFace } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import {
  dossiersQuery,
  type ListQuestion,
  lostDossiersQuery,
  type LostQuestion,
  type QualityQuestion,
  qualityQuestionOf,
  SIDES,
} from './queries.ts'

/** The dossiers behind one side of a component, or all that cost points. */
export function QualityDossiersPage() {
  const [search] = useSearchParams()
  const question = qualityQuestionOf(search)
  const component = search.get('component')
  const side = SIDES.find((each) => each === search.get('side'))
  if (question === null) return <Empty title={TEXT.choose} />
  if (component === null || side === undefined) {
    const [procedure, agency] = [search.get('procedure'), search.get('agency')]
    const rows = { ...(procedure === null ? {} : { procedure }), ...(agency === null ? {} : { agency }) }
    return <LostDossiers question={{ ...question, ...rows }} />
  }
  return <ComponentDossiers question={{ ...question, component, side }} />
}

function LostDossiers({ question }: { readonly question: LostQuestion }) {
  const found = useInfiniteQuery(lostDossiersQuery(question))
  const first = found.data?.pages[0]?.items[0]
  const of = question.procedure === undefined ? question.agency && first?.agencyName : first?.procedureName
  const { compare: _, ...file } = question
  const note = of === undefined ? {} : { note: of }
  return <Listed found={found} heading={TEXT.lostDossiers} {...note} question={question} file={file} />
}

function ComponentDossiers({ question }: { readonly question: ListQuestion }) {
  const found = useInfiniteQuery(dossiersQuery(question))
  const { total, componentName } = found.data?.pages[0] ?? {}
  const count = total === undefined || total === null ? '' : `: ${number(total)} ${TEXT.ofDossiers}`
  const heading = `${question.component} ${componentName ?? ''}${count}`
  const { compare: _, ...file } = question
  return <Listed found={found} heading={heading} note={TEXT.sides[question.side]} question={question} file={file} />
}

type ListedProps = {
  readonly found: UseInfiniteQueryResult<InfiniteData<QualityDossiers>>
  readonly heading: string
  readonly note?: string
  readonly question: QualityQuestion
  readonly file: Readonly<Record<string, string>>
}

function Listed({ found, heading, note, question, file }: ListedProps) {
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const { set, scope, period, compare } = question
  return (
    <>
      <title>{`${heading} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{heading}</h1>
        <p className="figures">
          {note !== undefined && `${note} · `}
          <Link to={paths.quality({ set, scope, period, compare })}>{TEXT.back}</Link> ·{' '}
          <a href={outside.qualityFile('xlsx', file)} download>
            XLSX
          </a>{' '}
          ·{' '}
          <a href={outside.qualityFile('csv', file)} download>
            CSV
          </a>
        </p>
      </div>
      {found.isPending && <Skeleton rows={12} />}
      {found.error !== null && <ProblemFace error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && (
        <Empty title={TEXT.none}>
          <p>{TEXT.noneWhy}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <Table caption={heading} rows={items} keyOf={({ id }) => id} columns={COLUMNS} narrow="stack" />
      )}
      {found.hasNextPage && (
        <p className="row">
          <Button onClick={() => void found.fetchNextPage()}>{OFFICE_TEXT.more}</Button>
        </p>
      )}
    </>
  )
}

type Item = QualityDossiers['items'][number]
/** What is not there leaves its cell empty. */
const at = (iso: string | null) => iso !== null && <span className="nowrap">{shortMoment(iso)}</span>

const COLUMNS = [
  {
    head: TEXT.code,
    cell: ({ id, code, readable }: Item) =>
      readable ? (
        <Link to={paths.dossier(id)} className="nowrap">
          {code}
        </Link>
      ) : (
        <span className="nowrap">{code}</span>
      ),
  },
  {
    head: TEXT.lostPoints,
    kind: 'number' as const,
    cell: ({ points }: Item) => (points === 0 ? '' : scoreText(points)),
  },
  { head: TEXT.lostAt, cell: ({ components }: Item) => <span className="counted-text">{components.join(', ')}</span> },
  { head: TEXT.procedure, cell: (item: Item) => <span className="counted-text">{item.procedureName}</span> },
  { head: TEXT.agency, cell: (item: Item) => <span className="counted-text">{item.agencyName}</span> },
  { head: TEXT.acceptedAt, cell: (item: Item) => at(item.acceptedAt) },
  { head: TEXT.dueAt, cell: (item: Item) => at(item.dueAt) },
  { head: TEXT.finishedAt, cell: (item: Item) => at(item.finishedAt) },
  { head: TEXT.why, cell: (item: Item) => <span className="counted-text">{item.why}</span> },
]
