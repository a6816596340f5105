import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Ask,
  aContent,
  aCounterContent,
  aDocument,
  aParty,
  CITIZEN,
  COMMANDS,
  NO_STORY,
  officer,
  refusalOf,
  STORIES,
  STRANGER,
  tell,
} from '../../test/a-dossier.ts'
import { OTHER_COUNTER } from '../../test/a-rulebook.ts'
import { accountId } from '../kernel/ids.ts'
import type { DossierContent } from './dossier.ts'

const clerk = officer('clerk')
const filing = (parts: Partial<DossierContent>): Ask => ({
  actor: CITIZEN,
  command: { action: 'submit', content: aContent(parts) },
})

type ContentRow = readonly [what: string, parts: Partial<DossierContent>, paths: readonly string[]]
const CONTENT_ROWS: readonly ContentRow[] = [
  ['a name of 201 characters', { applicant: aParty({ name: 'A'.repeat(201) }) }, ['applicant.name']],
  ['an empty name', { applicant: aParty({ name: ' ' }) }, ['applicant.name']],
  ['a name with a bell in it', { applicant: aParty({ name: 'An\u0007' }) }, ['applicant.name']],
  ['a name that turns the line around', { applicant: aParty({ name: 'An\u202Enb' }) }, ['applicant.name']],
  ['a line break in an address', { applicant: aParty({ address: 'Ấp 1\nXã 2' }) }, ['applicant.address']],
  ['an address of 501 characters', { applicant: aParty({ address: 'A'.repeat(501) }) }, ['applicant.address']],
  [
    'a tax code of eleven digits',
    { submitter: aParty({ kind: 'organisation', idNumber: '12345678901', account: null }) },
    ['submitter.idNumber'],
  ],
  ['a birthday that is no day', { applicant: aParty({ birthDate: '1990-02-30' }) }, ['applicant.birthDate']],
  ['a birthday to come', { applicant: aParty({ birthDate: '2030-01-01' }) }, ['applicant.birthDate']],
  ['a telephone number in words', { applicant: aParty({ phone: 'không có' }) }, ['applicant.phone']],
  ['an e-mail address without @', { applicant: aParty({ email: 'an.example' }) }, ['applicant.email']],
  ['the number of another person', { applicant: aParty({ idNumber: '087090000009' }) }, ['applicant.idNumber']],
  ['the account of another person', { submitter: aParty({ account: accountId('la') }) }, ['submitter.account']],
  ['delivery by post without an address', { delivery: { by: 'postal', address: null } }, ['delivery.address']],
  ['half a copy', { copies: 0.5 }, ['copies']],
  ['an empty file', { documents: [aDocument(), aDocument({ required: 'khac', file: null })] }, ['documents[1].file']],
  [
    'a paper of another procedure',
    { documents: [aDocument(), aDocument({ required: 'la' })] },
    ['documents[1].required'],
  ],
  ['two faults at once', { applicant: aParty({ name: '', address: '' }) }, ['applicant.name', 'applicant.address']],
]

for (const [what, parts, paths] of CONTENT_ROWS) {
  test(`a dossier with ${what} is not filed, and the place is named`, () => {
    const refusal = refusalOf(NO_STORY, filing(parts))
    if (refusal.kind !== 'text-invalid') assert.fail(refusal.kind)
    assert.deepEqual(
      refusal.problems.map((each) => each.path),
      paths,
    )
  })
}

test('a draft may be unfinished, but must be fit to keep and about something', () => {
  const unfinished = aContent({
    applicant: aParty({ name: '', idNumber: '', address: '' }),
    documents: [],
    answers: {},
  })
  assert.equal(
    tell(NO_STORY, { actor: CITIZEN, command: { action: 'saveDraft', content: unfinished } }).dossier?.state,
    'draft',
  )
  const unfit = aContent({ applicant: aParty({ name: 'A'.repeat(201) }) })
  assert.equal(
    refusalOf(NO_STORY, { actor: CITIZEN, command: { action: 'saveDraft', content: unfit } }).kind,
    'text-invalid',
  )
  const about = aContent({ caseId: 'la' })
  assert.equal(
    refusalOf(NO_STORY, { actor: CITIZEN, command: { action: 'saveDraft', content: about } }).kind,
    'case-unknown',
  )
})

test('only its maker goes on with a draft, and a citizen files for nobody but himself', () => {
  assert.equal(refusalOf(STORIES.draft, { actor: clerk, command: COMMANDS.submit }).kind, 'action-forbidden')
  assert.equal(refusalOf(NO_STORY, { actor: STRANGER, command: COMMANDS.submit }).kind, 'action-forbidden')
})

test('a clerk files at his own counter and not online', () => {
  const file = (content: DossierContent): Ask => ({ actor: clerk, command: { action: 'submit', content } })
  assert.equal(tell(NO_STORY, file(aCounterContent())).dossier?.state, 'submitted')
  assert.equal(refusalOf(NO_STORY, file(aCounterContent({ counter: OTHER_COUNTER }))).kind, 'action-forbidden')
  assert.equal(refusalOf(NO_STORY, file(aContent())).kind, 'channel-not-offered')
})
