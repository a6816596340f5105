import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AGENCY, COUNTER, OTHER_COUNTER, PROCEDURE, RULEBOOK } from '../../test/a-rulebook.ts'
import type { DossierContent, SubmittedDocument } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/dossier-events.ts'
import { NEVER } from '../figure/figure.ts'
import { dossierCode, dossierId, fileHash, procedureCode, unitId } from '../kernel/ids.ts'
import { instant, parseInstant } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import { type CountedEvent, type DossierFact, factAfter, factOrigin } from './report.ts'

const DOSSIER = dossierId('d')
const T = parseInstant('2024-03-01T08:00')
const after = (count: number) => instant(T + count * 60_000)

const CONTENT: DossierContent = {
  procedure: procedureCode('1.001193'),
  procedureVersion: 1,
  caseId: 'default',
  channel: 'postal',
  counter: unitId('counter'),
  agency: unitId('H20.15'),
  applicant: {
    ...{ kind: 'person', name: 'A', idNumber: '1', birthDate: null },
    ...{ address: 'x', phone: null, email: null, account: null },
  },
  submitter: null,
  answers: {},
  documents: [],
  delivery: { by: 'online', address: null },
  copies: 1,
}

const accepted = (dueAt: number | null): DossierEvent => ({
  type: 'accepted',
  code: dossierCode('H20.15-240301-0001'),
  process: { id: 'p', version: 1 },
  legal: { unit: 'workingDays', amount: 1 },
  committed: null,
  policies: {
    afterSupplement: 'restart',
    workingDay: 'eightHours',
    rollForward: true,
    onTime: 'byDay',
    sameDayUntil: 900,
  },
  dueAt: dueAt === null ? null : after(dueAt),
  fee: [],
  position: { step: 's', unit: unitId('u'), role: 'specialist', officer: null, since: T, dueAt: null },
})
const supplement: DossierEvent = { type: 'supplementRequested', items: ['x'], reason: 'y', after: 'restart' }
const supplied = (dueAt: number | null): DossierEvent => ({
  type: 'supplementSupplied',
  documents: [],
  note: null,
  dueAt: dueAt === null ? null : after(dueAt),
  stepDueAt: null,
})
const paymentRequested: DossierEvent = { type: 'paymentRequested', lines: [], ground: 'payment' }
const paid = (dueAt: number | null): DossierEvent => ({
  ...{ type: 'paymentRecorded', amount: dong(1), method: 'cash', reference: null, stepDueAt: null },
  dueAt: dueAt === null ? null : after(dueAt),
})
const apologised = (dueAt: number): DossierEvent => ({
  type: 'apologised',
  letter: 'l',
  reason: 'r',
  dueAt: after(dueAt),
})
const stopped: DossierEvent = { type: 'stopped', reason: 'r', finish: 'late' }
const corrected: DossierEvent = { type: 'corrected', applicant: CONTENT.applicant, answers: null, reason: 'r' }

const filed = (parts: Partial<DossierContent> = {}): DossierEvent => ({
  type: 'submitted',
  content: { ...CONTENT, ...parts },
})
const declined: DossierEvent = { type: 'declined', reason: 'r' }
const resolvedWith = (file: string | null): DossierEvent => ({
  ...{ type: 'resolved', finish: 'early' },
  result: { number: '1', issuedOn: '2024-03-04', summary: 's', file: file === null ? null : fileHash(file) },
  to: { step: 's', unit: unitId('u'), role: 'clerk', officer: null, since: T, dueAt: null },
})

type At = readonly [minute: number, event: DossierEvent]

function stored([minute, event]: At, number: number): CountedEvent {
  return { dossier: DOSSIER, number, at: after(minute), actor: `officer:by-${event.type}`, event }
}

/** Events with their minutes after T. */
function foldAll(...events: readonly At[]): DossierFact {
  const fact = events.reduce<DossierFact | null>(
    (known, each, index) => factAfter(known, stored(each, index + 1), RULEBOOK),
    null,
  )
  assert.ok(fact !== null)
  return fact
}

/** The same of a dossier that was filed at T. */
const fold = (...events: readonly At[]): DossierFact => foldAll([0, filed()], ...events)

function aDocument(kind: SubmittedDocument['kind']): SubmittedDocument {
  const file = kind === 'file' ? { hash: fileHash('a'.repeat(64)), name: 'a', type: 'application/pdf', bytes: 1 } : null
  return { required: null, name: 'Giấy tờ', kind, originals: 1, copies: 0, file }
}

