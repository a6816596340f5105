import { bodyOf } from '../../api/problem.ts'
import type { Tracking } from '../../api/views.ts'
import { ENGLISH_STAGES, ENGLISH_STATE } from '../../text/portal-text.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Stages } from '../../ui/Stages.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { TrackBox } from '../home/HomePage.tsx'
import { markOf } from '../dossier/state-mark.ts'
import { type PortalAnswer, type PortalRequest, page, query } from '../portal-request.ts'

export async function showTracking(request: PortalRequest): Promise<PortalAnswer> {
  const code = query(request, 'code').toUpperCase()
  const tracking = code === '' ? null : await findTracking(request, code)
  const missing = code !== '' && tracking === null
  const body = <TrackingPage request={request} code={code} tracking={tracking} />
  return page(request.text.trackingTitle, body, { translated: true, status: missing ? 404 : 200 })
}

async function findTracking({ api }: PortalRequest, code: string): Promise<Tracking | null> {
  const answer = await api.GET('/api/tracking/{code}', { params: { path: { code } } })
  if (answer.response.status === 404 || answer.response.status === 400) return null
  return bodyOf(answer)
}

type TrackingProps = { readonly request: PortalRequest; readonly code: string; readonly tracking: Tracking | null }

function TrackingPage({ request, code, tracking }: TrackingProps) {
  const { text } = request
  return (
    <div className="column">
      <h1>{text.trackingTitle}</h1>
      {tracking !== null && <Found request={request} tracking={tracking} />}
      {tracking === null && code !== '' && (
        <Notice kind="problem" title={`${text.trackingUnknown}: ${code}`}>
          <p>{text.trackingUnknownAdvice}</p>
        </Notice>
      )}
      {tracking !== null && <h2>{text.trackingOther}</h2>}
      <TrackBox text={text} value={tracking === null ? code : ''} />
    </div>
  )
}

function Found({
  request: { text, language },
  tracking,
}: {
  readonly request: PortalRequest
  readonly tracking: Tracking
}) {
  const stages = language === 'vi' ? tracking.stages : ENGLISH_STAGES
  return (
    <section className="sheet" aria-label={tracking.code}>
      <p className="sheet-head">
        <strong className="figures">{tracking.code}</strong>
        <StateMark
          state={markOf(tracking.state)}
          word={language === 'vi' ? tracking.stateName : ENGLISH_STATE[tracking.state]}
        />
      </p>
      <Stages
        names={stages}
        at={tracking.stage}
        label={text.trackingStages}
        words={{ done: text.stageDone, now: text.stageNow, todo: text.stageTodo }}
      />
      <p className="small soft">{text.trackingPrivacy}</p>
    </section>
  )
}
