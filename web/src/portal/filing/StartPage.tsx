import { ProblemError } from '../../api/problem.ts'
import type { Agency, DossierContent, Problem, ProcedureView } from '../../api/views.ts'
import { PROBLEM_TEXT } from '../../text/problem-text.ts'
import { PROCEDURE_TEXT as TEXT } from '../../text/procedure-text.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemSummary, type Wrong } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, param, query, redirect } from '../portal-request.ts'
import { agencyOptions, caseOptions } from '../procedure/ChoiceForm.tsx'
import { isPaidByCopy } from '../procedure/case-facts.ts'
import { Documents } from '../procedure/ProcedureParts.tsx'
import { getProcedure } from '../procedure/ProcedurePage.tsx'
import { problemOf, text } from './draft.ts'
import { newDossierId } from '../../api/new-dossier-id.ts'

export async function showStart(request: PortalRequest): Promise<PortalAnswer> {
  askSignIn(request)
  const [procedure, agencies] = await getProcedure(request, param(request, 'code'))
  const only = agencies.length === 1 ? (agencies[0]?.id ?? '') : ''
  const picked = { case: query(request, 'case'), agency: query(request, 'agency') || only }
  return page(TEXT.startTitle, <StartPage procedure={procedure} agencies={agencies} picked={picked} wrongs={[]} />)
}

/** Makes the draft: from here on every step is kept on the server. */
export async function start(request: PortalRequest): Promise<PortalAnswer> {
  askSignIn(request)
  const [procedure, agencies] = await getProcedure(request, param(request, 'code'))
  const form = await request.form()
  const picked = { case: text(form, 'case') || (procedure.cases[0]?.id ?? ''), agency: text(form, 'agency') }
  const again = (wrongs: readonly Wrong[]) =>
    page(TEXT.startTitle, <StartPage procedure={procedure} agencies={agencies} picked={picked} wrongs={wrongs} />, {
      status: 422,
    })
  const agency = agencies.find(({ id }) => id === picked.agency)
  const counter = agency?.counters[0]
  if (agency === undefined || counter === undefined) return again([{ path: 'agency', message: TEXT.agencyMissing }])
  const id = newDossierId(Date.now())
  const content = emptyContent({ request, procedure, caseId: picked.case, agency: agency.id, counter: counter.id })
  const answer = await request.api.POST('/api/dossiers/{id}/saveDraft', {
    params: { path: { id } },
    body: { expectedVersion: null, content },
  })
  const problem = problemOf(answer)
  return problem === null ? redirect(paths.party(id)) : again([wrongOf(problem)])
}

function askSignIn({ session }: PortalRequest): void {
  if (session.kind === 'anonymous') throw new ProblemError(signInFirst())
}

function signInFirst(): Problem {
  const { signInTitle: title, signInWhy: detail, signIn: advice } = PROBLEM_TEXT
  return { type: 'urn:motcua:problem:sign-in-required', status: 401, title, detail, advice, requestId: '' }
}

const wrongOf = (problem: Problem): Wrong => ({ path: 'agency', message: `${problem.detail} ${problem.advice}` })

type Beginning = {
  readonly request: PortalRequest
  readonly procedure: ProcedureView
  readonly caseId: string
  readonly agency: string
  readonly counter: string
}

function emptyContent({ request, procedure, caseId, agency, counter }: Beginning): DossierContent {
  const paidByCopy = procedure.cases.some((each) => each.id === caseId && isPaidByCopy(each))
  return {
    procedure: procedure.code,
    procedureVersion: procedure.version,
    caseId,
    channel: 'online',
    counter,
    agency,
    applicant: {
      kind: 'person',
      name: request.session.name ?? '',
      idNumber: '',
      birthDate: null,
      address: '',
      phone: null,
      email: null,
    },
    submitter: null,
    answers: {},
    documents: [],
    delivery: { by: 'counter', address: null },
    copies: paidByCopy ? 1 : 0,
  }
}

type StartProps = {
  readonly procedure: ProcedureView
  readonly agencies: readonly Agency[]
  readonly picked: { readonly case: string; readonly agency: string }
  readonly wrongs: readonly Wrong[]
}

function StartPage({ procedure, agencies, picked, wrongs }: StartProps) {
  const chosen = procedure.cases.find(({ id }) => id === picked.case) ?? procedure.cases[0]
  return (
    <div className="column">
      <p className="small soft">{procedure.name}</p>
      <h1>{TEXT.startTitle}</h1>
      <p>{TEXT.startAdvice}</p>
      {wrongs.length > 0 && <ProblemSummary title={TEXT.agencyMissing} problems={wrongs} />}
      <form method="post" action={paths.start(procedure.code)} className="stack">
        {procedure.cases.length > 1 && (
          <Select name="case" label={TEXT.case} value={chosen?.id ?? ''} options={caseOptions(procedure)} />
        )}
        <Select
          name="agency"
          label={TEXT.agency}
          hint={TEXT.agencyHint}
          problem={wrongs[0]?.message}
          value={picked.agency}
          empty={TEXT.chooseAgency}
          options={agencyOptions(agencies)}
        />
        <div className="actions">
          <Button type="submit" kind="primary">
            {TEXT.start}
          </Button>
        </div>
      </form>
      {chosen !== undefined && <Documents documents={chosen.documents} />}
    </div>
  )
}
