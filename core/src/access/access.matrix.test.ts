import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, CITIZEN, COMMANDS, dossierOf, officer, STORIES, STRANGER, SYSTEM } from '../../test/a-dossier.ts'
import { AGENCY, COUNTER, OFFICERS, type OfficerName, OTHER_AGENCY, PROVINCE, RULEBOOK } from '../../test/a-rulebook.ts'
import { ACTIONS, type DossierAction } from '../dossier/dossier-commands.ts'
import { mayDo, type Permission, subjectOf, unitSubject } from './access.ts'
import type { Actor } from './actor.ts'

type Who = OfficerName | 'citizen' | 'stranger' | 'system' | 'nobody'

const NAMES = Object.keys(OFFICERS).filter((name): name is OfficerName => Object.hasOwn(OFFICERS, name))
const ACTORS: readonly (readonly [Who, Actor | null])[] = [
  ['nobody', null],
  ['citizen', CITIZEN],
  ['stranger', STRANGER],
  ['system', SYSTEM],
  ...NAMES.map((name) => [name, officer(name)] as const),
]

/** Of a dossier that a specialist holds, that the leader gave him, and on which another department is consulted. */
const MAY_ACT: Readonly<Record<DossierAction, readonly Who[]>> = {
  saveDraft: ['citizen'],
  submit: ['citizen'],
  accept: ['clerk', 'secondClerk'],
  decline: ['clerk', 'secondClerk'],
  assign: ['specialist', 'leader', 'secondLeader'],
  forward: ['specialist'],
  skip: ['specialist', 'leader', 'secondLeader'],
  completePart: ['specialist'],
  sendBack: ['specialist'],
  takeBack: ['leader'],
  reassign: ['leader', 'secondLeader'],
  consult: ['specialist'],
  answerConsultation: ['otherSpecialist', 'otherLeader'],
  requestSupplement: ['clerk', 'secondClerk', 'specialist'],
  supplySupplement: ['citizen', 'clerk', 'secondClerk'],
  requestPayment: ['clerk', 'secondClerk', 'specialist'],
  recordPayment: ['system', 'clerk', 'secondClerk'],
  pause: ['specialist', 'leader', 'secondLeader'],
  resume: ['specialist', 'leader', 'secondLeader'],
  receive: ['clerk', 'secondClerk', 'specialist', 'colleague', 'leader', 'secondLeader', 'registrar'],
  draftApology: ['system', 'specialist', 'leader', 'secondLeader'],
  apologise: ['leader', 'secondLeader'],
  refuse: ['specialist', 'leader', 'secondLeader'],
  withdraw: ['citizen', 'clerk', 'secondClerk'],
  stop: ['clerk', 'secondClerk', 'leader', 'secondLeader'],
  signResult: ['specialist', 'leader', 'secondLeader'],
  resolve: ['specialist'],
  return: ['clerk', 'secondClerk'],
  correct: ['clerk', 'secondClerk', 'specialist'],
  proposeCorrection: ['clerk', 'secondClerk', 'specialist', 'colleague', 'leader', 'secondLeader', 'registrar'],
  approveCorrection: ['leader', 'secondLeader'],
  rejectCorrection: ['leader', 'secondLeader'],
  rebase: ['system', 'administrator'],
}

/** To all others the dossier is like one that does not exist. */
const MAY_SEE: readonly Who[] = [
  'citizen',
  'clerk',
  'secondClerk',
  'specialist',
  'colleague',
  'leader',
  'secondLeader',
  'registrar',
  'otherSpecialist',
  'otherLeader',
]

const isFiling = (action: DossierAction): boolean => action === 'saveDraft' || action === 'submit'

for (const action of ACTIONS) {
  for (const [who, actor] of ACTORS) {
    const may = MAY_ACT[action].includes(who)
    test(`${who} ${may ? 'may' : 'may not'} ${action}`, () => {
      const permitted = mayDo(action, actor, subjectOf(dossierOf(STORIES.consulting), RULEBOOK))
      assert.equal(permitted.allowed, may)
      if (actor === null) return
      const decision = ask(STORIES.consulting, { actor, command: COMMANDS[action] })
      const refusal = decision.kind === 'refused' ? decision.refusal.kind : null
      if (may) assert.ok(refusal !== 'action-forbidden' && refusal !== 'dossier-unknown', String(refusal))
      else assert.equal(refusal, MAY_SEE.includes(who) || isFiling(action) ? 'action-forbidden' : 'dossier-unknown')
    })
  }
}

