import { ProblemError, bodyOf, kindOf } from '../../api/problem.ts'
import type { DossierContent, DossierView, FormDefinition, Party, Problem, SentDocument } from '../../api/views.ts'
import type { Wrong } from '../../ui/Notice.tsx'
import { type PortalRequest, param } from '../portal-request.ts'
import { paths } from '../paths.ts'

/** What a dossier says, in the form in which it is sent. */
export function contentOf(view: DossierView): DossierContent {
  return {
    procedure: view.procedure.code,
    procedureVersion: view.procedure.version,
    caseId: view.procedure.caseId,
    channel: view.channel,
    counter: view.counter.id,
    agency: view.agency.id,
    applicant: partyOf(view.applicant),
    submitter: view.submitter === null ? null : partyOf(view.submitter),
    answers: view.rawAnswers,
    documents: view.documents.map(sentDocument),
    delivery: view.delivery,
    copies: view.copies,
  }
}

function partyOf({ kind, name, idNumber, birthDate, address, phone, email }: Party): Party {
  return { kind, name, idNumber, birthDate, address, phone, email }
}

export function sentDocument(document: DossierView['documents'][number]): SentDocument {
  const { required, name, kind, originals, copies, file } = document
  const sent = file === null ? null : { hash: file.hash, name: file.name, type: file.type, bytes: file.bytes }
  return { required, name, kind, originals, copies, file: sent }
}

export async function getDossier(request: PortalRequest): Promise<DossierView> {
  const id = param(request, 'id')
  return bodyOf(await request.api.GET('/api/dossiers/{id}', { params: { path: { id } } }))
}

export async function getForm(request: PortalRequest, view: DossierView): Promise<FormDefinition | null> {
  const id = view.procedure.form
  if (id === null) return null
  return bodyOf(await request.api.GET('/api/forms/{id}', { params: { path: { id } } }))
}

/** Null when it is kept; otherwise why not. The draft was read a moment ago, and each step changes its own part only. */
export async function saveDraft(
  request: PortalRequest,
  view: Pick<DossierView, 'id' | 'version'>,
  content: DossierContent,
): Promise<Problem | null> {
  const answer = await request.api.POST('/api/dossiers/{id}/saveDraft', {
    params: { path: { id: view.id } },
    body: { expectedVersion: view.version, content },
  })
  return problemOf(answer)
}

type Answered = { readonly data?: unknown; readonly error?: unknown; readonly response: Response }

/** Problems that a page can show beside what was typed; signing in and broken machines are another page's matter. */
export function problemOf(answer: Answered): Problem | null {
  try {
    bodyOf(answer)
    return null
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status !== 401 && error.problem.status !== 404)
      return error.problem
    throw error
  }
}

/** Each problem with the step in which it arose. */
export function wrongsOf(problem: Problem, id: string): readonly Wrong[] {
  const errors = problem.errors ?? []
  if (errors.length > 0) return errors.map((error) => ({ ...error, href: `${stepOf(error.path, id)}#${error.path}` }))
  const step = kindOf(problem) === 'documents-missing' ? paths.papers(id, { from: 'check' }) : '#noi-dung'
  return [{ path: 'noi-dung', message: `${problem.detail} ${problem.advice}`, href: step }]
}

export function stepOf(path: string, id: string): string {
  if (path.startsWith('applicant') || path.startsWith('submitter')) return paths.party(id, { from: 'check' })
  if (path.startsWith('documents') || path.startsWith('file-')) return paths.papers(id, { from: 'check' })
  if (path.startsWith('delivery') || path === 'copies') return paths.delivery(id, { from: 'check' })
  return paths.form(id, { from: 'check' })
}

/** When the draft was last kept. */
export function savedAt(view: DossierView): string | null {
  return view.timeline.reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null)
}

export function isDraft(view: DossierView): boolean {
  return view.state === 'draft'
}

/** A text field of what was sent; a file in its place is nothing. */
export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}

export const orNull = (value: string): string | null => (value === '' ? null : value)