test('a draft is nobody’s business', () => {
  assert.equal(factAfter(null, stored([0, { type: 'draftSaved', content: CONTENT }], 1), RULEBOOK), null)
})

test('submission says how and where the dossier came, and what its procedure is marked with', () => {
  const content = { ...CONTENT, procedure: PROCEDURE, counter: COUNTER, agency: AGENCY }
  assert.deepEqual(factOrigin(content, RULEBOOK), {
    ...{ procedure: PROCEDURE, field: 'ho-tich', onlineLevel: 'fullyOnline', counter: COUNTER, agency: AGENCY },
    ...{ elsewhere: false, channel: 'postal', delivery: 'online', certifiedCopy: false, interlinked: false },
  })
  assert.equal(factOrigin({ ...content, counter: OTHER_COUNTER }, RULEBOOK).elsewhere, true)
  const gone = factOrigin({ ...CONTENT, procedure: procedureCode('9.999999') }, RULEBOOK)
  assert.deepEqual([gone.field, gone.onlineLevel, gone.elsewhere], ['', 'none', false])
})

test('an online filing is to be accepted within eight working hours, anew when what was missing has come', () => {
  const online = filed({ channel: 'online', counter: COUNTER })
  assert.equal(foldAll([0, online]).acceptDueAt, parseInstant('2024-03-04T08:00'))
  assert.equal(foldAll([0, online], [60, supplement]).acceptDueAt, null)
  const again = foldAll([0, online], [60, supplement], [120, supplied(null)])
  assert.equal(again.acceptDueAt, parseInstant('2024-03-04T10:00'))
  assert.equal(foldAll([0, filed({ counter: COUNTER })]).acceptDueAt, null)
})

test('what was declined or taken back before acceptance was never finished, only left', () => {
  const { declinedAt, ending, finishedAt, acceptedAt, code } = fold([5, declined])
  assert.deepEqual([declinedAt, ending, finishedAt, acceptedAt, code], [after(5), 'declined', null, null, null])
  const withdrawn = fold([5, supplement], [9, { type: 'withdrawn', reason: 'r', finish: null }])
  assert.deepEqual([withdrawn.declinedAt, withdrawn.ending, withdrawn.pauseGround], [after(9), 'withdrawn', null])
})

test('who accepted and who finished stands beside the times', () => {
  const fact = fold([5, accepted(60)], [9, resolvedWith(null)])
  assert.deepEqual(
    [fact.submittedAt, fact.acceptedAt, fact.acceptedBy, fact.finishedAt, fact.finishedBy],
    [T, after(5), 'by-accepted', after(9), 'by-resolved'],
  )
})

test('what a counter scans counts as digitised, what an applicant uploads does not', () => {
  const documents = [aDocument('paper'), aDocument('file'), aDocument('reuse')]
  const counts = ({ documentCount, digitisedCount, reusedCount }: DossierFact) => [
    ...[documentCount, digitisedCount, reusedCount],
  ]
  assert.deepEqual(counts(foldAll([0, filed({ documents })])), [3, 1, 1])
  assert.deepEqual(counts(foldAll([0, filed({ documents, channel: 'online' })])), [3, 0, 1])
  const more: DossierEvent = { ...supplied(null), documents: [aDocument('file')] } as DossierEvent
  assert.deepEqual(counts(foldAll([0, filed({ documents })], [5, supplement], [9, more])), [4, 2, 1])
})

test('a result is electronic if it is a file, and unknown while there is none', () => {
  assert.equal(fold([5, accepted(60)]).electronicResult, null)
  assert.equal(fold([5, accepted(60)], [9, resolvedWith(null)]).electronicResult, false)
  assert.equal(fold([5, accepted(60)], [9, resolvedWith('b'.repeat(64))]).electronicResult, true)
  assert.equal(fold([5, accepted(60)], [9, stopped]).electronicResult, null)
})

test('money is owed from the fee at acceptance or from what is asked for later, and paid as the last payment came', () => {
  const fee = [{ id: 'f', name: 'Lệ phí', amount: dong(8_000) }]
  assert.equal(fold([5, accepted(60)]).feeOwed, false)
  assert.equal(fold([5, { ...accepted(60), fee } as DossierEvent]).feeOwed, true)
  const asked = fold([5, accepted(60)], [6, { type: 'paymentRequested', lines: fee, ground: 'payment' }])
  assert.deepEqual([asked.feeOwed, asked.paidHow], [true, null])
  assert.equal(fold([5, accepted(60)], [6, paid(null)]).paidHow, 'cash')
})

