import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { type ReactNode, Fragment } from 'react'
import { Link } from 'react-router'
import type { CountedDossiers } from '../../api/views.ts'
import { number, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'

type Counted = CountedDossiers['items'][number]
type Page = Pick<CountedDossiers, 'figure' | 'items' | 'next' | 'total' | 'rowName'>

type CountedListProps = {
  readonly counted: UseInfiniteQueryResult<InfiniteData<Page>>
  /** What the number is of: period, the way back. */
  readonly about: ReactNode
  readonly file: (kind: 'xlsx' | 'csv') => string
}

/** The dossiers behind one number: what it counts, each with its reason, and all of them as a file. */
export function CountedList({ counted, about, file }: CountedListProps) {
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
          {about}
          {FILES.map(({ kind, name }) => (
            <Fragment key={kind}>
              {' '}
              ·{' '}
              <a href={file(kind)} download>
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
      {items.length > 0 && (
        <Table caption={TEXT.counted} rows={items} keyOf={({ id }) => id} columns={COLUMNS} narrow="stack" />
      )}
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

/** What is not there leaves its cell empty. Day and hour may stand below each other, so that the reason has room. */
const at = (iso: string | null) => iso !== null && <span className="counted-moment">{shortMoment(iso)}</span>

const COLUMNS = [
  { head: TEXT.dossier, cell: (item: Counted) => <Named {...item} /> },
  { head: TEXT.submittedAt, cell: (item: Counted) => at(item.submittedAt) },
  { head: TEXT.acceptedAt, cell: (item: Counted) => at(item.acceptedAt) },
  { head: TEXT.dueAt, cell: (item: Counted) => at(item.dueAt) },
  { head: TEXT.finishedAt, cell: (item: Counted) => at(item.finishedAt) },
  { head: TEXT.holder, cell: (item: Counted) => item.holder },
  { head: TEXT.why, cell: (item: Counted) => <Counting {...item} /> },
]

function Named({ id, code, readable, procedureName }: Counted) {
  const name = <span className="nowrap">{code ?? TEXT.noCode}</span>
  return (
    <span className="counted-text">
      {readable ? <Link to={paths.dossier(id)}>{name}</Link> : name}
      <span className="counted-more">{procedureName}</span>
    </span>
  )
}

/** Why it is counted here, and with what reason it is late or was sent back. */
function Counting({ why, reason }: Counted) {
  return (
    <span className="counted-text counted-why">
      {why}
      {reason !== null && (
        <span className="counted-more">
          {TEXT.reason}: {reason}
        </span>
      )}
    </span>
  )
}
