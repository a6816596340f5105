import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import type { DossierView } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { money, moment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { timelineItems } from '../../text/timeline-items.ts'
import { DELIVERY_NAME } from '../../text/procedure-text.ts'
import { ClockSentences } from '../../ui/ClockSentences.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { DueWords } from '../DueWords.tsx'
import { Face } from '../Face.tsx'
import { ActionPanel } from './ActionPanel.tsx'
import { Answers, Papers, People } from './DossierPapers.tsx'
import { Exchanges } from './Exchanges.tsx'
import { Letters } from './Letters.tsx'
import { DossierDiagram } from './DossierDiagram.tsx'
import { Parts } from './Parts.tsx'
import { dossierQuery } from './queries.ts'
import { Steps } from './Steps.tsx'
import { Times } from './Times.tsx'

export function DossierPage() {
  const { id = '' } = useParams()
  const dossier = useQuery(dossierQuery(id))
  return (
    <Face query={dossier} rows={14}>
      {(view) => <Loaded view={view} />}
    </Face>
  )
}

function Loaded({ view }: { readonly view: DossierView }) {
  const [search] = useSearchParams()
  const first = view.offers.find(({ action, allowed }) => allowed && action === search.get('viec'))
  return (
    <>
      <title>{`${view.code ?? view.procedure.name} · ${OFFICE_TEXT.brand}`}</title>
      <Head view={view} />
      <div className="three">
        <section className="three-left" aria-labelledby="dien-bien">
          <h2 id="dien-bien">{TEXT.timeline}</h2>
          <Timeline items={timelineItems(view)} />
        </section>
        <div className="three-middle">
          <Letters view={view} />
          <Exchanges view={view} />
          <Papers view={view} />
          <People view={view} />
          <Answers view={view} />
          <Facts view={view} />
        </div>
        <div className="three-right">
          <ActionPanel key={view.id} view={view} shown="all" first={first?.action ?? null} />
          <Parts view={view} />
          <Steps steps={view.steps} />
          <Times times={view.times} standing={view.standing} />
        </div>
      </div>
      <DossierDiagram view={view} />
    </>
  )
}

function Head({ view }: { readonly view: DossierView }) {
  return (
    <header className="dossier-head">
      <p className="row">
        <strong className="figures">{view.code ?? OFFICE_TEXT.noCode}</strong>
        <span>{view.stateName}</span>
        {view.acceptedAt !== null && (
          <DueWords timeState={view.timeState} remainingMinutes={view.remainingMinutes} dueAt={view.dueAt} />
        )}
      </p>
      <h1>{view.procedure.name}</h1>
      <p>
        {TEXT.applicant}: <strong>{view.applicant.name}</strong>
        {view.position !== null && (
          <>
            {' '}
            · {TEXT.holder}: {view.position.stepName}, {view.position.unitName},{' '}
            {view.position.officerName ?? TEXT.nobody}
          </>
        )}
      </p>
      {view.clock.length > 0 && (
        <details>
          <summary className="figures">
            {view.dueAt === null ? TEXT.noDue : `${TEXT.due} ${moment(view.dueAt)}`}. {TEXT.why}
          </summary>
          <ClockSentences sentences={view.clock} />
        </details>
      )}
      {view.reason !== null && (
        <p>
          {TEXT.reason}: {view.reason}
        </p>
      )}
    </header>
  )
}

function owed({ total, paid }: NonNullable<DossierView['fee']>): string {
  return total === 0 ? TEXT.free : `${money(total)}, ${TEXT.paid} ${money(paid)}`
}

function Facts({ view }: { readonly view: DossierView }) {
  const facts = [
    [TEXT.case, view.procedure.caseName],
    [TEXT.channel, view.channelName],
    [TEXT.counter, view.counter.name],
    [TEXT.agency, view.agency.name],
    [
      TEXT.delivery,
      [DELIVERY_NAME[view.delivery.by], view.delivery.address].filter((part) => part !== null).join(': '),
    ],
    ...(view.fee === null ? [] : [[TEXT.fee, owed(view.fee)]]),
  ] as const
  return (
    <section>
      <h3>{TEXT.facts}</h3>
      <dl className="pairs">
        {facts.map(([name, value]) => (
          <Pair key={name} name={name ?? ''} value={value ?? ''} />
        ))}
      </dl>
    </section>
  )
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="figures">{value}</dd>
    </>
  )
}
