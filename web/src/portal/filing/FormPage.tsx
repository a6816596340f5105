import { type Answers, validateAnswers } from '@motcua/core/form/form.ts'
import { bodyOf } from '../../api/problem.ts'
import type { DossierView, FormDefinition } from '../../api/views.ts'
import { FormFields } from '../../form/FormFields.tsx'
import { formStyle } from '../../form/form-style.ts'
import { mutableAnswers, readAnswers } from '../../form/read-answers.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import type { Wrong } from '../../ui/Notice.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, param, query, redirect } from '../portal-request.ts'
import { goingOf, leave } from './after-save.ts'
import { contentOf, getDossier, getForm, isDraft, saveDraft, wrongsOf } from './draft.ts'
import { StepEnds, StepFrame } from './StepFrame.tsx'

export async function showForm(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  const form = await getForm(request, view)
  return answer({ request, view, form, answers: view.rawAnswers, wrongs: [] })
}

export async function saveForm(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  const [form, sent] = await Promise.all([getForm(request, view), request.form()])
  const going = goingOf(sent)
  if (form === null) return leave('form', going, view.id)
  const answers = readAnswers(form, sent)
  const malformed = validateAnswers(form, answers, { complete: false })
  const kept = withoutProblems(answers, malformed)
  const problem = await saveDraft(request, view, { ...contentOf(view), answers: mutableAnswers(kept) })
  if (problem !== null)
    return answer({ request, view, form, answers, wrongs: wrongsOf(problem, view.id), refused: true })
  const wrongs = validateAnswers(form, answers, { complete: going.kind !== 'later' })
  if (wrongs.length > 0) return answer({ request, view: await getDossier(request), form, answers, wrongs })
  return leave('form', going, view.id)
}

/** The rules that hide what is not asked, as a stylesheet of the form's own. */
export async function showFormStyle(request: PortalRequest): Promise<PortalAnswer> {
  const id = param(request, 'form').replace(/\.css$/, '')
  const form = bodyOf(await request.api.GET('/api/forms/{id}', { params: { path: { id } } }))
  return { kind: 'style', css: formStyle(form) }
}

/** A malformed answer stays on the page beside its problem; the draft keeps what is fit to keep. */
function withoutProblems(answers: Answers, problems: readonly Wrong[]): Answers {
  const bad = new Set(problems.map(({ path }) => path))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !bad.has(id)))
}

type Shown = {
  readonly request: PortalRequest
  readonly view: DossierView
  readonly form: FormDefinition | null
  readonly answers: Answers
  readonly wrongs: readonly Wrong[]
  readonly refused?: boolean
}

function answer(shown: Shown): PortalAnswer {
  const style = shown.form === null ? {} : { style: paths.formStyle(shown.form.id) }
  return page(TEXT.form, <FormPage {...shown} />, { status: shown.wrongs.length > 0 ? 422 : 200, ...style })
}

function FormPage({ request, view, form, answers, wrongs, refused }: Shown) {
  const fromCheck = query(request, 'from') === 'check'
  const here = wrongs.map(({ path, message }) => ({ path, message }))
  return (
    <StepFrame step="form" view={view} wrongs={here} refused={refused === true}>
      <form method="post" action={paths.form(view.id, fromCheck ? { from: 'check' } : {})} className="stack">
        {form === null ? (
          <p>{TEXT.noForm}</p>
        ) : (
          <FormFields form={form} answers={answers} wrongs={wrongs} shown="all" />
        )}
        <StepEnds back={paths.party(view.id)} fromCheck={fromCheck} />
      </form>
    </StepFrame>
  )
}
