import type { DossierContent, DossierView, Party } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import type { Wrong } from '../../ui/Notice.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, query, redirect } from '../portal-request.ts'
import { goingOf, leave } from './after-save.ts'
import { contentOf, getDossier, isDraft, orNull, saveDraft, text, wrongsOf } from './draft.ts'
import { StepEnds, StepFrame } from './StepFrame.tsx'

type Parties = Pick<DossierContent, 'applicant' | 'submitter'>

export async function showParty(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  return answer({ request, view, parties: contentOf(view), wrongs: [] })
}

export async function saveParty(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  const form = await request.form()
  const parties = readParties(form, request, contentOf(view))
  const problem = await saveDraft(request, view, { ...contentOf(view), ...parties })
  if (problem !== null) return answer({ request, view, parties, wrongs: wrongsOf(problem, view.id), refused: true })
  const going = goingOf(form)
  const wrongs = missingIn(parties)
  if (going.kind !== 'later' && wrongs.length > 0)
    return answer({ request, view: await getDossier(request), parties, wrongs })
  return leave('party', going, view.id)
}

/** Who signs in is known from there: only contact details are asked of that person. */
function readParties(form: FormData, request: PortalRequest, before: Parties): Parties {
  const contact = {
    address: text(form, 'applicant.address'),
    phone: orNull(text(form, 'applicant.phone')),
    email: orNull(text(form, 'applicant.email')),
  }
  const me = before.submitter ?? before.applicant
  const own: Party = { ...me, kind: 'person', name: request.session.name ?? me.name }
  if (text(form, 'who') !== 'other') return { applicant: { ...own, ...contact }, submitter: null }
  const applicant: Party = {
    ...contact,
    kind: text(form, 'applicant.kind') === 'organisation' ? 'organisation' : 'person',
    name: text(form, 'applicant.name'),
    idNumber: text(form, 'applicant.idNumber').replaceAll(' ', ''),
    birthDate: orNull(text(form, 'applicant.birthDate')),
  }
  const submitter: Party = {
    ...own,
    address: text(form, 'submitter.address'),
    phone: orNull(text(form, 'submitter.phone')),
    email: null,
  }
  return { applicant, submitter }
}

/** What filing would refuse, said while it can still be typed. */
export function missingIn({ applicant, submitter }: Parties): readonly Wrong[] {
  const checks = [
    { path: 'applicant.name', value: applicant.name, message: TEXT.missingName },
    ...(submitter === null
      ? []
      : [{ path: 'applicant.idNumber', value: applicant.idNumber, message: TEXT.missingIdNumber }]),
    { path: 'applicant.address', value: applicant.address, message: TEXT.missingAddress },
    ...(submitter === null
      ? []
      : [{ path: 'submitter.address', value: submitter.address, message: TEXT.missingSubmitterAddress }]),
  ]
  return checks.filter(({ value }) => value === '').map(({ path, message }) => ({ path, message }))
}

type Shown = {
  readonly request: PortalRequest
  readonly view: DossierView
  readonly parties: Parties
  readonly wrongs: readonly Wrong[]
  readonly refused?: boolean
}

function answer(shown: Shown): PortalAnswer {
  return page(TEXT.party, <PartyPage {...shown} />, { status: shown.wrongs.length > 0 ? 422 : 200 })
}

function PartyPage({ request, view, parties, wrongs, refused }: Shown) {
  const { session } = request
  const { applicant, submitter } = parties
  const fromCheck = query(request, 'from') === 'check'
  const problem = (path: string) => wrongs.find((wrong) => wrong.path === path)?.message
  return (
    <StepFrame
      step="party"
      view={view}
      wrongs={wrongs.map(({ path, message }) => ({ path, message }))}
      refused={refused === true}
    >
      <form method="post" action={paths.party(view.id, fromCheck ? { from: 'check' } : {})} className="stack party">
        <p>
          {TEXT.signedInAs} <strong>{session.name}</strong>, {TEXT.idNumber}{' '}
          <span className="figures nowrap">{session.idNumber}</span>
        </p>
        <RadioGroup
          name="who"
          legend={TEXT.who}
          choices={[
            { value: 'self', label: TEXT.whoSelf },
            { value: 'other', label: TEXT.whoOther, hint: TEXT.whoOtherHint },
          ]}
          picked={{ kind: 'one', value: submitter === null ? 'self' : 'other' }}
        />
        <OtherApplicant applicant={submitter === null ? NOBODY : applicant} problem={problem} />
        <TextField
          name="applicant.address"
          label={TEXT.address}
          hint={TEXT.addressHint}
          problem={problem('applicant.address')}
          value={applicant.address}
          input={{ autoComplete: 'street-address', maxLength: 500 }}
        />
        <TextField
          name="applicant.phone"
          label={TEXT.phone}
          hint={TEXT.phoneHint}
          optional
          problem={problem('applicant.phone')}
          value={applicant.phone ?? ''}
          input={{ type: 'tel', autoComplete: 'tel', maxLength: 20 }}
        />
        <TextField
          name="applicant.email"
          label={TEXT.email}
          optional
          problem={problem('applicant.email')}
          value={applicant.email ?? ''}
          input={{ type: 'email', autoComplete: 'email', maxLength: 200 }}
        />
        <div className="stack" data-for="other">
          <TextField
            name="submitter.address"
            label={TEXT.submitterAddress}
            problem={problem('submitter.address')}
            value={submitter?.address ?? ''}
            input={{ maxLength: 500 }}
          />
          <TextField
            name="submitter.phone"
            label={TEXT.submitterPhone}
            optional
            problem={problem('submitter.phone')}
            value={submitter?.phone ?? ''}
            input={{ type: 'tel', maxLength: 20 }}
          />
        </div>
        <StepEnds back={null} fromCheck={fromCheck} />
      </form>
    </StepFrame>
  )
}

const NOBODY: Party = { kind: 'person', name: '', idNumber: '', birthDate: null, address: '', phone: null, email: null }

type OtherProps = { readonly applicant: Party; readonly problem: (path: string) => string | undefined }

function OtherApplicant({ applicant, problem }: OtherProps) {
  return (
    <div className="stack" data-for="other">
      <RadioGroup
        name="applicant.kind"
        legend={TEXT.kind}
        choices={[
          { value: 'person', label: TEXT.person },
          { value: 'organisation', label: TEXT.organisation },
        ]}
        picked={{ kind: 'one', value: applicant.kind }}
      />
      <TextField
        name="applicant.name"
        label={TEXT.name}
        problem={problem('applicant.name')}
        value={applicant.name}
        input={{ maxLength: 500 }}
      />
      <TextField
        name="applicant.idNumber"
        label={TEXT.applicantIdNumber}
        hint={TEXT.applicantIdHint}
        problem={problem('applicant.idNumber')}
        value={applicant.idNumber}
        input={{ inputMode: 'numeric', maxLength: 20 }}
      />
      <TextField
        name="applicant.birthDate"
        label={TEXT.birthDate}
        optional
        problem={problem('applicant.birthDate')}
        value={applicant.birthDate ?? ''}
        input={{ type: 'date' }}
      />
    </div>
  )
}
