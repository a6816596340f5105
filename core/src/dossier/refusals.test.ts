import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Ask,
  aContent,
  aCounterContent,
  aParty,
  CITIZEN,
  COMMANDS,
  NO_STORY,
  officer,
  refusalOf,
  STORIES,
  type Story,
  tell,
} from '../../test/a-dossier.ts'
import { aRulebook, OTHER_AGENCY, OTHER_COUNTER, PAPER_PROCEDURE } from '../../test/a-rulebook.ts'
import { officerId, procedureCode, unitId } from '../kernel/ids.ts'
import { parseInstant } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import type { DossierContent } from './dossier.ts'
import type { DossierRefusal, DossierRefusalKind } from './dossier-refusals.ts'
import { explainRefusal } from './refusal-text.ts'

type Row = readonly [what: string, story: Story, ask: Ask, refusal: DossierRefusal]

const clerk = officer('clerk')
const specialist = officer('specialist')
const leader = officer('leader')

const filing = (parts: Partial<DossierContent>): Ask => ({
  actor: CITIZEN,
  command: { action: 'submit', content: aContent(parts) },
})
const problem = (path: string, message: string) => ({ kind: 'text-invalid' as const, problems: [{ path, message }] })

const askedTwice = tell(STORIES.awaitingAtIntake, { actor: CITIZEN, command: COMMANDS.supplySupplement })
const apologised = tell(STORIES.inProgress, { actor: leader, command: COMMANDS.apologise })
const backAtIntake = tell(STORIES.assigning, { actor: leader, command: { ...COMMANDS.sendBack, step: 'intake' } })
const consultedSigning = tell(STORIES.consulting, { actor: specialist, command: COMMANDS.forward })

const administrator = officer('administrator')
const signed = tell(STORIES.signing, { actor: leader, command: COMMANDS.signResult })
const LATER = '2024-03-15T09:00'
const correcting = tell(STORIES.inProgress, { actor: clerk, command: COMMANDS.proposeCorrection, at: LATER })
const deciding = STORIES.deciding

