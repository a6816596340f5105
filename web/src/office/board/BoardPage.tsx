import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { HallBoard } from '../../api/views.ts'
import { BOARD_TEXT as TEXT } from '../../text/board-text.ts'
import { percent } from '../../text/dashboard-text.ts'
import { clock, day, localDay, number } from '../../text/moments.ts'
import { api } from '../api.ts'
import { LiveLine } from '../dashboard/DashboardPage.tsx'
import { type LiveState, useLive } from '../dashboard/live.ts'
import { Face } from '../Face.tsx'

const boardQuery = (counter: string) =>
  queryOptions({
    queryKey: ['board', counter],
    queryFn: async () => bodyOf(await api.GET('/api/hall-board/{counter}', { params: { path: { counter } } })),
  })

/** The screen of a hall: it is read from far, by everyone, and names nobody. */
export function BoardPage() {
  const { counter = '' } = useParams()
  const first = useQuery(boardQuery(counter))
  const live = useLive<HallBoard>(first.error === null ? `/api/hall-board/${encodeURIComponent(counter)}/stream` : null)
  return (
    <main className="board" id="main">
      <title>{TEXT.title}</title>
      <Face query={{ ...first, data: live.data ?? first.data }} rows={8}>
        {(board) => <Board board={board} state={live.state} />}
      </Face>
    </main>
  )
}

function Board({ board, state }: { readonly board: HallBoard; readonly state: LiveState }) {
  const { today } = board
  const figures = [
    { name: TEXT.received, value: number(today.received) },
    { name: TEXT.finished, value: number(today.finished) },
    { name: TEXT.onTime, value: percent(today.onTimePercent) },
    { name: TEXT.waiting, value: number(board.waiting) },
  ]
  return (
    <>
      <header className="board-head">
        <h1>{board.counter?.name ?? TEXT.title}</h1>
        <LiveLine at={board.at} state={state} />
      </header>
      <dl className="board-figures">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="da-co">
        <h2 id="da-co">{TEXT.ready}</h2>
        {board.ready.length === 0 ? (
          <p className="soft">{TEXT.readyNone}</p>
        ) : (
          <ul className="board-codes figures">
            {board.ready.map(({ code, since }) => (
              <li key={code}>
                <strong>{code}</strong> <span className="soft">{readySince(since, today.to)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

/** The hour of today's, the day of what has waited longer. */
const readySince = (since: string, today: string): string =>
  localDay(since) === today ? clock(since) : day(localDay(since)).slice(0, 5)
