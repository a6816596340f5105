import { infiniteQueryOptions, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { OfficerNotice } from '../../api/views.ts'
import { number, shortMoment } from '../../text/moments.ts'
import { NOTICE_TEXT as TEXT } from '../../text/notice-text.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { ProblemFace } from '../Face.tsx'
import { api, queryClient } from '../api.ts'
import { Preview } from '../dossier/Preview.tsx'
import { onListKey } from '../list-keys.ts'
import { paths } from '../paths.ts'
import { NOTICES_KEY } from './unread.ts'

type Reading = { readonly id: number; readonly before: boolean }

const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [NOTICES_KEY, unread ? 'unread' : 'all'],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      const query = unread ? { ...cursor, unread: 'true' as const } : cursor
      return bodyOf(await api.GET('/api/officer-notices', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

const markRead = async (body: Reading) => bodyOf(await api.POST('/api/officer-notices/read', { body }))

/** What I was told, newest first. What is read, or dealt with, is unread no longer; everything stays to be looked up. */
export function NoticesPage() {
  const [search] = useSearchParams()
  const all = search.get('loai') === 'tat-ca'
  const notices = useInfiniteQuery(noticesQuery(!all))
  const read = useMutation({
    mutationFn: markRead,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [NOTICES_KEY] }),
  })
  const [current, setCurrent] = useState<string | null>(null)
  const items = notices.data?.pages.flatMap((page) => page.items) ?? []
  const unread = notices.data?.pages[0]?.unread ?? null
  const newest = items[0]
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
        <p className="small soft keys">{OFFICE_TEXT.keysWalk}</p>
      </div>
      <Filters all={all} unread={unread} />
      {newest !== undefined && unread !== null && unread > 0 && (
        <p className="row">
          <Button onClick={() => read.isPending || read.mutate({ id: newest.id, before: true })}>{TEXT.readAll}</Button>
        </p>
      )}
      {read.error !== null && <ProblemFace error={read.error} onRetry={() => read.reset()} />}
      <div className="split">
        <div>
          {notices.isPending && <Skeleton rows={10} />}
          {notices.error !== null && <ProblemFace error={notices.error} onRetry={() => void notices.refetch()} />}
          {notices.isSuccess && items.length === 0 && (
            <Empty title={all ? TEXT.emptyAll : TEXT.emptyUnread}>
              <p>{TEXT.emptyWhy}</p>
            </Empty>
          )}
          <ul className="rows" onKeyDown={onListKey}>
            {items.map((item) => (
              <NoticeRow key={item.id} item={item} onLook={setCurrent} onRead={read.mutate} />
            ))}
          </ul>
          {notices.hasNextPage && (
            <p className="row">
              <Button onClick={() => void notices.fetchNextPage()}>{OFFICE_TEXT.more}</Button>
            </p>
          )}
        </div>
        <Preview id={current} actions="allowed" />
      </div>
    </>
  )
}

function Filters({ all, unread }: { readonly all: boolean; readonly unread: number | null }) {
  return (
    <nav className="filters" aria-label={TEXT.title}>
      <Link to="?" aria-current={all ? undefined : 'page'} className="filter filter-soon">
        {TEXT.unread}
        <strong className={unread === 0 ? 'figures count-none' : 'figures'}>
          {' '}
          {unread === null ? '–' : number(unread)}
        </strong>
      </Link>
      <Link to="?loai=tat-ca" aria-current={all ? 'page' : undefined} className="filter">
        {OFFICE_TEXT.remindersAll}
      </Link>
    </nav>
  )
}

type RowProps = {
  readonly item: OfficerNotice
  readonly onLook: (dossier: string) => void
  readonly onRead: (reading: Reading) => void
}

/** Whoever opens the dossier has read what was said of it. */
function NoticeRow({ item, onLook, onRead }: RowProps) {
  const { id, dossier, code, readAt, open } = item
  const isUnread = readAt === null && open
  const read = () => onRead({ id, before: false })
  return (
    <li
      className={isUnread ? 'row-line row-notice row-unread' : 'row-line row-notice'}
      data-row
      onFocus={() => onLook(dossier)}
    >
      <span className="row-kind">{item.kindName}</span>
      <span className="figures nowrap">{code ?? OFFICE_TEXT.noCode}</span>
      <Link
        to={paths.dossier(dossier)}
        data-row-link
        className="row-name"
        onClick={() => {
          if (isUnread) read()
        }}
      >
        {item.procedureName}
      </Link>
      <span className="row-who">{item.applicantName}</span>
      <time dateTime={item.at} className="soft row-who figures">
        {shortMoment(item.at)}
      </time>
      <p className="row-said">
        {item.text} <span className="small soft">({item.article})</span>
      </p>
      <p className="row-state small soft">
        {isUnread ? (
          <Button kind="plain" onClick={read}>
            {TEXT.read}
          </Button>
        ) : (
          stateOf(item)
        )}
      </p>
    </li>
  )
}

function stateOf({ open, readAt }: OfficerNotice): string {
  if (!open) return TEXT.dealtWith
  return readAt === null ? '' : `${TEXT.readAt} ${shortMoment(readAt)}`
}
