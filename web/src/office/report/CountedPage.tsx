import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { CountedDossiers } from '../../api/views.ts'
import { day, number, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { ProblemFace } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import { type CountedQuestion, countedQuery, questionOf } from './queries.ts'

type Counted = CountedDossiers['items'][number]

/** The dossiers behind one published number. */
export function CountedPage() {
  const [search] = useSearchParams()
  const question = questionOf(search)
  const figure = search.get('figure')
  const row = search.get('row')
  if (question === null || figure === null) return <Empty title={TEXT.choose} />
  const asked = row === null ? { ...question, figure } : { ...question, figure, row }
  return <Listed question={asked} search={search} />
}

function Listed({ question, search }: { readonly question: CountedQuestion; readonly search: URLSearchParams }) {
  const counted = useInfiniteQuery(countedQuery(question))
  const items = counted.data?.pages.flatMap((page) => page.items) ?? []
  const { total, rowName, figure } = counted.data?.pages[0] ?? {}
  return (
    <>
      <title>{`${TEXT.counted} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>
          {figure?.name ?? TEXT.counted}
          {total !== undefined && (
            <span className="figures">
              : {number(total)} {TEXT.countedTotal}
            </span>
          )}
        </h1>
        {figure !== undefined && <p className="soft">{figure.words}</p>}
        <p className="figures">
          {rowName !== undefined && rowName !== null && `${rowName} · `}
          {day(question.from)}–{day(question.to)} ·{' '}
          <Link to={`${paths.report()}?${withoutFigure(search)}`}>{TEXT.back}</Link>
          {FILES.map(({ kind, name }) => (
            <Fragment key={kind}>
              {' '}
              ·{' '}
              <a href={outside.countedFile(kind, question)} download>
                {name}
              </a>
            </Fragment>
          ))}
        </p>
      </div>
      {counted.isPending && <Skeleton rows={12} />}
      {counted.error !== null && <ProblemFace error={counted.error} onRetry={() => void counted.refetch()} />}
      {counted.isSuccess && items.length === 0 && (
        <Empty title={TEXT.countedNone}>
          <p>{TEXT.countedNoneWhy}</p>
        </Empty>
      )}
      {items.length > 0 && <Table caption={TEXT.counted} rows={items} keyOf={({ id }) => id} columns={COLUMNS} />}
      {counted.hasNextPage && (
        <p className="row">
          <Button onClick={() => void counted.fetchNextPage()}>{OFFICE_TEXT.more}</Button>
        </p>
      )}
    </>
  )
}

const FILES = [
  { kind: 'xlsx', name: 'XLSX' },
  { kind: 'csv', name: 'CSV' },
] as const

const at = (iso: string | null): string => (iso === null ? '' : shortMoment(iso))

const COLUMNS = [
  {
    head: TEXT.code,
    cell: ({ id, code, readable }: Counted) =>
      readable ? (
        <Link to={paths.dossier(id)} className="nowrap">
          {code ?? TEXT.noCode}
        </Link>
      ) : (
        <span className="nowrap">{code ?? TEXT.noCode}</span>
      ),
  },
  { head: TEXT.procedure, cell: (item: Counted) => <span className="counted-text">{item.procedureName}</span> },
  { head: TEXT.submittedAt, cell: (item: Counted) => <span className="nowrap">{at(item.submittedAt)}</span> },
  { head: TEXT.acceptedAt, cell: (item: Counted) => <span className="nowrap">{at(item.acceptedAt)}</span> },
  { head: TEXT.dueAt, cell: (item: Counted) => <span className="nowrap">{at(item.dueAt)}</span> },
  { head: TEXT.finishedAt, cell: (item: Counted) => <span className="nowrap">{at(item.finishedAt)}</span> },
  { head: TEXT.holder, cell: (item: Counted) => <span className="counted-text">{item.holder}</span> },
  { head: TEXT.reason, cell: (item: Counted) => <span className="counted-text">{item.reason}</span> },
  { head: TEXT.why, cell: (item: Counted) => <span className="counted-text">{item.why}</span> },
]

function withoutFigure(search: URLSearchParams): string {
  const rest = new URLSearchParams(search)
  rest.delete('figure')
  rest.delete('row')
  return rest.toString()
}
