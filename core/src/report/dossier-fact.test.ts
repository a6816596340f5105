import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DossierContent } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/dossier-events.ts'
import { dossierCode, dossierId, procedureCode, unitId } from '../kernel/ids.ts'
import { instant, parseInstant } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { type DossierFact, factAfter, type FactOrigin, factOrigin, NEVER } from './report.ts'

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

const ORIGIN: FactOrigin = factOrigin(CONTENT, undefined)

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

/** Events with their minutes after T, numbered from 2. */
function fold(...events: readonly (readonly [number, DossierEvent])[]): DossierFact {
  let fact: DossierFact | null = null
  events.forEach(([at, event], index) => {
    fact = factAfter(fact, { dossier: DOSSIER, number: index + 2, at: after(at), event }, () => ORIGIN)
  })
  assert.ok(fact !== null)
  return fact
}

test('what was not accepted is outside the statistics', () => {
  const declined: DossierEvent = { type: 'declined', reason: 'r' }
  for (const event of [{ type: 'submitted', content: CONTENT } as const, declined, stopped]) {
    assert.equal(
      factAfter(null, { dossier: DOSSIER, number: 1, at: T, event }, () => ORIGIN),
      null,
    )
  }
})

test('acceptance freezes how and where the dossier came, and what its procedure was marked with', () => {
  const procedure = { field: 'Hộ tịch', marks: ['certifiedCopy'] } as unknown as Procedure
  assert.deepEqual(factOrigin(CONTENT, procedure), {
    procedure: '1.001193',
    field: 'Hộ tịch',
    counter: 'counter',
    agency: 'H20.15',
    channel: 'postal',
    delivery: 'online',
    certifiedCopy: true,
    interlinked: false,
  })
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
  const again = { dossier: DOSSIER, number: 3, at: after(99), event: supplement }
  assert.equal(
    factAfter(fact, again, () => ORIGIN),
    fact,
  )
  assert.equal(
    factAfter(fact, { ...again, number: 4, event: corrected }, () => ORIGIN),
    fact,
  )
})

test('a clock that ran backwards makes nothing known before what it replaces', () => {
  assert.equal(fold([10, accepted(60)], [5, supplement]).knownFrom, after(10))
})
