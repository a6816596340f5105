import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { bodyOf, ProblemError } from '../../api/problem.ts'
import type { DraftItem, PublishedHead } from '../../api/views.ts'
import { day, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { REPORT_TEXT } from '../../text/report-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { Select } from '../../ui/Select.tsx'
import { Table } from '../../ui/Table.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { api } from '../api.ts'
import { scopesQuery } from '../dossier/queries.ts'
import { Face, ProblemFace } from '../Face.tsx'
import { draftsQuery } from '../narrative/queries.ts'
import { paths } from '../paths.ts'
import { PeriodChoice } from '../report/PeriodChoice.tsx'
import { publishedReportsQuery } from './queries.ts'

/** What was published, the newest first, and what is being written. */
export function PublishedListPage() {
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
      </div>
      <Published />
      <h2>{TEXT.drafts}</h2>
      <OpenDraft />
      <Drafts />
    </>
  )
}

function Published() {
  const reports = useInfiniteQuery(publishedReportsQuery)
  const items = reports.data?.pages.flatMap((page) => page.items) ?? []
  if (reports.isPending) return <Skeleton rows={6} />
  if (reports.error !== null) return <ProblemFace error={reports.error} onRetry={() => void reports.refetch()} />
  if (items.length === 0) {
    return (
      <Empty title={TEXT.none}>
        <p>{TEXT.noneWhy}</p>
      </Empty>
    )
  }
  return (
    <>
      <Table caption={TEXT.title} rows={items} keyOf={(item) => String(item.number)} columns={PUBLISHED} />
      {reports.hasNextPage && <Button onClick={() => void reports.fetchNextPage()}>{OFFICE_TEXT.more}</Button>}
    </>
  )
}

const PUBLISHED = [
  { head: TEXT.number, cell: ({ number }: PublishedHead) => number },
  {
    head: TEXT.report,
    cell: ({ number, title }: PublishedHead) => (
      <Link to={paths.published(String(number))} className="counted-text">
        {title}
      </Link>
    ),
  },
  { head: TEXT.scope, cell: ({ scope }: PublishedHead) => scope.name },
  {
    head: TEXT.period,
    cell: ({ period }: PublishedHead) => <span className="nowrap">{`${day(period.from)}–${day(period.to)}`}</span>,
  },
  {
    head: TEXT.publishedAt,
    cell: ({ publishedAt }: PublishedHead) => <span className="nowrap">{shortMoment(publishedAt)}</span>,
  },
  { head: TEXT.by, cell: ({ publishedByName }: PublishedHead) => publishedByName },
]

function Drafts() {
  const drafts = useQuery(draftsQuery)
  return (
    <Face query={drafts} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{TEXT.draftsNone}</p>
        ) : (
          <Table caption={TEXT.drafts} rows={items} keyOf={({ id }) => id} columns={DRAFTS} />
        )
      }
    </Face>
  )
}

const DRAFTS = [
  {
    head: TEXT.report,
    cell: ({ id, name }: DraftItem) => (
      <Link to={paths.draft(id)} className="counted-text">
        {name}
      </Link>
    ),
  },
  { head: TEXT.scope, cell: ({ scope }: DraftItem) => scope.name },
  {
    head: TEXT.period,
    cell: ({ period }: DraftItem) => <span className="nowrap">{`${day(period.from)}–${day(period.to)}`}</span>,
  },
  { head: TEXT.openedBy, cell: ({ openedByName }: DraftItem) => openedByName },
  {
    head: TEXT.published,
    cell: ({ publishedNumber }: DraftItem) => (publishedNumber === null ? TEXT.writing : String(publishedNumber)),
  },
]

function OpenDraft() {
  const navigate = useNavigate()
  const scopes = useQuery(scopesQuery)
  const [scope, setScope] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [error, setError] = useState<Error | null>(null)
  const open = async () => {
    setError(null)
    try {
      const body = { scope: scope === '' ? (scopes.data?.[0]?.id ?? '') : scope, from, to }
      const { id } = bodyOf(await api.POST('/api/report-drafts', { body }))
      await navigate(paths.draft(id))
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem
      setError(problem)
    }
  }
  return (
    <form action={open} className="question" aria-label={TEXT.open}>
      <Select
        name="scope"
        label={TEXT.scope}
        value={scope}
        onChange={setScope}
        options={scopes.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
      <PeriodChoice
        from={from}
        to={to}
        onChange={(first, last) => {
          setFrom(first)
          setTo(last)
        }}
      />
      <TextField name="from" label={REPORT_TEXT.from} value={from} onChange={setFrom} input={{ type: 'date' }} />
      <TextField name="to" label={REPORT_TEXT.to} value={to} onChange={setTo} input={{ type: 'date' }} />
      <Button type="submit">{TEXT.open}</Button>
      {error !== null && <ProblemFace error={error} onRetry={() => setError(null)} />}
    </form>
  )
}
