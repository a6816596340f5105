import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import { DASHBOARD_TEXT as TEXT } from '../../text/dashboard-text.ts'
import { shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { api } from '../api.ts'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'

type LateQuestion = { readonly scope: string; readonly unit?: string; readonly officer?: string }

const lateQuery = (question: LateQuestion) =>
  infiniteQueryOptions({
    queryKey: ['late', question],
    queryFn: async ({ pageParam }) => {
      const query = pageParam === '' ? question : { ...question, cursor: pageParam }
      return bodyOf(await api.GET('/api/dashboard/late', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

function questionOf(search: URLSearchParams): LateQuestion {
  const [scope = '', unit, officer] = ['scope', 'unit', 'officer'].map((name) => search.get(name) ?? undefined)
  return { scope, ...(unit === undefined ? {} : { unit }), ...(officer === undefined ? {} : { officer }) }
}

/** What is overdue, the longest first, with who holds it. */
export function LatePage() {
  const [search] = useSearchParams()
  const question = questionOf(search)
  const late = useInfiniteQuery(lateQuery(question))
  const items = late.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <title>{`${TEXT.lateList} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.lateList}</h1>
        <Link to={paths.dashboard({ scope: question.scope })}>{TEXT.lateListBack}</Link>
      </div>
      {late.isPending && <Skeleton rows={12} />}
      {late.error !== null && <ProblemFace error={late.error} onRetry={() => void late.refetch()} />}
      {late.isSuccess && items.length === 0 && (
        <Empty title={TEXT.lateNone}>
          <p>{TEXT.lateNoneWhy}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <Table
          caption={TEXT.lateList}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            {
              head: TEXT.code,
              cell: ({ id, code, readable }) => (readable ? <Link to={paths.dossier(id)}>{code}</Link> : code),
            },
            { head: TEXT.procedure, cell: ({ procedureName }) => procedureName },
            { head: TEXT.dueAt, kind: 'number', cell: ({ dueAt }) => shortMoment(dueAt) },
            { head: TEXT.place, cell: ({ unitName }) => unitName },
            { head: TEXT.holder, cell: ({ officerName }) => officerName ?? <i className="soft">{TEXT.holderNone}</i> },
          ]}
        />
      )}
      {late.hasNextPage && (
        <p className="row">
          <Button onClick={() => void late.fetchNextPage()}>{OFFICE_TEXT.more}</Button>
        </p>
      )}
    </>
  )
}
