import { bodyOf } from '../../api/problem.ts'
import type { Agency, Appointment, ProcedureView } from '../../api/views.ts'
import { moment, money } from '../../text/moments.ts'
import { CHANNEL_NAME, LEVEL_NAME, PROCEDURE_TEXT as TEXT } from '../../text/procedure-text.ts'
import { ClockSentences } from '../../ui/ClockSentences.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, param } from '../portal-request.ts'
import { type Choice, choiceOf, termOf } from './case-facts.ts'
import { ChoiceForm } from './ChoiceForm.tsx'
import { ProcedureParts } from './ProcedureParts.tsx'

export async function showProcedure(request: PortalRequest): Promise<PortalAnswer> {
  const code = param(request, 'code')
  const [procedure, agencies] = await getProcedure(request, code)
  const choice = choiceOf(request, procedure, agencies)
  const appointment = choice === null ? null : await findAppointment(request, { code, choice, agencies })
  const body = <ProcedurePage procedure={procedure} agencies={agencies} choice={choice} appointment={appointment} />
  return page(procedure.name, body)
}

export async function getProcedure(request: PortalRequest, code: string): Promise<[ProcedureView, readonly Agency[]]> {
  const path = { code }
  const [procedure, agencies] = await Promise.all([
    request.api.GET('/api/procedures/{code}', { params: { path } }),
    request.api.GET('/api/procedures/{code}/agencies', { params: { path } }),
  ])
  return [bodyOf(procedure), bodyOf(agencies)]
}

type Promised = { readonly agency: Agency; readonly appointment: Appointment }
type Asked = { readonly code: string; readonly choice: Choice; readonly agencies: readonly Agency[] }

/** While no place is chosen, the office hours of the first one stand for all. */
async function findAppointment(request: PortalRequest, { code, choice, agencies }: Asked): Promise<Promised | null> {
  const agency = choice.agency ?? agencies[0]
  if (agency === undefined) return null
  const query = { caseId: choice.procedureCase.id, channel: choice.channel, agency: agency.id, copies: choice.copies }
  const answer = await request.api.GET('/api/procedures/{code}/appointment', { params: { path: { code }, query } })
  return { agency, appointment: bodyOf(answer) }
}

type PageProps = {
  readonly procedure: ProcedureView
  readonly agencies: readonly Agency[]
  readonly choice: Choice | null
  readonly appointment: Promised | null
}

function ProcedurePage({ procedure, agencies, choice, appointment }: PageProps) {
  return (
    <article className="procedure">
      <p className="small soft">
        {procedure.field} · <span className="figures">{procedure.code}</span>
      </p>
      <h1>{procedure.name}</h1>
      <p className="lead">{procedure.summary}</p>
      {choice !== null && (
        <>
          <Facts choice={choice} agencies={agencies} appointment={appointment} />
          {appointment !== null && <PromisedTime promised={appointment} chosen={choice.agency !== null} />}
          <Action procedure={procedure} choice={choice} />
          <ChoiceForm procedure={procedure} agencies={agencies} choice={choice} />
        </>
      )}
      <ProcedureParts procedure={procedure} procedureCase={choice?.procedureCase ?? null} />
    </article>
  )
}

type FactsProps = Pick<PageProps, 'agencies' | 'appointment'> & { readonly choice: Choice }

function Facts({ choice, agencies, appointment }: FactsProps) {
  const term = termOf(choice)
  const fee = appointment?.appointment.fee
  return (
    <dl className="three-facts">
      <div>
        <dt>{TEXT.howLong}</dt>
        <dd>
          {term === undefined || term.legal.unit === 'none' ? TEXT.noTerm : (term.committedText ?? term.legalText)}
          {term !== undefined && term.committedText !== null && (
            <span className="fact-note">
              {TEXT.legalTerm}: {term.legalText}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{TEXT.howMuch}</dt>
        <dd>
          {fee === undefined || fee.total === 0 ? TEXT.free : money(fee.total)}
          {fee !== undefined && fee.lines.length > 1 && (
            <span className="fact-note">
              {fee.lines.map((line) => `${line.name}: ${money(line.amount)}`).join('; ')}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{TEXT.where}</dt>
        <dd>
          {CHANNEL_NAME[choice.channel]}
          <span className="fact-note">{placeText(choice, agencies)}</span>
        </dd>
      </div>
    </dl>
  )
}

function placeText(choice: Choice, agencies: readonly Agency[]): string {
  if (choice.agency !== null) return choice.agency.name
  const levels = [...new Set(agencies.map((agency) => LEVEL_NAME[agency.level]))].join(', ')
  return `${agencies.length} ${TEXT.places} ${levels}; ${TEXT.choosePlace}`
}

function PromisedTime({
  promised: { agency, appointment },
  chosen,
}: {
  readonly promised: Promised
  readonly chosen: boolean
}) {
  if (appointment.dueAt === null) return <p className="promise">{TEXT.ifNowWithoutTerm}</p>
  return (
    <div className="promise">
      <p>
        {TEXT.ifNow} <strong className="figures">{moment(appointment.dueAt)}</strong>
      </p>
      <details>
        <summary>{TEXT.why}</summary>
        <ClockSentences sentences={appointment.sentences} />
        {!chosen && (
          <p className="small soft">
            {TEXT.forExample} {agency.name}
          </p>
        )}
      </details>
    </div>
  )
}

function Action({ procedure, choice }: { readonly procedure: ProcedureView; readonly choice: Choice }) {
  if (procedure.onlineLevel === 'none') {
    return (
      <p className="at-counter">
        <strong>{TEXT.atCounter}.</strong> {TEXT.atCounterAdvice}
      </p>
    )
  }
  const query = { case: choice.procedureCase.id, agency: choice.agency?.id ?? '', copies: choice.copies }
  return (
    <p className="actions">
      <a className="button button-primary" href={paths.start(procedure.code, query)}>
        {TEXT.file}
      </a>
    </p>
  )
}
