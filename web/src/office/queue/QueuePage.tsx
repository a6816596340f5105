import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { QueueItem } from '../../api/views.ts'
import { shortMoment } from '../../text/moments.ts'
import { CHANNEL_SHORT, OFFICE_TEXT as TEXT } from '../../text/office-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { BatchBar } from '../BatchBar.tsx'
import { ProblemFace } from '../Face.tsx'
import { api } from '../api.ts'
import { Preview } from '../dossier/Preview.tsx'
import { onListKey } from '../list-keys.ts'
import { paths } from '../paths.ts'
import { type Selection, useSelection } from '../selection.ts'

const queueQuery = infiniteQueryOptions({
  queryKey: ['queue'],
  queryFn: async ({ pageParam }) =>
    bodyOf(await api.GET('/api/queue', { params: { query: pageParam === '' ? {} : { cursor: pageParam } } })),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
})

/** What waits to be accepted at my counters, oldest first. */
export function QueuePage() {
  const queue = useInfiniteQuery(queueQuery)
  const selection = useSelection()
  const [current, setCurrent] = useState<string | null>(null)
  const items = queue.data?.pages.flatMap((page) => page.items) ?? []
  const batch = items.map(({ id, version, applicantName, procedureName }) => ({
    id,
    version,
    label: `${applicantName}, ${procedureName}`,
  }))
  return (
    <>
      <title>{`${TEXT.queue} · ${TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.queue}</h1>
        <p className="small soft keys">{TEXT.keys}</p>
      </div>
      <BatchBar items={batch} selection={selection} name={TEXT.acceptBatch} commandFor={() => ({ action: 'accept' })} />
      <div className="split">
        <div>
          {queue.isPending && <Skeleton rows={10} />}
          {queue.error !== null && <ProblemFace error={queue.error} onRetry={() => void queue.refetch()} />}
          {queue.isSuccess && items.length === 0 && (
            <Empty title={TEXT.queueEmpty}>
              <p>{TEXT.queueEmptyWhy}</p>
            </Empty>
          )}
          <ul className="rows" onKeyDown={onListKey}>
            {items.map((item) => (
              <QueueRow key={item.id} item={item} selection={selection} onLook={setCurrent} />
            ))}
          </ul>
          {queue.hasNextPage && (
            <p className="row">
              <Button onClick={() => void queue.fetchNextPage()}>{TEXT.more}</Button>
            </p>
          )}
        </div>
        <Preview id={current} actions={['accept', 'decline', 'requestSupplement']} />
      </div>
    </>
  )
}

type RowProps = {
  readonly item: QueueItem
  readonly selection: Selection
  readonly onLook: (id: string) => void
}

function QueueRow({ item, selection, onLook }: RowProps) {
  return (
    <li className="row-line row-queue" data-row onFocus={() => onLook(item.id)}>
      <input
        type="checkbox"
        data-row-check
        checked={selection.ids.has(item.id)}
        onChange={() => selection.toggle(item.id)}
        aria-label={`${TEXT.select} ${item.applicantName}, ${item.procedureName}`}
      />
      <Link to={paths.dossier(item.id)} data-row-link className="row-name">
        {item.procedureName}
      </Link>
      <span className="row-who">{item.applicantName}</span>
      <span className="soft">{CHANNEL_SHORT[item.channel]}</span>
      <span className="figures soft nowrap">
        {TEXT.submittedAt} {shortMoment(item.submittedAt)}
      </span>
      <span className="figures nowrap">
        {item.acceptBy !== null && `${TEXT.acceptBy} ${shortMoment(item.acceptBy)}`}
      </span>
    </li>
  )
}
