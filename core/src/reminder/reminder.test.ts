import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CITIZEN, COMMANDS, dossierOf, officer, type Story, STORIES, tell } from '../../test/a-dossier.ts'
import { AGENCY, aRulebook, COUNTER, DIVISION, RULEBOOK } from '../../test/a-rulebook.ts'
import { type Instant, parseInstant } from '../kernel/instant.ts'
import { compileRulebook } from '../rulebook/rulebook.ts'
import { listReminders, type Reminder, type ReminderKind, type ReminderSubject, reminderText } from './reminder.ts'

const remindersOf = (story: Story, rulebook = RULEBOOK) => listReminders(dossierOf(story), rulebook)
const told = (story: Story) =>
  remindersOf(story).map(({ kind, audience, unit, fireAt }) => [kind, audience, unit, fireAt])
const find = (story: Story, kind: ReminderKind): Reminder | undefined =>
  remindersOf(story).find((each) => each.kind === kind)
const at = (text: string): Instant => parseInstant(text)

test('an online filing that nobody answers is told to the counter after eight working hours, to the leader after sixteen', () => {
  // Filed on Thursday at eight; an office day has eight hours.
  assert.deepEqual(told(STORIES.submitted), [
    ['acceptanceOverdue', 'holder', COUNTER, at('2024-03-15T08:01')],
    ['acceptanceOverdue', 'leader', AGENCY, at('2024-03-18T08:00')],
  ])
})

test('what was handed in at a counter has no acceptance clock', () => {
  const dossier = dossierOf(STORIES.submitted)
  const paper = { ...dossier, content: { ...dossier.content, channel: 'inPerson' as const } }
  assert.deepEqual(listReminders(paper, RULEBOOK), [])
})

test('a dossier in work is spoken of before it is due, when the letter is owed, and when it is due', () => {
  // Due on Thursday 21/03 at eight, five working days after acceptance.
  assert.deepEqual(told(STORIES.inProgress), [
    ['nearDue', 'holder', DIVISION, at('2024-03-20T08:00')],
    ['apologyOwed', 'holder', DIVISION, at('2024-03-20T07:00')],
    ['due', 'holder', DIVISION, at('2024-03-21T08:00')],
    ['due', 'leader', AGENCY, at('2024-03-22T08:00')],
    ['stepOverdue', 'holder', DIVISION, at('2024-03-18T08:01')],
    ['stepOverdue', 'leader', AGENCY, at('2024-03-19T08:00')],
  ])
  assert.equal(find(STORIES.inProgress, 'due')?.officer, 'specialist')
})

test('a leader who holds the dossier is not told twice', () => {
  assert.deepEqual(
    remindersOf(STORIES.signing).map(({ kind, audience }) => [kind, audience]),
    [
      ['nearDue', 'holder'],
      ['apologyOwed', 'holder'],
      ['due', 'holder'],
    ],
  )
})

test('a pause takes back what depends on the due time, and asks after the applicant when his time is over', () => {
  assert.deepEqual(remindersOf(STORIES.awaitingPayment), [])
  assert.deepEqual(told(STORIES.awaitingSupplement), [
    ['supplementUnanswered', 'holder', DIVISION, at('2024-04-04T17:01')],
  ])
  assert.deepEqual(told(STORIES.awaitingAtIntake), [
    ['supplementUnanswered', 'holder', COUNTER, at('2024-04-04T17:01')],
  ])
})

test('what was completed at intake must be answered anew', () => {
  const completed = tell(STORIES.awaitingAtIntake, {
    actor: CITIZEN,
    command: COMMANDS.supplySupplement,
    at: '2024-03-20T09:00',
  })
  assert.equal(find(completed, 'acceptanceOverdue')?.fireAt, at('2024-03-21T09:01'))
})

test('after the letter of apology the new time is spoken of, and no second letter', () => {
  const extended = tell(STORIES.inProgress, { actor: officer('leader'), command: COMMANDS.apologise })
  assert.equal(find(extended, 'apologyOwed'), undefined)
  assert.equal(find(extended, 'due')?.fireAt, at('2024-04-01T10:00'))
})

test('what is finished, or only a draft, is spoken of no more', () => {
  for (const story of [STORIES.draft, STORIES.resolved, STORIES.returned, STORIES.withdrawn, STORIES.declined]) {
    assert.deepEqual(remindersOf(story), [])
  }
})

