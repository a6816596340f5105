import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { Dashboard } from '../../api/views.ts'
import { daySentence, DASHBOARD_TEXT as TEXT, since } from '../../text/dashboard-text.ts'
import { number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { Select } from '../../ui/Select.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { api } from '../api.ts'
import { scopesQuery } from '../dossier/queries.ts'
import { Face, ProblemFace, SignedOut } from '../Face.tsx'
import { paths } from '../paths.ts'
import { Course } from './Course.tsx'
import { DayFigures } from './DayFigures.tsx'
import { LatePlaces } from './LatePlaces.tsx'
import { type LiveState, useLive } from './live.ts'

const dashboardQuery = (scope: string) =>
  queryOptions({
    queryKey: ['dashboard', scope],
    queryFn: async () => bodyOf(await api.GET('/api/dashboard', { params: { query: { scope } } })),
    enabled: scope !== '',
  })

/** How the day goes, what is late and who holds it, and how things run; it moves by itself. */
export function DashboardPage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const scopes = useQuery(scopesQuery)
  const scope = search.get('scope') ?? scopes.data?.[0]?.id ?? ''
  const first = useQuery(dashboardQuery(scope))
  const live = useLive<Dashboard>(
    scope === '' || first.error !== null ? null : `/api/dashboard/stream?${new URLSearchParams({ scope }).toString()}`,
  )
  if (live.state === 'ended') return <SignedOut standIn={false} />
  if (scopes.error !== null) return <ProblemFace error={scopes.error} onRetry={() => void scopes.refetch()} />
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
        <Select
          name="scope"
          label={TEXT.scope}
          value={scope}
          onChange={(id) => void navigate(paths.dashboard({ scope: id }))}
          options={scopes.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      </div>
      <Face query={{ ...first, data: live.data ?? first.data }} rows={14}>
        {(dashboard) => <Shown dashboard={dashboard} state={live.state} />}
      </Face>
    </>
  )
}

function Shown({ dashboard, state }: { readonly dashboard: Dashboard; readonly state: LiveState }) {
  return (
    <div className="dashboard">
      <p className="day-sentence">{daySentence(dashboard)}</p>
      <LiveLine at={dashboard.at} state={state} />
      <DayFigures dashboard={dashboard} />
      <LatePlaces dashboard={dashboard} />
      <Course dashboard={dashboard} />
      <Boards dashboard={dashboard} />
    </div>
  )
}

/** Where the screens of the halls are opened from. */
function Boards({ dashboard: { boards } }: { readonly dashboard: Dashboard }) {
  if (boards.length === 0) return null
  return (
    <details>
      <summary>
        {TEXT.boards} ({number(boards.length)})
      </summary>
      <ul className="board-list">
        {boards.map(({ counter, name }) => (
          <li key={counter}>
            <Link to={paths.board(counter)}>{name}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Whether what is shown is what is now, in words and shape. */
export function LiveLine({ at, state }: { readonly at: string; readonly state: LiveState }) {
  const word = state === 'live' ? TEXT.live : state === 'connecting' ? TEXT.connecting : TEXT.notLive
  return (
    <p className="small live-line" role="status">
      <StateMark state={state === 'live' ? 'done' : 'paused'} word={word} /> · {TEXT.asOf}{' '}
      <span className="figures">{since(at)}</span>
      {state === 'cut' && <span className="soft"> · {TEXT.notLiveWhy}</span>}
    </p>
  )
}
