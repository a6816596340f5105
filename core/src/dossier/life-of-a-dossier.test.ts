import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aContent,
  aCounterContent,
  aDocument,
  ask,
  CITIZEN,
  COMMANDS,
  dossierOf,
  ID,
  NO_STORY,
  officer,
  refusalOf,
  SYSTEM,
  STORIES,
  type Story,
  tell,
} from '../../test/a-dossier.ts'
import { aRulebook, COUNTER, DIVISION, PAPER_PROCEDURE } from '../../test/a-rulebook.ts'
import { officerId } from '../kernel/ids.ts'
import { type Instant, localDateOf, localMinute } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import { foldDossier } from './evolve.ts'

const clerk = officer('clerk')
const specialist = officer('specialist')
const leader = officer('leader')

/** `2024-03-21 08:00` in Vietnam. */
function wall(at: Instant | null | undefined): string | null {
  if (at === null || at === undefined) return null
  const { minute } = localMinute(at)
  return `${localDateOf(at)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const due = (story: Story) => [wall(story.dossier?.dueAt), wall(story.dossier?.position?.dueAt)]
const place = (story: Story) => {
  const position = story.dossier?.position
  return [position?.step, position?.unit, position?.officer ?? null]
}

test('a dossier from the first draft to the result in the hand', () => {
  const story = resultInHand(pausedTwice(acceptedAndNamed()))
  assert.deepEqual(foldDossier(ID, story.events), dossierOf(story))
})

function acceptedAndNamed(): Story {
  let story = tell(NO_STORY, {
    actor: CITIZEN,
    at: '2024-03-13T20:00',
    command: { action: 'saveDraft', content: aContent({ documents: [] }) },
  })
  assert.equal(story.dossier?.submittedAt, null)
  story = tell(story, { actor: CITIZEN, at: '2024-03-13T20:05', command: COMMANDS.submit, expectedVersion: 1 })
  assert.deepEqual(
    [story.dossier?.state, story.dossier?.filedBy, story.dossier?.code],
    ['submitted', 'citizen:an', null],
  )

  // Thursday at eight: five working days, as promised, and half a day for the counter.
  story = tell(story, { actor: clerk, at: '2024-03-14T08:00', command: COMMANDS.accept, expectedVersion: 2 })
  assert.equal(story.dossier?.code, 'H20.15-240314-0001')
  assert.deepEqual(due(story), ['2024-03-21 08:00', '2024-03-14 14:00'])
  assert.deepEqual(place(story), ['intake', COUNTER, 'clerk'])
  assert.deepEqual(story.dossier?.fee?.total, 50_000)

  story = tell(story, { actor: clerk, at: '2024-03-14T09:00', command: COMMANDS.forward })
  assert.deepEqual([story.dossier?.state, ...place(story)], ['inProgress', 'assign', 'H20.15', null])
  const named = { ...COMMANDS.forward, officer: officerId('specialist'), note: 'Xử lý sớm' }
  story = tell(story, { actor: leader, at: '2024-03-14T10:00', command: named })
  assert.deepEqual(place(story), ['appraise', DIVISION, 'specialist'])
  assert.deepEqual(due(story), ['2024-03-21 08:00', '2024-03-18 10:00'])
  return story
}

function pausedTwice(named: Story): Story {
  // Something is missing: the clock stands still, and counts again from the start (NĐ 61/2018 Đ.19.4).
  let story = tell(named, { actor: specialist, at: '2024-03-15T10:00', command: COMMANDS.requestSupplement })
  assert.deepEqual([story.dossier?.state, ...due(story)], ['awaitingSupplement', null, null])
  story = tell(story, { actor: CITIZEN, at: '2024-03-18T09:00', command: COMMANDS.supplySupplement })
  assert.deepEqual([story.dossier?.state, ...due(story)], ['inProgress', '2024-03-25 09:00', '2024-03-20 09:00'])
  assert.equal(story.dossier?.content.documents.length, 2)

  // One working day of waiting for the tax moves both times by one working day.
  story = tell(story, { actor: specialist, at: '2024-03-18T14:00', command: COMMANDS.requestPayment })
  assert.deepEqual([story.dossier?.state, ...due(story)], ['awaitingPayment', null, null])
  const paid = { ...COMMANDS.recordPayment, amount: dong(1_050_000), method: 'online', reference: 'FT240319' } as const
  story = tell(story, { actor: SYSTEM, at: '2024-03-19T14:00', command: paid })
  assert.deepEqual([story.dossier?.state, ...due(story)], ['inProgress', '2024-03-26 09:00', '2024-03-21 09:00'])
  return story
}

function resultInHand(handled: Story): Story {
  let story = tell(handled, { actor: specialist, at: '2024-03-20T08:00', command: COMMANDS.forward })
  const result = { number: '15/QĐ-STP', issuedOn: '2024-03-20', summary: 'Cấp phiếu lý lịch', file: null }
  story = tell(story, { actor: leader, at: '2024-03-20T15:00', command: { action: 'resolve', result } })
  assert.deepEqual(
    [story.dossier?.state, story.dossier?.finish, wall(story.dossier?.finishedAt)],
    ['resolved', 'early', '2024-03-20 15:00'],
  )
  assert.deepEqual(place(story), ['return', COUNTER, null])

  story = tell(story, { actor: clerk, at: '2024-03-21T09:00', command: COMMANDS.return })
  const end = dossierOf(story)
  assert.deepEqual([end.state, end.position, wall(end.returnedAt)], ['returned', null, '2024-03-21 09:00'])
  assert.deepEqual(
    end.path.map((each) => [each.step, each.officer]),
    [
      ['intake', 'clerk'],
      ['assign', 'leader'],
      ['appraise', 'specialist'],
      ['sign', 'leader'],
      ['return', 'clerk'],
    ],
  )
  return story
}

test('where the province lets the time go on after a supplement, it goes on with what was left', () => {
  const rulebook = aRulebook({ policies: { afterSupplement: 'continue' } })
  let story = tell(
    { ...STORIES.submitted, rulebook },
    { actor: clerk, at: '2024-03-14T08:00', command: COMMANDS.accept },
  )
  story = tell(story, { actor: clerk, at: '2024-03-14T10:00', command: COMMANDS.requestSupplement })
  story = tell(story, { actor: clerk, at: '2024-03-15T10:00', command: COMMANDS.supplySupplement })
  assert.deepEqual([story.dossier?.state, ...due(story)], ['accepted', '2024-03-22 08:00', '2024-03-15 14:00'])
})

test('what is asked for at intake starts no clock and brings the dossier back to the counter', () => {
  const story = tell(STORIES.awaitingAtIntake, { actor: CITIZEN, command: COMMANDS.supplySupplement })
  assert.deepEqual([story.dossier?.state, story.dossier?.clock, story.dossier?.dueAt], ['submitted', null, null])
  assert.equal(tell(story, { actor: clerk, command: COMMANDS.accept }).dossier?.state, 'accepted')
})

test('by delegated power the clerk resolves at the counter and hands the result out at once', () => {
  const content = aCounterContent({ procedure: PAPER_PROCEDURE })
  let story = tell(NO_STORY, { actor: clerk, command: { action: 'submit', content } })
  for (const command of [COMMANDS.accept, COMMANDS.resolve, COMMANDS.return])
    story = tell(story, { actor: clerk, command })
  assert.deepEqual([story.dossier?.state, story.dossier?.finish, story.dossier?.dueAt], ['returned', 'onTime', null])
})

test('whoever forwarded by mistake takes it back while nobody has begun', () => {
  const story = tell(STORIES.signing, { actor: specialist, command: COMMANDS.takeBack })
  assert.deepEqual(place(story), ['appraise', DIVISION, 'specialist'])
  assert.deepEqual(
    story.dossier?.path.map((each) => each.step),
    ['intake', 'assign'],
  )
  const later = { actor: specialist, at: '2024-03-14T09:00', command: COMMANDS.takeBack } as const
  assert.equal(tell(STORIES.signing, later).dossier?.position?.step, 'appraise')
  const taking = { ...COMMANDS.assign, officer: officerId('leader') }
  const begun = tell(STORIES.signing, { actor: leader, at: '2024-03-14T08:30', command: taking })
  assert.equal(refusalOf(begun, later).kind, 'nothing-to-take-back')
})

test('a dossier sent back goes to the officer who had it, and the steps after are done anew', () => {
  const command = { ...COMMANDS.sendBack, step: 'appraise' }
  const story = tell(STORIES.signing, { actor: leader, at: '2024-03-15T08:00', command })
  assert.deepEqual(place(story), ['appraise', DIVISION, 'specialist'])
  assert.deepEqual(due(story), ['2024-03-21 08:00', '2024-03-19 08:00'])
  assert.deepEqual(
    story.dossier?.path.map((each) => each.step),
    ['intake', 'assign'],
  )
  assert.equal(
    refusalOf(story, { actor: leader, at: '2024-03-15T08:00', command: COMMANDS.takeBack }).kind,
    'nothing-to-take-back',
  )
})

test('work that nobody has taken is taken by a colleague or given by the leader, and moved only by the leader', () => {
  const waiting = STORIES.acceptedPostal
  const takes = tell(waiting, {
    actor: officer('colleague'),
    command: { ...COMMANDS.assign, officer: officerId('colleague') },
  })
  assert.deepEqual(place(takes), ['appraise', DIVISION, 'colleague'])
  const pushes = { actor: officer('colleague'), command: COMMANDS.assign } as const
  assert.equal(refusalOf(waiting, pushes).kind, 'action-forbidden')
  const moved = tell(takes, { actor: leader, command: { ...COMMANDS.reassign, officer: officerId('specialist') } })
  assert.deepEqual(place(moved), ['appraise', DIVISION, 'specialist'])
  assert.equal(refusalOf(moved, { actor: officer('colleague'), command: COMMANDS.resolve }).kind, 'action-forbidden')
})

test('an opinion is waited for until its own deadline, and may still come after it', () => {
  const signing = STORIES.consultingSigning
  const after = { actor: leader, at: '2024-03-18T16:01', command: { ...COMMANDS.resolve } } as const
  assert.equal(refusalOf(signing, { ...after, at: '2024-03-18T16:00' }).kind, 'consultation-open')
  assert.equal(tell(signing, after).dossier?.state, 'resolved')
  const answered = tell(signing, { actor: officer('otherLeader'), command: COMMANDS.answerConsultation })
  assert.equal(tell(answered, { actor: leader, command: COMMANDS.resolve }).dossier?.state, 'resolved')
})

test('an apology in time appoints the new time, and the dossier is measured by it', () => {
  const story = tell(STORIES.signing, { actor: leader, at: '2024-03-20T16:00', command: COMMANDS.apologise })
  assert.equal(wall(story.dossier?.dueAt), '2024-04-01 10:00')
  const done = tell(story, { actor: leader, at: '2024-04-01T10:00', command: COMMANDS.resolve })
  assert.equal(done.dossier?.finish, 'onTime')
  const late = tell(STORIES.signing, { actor: leader, at: '2024-04-01T10:00', command: COMMANDS.resolve })
  assert.equal(late.dossier?.finish, 'late')
})

test('what ends without a result lies nowhere, and counts only if it was accepted', () => {
  for (const name of ['refused', 'withdrawn', 'stopped'] as const) {
    const { position, finish, finishedAt, reason } = dossierOf(STORIES[name])
    assert.equal(position, null)
    assert.equal(finish, 'early')
    assert.ok(finishedAt !== null && reason !== null)
  }
  const early = tell(STORIES.submitted, { actor: CITIZEN, command: COMMANDS.withdraw }).dossier
  assert.deepEqual([early?.finish, early?.finishedAt, early?.state], [null, null, 'withdrawn'])
  assert.deepEqual([STORIES.declined.dossier?.finish, STORIES.declined.dossier?.acceptedAt], [null, null])
})

test('the fee may be paid at any time between acceptance and the result in the hand', () => {
  for (const name of ['accepted', 'inProgress', 'awaitingSupplement', 'resolved'] as const) {
    const story = tell(STORIES[name], { actor: clerk, command: COMMANDS.recordPayment })
    assert.equal(story.dossier?.state, STORIES[name].dossier?.state)
    assert.equal(story.dossier?.dueAt, STORIES[name].dossier?.dueAt)
    assert.equal(story.dossier?.fee?.paid, 50_000)
  }
})

test('a slip of the pen is corrected in the record, and everything else stays', () => {
  const story = tell(STORIES.accepted, { actor: clerk, command: COMMANDS.correct })
  assert.equal(story.dossier?.content.applicant.name, 'Nguyễn Văn Ân')
  assert.deepEqual(story.dossier?.content.documents, [aDocument()])
  assert.deepEqual(
    [story.dossier?.dueAt, story.dossier?.acceptedAt],
    [STORIES.accepted.dossier?.dueAt, STORIES.accepted.dossier?.acceptedAt],
  )
})

test('the code grows beyond four digits rather than being used twice', () => {
  const decision = ask(STORIES.submitted, { actor: clerk, command: COMMANDS.accept })
  if (decision.kind !== 'needs-code') assert.fail(decision.kind)
  assert.deepEqual([decision.unitCode, decision.day], ['H20.15', '2024-03-14'])
  assert.equal(decision.format(12_345), 'H20.15-240314-12345')
})
