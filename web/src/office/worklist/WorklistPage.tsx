import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { WorklistItem, WorklistPage as WorklistAnswer } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import { FILTER_NAME, OFFICE_TEXT as TEXT } from '../../text/office-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { BatchBar } from '../BatchBar.tsx'
import { DueWords } from '../DueWords.tsx'
import { ProblemFace } from '../Face.tsx'
import { api } from '../api.ts'
import { Preview } from '../dossier/Preview.tsx'
import { onListKey } from '../list-keys.ts'
import { paths } from '../paths.ts'
import { type Selection, useSelection } from '../selection.ts'

const FILTERS = ['late', 'today', 'soon', 'waiting', 'all', 'mine'] as const
type Filter = (typeof FILTERS)[number]

const worklistQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['worklist', filter],
    queryFn: async ({ pageParam }) => {
      const query = pageParam === '' ? { filter } : { filter, cursor: pageParam }
      return bodyOf(await api.GET('/api/worklist', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** What lies with me and my room, the most urgent first. */
export function WorklistPage() {
  const [search] = useSearchParams()
  const filter = FILTERS.find((each) => each === search.get('loc')) ?? 'all'
  const worklist = useInfiniteQuery(worklistQuery(filter))
  const selection = useSelection()
  const [current, setCurrent] = useState<string | null>(null)
  const items = worklist.data?.pages.flatMap((page) => page.items) ?? []
  const whole = items.filter(({ part }) => part === null)
  const batch = whole.map(({ id, version, code, applicantName }) => ({ id, version, label: code ?? applicantName }))
  return (
    <>
      <title>{`${TEXT.worklist} · ${TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.worklist}</h1>
        <p className="small soft keys">{TEXT.keys}</p>
      </div>
      <Filters current={filter} counts={worklist.data?.pages[0]?.counts ?? null} />
      <BatchBar
        items={batch}
        selection={selection}
        name={TEXT.forwardBatch}
        commandFor={() => ({ action: 'forward', officer: null, note: null })}
      />
      <div className="split">
        <div>
          {worklist.isPending && <Skeleton rows={12} />}
          {worklist.error !== null && <ProblemFace error={worklist.error} onRetry={() => void worklist.refetch()} />}
          {worklist.isSuccess && items.length === 0 && (
            <Empty title={TEXT.worklistEmpty}>
              <p>{TEXT.worklistEmptyWhy}</p>
            </Empty>
          )}
          <ul className="rows" onKeyDown={onListKey}>
            {items.map((item) => (
              <WorklistRow
                key={`${item.id} ${item.part ?? ''}`}
                item={item}
                selection={selection}
                onLook={setCurrent}
              />
            ))}
          </ul>
          {worklist.hasNextPage && (
            <p className="row">
              <Button onClick={() => void worklist.fetchNextPage()}>{TEXT.more}</Button>
            </p>
          )}
        </div>
        <Preview id={current} actions="allowed" />
      </div>
    </>
  )
}

type FiltersProps = { readonly current: Filter; readonly counts: WorklistAnswer['counts'] | null }

/** The counts are the filters. */
function Filters({ current, counts }: FiltersProps) {
  return (
    <nav className="filters" aria-label={TEXT.worklist}>
      {FILTERS.map((filter) => (
        <Link
          key={filter}
          to={`?loc=${filter}`}
          aria-current={filter === current ? 'page' : undefined}
          className={`filter filter-${filter}`}
        >
          {FILTER_NAME[filter]}
          {filter !== 'mine' && <Count value={counts?.[filter] ?? null} />}
        </Link>
      ))}
    </nav>
  )
}

/** Colour is for what is there: nothing late is nothing red. */
function Count({ value }: { readonly value: number | null }) {
  return (
    <strong className={value === 0 ? 'figures count-none' : 'figures'}> {value === null ? '–' : number(value)}</strong>
  )
}

type RowProps = {
  readonly item: WorklistItem
  readonly selection: Selection
  readonly onLook: (id: string) => void
}

function WorklistRow({ item, selection, onLook }: RowProps) {
  const place = [item.partName, item.stepName ?? item.stateName, item.holderName]
    .filter((part) => part !== null)
    .join(', ')
  return (
    <li className="row-line row-work" data-row onFocus={() => onLook(item.id)}>
      {item.part === null ? (
        <input
          type="checkbox"
          data-row-check
          checked={selection.ids.has(item.id)}
          onChange={() => selection.toggle(item.id)}
          aria-label={`${TEXT.select} ${item.code ?? item.applicantName}`}
        />
      ) : (
        <span aria-hidden="true" />
      )}
      <DueWords timeState={item.timeState} remainingMinutes={item.remainingMinutes} dueAt={item.dueAt} />
      <span className="figures nowrap">{item.code ?? TEXT.noCode}</span>
      <Link to={paths.dossier(item.id)} data-row-link className="row-name">
        {item.procedureName}
      </Link>
      <span className="row-who">{item.applicantName}</span>
      <span className="soft row-who">{place}</span>
    </li>
  )
}
