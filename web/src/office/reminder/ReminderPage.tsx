import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { ReminderItem, ReminderPage as ReminderAnswer } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import { OFFICE_TEXT as TEXT } from '../../text/office-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { StateMark, type TimeState } from '../../ui/StateMark.tsx'
import { ProblemFace } from '../Face.tsx'
import { api } from '../api.ts'
import { Preview } from '../dossier/Preview.tsx'
import { onListKey } from '../list-keys.ts'
import { paths } from '../paths.ts'

type Kind = ReminderItem['kind']

/** In the order of a dossier's life. */
const MARK_OF_KIND = {
  acceptanceOverdue: 'overdue',
  stepOverdue: 'overdue',
  nearDue: 'nearDue',
  apologyOwed: 'nearDue',
  due: 'overdue',
  supplementUnanswered: 'paused',
  handOverOverdue: 'overdue',
  consultationOverdue: 'overdue',
  resultNotClosed: 'overdue',
} as const satisfies Record<Kind, TimeState>

const isKind = (text: string | null): text is Kind => text !== null && Object.hasOwn(MARK_OF_KIND, text)

const remindersQuery = (kind: Kind | null) =>
  infiniteQueryOptions({
    queryKey: ['reminders', kind],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      const query = kind === null ? cursor : { ...cursor, kind }
      return bodyOf(await api.GET('/api/reminders', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** What I am reminded of, the longest due first; a row goes away when its dossier moves on. */
export function ReminderPage() {
  const [search] = useSearchParams()
  const asked = search.get('loai')
  const kind = isKind(asked) ? asked : null
  const reminders = useInfiniteQuery(remindersQuery(kind))
  const [current, setCurrent] = useState<string | null>(null)
  const items = reminders.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <title>{`${TEXT.reminders} · ${TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.reminders}</h1>
        <p className="small soft keys">{TEXT.keysWalk}</p>
      </div>
      <Kinds current={kind} kinds={reminders.data?.pages[0]?.kinds ?? null} />
      <div className="split">
        <div>
          {reminders.isPending && <Skeleton rows={12} />}
          {reminders.error !== null && <ProblemFace error={reminders.error} onRetry={() => void reminders.refetch()} />}
          {reminders.isSuccess && items.length === 0 && (
            <Empty title={TEXT.remindersEmpty}>
              <p>{TEXT.remindersEmptyWhy}</p>
            </Empty>
          )}
          <ul className="rows" onKeyDown={onListKey}>
            {items.map((item) => (
              <ReminderRow key={item.id} item={item} onLook={setCurrent} />
            ))}
          </ul>
          {reminders.hasNextPage && (
            <p className="row">
              <Button onClick={() => void reminders.fetchNextPage()}>{TEXT.more}</Button>
            </p>
          )}
        </div>
        <Preview id={current} actions="allowed" />
      </div>
    </>
  )
}

type KindsProps = { readonly current: Kind | null; readonly kinds: ReminderAnswer['kinds'] | null }

/** The kinds that there are, each with its count, are the filters. */
function Kinds({ current, kinds }: KindsProps) {
  const total = kinds?.reduce((sum, { count }) => sum + count, 0) ?? null
  return (
    <nav className="filters" aria-label={TEXT.reminders}>
      <Link to="?" aria-current={current === null ? 'page' : undefined} className="filter">
        {TEXT.remindersAll}
        <strong className="figures"> {total === null ? '–' : number(total)}</strong>
      </Link>
      {kinds?.map(({ kind, name, count }) => (
        <Link
          key={kind}
          to={`?loai=${kind}`}
          aria-current={kind === current ? 'page' : undefined}
          className={MARK_OF_KIND[kind] === 'overdue' ? 'filter filter-late' : 'filter filter-soon'}
        >
          {name}
          <strong className="figures"> {number(count)}</strong>
        </Link>
      ))}
    </nav>
  )
}

type RowProps = { readonly item: ReminderItem; readonly onLook: (id: string) => void }

function ReminderRow({ item, onLook }: RowProps) {
  return (
    <li className="row-line row-reminder" data-row onFocus={() => onLook(item.dossier)}>
      <StateMark state={MARK_OF_KIND[item.kind]} word={item.kindName} />
      <span className="figures nowrap">{item.code ?? TEXT.noCode}</span>
      <Link to={paths.dossier(item.dossier)} data-row-link className="row-name">
        {item.procedureName}
      </Link>
      <span className="row-who">{item.applicantName}</span>
      <span className="soft row-who">{item.holderName}</span>
      <p className="row-said">
        {item.text} <span className="small soft">({item.article})</span>
      </p>
    </li>
  )
}