test('without a term only the steps are spoken of', () => {
  assert.deepEqual(
    remindersOf(STORIES.acceptedShort).map(({ kind }) => kind),
    ['stepOverdue', 'stepOverdue'],
  )
})

/** The dossier in work as if it had been accepted at another moment and were due at another. */
const inTime = (startedAt: string, dueAt: string, resumedAt: string | null = null) => {
  const dossier = dossierOf(STORIES.inProgress)
  assert.ok(dossier.clock !== null)
  const pause = { ground: 'supplement', from: at(startedAt), after: 'continue' } as const
  const pauses = resumedAt === null ? [] : [{ ...pause, to: at(resumedAt) }]
  const clock = { ...dossier.clock, startedAt: at(startedAt), pauses }
  return listReminders({ ...dossier, clock, dueAt: at(dueAt) }, RULEBOOK)
}
const fireOf = (reminders: readonly Reminder[], kind: ReminderKind) =>
  reminders.find((each) => each.kind === kind && each.audience === 'holder')?.fireAt

test('a short term is near its end in its last fifth, and leaves no day for a letter', () => {
  const short = inTime('2024-03-14T08:00', '2024-03-14T16:00')
  // Six working hours in all; 72 minutes before four o'clock.
  assert.equal(fireOf(short, 'nearDue'), at('2024-03-14T14:48'))
  assert.equal(fireOf(short, 'apologyOwed'), undefined)
  assert.equal(fireOf(inTime('2024-03-14T08:00', '2024-03-15T16:00'), 'apologyOwed'), undefined)
})

test('what comes back from a pause on the last day for the letter is spoken of at once', () => {
  const back = inTime('2024-03-07T08:00', '2024-03-15T16:00', '2024-03-14T09:00')
  assert.equal(fireOf(back, 'apologyOwed'), at('2024-03-14T09:00'))
  assert.equal(fireOf(inTime('2024-03-07T08:00', '2024-03-15T16:00', '2024-03-15T09:00'), 'apologyOwed'), undefined)
})

test('the last day for the letter is a working day, counted from a due day that is one', () => {
  // Monday; the working day before is Friday.
  assert.equal(fireOf(inTime('2024-03-07T08:00', '2024-03-18T10:00'), 'apologyOwed'), at('2024-03-15T07:00'))
  // Due on a Sunday, which no rule moved: a letter on Friday is on the last day itself.
  assert.equal(fireOf(inTime('2024-03-07T08:00', '2024-03-17T10:00'), 'apologyOwed'), at('2024-03-14T07:00'))
})

test('beyond the published calendar the due time itself is still spoken of', () => {
  const far = inTime('2024-03-07T08:00', '2026-03-18T10:00')
  assert.deepEqual(
    far.filter(({ kind }) => kind !== 'stepOverdue').map(({ kind, audience }) => [kind, audience]),
    [['due', 'holder']],
  )
  assert.equal(remindersOf(STORIES.inProgress, compileRulebook([])).length, 2)
  assert.equal(remindersOf(STORIES.submitted, compileRulebook([])).length, 0)
  assert.equal(remindersOf(STORIES.inProgress, aRulebook({ without: 'officer' })).length, 6)
})

const SUBJECT: ReminderSubject = {
  ...{ kind: 'apologyOwed', audience: 'holder', stepName: null },
  ...{ dueAt: at('2024-03-21T08:00'), fireAt: at('2024-03-20T07:00'), acceptedAt: at('2024-03-14T08:00') },
}

test('a reminder says what is the matter, what to do, and by which rule', () => {
  assert.deepEqual(reminderText(SUBJECT), {
    text: 'Hẹn trả kết quả lúc 08 giờ 00, thứ Năm 21/03/2024. Nếu không kịp, hãy trình văn bản xin lỗi và hẹn lại trong ngày 20/03/2024, là ngày cuối được gia hạn.',
    article: 'NĐ 61/2018/NĐ-CP Điều 19 khoản 9',
  })
  const now = { ...SUBJECT, acceptedAt: at('2026-09-01T08:00') }
  assert.equal(reminderText(now).article, 'NĐ 118/2025/NĐ-CP')
  const step = { ...SUBJECT, kind: 'stepOverdue', stepName: 'Thẩm định' } as const
  assert.match(reminderText(step).text, /^Bước “Thẩm định” đã quá hạn từ 08 giờ 00/)
  assert.match(reminderText({ ...step, audience: 'leader' }).text, /đã nhắc người giữ/)
})