/** Each reason to refuse, once. */
const ROWS: { readonly [Kind in DossierRefusalKind]: Row } = {
  'dossier-unknown': [
    'nobody filed it',
    NO_STORY,
    { actor: clerk, command: COMMANDS.accept },
    { kind: 'dossier-unknown' },
  ],
  'dossier-exists': [
    'it was filed already',
    STORIES.accepted,
    { actor: CITIZEN, command: COMMANDS.submit },
    { kind: 'dossier-exists' },
  ],
  'action-forbidden': [
    'its handler withdraws it',
    STORIES.inProgress,
    { actor: specialist, command: COMMANDS.withdraw },
    {
      kind: 'action-forbidden',
      action: 'withdraw',
      who: 'chủ hồ sơ hoặc người nộp hồ sơ, hoặc cán bộ một cửa tại quầy tiếp nhận hồ sơ',
    },
  ],
  'action-not-allowed': [
    'it is accepted a second time',
    STORIES.accepted,
    { actor: clerk, command: COMMANDS.accept },
    { kind: 'action-not-allowed', action: 'accept', state: 'accepted' },
  ],
  'clock-paused': [
    'it is forwarded while tax is waited for',
    STORIES.paused,
    { actor: specialist, command: COMMANDS.forward },
    { kind: 'clock-paused', action: 'forward', waiting: 'chờ thông báo thuế' },
  ],
  'pause-ground-unknown': [
    'nothing lets the clock stand still for that',
    STORIES.inProgress,
    { actor: specialist, command: { ...COMMANDS.pause, ground: 'la' } },
    { kind: 'pause-ground-unknown', ground: 'la' },
  ],
  'reason-ground-unknown': [
    'a ground is named that the catalogue has for another action only',
    STORIES.inProgress,
    { actor: specialist, command: { ...COMMANDS.requestSupplement, ground: 'unmet' } },
    { kind: 'reason-ground-unknown', ground: 'unmet', action: 'requestSupplement' },
  ],
  'supplement-too-late': [
    'completion is asked for on the fourth working day where the policy forbids it',
    { ...STORIES.inProgress, rulebook: aRulebook({ service: { lateSupplementRequest: 'refuse' } }) },
    { actor: specialist, command: COMMANDS.requestSupplement, at: '2024-03-20T08:00' },
    { kind: 'supplement-too-late', dueAt: parseInstant('2024-03-19T17:00') },
  ],
  'version-stale': [
    'somebody changed it meanwhile',
    STORIES.submitted,
    { actor: clerk, command: COMMANDS.accept, expectedVersion: 1 },
    { kind: 'version-stale', expected: 1, actual: 2 },
  ],
  'procedure-unknown': [
    'no such procedure',
    NO_STORY,
    filing({ procedure: procedureCode('9.999999') }),
    { kind: 'procedure-unknown', procedure: '9.999999' },
  ],
  'procedure-outdated': [
    'another version is in force',
    NO_STORY,
    filing({ procedureVersion: 2 }),
    { kind: 'procedure-outdated', stated: 2, inForce: 1 },
  ],
  'case-unknown': ['no such case', NO_STORY, filing({ caseId: 'la' }), { kind: 'case-unknown', caseId: 'la' }],
  'channel-not-offered': [
    'a paper procedure is filed online',
    NO_STORY,
    filing({ procedure: PAPER_PROCEDURE }),
    { kind: 'channel-not-offered', channel: 'online' },
  ],
  'unit-unknown': [
    'no such agency',
    NO_STORY,
    filing({ agency: unitId('H99') }),
    { kind: 'unit-unknown', unit: 'H99' },
  ],
  'unit-not-competent': [
    'another department does not resolve it',
    NO_STORY,
    filing({ agency: OTHER_AGENCY, counter: OTHER_COUNTER }),
    { kind: 'unit-not-competent', unit: OTHER_AGENCY },
  ],
  'officer-unknown': [
    'no such officer',
    STORIES.assigning,
    { actor: leader, command: { ...COMMANDS.forward, officer: officerId('la') } },
    { kind: 'officer-unknown', officer: 'la' },
  ],
  'officer-not-competent': [
    'the named officer has no such post',
    STORIES.assigning,
    { actor: leader, command: { ...COMMANDS.forward, officer: officerId('clerk') } },
    { kind: 'officer-not-competent', officer: 'clerk' },
  ],
  'officer-missing': [
    'the step of assigning ends without a name',
    STORIES.assigning,
    { actor: leader, command: COMMANDS.forward },
    { kind: 'officer-missing' },
  ],
  'officer-assigned': [
    'somebody has it already',
    STORIES.inProgress,
    { actor: leader, command: COMMANDS.assign },
    { kind: 'officer-assigned', officer: 'specialist' },
  ],
  'step-unknown': [
    'it has not been at that step',
    STORIES.inProgress,
    { actor: specialist, command: { ...COMMANDS.sendBack, step: 'sign' } },
    { kind: 'step-unknown', step: 'sign' },
  ],
  'step-not-final': [
    'a result before the last step',
    STORIES.inProgress,
    { actor: specialist, command: COMMANDS.resolve },
    { kind: 'step-not-final', step: 'appraise' },
  ],
  'step-is-final': [
    'the last step is forwarded',
    STORIES.signing,
    { actor: leader, command: COMMANDS.forward },
    { kind: 'step-is-final', step: 'sign' },
  ],
  'step-not-skippable': [
    'the process lets nobody skip the appraisal',
    STORIES.inProgress,
    { actor: specialist, command: COMMANDS.skip },
    { kind: 'step-not-skippable', step: 'Bước appraise' },
  ],
  'outcome-missing': [
    'the step asks for a choice',
    deciding,
    { actor: specialist, command: COMMANDS.forward },
    { kind: 'outcome-missing', step: 'decide', choices: ['Đạt', 'Cần xác minh', 'Không đạt'] },
  ],
  'outcome-unknown': [
    'the step has no such choice',
    deciding,
    { actor: specialist, command: { ...COMMANDS.forward, outcome: 'later' } },
    { kind: 'outcome-unknown', step: 'decide', outcome: 'later', choices: ['Đạt', 'Cần xác minh', 'Không đạt'] },
  ],
  'part-unknown': [
    'the part is complete already',
    deciding,
    { actor: specialist, command: { ...COMMANDS.completePart, part: 'own' } },
    { kind: 'part-unknown', part: 'own' },
  ],
  'parts-open': [
    'other agencies are at work on it',
    STORIES.linked,
    { actor: clerk, command: COMMANDS.forward },
    {
      kind: 'parts-open',
      names: ['Đăng ký tại Sở Tư pháp', 'Xác nhận của Sở Nội vụ', 'Cấp thẻ của cơ quan ngoài'],
    },
  ],
  'process-version-unknown': [
    'the process has no such version',
    STORIES.inProgress,
    { actor: administrator, command: { action: 'rebase', version: 9 } },
    { kind: 'process-version-unknown', version: 9 },
  ],
  'process-version-same': [
    'it runs under that version already',
    STORIES.inProgress,
    { actor: administrator, command: { action: 'rebase', version: 1 } },
    { kind: 'process-version-same', version: 1 },
  ],
  'position-missing': [
    'the new version assigns nothing',
    STORIES.assigning,
    { actor: administrator, command: COMMANDS.rebase },
    { kind: 'position-missing', steps: ['assign'] },
  ],
  'nothing-to-take-back': [
    'the specialist is at work already',
    tell(STORIES.inProgress, { actor: specialist, command: COMMANDS.consult, at: '2024-03-14T09:00' }),
    { actor: leader, command: COMMANDS.takeBack, at: '2024-03-14T10:00' },
    { kind: 'nothing-to-take-back' },
  ],
  'nothing-to-send-back': [
    'it lies at the first step',
    backAtIntake,
    { actor: clerk, command: COMMANDS.sendBack },
    { kind: 'nothing-to-send-back' },
  ],
  'documents-missing': [
    'the application form is not there',
    NO_STORY,
    filing({ documents: [] }),
    { kind: 'documents-missing', missing: ['Giấy tờ don'] },
  ],
  'answers-invalid': [
    'the form is empty',
    NO_STORY,
    filing({ answers: {} }),
    { kind: 'answers-invalid', problems: [{ path: 'purpose', message: 'Nhập mục đích.' }] },
  ],
  'text-invalid': [
    'the number of the identity card is too short',
    NO_STORY,
    {
      actor: clerk,
      command: {
        action: 'submit',
        content: aCounterContent({ applicant: aParty({ account: null, idNumber: '123' }) }),
      },
    },
    problem('applicant.idNumber', 'Số định danh cá nhân phải có đúng 12 chữ số; hãy xem lại trên thẻ căn cước.'),
  ],
  'reason-missing': [
    'it is refused without a reason',
    STORIES.inProgress,
    { actor: specialist, command: { action: 'refuse', reason: ' \n' } },
    { kind: 'reason-missing' },
  ],
  'supplement-repeated': [
    'a second supplement is asked for at intake',
    askedTwice,
    { actor: clerk, command: COMMANDS.requestSupplement },
    { kind: 'supplement-repeated' },
  ],
  'payment-not-owed': [
    'all is paid',
    STORIES.paid,
    { actor: clerk, command: COMMANDS.recordPayment },
    { kind: 'payment-not-owed' },
  ],
  'payment-amount-wrong': [
    'a part is paid',
    STORIES.accepted,
    { actor: clerk, command: { ...COMMANDS.recordPayment, amount: dong(20_000) } },
    { kind: 'payment-amount-wrong', owed: 50_000, paid: 20_000 },
  ],
  'fee-unpaid': [
    'the result is handed out before the fee is paid',
    STORIES.resolved,
    { actor: clerk, command: COMMANDS.return },
    { kind: 'fee-unpaid', owed: 50_000 },
  ],
  'consultation-unknown': [
    'an opinion that nobody asked for',
    STORIES.consulting,
    { actor: officer('otherSpecialist'), command: { ...COMMANDS.answerConsultation, id: '2' } },
    { kind: 'consultation-unknown', id: '2' },
  ],
  'consultation-open': [
    'an opinion is still waited for',
    consultedSigning,
    { actor: leader, command: COMMANDS.resolve },
    { kind: 'consultation-open', count: 1 },
  ],
  'date-out-of-range': [
    'the result is dated tomorrow',
    STORIES.signing,
    { actor: leader, command: { ...COMMANDS.resolve, result: { ...COMMANDS.resolve.result, issuedOn: '2024-03-15' } } },
    { kind: 'date-out-of-range', field: 'result.issuedOn', reason: 'Ngày ban hành không được ở tương lai.' },
  ],
  'extension-used': [
    'a second letter of apology',
    apologised,
    { actor: leader, command: { ...COMMANDS.apologise, dueAt: parseInstant('2024-05-06T10:00') } },
    { kind: 'extension-used' },
  ],
  'no-due-time': [
    'an apology where no time is given',
    STORIES.acceptedShort,
    { actor: leader, command: COMMANDS.apologise },
    { kind: 'no-due-time' },
  ],
  'calendar-missing': [
    'the calendar ends before the due time',
    STORIES.submitted,
    { actor: clerk, command: COMMANDS.accept, at: '2025-12-30T08:00' },
    { kind: 'calendar-missing', date: '2026-01-01' },
  ],
  'rules-missing': [
    'nobody said how codes are written',
    { ...STORIES.submitted, rulebook: aRulebook({ without: 'codeFormat' }) },
    { actor: clerk, command: COMMANDS.accept },
    { kind: 'rules-missing', what: 'codeFormat', date: '2024-03-14' },
  ],
  'result-signed': [
    'the result is signed a second time',
    signed,
    { actor: leader, command: COMMANDS.signResult },
    { kind: 'result-signed', number: '15/QĐ-STP' },
  ],
  'nothing-to-correct': [
    'the hour of the return is corrected before anything was returned',
    STORIES.inProgress,
    { actor: clerk, command: { ...COMMANDS.proposeCorrection, what: 'returnedAt' } },
    { kind: 'nothing-to-correct', what: 'returnedAt' },
  ],
  'evidence-missing': [
    'a correction comes without evidence',
    STORIES.inProgress,
    { actor: clerk, command: { ...COMMANDS.proposeCorrection, document: ' ' }, at: LATER },
    { kind: 'evidence-missing' },
  ],
  'correction-open': [
    'the same time is to be corrected twice at once',
    correcting,
    { actor: clerk, command: COMMANDS.proposeCorrection, at: LATER },
    { kind: 'correction-open', what: 'acceptedAt' },
  ],
  'correction-unknown': [
    'a correction is approved that nobody proposed',
    STORIES.inProgress,
    { actor: leader, command: COMMANDS.approveCorrection },
    { kind: 'correction-unknown', number: 1 },
  ],
  'correction-own': [
    'the leader approves what he proposed himself',
    tell(STORIES.inProgress, { actor: leader, command: COMMANDS.proposeCorrection, at: LATER }),
    { actor: leader, command: COMMANDS.approveCorrection, at: LATER },
    { kind: 'correction-own' },
  ],
  'nothing-corrected': [
    'the correction changes nothing',
    STORIES.accepted,
    { actor: clerk, command: { ...COMMANDS.correct, applicant: aParty() } },
    { kind: 'nothing-corrected' },
  ],
}

for (const [kind, [what, story, question, expected]] of Object.entries(ROWS)) {
  test(`${question.command.action} is refused with ${kind} when ${what}`, () => {
    assert.deepEqual(refusalOf(story, question), expected)
  })
  test(`${kind} is explained by what happened, why and what to do`, () => {
    const { title, detail, advice } = explainRefusal(expected, story.rulebook)
    assert.match(title, /^\p{Lu}[^.]+$/u)
    assert.match(detail, /^\p{Lu}.*\.$/u)
    assert.match(advice, /^\p{Lu}.*\.$/u)
  })
}
