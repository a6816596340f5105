import { withinCalendar } from '@motcua/core/calendar/calendar.ts'
import { appointmentAt, type AppointmentLaw, handOverBy } from '@motcua/core/dossier/appointment.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { CaseTerm } from '@motcua/core/procedure/procedure.ts'
import { useQuery } from '@tanstack/react-query'
import type { Appointment, AppointmentRules } from '../../api/views.ts'
import { INTAKE_TEXT as TEXT } from '../../text/intake-text.ts'
import { money, moment } from '../../text/moments.ts'
import { DELIVERY_NAME } from '../../text/procedure-text.ts'
import { ClockSentences } from '../../ui/ClockSentences.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Face } from '../Face.tsx'
import { type Chosen, type IntakeDraft, isPaidByCopy } from './intake-draft.ts'
import { appointmentQuery, rulesQuery } from './queries.ts'
import { useMinute } from './use-minute.ts'

type DueProps = {
  readonly chosen: Chosen | null
  readonly draft: IntakeDraft
  readonly onChange: (draft: IntakeDraft) => void
}

/** When to come back and what it costs, as soon as the procedure is known. */
export function DuePanel({ chosen, draft, onChange }: DueProps) {
  return (
    <section className="panel" aria-labelledby="hen-tra">
      <h2 id="hen-tra">{TEXT.due}</h2>
      {chosen === null ? <p className="soft">{TEXT.chooseFirst}</p> : <Promised chosen={chosen} draft={draft} />}
      <Select
        name="channel"
        label={TEXT.channel}
        value={draft.channel}
        options={[
          { value: 'inPerson', label: TEXT.inPerson },
          { value: 'postal', label: TEXT.postal },
        ]}
        onChange={(channel) => onChange({ ...draft, channel: channel === 'postal' ? 'postal' : 'inPerson' })}
      />
      {chosen !== null && isPaidByCopy(chosen.procedureCase) && (
        <TextField
          name="copies"
          label={TEXT.copies}
          value={draft.copies}
          onChange={(copies) => onChange({ ...draft, copies })}
          input={{ inputMode: 'numeric', maxLength: 4 }}
        />
      )}
      <Select
        name="delivery.by"
        label={TEXT.delivery}
        value={draft.delivery.by}
        options={DELIVERIES.map((value) => ({ value, label: DELIVERY_NAME[value] }))}
        onChange={(value) => {
          const by = DELIVERIES.find((each) => each === value) ?? 'counter'
          onChange({ ...draft, delivery: { ...draft.delivery, by } })
        }}
      />
      {draft.delivery.by === 'postal' && (
        <TextField
          name="delivery.address"
          label={TEXT.deliveryAddress}
          value={draft.delivery.address ?? ''}
          onChange={(address) => onChange({ ...draft, delivery: { ...draft.delivery, address } })}
          input={{ maxLength: 500 }}
        />
      )}
    </section>
  )
}

const DELIVERIES = ['counter', 'postal', 'online'] as const

function Promised({ chosen, draft }: { readonly chosen: Chosen; readonly draft: IntakeDraft }) {
  const { procedure, procedureCase, agency } = chosen
  const { channel, copies } = draft
  const appointment = useQuery(
    appointmentQuery({ code: procedure.code, procedureCase, channel, agency: agency.id, copies }),
  )
  return (
    <Face query={appointment} rows={2}>
      {(answer) => (
        <>
          <IfHandedInNow chosen={chosen} channel={channel} />
          <h3>{TEXT.fee}</h3>
          <FeeLines fee={answer.fee} />
        </>
      )}
    </Face>
  )
}

type NowProps = { readonly chosen: Chosen; readonly channel: IntakeDraft['channel'] }

/** Computed here by the rules of the server, so that it moves with the clock and with every choice. */
function IfHandedInNow({ chosen, channel }: NowProps) {
  const { procedure, procedureCase, agency, counter } = chosen
  const rules = useQuery(rulesQuery(procedure.code, agency.id))
  const term = procedureCase.terms.find(({ channels }) => channels.includes(channel))
  const isElsewhere = agency.counters.every(({ id }) => id !== counter)
  if (term === undefined) return <p>{TEXT.channelNotOffered}</p>
  return (
    <Face query={rules} rows={2}>
      {(answer) => <Preview term={term} answer={answer} isElsewhere={isElsewhere} />}
    </Face>
  )
}

type Terms = Pick<CaseTerm, 'legal' | 'committed'>
type PreviewProps = {
  readonly term: Terms
  readonly answer: Law & { readonly ahead: number }
  readonly isElsewhere: boolean
}

/** Shown only once the clock of the server is known: this machine's own may be of another day. */
function Preview({ term, answer, isElsewhere }: PreviewProps) {
  const now = useMinute(answer.ahead)
  const told = withinCalendar(() => previewOf(term, answer, now))
  if (told === null) return <p>{TEXT.beyondCalendar}</p>
  return (
    <>
      {told.dueAt === null ? (
        <p>{TEXT.noDue}</p>
      ) : (
        <p>
          {TEXT.ifNow} <strong className="due figures">{moment(toIso(told.dueAt))}</strong>
        </p>
      )}
      <ClockSentences sentences={told.sentences} />
      {isElsewhere ? <p>{TEXT.elsewhere}</p> : <HandOver by={told.handOver} article={told.handOverArticle} />}
    </>
  )
}

function HandOver({ by, article }: { readonly by: Instant; readonly article: string }) {
  return (
    <p className="small">
      {TEXT.handOver} <span className="figures">{moment(toIso(by))}</span> <span className="soft">({article})</span>
    </p>
  )
}

type Law = { readonly rules: AppointmentRules; readonly law: AppointmentLaw }

function previewOf(term: Terms, { rules, law }: Law, now: Instant) {
  const { article } = rules.handOver
  return { ...appointmentAt(term, law, now), handOver: handOverBy(rules, law, now), handOverArticle: article }
}

function FeeLines({ fee }: { readonly fee: Appointment['fee'] }) {
  if (fee.total === 0) return <p>{TEXT.free}</p>
  return (
    <dl className="pairs figures">
      {fee.lines.map((line) => (
        <FeeLine key={line.id} name={line.name} amount={line.amount} />
      ))}
      {fee.lines.length > 1 && <FeeLine name={TEXT.perTotal} amount={fee.total} />}
    </dl>
  )
}

function FeeLine({ name, amount }: { readonly name: string; readonly amount: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{money(amount)}</dd>
    </>
  )
}
