import type { DossierView } from '../../api/views.ts'
import { FILING_TEXT } from '../../text/filing-text.ts'
import { day, money, moment } from '../../text/moments.ts'
import { MY_TEXT as TEXT } from '../../text/my-dossier-text.ts'
import { timelineItems } from '../../text/timeline-items.ts'
import { PORTAL_TEXT } from '../../text/portal-text.ts'
import { ClockSentences } from '../../ui/ClockSentences.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Stages } from '../../ui/Stages.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { getDossier, isDraft } from '../filing/draft.ts'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, redirect } from '../portal-request.ts'
import { AnswerList, PaperList, PartyFacts } from './DossierParts.tsx'
import { STAGE_NAMES, markOf, stageOf } from './state-mark.ts'

export async function showDossier(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (isDraft(view)) return redirect(paths.party(view.id))
  return page(view.code ?? view.procedure.name, <DossierPage view={view} />)
}

function DossierPage({ view }: { readonly view: DossierView }) {
  const withdraw = view.offers.find(({ action, allowed }) => action === 'withdraw' && allowed)
  return (
    <article className="column">
      <Head view={view} />
      <ToDo view={view} />
      <section aria-labelledby="dien-bien">
        <h2 id="dien-bien">{TEXT.history}</h2>
        <Timeline items={timelineItems(view)} />
      </section>
      <section aria-labelledby="nguoi">
        <h2 id="nguoi">{TEXT.people}</h2>
        <PartyFacts title={FILING_TEXT.applicant} party={view.applicant} />
        {view.submitter !== null && <PartyFacts title={FILING_TEXT.submitter} party={view.submitter} />}
      </section>
      <section aria-labelledby="to-khai">
        <h2 id="to-khai">{TEXT.form}</h2>
        <AnswerList sections={view.answers} />
      </section>
      <section aria-labelledby="giay-to">
        <h2 id="giay-to">{TEXT.papers}</h2>
        <PaperList view={view} />
      </section>
      {withdraw !== undefined && (
        <p className="actions no-print">
          <a href={paths.withdraw(view.id)}>{TEXT.withdraw}</a>
        </p>
      )}
    </article>
  )
}

function Head({ view }: { readonly view: DossierView }) {
  const words = PORTAL_TEXT.vi
  const stage = stageOf(view.state)
  return (
    <section className="sheet">
      <p className="sheet-head">
        <strong className="figures">{view.code ?? TEXT.noCode}</strong>
        <StateMark state={markOf(view.state)} word={view.stateName} />
      </p>
      <h1>{view.procedure.name}</h1>
      {stage !== null && (
        <Stages
          names={STAGE_NAMES}
          at={stage}
          label={TEXT.stages}
          words={{ done: words.stageDone, now: words.stageNow, todo: words.stageTodo }}
        />
      )}
      {view.reason !== null && stage === null && (
        <p>
          {TEXT.endedReason}: {view.reason}
        </p>
      )}
      {view.finishedAt !== null && (
        <p className="figures">
          {TEXT.finishedAt} {moment(view.finishedAt)}
        </p>
      )}
      {view.clock.length > 0 && (
        <div>
          {view.dueAt !== null && (
            <p className="figures">
              {TEXT.dueAt}: <strong>{moment(view.dueAt)}</strong>
            </p>
          )}
          <details>
            <summary>{view.dueAt === null ? TEXT.timeTold : TEXT.why}</summary>
            <ClockSentences sentences={view.clock} />
          </details>
        </div>
      )}
      <p className="small soft">{view.agency.name}</p>
    </section>
  )
}

/** What waits for this person, before anything else. */
function ToDo({ view }: { readonly view: DossierView }) {
  const open = view.supplements.find(({ suppliedAt }) => suppliedAt === null)
  return (
    <>
      {view.state === 'awaitingSupplement' && open !== undefined && (
        <Notice kind="attention" title={TEXT.supplementTitle}>
          <ul>
            {open.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>{open.reason}</p>
          <p>{TEXT.clockStopped}</p>
          <p>
            <a className="button button-primary" href={paths.supplement(view.id)}>
              {TEXT.supplementDo}
            </a>
          </p>
        </Notice>
      )}
      {view.fee !== null && view.fee.total > view.fee.paid && (
        <Notice kind="attention" title={`${TEXT.paymentOwed} ${money(view.fee.total - view.fee.paid)}`}>
          <p>{TEXT.paymentAdvice}</p>
        </Notice>
      )}
      {view.apology !== null && view.state !== 'returned' && (
        <Notice kind="attention" title={TEXT.apologyTitle}>
          <p>{view.apology.reason}</p>
          <p>
            {TEXT.apologyPromise} {moment(view.apology.promisedAt)}. <a href={view.apology.url}>{TEXT.apologyFile}</a>
          </p>
        </Notice>
      )}
      {view.result !== null && <ResultNotice view={view} result={view.result} />}
    </>
  )
}

type ResultProps = { readonly view: DossierView; readonly result: NonNullable<DossierView['result']> }

function ResultNotice({ view, result }: ResultProps) {
  return (
    <Notice kind="good" title={TEXT.resultTitle}>
      <p>{result.summary}</p>
      <p className="figures">
        {TEXT.resultNumber} {result.number}, {TEXT.resultDate} {day(result.issuedOn)}
      </p>
      {view.state === 'resolved' && view.delivery.by === 'counter' && (
        <p>
          {TEXT.resultReady} {view.counter.name}.
        </p>
      )}
      {result.file !== null && (
        <p>
          <a href={paths.file(result.file, view.id)}>{TEXT.resultFile}</a>
        </p>
      )}
    </Notice>
  )
}
