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
  tell,
} from '../../test/a-dossier.ts'
import { LINKED_PROCEDURE, OFFICERS } from '../../test/a-rulebook.ts'
import { workingMinutesBetween } from '../calendar/calendar.ts'
import { parseInstant } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import { accountOf, type ClockAccount } from './clock-account.ts'
import { calendarOfDossier } from './dossier-clock.ts'

const account = (story: Story, at: string): ClockAccount =>
  accountOf(dossierOf(story), { events: story.events, at: parseInstant(at), rulebook: story.rulebook })
const said = (told: ClockAccount, words: RegExp) => told.sentences.find(({ text }) => words.test(text))

const filed = (at: string): Story => tell(NO_STORY, { actor: CITIZEN, command: COMMANDS.submit, at })
const accepted = (story: Story, at: string): Story =>
  tell(story, { actor: officer('clerk'), command: COMMANDS.accept, at })
/** The counter hands over, the leader takes it and names the specialist. */
const atSpecialist = (story: Story, at: string): Story =>
  (
    [
      ['clerk', COMMANDS.forward],
      ['leader', { ...COMMANDS.assign, officer: OFFICERS.leader.id }],
      ['leader', { ...COMMANDS.forward, officer: OFFICERS.specialist.id }],
    ] as const
  ).reduce((told, [who, command]) => tell(told, { actor: officer(who), command, at }), story)
const atCounter = (parts: Parameters<typeof aCounterContent>[0] = {}): Story =>
  tell(NO_STORY, {
    actor: officer('clerk'),
    command: { action: 'submit', content: aCounterContent(parts) },
    at: '2024-03-14T08:00',
  })

test('an online filing is answered within eight working hours, before any statutory time runs', () => {
  const story = filed('2024-03-14T15:00')
  const waiting = account(story, '2024-03-14T15:30')
  assert.deepEqual([waiting.clock, waiting.times], [null, null])
  const [owed] = waiting.ownDues
  assert.deepEqual([owed?.kind, owed?.dueAt, owed?.doneAt], ['acceptance', parseInstant('2024-03-15T15:00'), null])
  const late = account(accepted(story, '2024-03-15T16:00'), '2024-03-15T16:30')
  assert.match(said(late, /^Nộp trực tuyến/)?.text ?? '', /đã trả lời lúc 16 giờ 00, .*, chậm 1 giờ\.$/)
  // The statutory time begins with acceptance, however late that came.
  assert.equal(late.clock?.usedMinutes, 30)
})

test('what was asked for at intake answers the first filing, and the clock of acceptance runs anew from the completion', () => {
  const asked = tell(filed('2024-03-14T08:00'), {
    actor: officer('clerk'),
    command: COMMANDS.requestSupplement,
    at: '2024-03-14T09:00',
  })
  const supplied = tell(asked, { actor: CITIZEN, command: COMMANDS.supplySupplement, at: '2024-03-18T10:00' })
  const told = account(accepted(supplied, '2024-03-18T11:00'), '2024-03-18T14:00')
  assert.deepEqual(
    told.ownDues.map(({ since, doneAt }) => [since, doneAt]),
    [
      [parseInstant('2024-03-14T08:00'), parseInstant('2024-03-14T09:00')],
      [parseInstant('2024-03-18T10:00'), parseInstant('2024-03-18T11:00')],
    ],
  )
})

test('paper leaves the counter on the day it came, and online filings have no such time', () => {
  const story = accepted(atCounter(), '2024-03-14T08:30')
  const [owed] = account(story, '2024-03-14T09:00').ownDues
  assert.deepEqual([owed?.kind, owed?.dueAt, owed?.doneAt], ['handOver', parseInstant('2024-03-14T17:00'), null])
  const gone = tell(story, { actor: officer('clerk'), command: COMMANDS.forward, at: '2024-03-14T10:00' })
  const told = said(account(gone, '2024-03-14T11:00'), /^Giấy tờ nhận tại/)
  assert.match(told?.text ?? '', /đã chuyển lúc 10 giờ 00, .*, đúng thời gian\.$/)
  assert.notEqual(told?.article, '')
  const online = account(accepted(filed('2024-03-14T08:00'), '2024-03-14T08:30'), '2024-03-14T09:00')
  assert.deepEqual(
    online.ownDues.map(({ kind }) => kind),
    ['acceptance'],
  )
})

test('an opinion has its own time inside the whole, and a late one is told by how much', () => {
  const story = atSpecialist(accepted(filed('2024-03-14T08:00'), '2024-03-14T08:30'), '2024-03-14T09:00')
  const asked = tell(story, { actor: officer('specialist'), command: COMMANDS.consult, at: '2024-03-14T10:00' })
  assert.match(said(account(asked, '2024-03-15T09:00'), /^Lấy ý kiến/)?.text ?? '', /hạn trả lời 16 giờ 00, [^;]*\.$/)
  const answered = tell(asked, {
    actor: officer('otherSpecialist'),
    command: COMMANDS.answerConsultation,
    at: '2024-03-18T16:30',
  })
  const told = account(answered, '2024-03-19T09:00')
  assert.match(said(told, /^Lấy ý kiến/)?.text ?? '', /chậm 30 phút\.$/)
  assert.equal(said(told, /^Lấy ý kiến/)?.article, 'NĐ 61/2018/NĐ-CP Điều 19 khoản 5')
})

