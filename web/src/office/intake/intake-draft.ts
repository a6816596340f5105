import { type Answer, type Answers, validateAnswers } from '@motcua/core/form/form.ts'
import type { Agency, DossierContent, FormDefinition, Party, ProcedureCase, ProcedureView } from '../../api/views.ts'
import { askedOnly, mutableAnswers } from '../../form/read-answers.ts'
import { FILING_TEXT } from '../../text/filing-text.ts'
import type { Wrong } from '../../ui/Notice.tsx'

/** What the clerk has typed so far; it mirrors the page and becomes a content when it is sent. */
export type IntakeDraft = {
  readonly caseId: string
  readonly channel: 'inPerson' | 'postal'
  readonly agency: string
  readonly applicant: Party
  /** Null while the applicant hands it in himself. */
  readonly submitter: Party | null
  readonly received: ReadonlySet<string>
  readonly answers: Answers
  readonly delivery: DossierContent['delivery']
  readonly copies: string
}

export const NOBODY: Party = {
  kind: 'person',
  name: '',
  idNumber: '',
  birthDate: null,
  address: '',
  phone: null,
  email: null,
}

export const EMPTY_DRAFT: IntakeDraft = {
  caseId: '',
  channel: 'inPerson',
  agency: '',
  applicant: NOBODY,
  submitter: null,
  received: new Set(),
  answers: {},
  delivery: { by: 'counter', address: null },
  copies: '1',
}

/** The procedure as this counter handles it. */
export type Chosen = {
  readonly procedure: ProcedureView
  readonly procedureCase: ProcedureCase
  readonly agency: Agency
  readonly counter: string
  readonly form: FormDefinition | null
}

export function withAnswer(draft: IntakeDraft, id: string, answer: Answer): IntakeDraft {
  return { ...draft, answers: { ...draft.answers, [id]: answer } }
}

export function toggleReceived(draft: IntakeDraft, id: string): IntakeDraft {
  const received = new Set(draft.received)
  if (!received.delete(id)) received.add(id)
  return { ...draft, received }
}

export function isPaidByCopy(procedureCase: ProcedureCase): boolean {
  return procedureCase.fees.some(({ per }) => per === 'copy')
}

export function contentOf(
  draft: IntakeDraft,
  { procedure, procedureCase, agency, counter, form }: Chosen,
): DossierContent {
  return {
    procedure: procedure.code,
    procedureVersion: procedure.version,
    caseId: procedureCase.id,
    channel: draft.channel,
    counter,
    agency: agency.id,
    applicant: draft.applicant,
    submitter: draft.submitter,
    answers: form === null ? {} : mutableAnswers(askedOnly(form, draft.answers)),
    documents: procedureCase.documents
      .filter(({ id }) => draft.received.has(id))
      .map(({ id, name, originals, copies }) => ({
        required: id,
        name,
        kind: 'paper' as const,
        originals: originals + copies === 0 ? 1 : originals,
        copies,
        file: null,
      })),
    delivery: draft.delivery,
    copies: isPaidByCopy(procedureCase) ? Number(draft.copies) : 0,
  }
}

/** What is still missing, said before it is sent. */
export function wrongsIn(draft: IntakeDraft, { procedureCase, form }: Chosen): readonly Wrong[] {
  const missing = procedureCase.documents.filter(
    ({ id, mandatory, kind }) => mandatory && kind === 'present' && !draft.received.has(id),
  )
  return [
    ...partyWrongs('applicant', draft.applicant),
    ...(draft.submitter === null ? [] : partyWrongs('submitter', draft.submitter)),
    ...missing.map(({ id, name }) => ({ path: `paper-${id}`, message: `${FILING_TEXT.missingPaper} ${name}.` })),
    ...(form === null ? [] : validateAnswers(form, askedOnly(form, draft.answers), { complete: true })),
  ]
}

function partyWrongs(path: 'applicant' | 'submitter', party: Party): readonly Wrong[] {
  const checks = [
    { path: `${path}.name`, value: party.name, message: FILING_TEXT.missingName },
    { path: `${path}.idNumber`, value: party.idNumber, message: FILING_TEXT.missingIdNumber },
    { path: `${path}.address`, value: party.address, message: FILING_TEXT.missingAddress },
  ]
  return checks.filter(({ value }) => value.trim() === '').map(({ path: at, message }) => ({ path: at, message }))
}
