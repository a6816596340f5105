import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMANDS, dossierOf, officer, refusalOf, STORIES, type Story, tell } from '../../test/a-dossier.ts'
import { RULEBOOK } from '../../test/a-rulebook.ts'
import { parseInstant } from '../kernel/instant.ts'
import { movesDueTime, proposedDueAt } from './apologise-for-delay.ts'
import { correctedTimes } from './dossier.ts'
import { offersFor } from './offers.ts'

const clerk = officer('clerk')
const leader = officer('leader')
const specialist = officer('specialist')
const SYSTEM = { kind: 'system', name: 'reminder' } as const
const at = (local: string) => parseInstant(local)
const context = (local: string) => ({ now: at(local), actor: leader, rulebook: RULEBOOK })

const dueOf = (story: Story) => dossierOf(story).dueAt

test('a draft of an apology moves nothing until it is signed', () => {
  const drafted = tell(STORIES.inProgress, { actor: specialist, command: COMMANDS.draftApology })
  assert.equal(dueOf(drafted), dueOf(STORIES.inProgress))
  assert.equal(dossierOf(drafted).apology?.signedAt, null)
  const signed = tell(drafted, { actor: leader, command: COMMANDS.apologise })
  assert.equal(dueOf(signed), COMMANDS.apologise.dueAt)
  const { apology } = dossierOf(signed)
  assert.deepEqual([apology?.letter, apology?.moved, apology?.draftedBy], ['12/PXL', true, 'officer:specialist'])
  assert.equal(refusalOf(signed, { actor: specialist, command: COMMANDS.draftApology }).kind, 'extension-used')
})

test('the product drafts without a reason, a person never does', () => {
  const open = { ...COMMANDS.draftApology, reason: '' }
  assert.equal(dossierOf(tell(STORIES.inProgress, { actor: SYSTEM, command: open })).apology?.reason, '')
  assert.equal(refusalOf(STORIES.inProgress, { actor: specialist, command: open }).kind, 'reason-missing')
})

test('a letter signed on the due day is kept, and the appointed time stays', () => {
  const late = '2024-03-21T07:30'
  const command = { ...COMMANDS.apologise, dueAt: at('2024-04-01T10:00') }
  const signed = tell(STORIES.inProgress, { actor: leader, command, at: late })
  assert.equal(dueOf(signed), dueOf(STORIES.inProgress))
  const { apology, clock } = dossierOf(signed)
  assert.deepEqual([apology?.moved, apology?.promisedAt, clock?.extension], [false, at('2024-04-01T10:00'), null])
  assert.equal(refusalOf(signed, { actor: leader, command, at: late }).kind, 'extension-used')
})

test('a letter may be signed up to the working day before', () => {
  const dossier = dossierOf(STORIES.inProgress)
  assert.equal(movesDueTime(dossier, context('2024-03-20T16:59')), true)
  assert.equal(movesDueTime(dossier, context('2024-03-21T07:00')), false)
  const proposed = proposedDueAt(dossier, context('2024-03-20T09:00'))
  assert.ok(dossier.dueAt !== null && proposed > dossier.dueAt)
})

test('a signed result closes nothing: the finish stays the moment of closing', () => {
  const signed = tell(STORIES.signing, { actor: leader, command: COMMANDS.signResult, at: '2024-03-14T10:00' })
  assert.deepEqual([dossierOf(signed).state, dossierOf(signed).finishedAt], ['inProgress', null])
  const closed = tell(signed, { actor: leader, command: COMMANDS.resolve, at: '2024-03-15T09:00' })
  assert.equal(dossierOf(closed).finishedAt, at('2024-03-15T09:00'))
  assert.equal(dossierOf(closed).signedResult?.signedAt, at('2024-03-14T10:00'))
})

const finished = tell(STORIES.signing, { actor: leader, command: COMMANDS.resolve, at: '2024-03-22T09:00' })
const toDay = (local: string) =>
  ({ ...COMMANDS.proposeCorrection, what: 'finishedAt', to: at(local), reason: 'Đã ban hành hôm trước' }) as const

test('a past time is never edited: what it should have been stands beside it', () => {
  assert.equal(dossierOf(finished).finish, 'late')
  const ask = '2024-03-25T08:00'
  const proposed = tell(finished, { actor: clerk, command: toDay('2024-03-20T16:00'), at: ask })
  assert.equal(correctedTimes(dossierOf(proposed)).finishedAt, null)
  const approved = tell(proposed, { actor: leader, command: COMMANDS.approveCorrection, at: '2024-03-25T09:00' })
  const { finishedAt, finish, corrections } = dossierOf(approved)
  assert.deepEqual([finishedAt, finish], [at('2024-03-22T09:00'), 'late'])
  assert.deepEqual(
    [correctedTimes(dossierOf(approved)).finishedAt, correctedTimes(dossierOf(approved)).finish],
    [at('2024-03-20T16:00'), 'early'],
  )
  assert.deepEqual(corrections[0]?.decidedBy, 'officer:leader')
})

test('a rejected correction is kept with its answer and counts nowhere', () => {
  const proposed = tell(finished, { actor: clerk, command: toDay('2024-03-20T16:00'), at: '2024-03-25T08:00' })
  const rejected = tell(proposed, { actor: leader, command: COMMANDS.rejectCorrection, at: '2024-03-25T09:00' })
  assert.equal(correctedTimes(dossierOf(rejected)).finishedAt, null)
  assert.deepEqual(
    dossierOf(rejected).corrections.map(({ state, answer }) => [state, answer]),
    [['rejected', 'Không đủ căn cứ']],
  )
})

test('corrected times still follow each other', () => {
  const when = '2024-03-25T08:00'
  for (const to of ['2024-03-13T16:00', '2024-03-26T08:00', '2024-03-22T09:00']) {
    assert.equal(refusalOf(finished, { actor: clerk, command: toDay(to), at: when }).kind, 'date-out-of-range', to)
  }
})

test('who may decide a correction is offered it, and the proposer is told why not', () => {
  const proposed = tell(finished, { actor: leader, command: toDay('2024-03-20T16:00'), at: '2024-03-25T08:00' })
  const offers = offersFor(dossierOf(proposed), context('2024-03-25T09:00'))
  const approve = offers.find(({ action }) => action === 'approveCorrection')
  assert.ok(approve?.allowed === false && /không được quyết định/.test(approve.reason))
})