test('each time the applicant is asked to complete it counts, before and after acceptance', () => {
  const twice = fold([1, supplement], [2, supplied(null)], [3, accepted(60)], [4, supplement], [5, supplied(70)])
  assert.equal(twice.supplements, 2)
})

test('without a term a dossier never falls due', () => {
  assert.equal(fold([0, accepted(null)]).dueAt, NEVER)
})

test('while the clock stands still nothing falls due, and then the new time counts', () => {
  const waiting = fold([0, accepted(60)], [60, supplement])
  assert.deepEqual([waiting.dueAt, waiting.pausedAt, waiting.pauseGround], [NEVER, after(60), 'supplement'])
  const running = fold([0, accepted(60)], [10, supplement], [90, supplied(150)])
  assert.deepEqual([running.dueAt, running.pausedAt, running.pauseGround], [after(150), null, null])
})

test('what was overdue before it waits stays overdue', () => {
  assert.equal(fold([0, accepted(60)], [61, paymentRequested]).dueAt, after(60))
})

test('a fee that is paid while the clock runs, or waits for papers, moves nothing', () => {
  assert.equal(fold([0, accepted(60)], [5, paid(999)]).dueAt, after(60))
  assert.equal(fold([0, accepted(60)], [5, supplement], [6, paid(null)]).pauseGround, 'supplement')
  assert.equal(fold([0, accepted(60)], [5, paymentRequested], [6, paid(70)]).dueAt, after(70))
})

test('an apology appoints a new time and is known from its own moment', () => {
  const fact = fold([0, accepted(60)], [30, apologised(200)])
  assert.deepEqual([fact.dueAt, fact.apologisedAt, fact.knownFrom], [after(200), after(30), after(30)])
  assert.equal(fold([0, accepted(60)], [70, supplement], [80, apologised(200)]).dueAt, NEVER)
})

test('whatever ends the clock ends its waiting too', () => {
  const fact = fold([0, accepted(60)], [10, supplement], [20, stopped])
  assert.deepEqual([fact.finishedAt, fact.finish, fact.ending, fact.pausedAt], [after(20), 'late', 'stopped', null])
})

test('an end without a class after acceptance is a fault, not a figure', () => {
  assert.throws(() => fold([0, accepted(60)], [10, { type: 'withdrawn', reason: 'r', finish: null }]), /event 3 of d/)
})

test('a correction changes no figure, and an event that was counted is not counted again', () => {
  const fact = fold([0, accepted(60)], [10, supplement])
  assert.equal(factAfter(fact, stored([99, supplement], 3), RULEBOOK), fact)
  assert.equal(factAfter(fact, stored([99, corrected], 4), RULEBOOK), fact)
})

test('a clock that ran backwards makes nothing known before what it replaces', () => {
  assert.equal(fold([10, accepted(60)], [5, supplement]).knownFrom, after(10))
})

test('of several requests to complete it the ground of the last one counts, and none where the last named none', () => {
  const on = (ground: string) => ({ ...supplement, ground }) as DossierEvent
  const twice = [
    [2, supplied(null)],
    [3, accepted(60)],
  ] as const
  assert.equal(fold([1, on('a')], ...twice, [4, on('b')]).supplementGround, 'b')
  assert.equal(fold([1, on('a')], ...twice, [4, supplement]).supplementGround, null)
  assert.equal(fold([1, on('a')], ...twice).supplementGround, 'a')
})

test('the ground on which it was turned back stands beside how it ended', () => {
  const grounds = ({ ending, endingGround }: DossierFact) => [ending, endingGround]
  assert.deepEqual(grounds(fold([5, { ...declined, ground: 'a' } as DossierEvent])), ['declined', 'a'])
  assert.deepEqual(grounds(fold([0, accepted(60)], [9, { ...stopped, ground: 'b' } as DossierEvent])), ['stopped', 'b'])
  assert.deepEqual(grounds(fold([0, accepted(60)], [9, stopped])), ['stopped', null])
})

test('how the result was handed over is what really happened, not what was asked for', () => {
  const returned = { type: 'returned', receivedBy: 'An', by: 'postal' } as const
  const fact = fold([0, accepted(60)], [9, resolvedWith(null)], [20, returned])
  assert.deepEqual([fact.delivery, fact.returnedAt, fact.returnedHow], ['online', after(20), 'postal'])
})
