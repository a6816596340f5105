import type { Problem } from '../../api/views.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PROBLEM_TEXT as TEXT } from '../../text/problem-text.ts'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page } from '../portal-request.ts'

/** A problem that no page could turn into its own words. */
export function problemAnswer(request: PortalRequest, problem: Problem): PortalAnswer {
  if (problem.status === 401) return signInAnswer(request)
  return page(problem.title, <ProblemPage problem={problem} again={request.url} />, { status: problem.status })
}

export function notFoundAnswer(_: PortalRequest): PortalAnswer {
  const problem = { ...TEXT.notFound, type: 'urn:motcua:problem:not-found', status: 404, requestId: '' }
  return page(problem.title, <ProblemPage problem={problem} again={null} />, { status: 404 })
}

function signInAnswer({ url, session }: PortalRequest): PortalAnswer {
  const next = url.pathname + url.search
  return page(TEXT.signInTitle, <SignInPage next={next} standIn={session.identityProvider.standIn} />, { status: 401 })
}

type ProblemProps = { readonly problem: Problem; readonly again: URL | null }

/** What may pass by itself can be tried again from here. */
function ProblemPage({ problem, again }: ProblemProps) {
  const passing = again !== null && problem.status >= 500
  return (
    <div className="column">
      <h1>{problem.title}</h1>
      <p>{problem.detail}</p>
      <p>{problem.advice}</p>
      {passing && <p>{TEXT.typed}</p>}
      <p className="actions">
        {passing && (
          <a className="button button-primary" href={again.pathname + again.search}>
            {TEXT.again}
          </a>
        )}
        <a className="button" href={paths.home()}>
          {TEXT.toHome}
        </a>
      </p>
      {problem.requestId !== '' && (
        <p className="small soft">
          {TEXT.requestId} <span className="figures">{problem.requestId}</span>
        </p>
      )}
    </div>
  )
}

function SignInPage({ next, standIn }: { readonly next: string; readonly standIn: boolean }) {
  return (
    <div className="column">
      <h1>{TEXT.signInTitle}</h1>
      <p>{TEXT.signInWhy}</p>
      <p className="actions">
        <a className="button button-primary" href={paths.signIn(next)}>
          {standIn ? TEXT.signInStandIn : TEXT.signIn}
        </a>
      </p>
      {standIn && (
        <Notice kind="attention" title={TEXT.standInTitle}>
          <p>{TEXT.standInWhy}</p>
        </Notice>
      )}
    </div>
  )
}