test('the parts of an interlinked dossier are told with their own times, and the time is shared out without rest', () => {
  const begun = accepted(atCounter({ procedure: LINKED_PROCEDURE }), '2024-03-14T08:00')
  const linked = tell(begun, { actor: officer('clerk'), command: COMMANDS.forward, at: '2024-03-14T08:30' })
  const other = tell(linked, {
    actor: officer('otherSpecialist'),
    command: { ...COMMANDS.completePart, part: 'other' },
    at: '2024-03-14T09:00',
  })
  const told = account(other, '2024-03-14T11:00')
  assert.equal(told.ownDues.filter(({ kind }) => kind === 'part').length, dossierOf(other).parts.length)
  assert.match(said(told, /^Phần .*đã xong/)?.text ?? '', /đã xong lúc 09 giờ 00/)
  const shares = said(told, /^Đã dùng 3 giờ: /)
  assert.equal(shares?.minutes, told.clock?.usedMinutes)
  const sum = (list: readonly { readonly minutes: number }[] = []) =>
    list.reduce((all, { minutes }) => all + minutes, 0)
  assert.deepEqual([sum(told.times?.agencies), sum(told.times?.units), sum(told.times?.steps)], [180, 180, 180])
})

test('a letter that waits for its signature moves nothing, one signed in time moves the due time, a late one is kept', () => {
  const story = accepted(filed('2024-03-14T08:00'), '2024-03-14T09:00')
  const apology = { ...COMMANDS.apologise, dueAt: parseInstant('2024-04-01T10:00') }
  const drafted = tell(story, { actor: officer('clerk'), command: COMMANDS.draftApology, at: '2024-03-18T09:00' })
  const waiting = account(drafted, '2024-03-18T10:00')
  assert.equal(waiting.clock?.dueAt, account(story, '2024-03-18T10:00').clock?.dueAt)
  assert.ok(said(waiting, /chờ ký: hạn trả kết quả chưa thay đổi/))
  const moved = account(
    tell(drafted, { actor: officer('leader'), command: apology, at: '2024-03-19T09:00' }),
    '2024-03-19T10:00',
  )
  assert.equal(moved.clock?.dueAt, apology.dueAt)
  assert.ok(said(moved, /^Văn bản xin lỗi số 12\/PXL .*hẹn lại một lần/))
  const late = account(
    tell(drafted, { actor: officer('leader'), command: apology, at: '2024-03-21T08:30' }),
    '2024-03-21T08:45',
  )
  assert.equal(late.clock?.dueAt, waiting.clock?.dueAt)
  assert.ok(said(late, /ký chậm nên hạn trả kết quả đã hẹn không thay đổi/))
})

test('an approved correction is a remark: what was recorded and what the class would be, and nothing else moves', () => {
  const story = accepted(filed('2024-03-14T08:00'), '2024-03-14T09:00')
  const proposed = tell(story, {
    actor: officer('clerk'),
    command: {
      action: 'proposeCorrection',
      what: 'acceptedAt',
      to: parseInstant('2024-03-14T08:10'),
      reason: 'Máy chủ mất kết nối lúc tiếp nhận',
      document: '07/BB-MC',
      file: null,
    },
    at: '2024-03-14T10:00',
  })
  assert.equal(said(account(proposed, '2024-03-14T11:00'), /^Đính chính/), undefined)
  const approved = tell(proposed, {
    actor: officer('leader'),
    command: { action: 'approveCorrection', number: 1 },
    at: '2024-03-14T10:30',
  })
  const told = account(approved, '2024-03-14T11:00')
  assert.equal(said(told, /^Đính chính số 1/)?.article, '07/BB-MC')
  assert.deepEqual(told.clock?.dueAt, account(story, '2024-03-14T11:00').clock?.dueAt)
})

test('the parts of the explanation sum to the result, and no officer is named in it', () => {
  const paid = tell(accepted(filed('2024-03-14T08:00'), '2024-03-14T09:00'), {
    actor: officer('clerk'),
    command: COMMANDS.recordPayment,
    at: '2024-03-14T09:10',
  })
  const asked = tell(atSpecialist(paid, '2024-03-14T10:00'), {
    actor: officer('specialist'),
    command: COMMANDS.requestPayment,
    at: '2024-03-15T10:00',
  })
  const story = tell(asked, {
    actor: officer('clerk'),
    command: { ...COMMANDS.recordPayment, amount: dong(1_000_000) },
    at: '2024-03-19T14:00',
  })
  const told = account(story, '2024-03-20T09:00')
  const { clock } = told
  assert.ok(clock !== null && clock.dueAt !== null)
  const calendar = calendarOfDossier(dossierOf(story), story.rulebook)
  const span = workingMinutesBetween(calendar, parseInstant('2024-03-14T09:00'), clock.dueAt)
  const term = said(told, /^Thời hạn cam kết/)?.minutes ?? Number.NaN
  const pause = said(told, /^Tạm dừng/)?.minutes ?? Number.NaN
  assert.equal(term + pause, span)
  assert.equal(clock.usedMinutes + (clock.remainingMinutes ?? Number.NaN), term)
  for (const { text, article } of told.sentences) {
    assert.notEqual(article, '')
    for (const { name } of Object.values(OFFICERS)) assert.ok(!text.includes(name), text)
  }
})
