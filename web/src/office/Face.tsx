import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { OFFICE_TEXT as TEXT } from '../text/office-text.ts'
import { Button } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Empty.tsx'
import { Notice } from '../ui/Notice.tsx'
import { BASE, outside } from './paths.ts'

/** What was asked of the server: a query's result, or one kept up to date by a stream. */
type Fetched<Data> = {
  readonly data: Data | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

type FaceProps<Data> = {
  readonly query: Fetched<Data>
  readonly rows: number
  readonly children: (data: Data) => ReactNode
}

/** The faces that every fetched thing has: loading, a problem with what to do, or the thing itself. */
export function Face<Data>({ query, rows, children }: FaceProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null) return <ProblemFace error={query.error} onRetry={() => void query.refetch()} />
  return <Skeleton rows={rows} />
}

type ProblemProps = { readonly error: Error; readonly onRetry: () => void }

export function ProblemFace({ error, onRetry }: ProblemProps) {
  if (!(error instanceof ProblemError)) throw error
  const { problem } = error
  if (problem.status === 401) return <SignedOut standIn={false} />
  return (
    <Notice kind="problem" title={problem.title}>
      <p>{problem.detail}</p>
      <p>{problem.advice}</p>
      {problem.status !== 403 && problem.status !== 404 && (
        <div>
          <Button onClick={onRetry}>{TEXT.retry}</Button>
        </div>
      )}
      {problem.requestId !== '' && (
        <p className="small soft figures">
          {TEXT.requestId} {problem.requestId}
        </p>
      )}
    </Notice>
  )
}

export function SignedOut({ standIn }: { readonly standIn: boolean }) {
  const here = globalThis.location
  return (
    <div className="lonely">
      <h1>{TEXT.signedOutTitle}</h1>
      <p>{TEXT.signedOutWhy}</p>
      <p>
        <a className="button button-primary" href={outside.signIn(here.pathname + here.search)}>
          {standIn ? TEXT.signInStandIn : TEXT.signIn}
        </a>
      </p>
    </div>
  )
}

export function Forbidden() {
  return (
    <div className="lonely">
      <h1>{TEXT.forbiddenTitle}</h1>
      <p>{TEXT.forbiddenWhy}</p>
      <p className="row">
        <a className="button" href={outside.portal()}>
          {TEXT.toPortal}
        </a>
        <a href={outside.signIn(BASE)}>{TEXT.signIn}</a>
      </p>
    </div>
  )
}
