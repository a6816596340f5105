import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { DossierCommand, SigningAnswer } from '../../api/views.ts'
import { number, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { SIGNING_TEXT as TEXT } from '../../text/signing-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { BatchBar } from '../BatchBar.tsx'
import { api } from '../api.ts'
import { Preview } from '../dossier/Preview.tsx'
import { ProblemFace } from '../Face.tsx'
import { onListKey } from '../list-keys.ts'
import { paths } from '../paths.ts'
import { type Selection, useSelection } from '../selection.ts'

type Item = SigningAnswer['items'][number]
const KINDS = ['apology', 'result', 'correction'] as const
type Kind = (typeof KINDS)[number]

const signingQuery = (kind: Kind) =>
  infiniteQueryOptions({
    queryKey: ['signing', kind],
    queryFn: async ({ pageParam }) => {
      const query = pageParam === '' ? { kind } : { kind, cursor: pageParam }
      return bodyOf(await api.GET('/api/signing', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** What waits for a signature: letters are signed many at once, each with its own answer. */
export function SigningPage() {
  const [search] = useSearchParams()
  const kind = KINDS.find((each) => each === search.get('loai')) ?? 'apology'
  const signing = useInfiniteQuery(signingQuery(kind))
  const selection = useSelection()
  const [current, setCurrent] = useState<string | null>(null)
  const items = signing.data?.pages.flatMap((page) => page.items) ?? []
  const batch = items.map(({ id, version, code, applicantName }) => ({ id, version, label: code ?? applicantName }))
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
        <p className="small soft keys">{OFFICE_TEXT.keys}</p>
      </div>
      <Kinds current={kind} counts={signing.data?.pages[0]?.counts ?? null} />
      {kind === 'apology' && (
        <BatchBar
          items={batch}
          selection={selection}
          name={TEXT.signApology}
          commandFor={(id) => letterOf(items.find((item) => item.id === id))}
        />
      )}
      <div className="split">
        <div>
          {signing.isPending && <Skeleton rows={10} />}
          {signing.error !== null && <ProblemFace error={signing.error} onRetry={() => void signing.refetch()} />}
          {signing.isSuccess && items.length === 0 && (
            <Empty title={TEXT.empty[kind]}>
              <p>{TEXT.emptyWhy[kind]}</p>
            </Empty>
          )}
          <ul className="rows" onKeyDown={onListKey}>
            {items.map((item) => (
              <SigningRow key={item.id} item={item} kind={kind} selection={selection} onLook={setCurrent} />
            ))}
          </ul>
          {signing.hasNextPage && (
            <p className="row">
              <Button onClick={() => void signing.fetchNextPage()}>{OFFICE_TEXT.more}</Button>
            </p>
          )}
        </div>
        <Preview id={current} actions="allowed" />
      </div>
    </>
  )
}

/** As drafted; the number follows from the dossier's code, so that it is found again. */
function letterOf(item: Item | undefined): DossierCommand {
  const { reason = '', promisedAt = null, code = null } = item ?? {}
  return {
    action: 'apologise',
    ...{ reason: reason ?? '', dueAt: promisedAt ?? new Date(0).toISOString(), letter: letterNumber(code) },
  }
}

const letterNumber = (code: string | null): string => `${code ?? ''}/PXL`

type KindsProps = { readonly current: Kind; readonly counts: SigningAnswer['counts'] | null }

function Kinds({ current, counts }: KindsProps) {
  return (
    <nav className="filters" aria-label={TEXT.title}>
      {KINDS.map((kind) => (
        <Link
          key={kind}
          to={`?loai=${kind}`}
          aria-current={kind === current ? 'page' : undefined}
          className="filter filter-soon"
        >
          {TEXT.kinds[kind]}
          <strong className={counts?.[kind] === 0 ? 'figures count-none' : 'figures'}>
            {' '}
            {counts === null ? '–' : number(counts[kind])}
          </strong>
        </Link>
      ))}
    </nav>
  )
}

type RowProps = {
  readonly item: Item
  readonly kind: Kind
  readonly selection: Selection
  readonly onLook: (id: string) => void
}

function SigningRow({ item, kind, selection, onLook }: RowProps) {
  return (
    <li className="row-line row-signing" data-row onFocus={() => onLook(item.id)}>
      {kind === 'apology' && (
        <input
          type="checkbox"
          data-row-check
          checked={selection.ids.has(item.id)}
          onChange={() => selection.toggle(item.id)}
          aria-label={`${OFFICE_TEXT.select} ${item.code ?? item.applicantName}`}
        />
      )}
      <span className="figures nowrap">{item.code ?? OFFICE_TEXT.noCode}</span>
      <Link to={paths.dossier(item.id)} data-row-link className="row-name">
        {item.procedureName}
      </Link>
      <span className="row-who">{item.applicantName}</span>
      <span className="soft row-who">{item.holderName}</span>
      <p className="row-said">{said(item, kind)}</p>
    </li>
  )
}

function said(item: Item, kind: Kind): string {
  const since = `${TEXT.since} ${shortMoment(item.since)}`
  if (kind === 'result') return `${item.resultNumber ?? ''}: ${item.resultSummary ?? ''} · ${since}`
  if (kind === 'correction') return since
  const due = item.dueAt === null ? '' : `${TEXT.due} ${shortMoment(item.dueAt)} · `
  const promised = item.promisedAt === null ? '' : ` · ${TEXT.promised} ${shortMoment(item.promisedAt)}`
  return `${due}${item.reason === '' ? TEXT.noReason : (item.reason ?? '')}${promised}`
}