const OF_AGENCY: readonly Who[] = [
  'clerk',
  'secondClerk',
  'specialist',
  'colleague',
  'leader',
  'secondLeader',
  'registrar',
]
const OFFICERS_ALL: readonly Who[] = NAMES
const EVERYBODY = ACTORS.map(([who]) => who)

const MAY_READ: readonly (readonly [Permission, 'dossier' | typeof AGENCY, readonly Who[]])[] = [
  ['readCatalogue', 'dossier', EVERYBODY],
  ['followByCode', 'dossier', EVERYBODY],
  ['readDossier', 'dossier', ['citizen', ...OF_AGENCY, 'otherSpecialist', 'otherLeader']],
  ['readFile', 'dossier', ['citizen', ...OF_AGENCY, 'otherSpecialist', 'otherLeader']],
  ['uploadFile', 'dossier', ['citizen', 'stranger', ...OFFICERS_ALL]],
  ['listOwnDossiers', 'dossier', ['citizen', 'stranger']],
  ['searchDossiers', 'dossier', OFFICERS_ALL],
  ['listQueue', COUNTER, ['clerk', 'secondClerk']],
  ['listWorklist', AGENCY, ['leader', 'secondLeader', 'registrar']],
  ['listReminders', AGENCY, ['leader', 'secondLeader', 'registrar']],
  ['readReport', AGENCY, [...OF_AGENCY, 'administrator']],
  ['readReport', OTHER_AGENCY, ['administrator', 'otherClerk', 'otherSpecialist', 'otherLeader']],
  ['readReport', PROVINCE, ['administrator']],
  ['readWorkload', AGENCY, ['leader', 'secondLeader', 'administrator']],
  ['readWorkload', OTHER_AGENCY, ['administrator', 'otherLeader']],
  ['readWorkload', PROVINCE, ['administrator']],
  ['readTruth', 'dossier', ['administrator']],
  ['publishReport', AGENCY, ['leader', 'secondLeader']],
  ['publishReport', PROVINCE, []],
  ['writeReport', AGENCY, [...OF_AGENCY, 'administrator']],
  ['readPublishedReport', 'dossier', EVERYBODY],
  ['readRulebook', 'dossier', OFFICERS_ALL],
]

for (const [permission, of, allowed] of MAY_READ) {
  test(`${permission} of ${of} is for ${allowed.join(', ')}`, () => {
    const subject = of === 'dossier' ? subjectOf(dossierOf(STORIES.consulting), RULEBOOK) : unitSubject(of, RULEBOOK)
    const may = ACTORS.filter(([, actor]) => mayDo(permission, actor, subject).allowed).map(([who]) => who)
    assert.deepEqual(may.toSorted(), allowed.toSorted())
  })
}

test('a draft is read by nobody but its maker', () => {
  const draft = subjectOf(dossierOf(STORIES.draft), RULEBOOK)
  const may = ACTORS.filter(([, actor]) => mayDo('readDossier', actor, draft).allowed).map(([who]) => who)
  assert.deepEqual(may, ['citizen'])
})

test('what nobody has taken may be done by whoever holds the post, and by nobody else', () => {
  const signing = subjectOf(dossierOf(STORIES.signing), RULEBOOK)
  const may = ACTORS.filter(([, actor]) => mayDo('resolve', actor, signing).allowed).map(([who]) => who)
  assert.deepEqual(may, ['leader', 'secondLeader'])
})

test('a right that is lacking comes with those who have it, in Vietnamese', () => {
  const permitted = mayDo('accept', STRANGER, subjectOf(dossierOf(STORIES.submitted), RULEBOOK))
  assert.deepEqual(permitted, { allowed: false, who: 'cán bộ một cửa tại quầy tiếp nhận hồ sơ' })
})
