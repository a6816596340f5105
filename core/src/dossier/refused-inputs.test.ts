import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Ask,
  aParty,
  CITIZEN,
  COMMANDS,
  ID,
  NO_STORY,
  officer,
  refusalOf,
  STORIES,
  STRANGER,
} from '../../test/a-dossier.ts'
import { OFFICERS, OTHER_AGENCY, RULEBOOK } from '../../test/a-rulebook.ts'
import { accountId } from '../kernel/ids.ts'
import { parseInstant } from '../kernel/instant.ts'
import type { Command } from './decide.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { explainRefusal } from './refusal-text.ts'

const clerk = officer('clerk')
const specialist = officer('specialist')
const leader = officer('leader')

test('an opinion is asked for with a question, and within the time of the dossier', () => {
  const consult = (parts: Partial<Command<'consult'>>): Ask => ({
    actor: specialist,
    command: { ...COMMANDS.consult, ...parts },
  })
  assert.equal(
    refusalOf(STORIES.inProgress, consult({ dueAt: parseInstant('2024-03-14T07:00') })).kind,
    'date-out-of-range',
  )
  assert.equal(
    refusalOf(STORIES.inProgress, consult({ dueAt: parseInstant('2024-04-14T07:00') })).kind,
    'date-out-of-range',
  )
  assert.equal(refusalOf(STORIES.inProgress, consult({ question: '' })).kind, 'text-invalid')
})

test('the new time of an apology is a working day after the old one', () => {
  const apologise = (dueAt: string): Ask => ({
    actor: leader,
    command: { ...COMMANDS.apologise, dueAt: parseInstant(dueAt) },
  })
  assert.equal(refusalOf(STORIES.inProgress, apologise('2024-03-20T10:00')).kind, 'date-out-of-range')
  assert.equal(refusalOf(STORIES.inProgress, apologise('2024-03-23T10:00')).kind, 'date-out-of-range')
  assert.equal(refusalOf(STORIES.inProgress, apologise('2030-03-25T10:00')).kind, 'calendar-missing')
})

test('nothing is dated before what has happened', () => {
  const refusal = refusalOf(STORIES.inProgress, {
    actor: specialist,
    command: COMMANDS.forward,
    at: '2024-03-14T07:59',
  })
  assert.equal(refusal.kind, 'date-out-of-range')
})

test('before acceptance a dossier sent back for completion cannot be stopped, and after it not be declined', () => {
  assert.equal(refusalOf(STORIES.awaitingAtIntake, { actor: clerk, command: COMMANDS.stop }).kind, 'action-not-allowed')
  assert.equal(
    refusalOf(STORIES.awaitingSupplement, { actor: clerk, command: COMMANDS.decline }).kind,
    'action-not-allowed',
  )
})

test('a correction leaves the account alone', () => {
  const applicant = aParty({ account: accountId('la') })
  assert.equal(
    refusalOf(STORIES.accepted, { actor: clerk, command: { ...COMMANDS.correct, applicant } }).kind,
    'text-invalid',
  )
})

test('a supplement brings something', () => {
  const empty = { action: 'supplySupplement', documents: [], note: null } as const
  assert.deepEqual(refusalOf(STORIES.awaitingSupplement, { actor: CITIZEN, command: empty }), {
    kind: 'documents-missing',
    missing: ['Bản sao giấy khai sinh'],
  })
})

test('a stranger learns nothing of a dossier, not even that it exists', () => {
  const ask: Ask = { actor: STRANGER, command: COMMANDS.withdraw, expectedVersion: 1 }
  assert.deepEqual(refusalOf(STORIES.returned, ask), refusalOf(NO_STORY, ask))
  assert.equal(STORIES.returned.dossier?.id, ID)
})

test('people read names, and of what has none no id either', () => {
  const detailOf = (refusal: DossierRefusal): string => explainRefusal(refusal, RULEBOOK).detail
  assert.ok(detailOf({ kind: 'unit-not-competent', unit: OTHER_AGENCY }).startsWith('Sở Nội vụ không có thẩm quyền'))
  assert.ok(detailOf({ kind: 'officer-not-competent', officer: 'clerk' }).includes(OFFICERS.clerk.name))
  assert.ok(detailOf({ kind: 'officer-assigned', officer: 'clerk' }).includes(OFFICERS.clerk.name))
  const nameless: readonly DossierRefusal[] = [
    { kind: 'unit-unknown', unit: 'x-9' },
    { kind: 'unit-not-competent', unit: 'x-9' },
    { kind: 'officer-unknown', officer: 'x-9' },
    { kind: 'officer-not-competent', officer: 'x-9' },
    { kind: 'officer-assigned', officer: 'x-9' },
    { kind: 'step-unknown', step: 'x-9' },
    { kind: 'case-unknown', caseId: 'x-9' },
  ]
  for (const refusal of nameless) assert.doesNotMatch(detailOf(refusal), /x-9|undefined/)
})
