import { aContent, aCounterContent } from '@motcua/core/test/a-dossier.ts'
import type { DossierContent, Party } from '@motcua/core/dossier/dossier.ts'
import type { SentContent, SentParty } from '../dossier/dossier-content-schema.ts'

let made = 0

/** A new dossier's id, as a client makes it. */
export function anId(): string {
  return `018e4a5c-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`
}

/** What a citizen's page sends, the paper handed in later at the counter: no file is needed. */
export function aFiling(parts: Partial<DossierContent> = {}): SentContent {
  const documents = [
    { required: 'don', name: 'Đơn đề nghị', kind: 'paper', originals: 1, copies: 0, file: null },
  ] as const
  return asSent(aContent({ documents, ...parts }))
}

/** What a clerk types in for somebody at the counter. */
export function aCounterFiling(parts: Partial<DossierContent> = {}): SentContent {
  return asSent(aCounterContent(parts))
}

function asSent({ applicant, submitter, answers, documents, ...rest }: DossierContent): SentContent {
  return {
    ...rest,
    applicant: party(applicant),
    submitter: submitter === null ? null : party(submitter),
    answers: JSON.parse(JSON.stringify(answers)),
    documents: documents.map((document) => ({ ...document })),
  }
}

function party({ account: _, ...sent }: Party): SentParty {
  return sent
}
