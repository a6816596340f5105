import { validateAnswers } from '@motcua/core/form/form.ts'
import type { ReactNode } from 'react'
import type { Appointment, DossierView, FormDefinition } from '../../api/views.ts'
import { answerSections } from '../../form/answer-text.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import { DELIVERY_NAME } from '../../text/procedure-text.ts'
import { Button } from '../../ui/Button.tsx'
import type { Wrong } from '../../ui/Notice.tsx'
import { AnswerList, PaperList, PartyFacts } from '../dossier/DossierParts.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, redirect } from '../portal-request.ts'
import { getAppointment, wrongsIn } from './DeliveryPage.tsx'
import { contentOf, getDossier, getForm, isDraft, problemOf, stepOf, text, wrongsOf } from './draft.ts'
import { FeeTable } from './FeeTable.tsx'
import { listPapers, missingPapers } from './PapersPage.tsx'
import { missingIn } from './PartyPage.tsx'
import { StepFrame } from './StepFrame.tsx'

export async function showCheck(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  return answer(request, view, await findWrongs(request, view))
}

/** Files the dossier. The key makes a second press, or a second sending by the browser, the same filing. */
export async function submit(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.receipt(view.id))
  const key = text(await request.form(), 'key')
  const problem = problemOf(
    await request.api.POST('/api/dossiers/{id}/submit', {
      params: { path: { id: view.id }, header: key === '' ? {} : { 'idempotency-key': key } },
      body: { expectedVersion: view.version, content: contentOf(view) },
    }),
  )
  return problem === null ? redirect(paths.receipt(view.id)) : answer(request, view, wrongsOf(problem, view.id))
}

/** What filing would refuse, each with the step that mends it. */
async function findWrongs(request: PortalRequest, view: DossierView): Promise<readonly Wrong[]> {
  const [form, papers] = await Promise.all([getForm(request, view), listPapers(request, view)])
  const content = contentOf(view)
  const found = [
    ...missingIn(content),
    ...(form === null ? [] : validateAnswers(form, content.answers, { complete: true })),
    ...missingPapers(content.documents, papers),
    ...wrongsIn({ delivery: content.delivery, copies: String(content.copies) }),
  ]
  return found.map((wrong) => ({ ...wrong, href: `${stepOf(wrong.path, view.id)}#${wrong.path}` }))
}

async function answer(request: PortalRequest, view: DossierView, wrongs: readonly Wrong[]): Promise<PortalAnswer> {
  const [{ fee }, form] = await Promise.all([getAppointment(request, view), getForm(request, view)])
  return page(TEXT.checkTitle, <CheckPage view={view} form={form} wrongs={wrongs} fee={fee} />, {
    status: wrongs.length > 0 ? 422 : 200,
  })
}

type CheckProps = {
  readonly view: DossierView
  readonly form: FormDefinition | null
  readonly wrongs: readonly Wrong[]
  readonly fee: Appointment['fee']
}

function CheckPage({ view, form, wrongs, fee }: CheckProps) {
  const from = { from: 'check' } as const
  return (
    <StepFrame step="check" view={view} wrongs={wrongs}>
      <p>{TEXT.checkAdvice}</p>
      <Part title={TEXT.procedure} edit={null}>
        <dl className="facts">
          <dt>{TEXT.procedure}</dt>
          <dd>{view.procedure.name}</dd>
          <dt>{TEXT.case}</dt>
          <dd>{view.procedure.caseName}</dd>
          <dt>{TEXT.agency}</dt>
          <dd>{view.agency.name}</dd>
          <dt>{TEXT.counter}</dt>
          <dd>{view.counter.name}</dd>
        </dl>
      </Part>
      <Part title={TEXT.party} edit={paths.party(view.id, from)}>
        <PartyFacts title={TEXT.applicant} party={view.applicant} />
        {view.submitter !== null && <PartyFacts title={TEXT.submitter} party={view.submitter} />}
      </Part>
      <Part title={TEXT.form} edit={paths.form(view.id, from)}>
        <AnswerList sections={form === null ? [] : answerSections(form, view.rawAnswers)} />
      </Part>
      <Part title={TEXT.papers} edit={paths.papers(view.id, from)}>
        <PaperList view={view} />
      </Part>
      <Part title={TEXT.delivery} edit={paths.delivery(view.id, from)}>
        <p>
          {DELIVERY_NAME[view.delivery.by]}
          {view.delivery.address !== null && `: ${view.delivery.address}`}
        </p>
        <FeeTable fee={fee} />
      </Part>
      <form method="post" action={paths.submit(view.id)} className="submit">
        <input type="hidden" name="key" value={`${view.id}-${view.version}`} />
        <p>{TEXT.submitPledge}</p>
        <p>
          <strong>{TEXT.notYet}</strong>
        </p>
        <div className="actions">
          <Button type="submit" kind="primary">
            {TEXT.submit}
          </Button>
          <a href={paths.delivery(view.id)}>{TEXT.back}</a>
        </div>
      </form>
    </StepFrame>
  )
}

type PartProps = { readonly title: string; readonly edit: string | null; readonly children: ReactNode }

function Part({ title, edit, children }: PartProps) {
  return (
    <section className="check-part">
      <div className="check-head">
        <h2>{title}</h2>
        {edit !== null && (
          <a href={edit} className="edit">
            {TEXT.edit}
            <span className="visually-hidden"> {title}</span>
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
