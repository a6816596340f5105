import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { HandlingTimeDossier } from '../../api/views.ts'
import { number, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { QUALITY_TEXT as TEXT, timeText } from '../../text/quality-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Skeleton } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'
import { qualityQuestionOf, timeDossiersQuery, type TimesQuestion, timesQuery } from './queries.ts'

/** The dossiers behind the average time of one procedure. */
export function HandlingTimePage() {
  const [search] = useSearchParams()
  const question = qualityQuestionOf(search)
  const procedure = search.get('procedure')
  if (question === null || procedure === null) return <Empty title={TEXT.choose} />
  return <Listed question={{ ...question, procedure }} />
}

function Listed({ question: { procedure, ...question } }: { readonly question: TimesQuestion }) {
  const times = useQuery(timesQuery(question))
  const found = useInfiniteQuery(timeDossiersQuery({ ...question, procedure }))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const own = times.data?.procedures.find(({ id }) => id === procedure)
  const heading = own?.name ?? TEXT.times
  return (
    <>
      <title>{`${heading} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{heading}</h1>
        <p className="figures">
          {own !== undefined &&
            `${number(own.finished)} ${TEXT.ofDossiers} · ${TEXT.average.toLowerCase()} ${timeText(own.average, own.unit)} · ${TEXT.term.toLowerCase()} ${own.term ?? '–'} · `}
          <Link to={paths.quality(question)}>{TEXT.back}</Link>
        </p>
      </div>
      <p className="soft">{TEXT.timesWhy}</p>
      {found.isPending && <Skeleton rows={12} />}
      {found.error !== null && <ProblemFace error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && <Empty title={TEXT.timesNone} />}
      {items.length > 0 && <Table caption={heading} rows={items} keyOf={({ id }) => id} columns={COLUMNS} />}
      {found.hasNextPage && (
        <p className="row">
          <Button onClick={() => void found.fetchNextPage()}>{OFFICE_TEXT.more}</Button>
        </p>
      )}
    </>
  )
}

const moment = (iso: string) => <span className="nowrap">{shortMoment(iso)}</span>

const COLUMNS = [
  {
    head: TEXT.code,
    cell: ({ id, code, readable }: HandlingTimeDossier) =>
      readable ? (
        <Link to={paths.dossier(id)} className="nowrap">
          {code}
        </Link>
      ) : (
        <span className="nowrap">{code}</span>
      ),
  },
  {
    head: TEXT.agency,
    cell: ({ agencyName }: HandlingTimeDossier) => <span className="counted-text">{agencyName}</span>,
  },
  { head: TEXT.acceptedAt, cell: ({ acceptedAt }: HandlingTimeDossier) => moment(acceptedAt) },
  { head: TEXT.finishedAt, cell: ({ finishedAt }: HandlingTimeDossier) => moment(finishedAt) },
  {
    head: TEXT.pauses,
    cell: ({ pauses }: HandlingTimeDossier) =>
      pauses.map(({ from, to }) => `${shortMoment(from)}–${shortMoment(to)}`).join('; '),
  },
  {
    head: TEXT.time,
    kind: 'number' as const,
    cell: ({ time, unit }: HandlingTimeDossier) => timeText(time, unit),
  },
]
