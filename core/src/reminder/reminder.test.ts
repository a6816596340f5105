import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aCounterContent,
  CITIZEN,
  COMMANDS,
  dossierOf,
  NO_STORY,
  officer,
  type Story,
  STORIES,
  tell,
} from '../../test/a-dossier.ts'
import { PROCESS } from '../../test/a-process.ts'
import { AGENCY, aRulebook, aServiceRecord, COUNTER, DIVISION, RULEBOOK } from '../../test/a-rulebook.ts'
import { type Instant, localDate, parseInstant } from '../kernel/instant.ts'
import type { Step } from '../process/process.ts'
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
  assert.equal(remindersOf(STORIES.inProgress, aRulebook({ without: 'unit' })).length, 2)
  assert.equal(remindersOf(STORIES.submitted, aRulebook({ without: 'unit' })).length, 0)
  assert.equal(remindersOf(STORIES.inProgress, aRulebook({ without: 'officer' })).length, 6)
})

const SUBJECT: ReminderSubject = {
  ...{ kind: 'apologyOwed', audience: 'holder', stepName: null },
  ...{ dueAt: at('2024-03-21T08:00'), fireAt: at('2024-03-20T07:00'), acceptedAt: at('2024-03-14T08:00') },
  service: aServiceRecord(),
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

const acceptedAtCounter = (moment: string): Story => {
  const filing = { actor: officer('clerk'), at: moment } as const
  const filed = tell(NO_STORY, { ...filing, command: { action: 'submit', content: aCounterContent() } })
  return tell(filed, { ...filing, command: COMMANDS.accept })
}

test('paper that came before three goes on the same day, what came from three on at the start of the next', () => {
  assert.equal(find(acceptedAtCounter('2024-03-14T14:59'), 'handOverOverdue')?.dueAt, at('2024-03-14T17:00'))
  assert.equal(find(acceptedAtCounter('2024-03-14T15:00'), 'handOverOverdue')?.dueAt, at('2024-03-15T07:00'))
  // Friday afternoon: Monday at seven.
  assert.equal(find(acceptedAtCounter('2024-03-15T15:00'), 'handOverOverdue')?.dueAt, at('2024-03-18T07:00'))
  // Saturday, when the counter was open and the office not.
  assert.equal(find(acceptedAtCounter('2024-03-16T09:00'), 'handOverOverdue')?.dueAt, at('2024-03-18T07:00'))
})

test('once paper has gone on, or where the counter resolves it itself, nothing of a hand-over is said', () => {
  const forwarded = tell(acceptedAtCounter('2024-03-14T08:00'), {
    actor: officer('clerk'),
    command: COMMANDS.forward,
    at: '2024-03-14T09:00',
  })
  assert.equal(find(forwarded, 'handOverOverdue'), undefined)
  assert.equal(find(STORIES.acceptedShort, 'handOverOverdue'), undefined)
  assert.equal(find(STORIES.accepted, 'handOverOverdue'), undefined)
})

test('what a way leads from the counter straight to the result goes nowhere, whatever step comes next in the list', () => {
  const story = acceptedAtCounter('2024-03-14T08:00')
  const [first, ...others] = PROCESS.versions
  const [intake, ...rest] = first?.steps ?? []
  if (first === undefined || intake === undefined) return assert.fail()
  const handOver = (ways: Step['ways']): Instant | undefined => {
    const versions = [{ ...first, steps: [{ ...intake, ways }, ...rest] }, ...others]
    const rulebook = aRulebook({ also: [{ kind: 'process', body: { ...PROCESS, versions } }] })
    return remindersOf(story, rulebook).find(({ kind }) => kind === 'handOverOverdue')?.dueAt
  }
  assert.equal(handOver([{ to: 'end', when: null }]), undefined)
  const some: Step['ways'] = [{ to: 'end', when: { is: 'case', in: ['chung'] } }]
  assert.equal(handOver(some), at('2024-03-14T17:00'))
  return undefined
})

test('an opinion that does not come in time is told to who asked, and one that came is not', () => {
  const asked = find(STORIES.consulting, 'consultationOverdue')
  assert.deepEqual([asked?.step, asked?.unit, asked?.fireAt], ['1', DIVISION, at('2024-03-18T16:01')])
  const answered = tell(STORIES.consulting, { actor: officer('otherLeader'), command: COMMANDS.answerConsultation })
  assert.equal(find(answered, 'consultationOverdue'), undefined)
})

test('the times are those of the service rules in force, not of the program', () => {
  const rulebook = aRulebook({ service: { acceptWithinMinutes: 120, supplementWithinDays: 5, apologyLeadDays: 2 } })
  const fireAt = (story: Story, kind: ReminderKind) =>
    remindersOf(story, rulebook).find((each) => each.kind === kind)?.fireAt
  assert.equal(fireAt(STORIES.submitted, 'acceptanceOverdue'), at('2024-03-14T10:01'))
  assert.equal(fireAt(STORIES.awaitingSupplement, 'supplementUnanswered'), at('2024-03-21T17:01'))
  assert.equal(fireAt(STORIES.inProgress, 'apologyOwed'), at('2024-03-19T07:00'))
  const once = aRulebook({ service: { extensions: 0 } })
  assert.equal(
    remindersOf(STORIES.inProgress, once).some(({ kind }) => kind === 'apologyOwed'),
    false,
  )
})

test('a result that is signed is closed the same day: the holder is told before its end, the leader the next morning', () => {
  const dossier = dossierOf(STORIES.inProgress)
  const result = { number: '1/QĐ', issuedOn: localDate('2024-03-15'), summary: 'Cấp phiếu', file: null }
  const signed = (text: string) => {
    const story = { ...dossier, signedResult: { result, signedAt: at(text), signedBy: 'officer:leader' } }
    const reminders = listReminders(story, RULEBOOK).filter(({ kind }) => kind === 'resultNotClosed')
    return reminders.map(({ audience, dueAt, fireAt }) => [audience, dueAt, fireAt])
  }
  const friday = at('2024-03-15T17:00')
  const monday = at('2024-03-18T07:00')
  assert.deepEqual(signed('2024-03-15T09:00'), [
    ['holder', friday, at('2024-03-15T15:00')],
    ['leader', friday, monday],
  ])
  assert.deepEqual(signed('2024-03-15T16:20')[0], ['holder', friday, at('2024-03-15T16:20')], 'later is at once')
  assert.deepEqual(signed('2024-03-16T10:00')[0], ['holder', at('2024-03-18T17:00'), at('2024-03-18T15:00')])
  assert.deepEqual(
    listReminders(dossier, RULEBOOK).filter(({ kind }) => kind === 'resultNotClosed'),
    [],
  )
})
