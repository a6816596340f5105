import type { DossierContent, Party, SubmittedDocument } from '@motcua/core/dossier/dossier.ts'
import type { DossierAction, DossierCommand } from '@motcua/core/dossier/dossier-commands.ts'
import { type FileHash, fileHash, officerId, procedureCode, unitId } from '@motcua/core/kernel/ids.ts'
import { dong } from '@motcua/core/kernel/money.ts'
import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Static, TObject } from 'typebox'
import type { Session } from '../identity/identity.ts'
import type { COMMAND_FIELDS } from './dossier-command-schema.ts'
import type { SentContent, SentDocument, SentParty } from './dossier-content-schema.ts'
import { unmaskedAnswers } from './masked-answers.ts'

/** The fields of one action as they were sent and checked against its schema. */
export type SentFields<Action extends DossierAction> = Static<TObject<(typeof COMMAND_FIELDS)[Action]>>
export type SentCommand = { [Action in DossierAction]: { readonly action: Action } & SentFields<Action> }[DossierAction]

/** Who sends it, and what the dossier states so far, where that is corrected. */
export type Sender = {
  readonly session: Session
  readonly standing: DossierContent | null
  readonly rulebook: Rulebook
}

/** Texts become ids, instants and amounts; a citizen's own person is the one that signed in, whatever was sent. */
export function commandOf(sent: SentCommand, sender: Sender): DossierCommand {
  switch (sent.action) {
    case 'saveDraft':
    case 'submit':
      return { action: sent.action, content: contentOf(sent.content, sender.session) }
    case 'assign':
    case 'reassign':
      return { ...sent, officer: officerId(sent.officer) }
    case 'forward':
    case 'skip':
      return { ...sent, officer: sent.officer === null ? null : officerId(sent.officer) }
    case 'consult':
      return { ...sent, agency: unitId(sent.agency), dueAt: instantOf(sent.dueAt) }
    case 'supplySupplement':
      return { ...sent, documents: sent.documents.map(documentOf) }
    case 'requestPayment':
      return { ...sent, lines: sent.lines.map(({ name, amount }) => ({ name, amount: dong(amount) })) }
    case 'recordPayment':
      return { ...sent, amount: dong(sent.amount) }
    case 'draftApology':
    case 'apologise':
      return { ...sent, dueAt: instantOf(sent.dueAt) }
    case 'signResult':
    case 'resolve':
      return { ...sent, result: { ...sent.result, file: fileOf(sent.result.file) } }
    case 'proposeCorrection':
      return { ...sent, to: instantOf(sent.to), file: fileOf(sent.file) }
    case 'correct':
      return correctionOf(sent, sender)
    default:
      return sent
  }
}

const fileOf = (file: string | null): FileHash | null => (file === null ? null : fileHash(file))

function contentOf(sent: SentContent, session: Session): DossierContent {
  return {
    ...sent,
    procedure: procedureCode(sent.procedure),
    counter: unitId(sent.counter),
    agency: unitId(sent.agency),
    ...partiesOf(sent, session),
    documents: sent.documents.map(documentOf),
  }
}

/** Identity is proved by the sign-in (NĐ 69/2024): what the registry knows is not asked for again. */
function partiesOf(
  { applicant, submitter }: SentContent,
  session: Session,
): Pick<DossierContent, 'applicant' | 'submitter'> {
  const { actor, profile } = session
  if (actor.kind === 'officer') {
    return { applicant: { ...applicant, account: null }, submitter: submitter && { ...submitter, account: null } }
  }
  const { account } = actor
  const asSignedIn = (party: SentParty): Party => ({
    ...party,
    name: profile.name,
    idNumber: profile.idNumber,
    birthDate: profile.birthDate ?? party.birthDate,
    account,
  })
  if (submitter !== null) return { applicant: { ...applicant, account: null }, submitter: asSignedIn(submitter) }
  const isPerson = applicant.kind === 'person'
  return { applicant: isPerson ? asSignedIn(applicant) : { ...applicant, account }, submitter: null }
}

function documentOf(sent: SentDocument): SubmittedDocument {
  return { ...sent, file: sent.file === null ? null : { ...sent.file, hash: fileHash(sent.file.hash) } }
}

/** Officers see numbers masked: one that comes back masked was not corrected. */
function correctionOf(
  sent: Extract<SentCommand, { action: 'correct' }>,
  { standing, rulebook }: Sender,
): Extract<DossierCommand, { action: 'correct' }> {
  const { applicant, answers } = sent
  return {
    ...sent,
    applicant: applicant === null ? null : correctedParty(applicant, standing?.applicant ?? null),
    answers: answers === null || standing === null ? answers : unmaskedAnswers(answers, standing, rulebook),
  }
}

/** The account stays with the person. */
function correctedParty(sent: SentParty, standing: Party | null): Party {
  const idNumber = sent.idNumber.includes('*') && standing !== null ? standing.idNumber : sent.idNumber
  return { ...sent, idNumber, account: standing?.account ?? null }
}

const instantOf = (text: string): Instant => instant(Date.parse(text))
