import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AGENCY, aRulebook, OTHER_AGENCY, PAPER_PROCEDURE, PROCEDURE, RULEBOOK } from '../../test/a-rulebook.ts'
import { type Instant, parseInstant } from '../kernel/instant.ts'
import { type ClockAnswer, explainClockCase } from './clock-case.ts'

type Written = { readonly at: unknown; readonly what: unknown; readonly dueAt?: unknown }
const ACCEPTED: Written = { at: '2024-03-14T09:00', what: 'accepted' }
// Five promised working days of ten: due Thursday 21/03 at 09:00.
const DUE = parseInstant('2024-03-21T09:00')

const aCase = (events: readonly Written[], parts: Readonly<Record<string, unknown>> = {}): object => ({
  procedure: PROCEDURE,
  case: 'chung',
  channel: 'online',
  events: [ACCEPTED, ...events],
  ...parts,
})
const explain = (json: unknown, now = '2024-03-18T09:00') =>
  explainClockCase(json, { rulebook: RULEBOOK, now: parseInstant(now) })

function answerOf(json: unknown, now?: string): ClockAnswer {
  const explained = explain(json, now)
  assert.equal(explained.kind, 'explained', JSON.stringify(explained))
  return explained.answer
}

function refuses(json: unknown, place: string, reason: RegExp): void {
  const explained = explain(json)
  const problems = explained.kind === 'refused' ? explained.problems : []
  assert.ok(
    problems.some((each) => each.place === place && reason.test(each.reason)),
    JSON.stringify(explained),
  )
}

const facts = ({ standing, decidedAt, dueAt, usedMinutes, remainingMinutes }: ClockAnswer) => ({
  standing,
  decidedAt,
  dueAt,
  usedMinutes,
  remainingMinutes,
})
const at = (text: string): Instant => parseInstant(text)

test('a case is told by the term, the calendar and the policy of its day, each sentence with its article', () => {
  const answer = answerOf(aCase([]))
  assert.deepEqual(
    [answer.agency.id, answer.calendar.id, answer.policy.id, answer.procedure.version],
    [AGENCY, 'thu', 'chung', 1],
  )
  assert.deepEqual([answer.legal.amount, answer.committed?.amount], [10, 5])
  assert.deepEqual(facts(answer), {
    standing: 'inTime',
    decidedAt: at('2024-03-18T09:00'),
    dueAt: DUE,
    usedMinutes: 960,
    remainingMinutes: 1440,
  })
  assert.ok(answer.sentences.length >= 5)
  for (const { article } of answer.sentences) assert.notEqual(article, '')
})

test('near due begins in the very minute in which lists show it: with the last fifth of the time', () => {
  const answer = answerOf(aCase([]), '2024-03-20T10:00')
  assert.equal(answer.nearDueAt, at('2024-03-19T23:25'))
  assert.deepEqual([answer.standing, answer.decidedAt], ['nearDue', answer.nearDueAt])
  assert.equal(answerOf(aCase([]), '2024-03-19T23:24').standing, 'inTime')
  assert.equal(answerOf(aCase([]), '2024-03-19T23:25').standing, 'nearDue')
})

test('near the end of the calendar what is still within it is told', () => {
  const late = aCase([], { events: [{ at: '2025-12-24T09:00', what: 'accepted' }] })
  const answer = answerOf(late, '2025-12-31T08:00')
  assert.deepEqual([answer.dueAt, answer.standing], [at('2025-12-31T09:00'), 'nearDue'])
})

test('overdue is decided by the due time that passed', () => {
  const answer = answerOf(aCase([]), '2024-03-22T09:00')
  assert.deepEqual(facts(answer), {
    standing: 'overdue',
    decidedAt: DUE,
    dueAt: DUE,
    usedMinutes: 2880,
    remainingMinutes: -480,
  })
})

test('while something is waited for the clock stands still since the request', () => {
  const answer = answerOf(aCase([{ at: '2024-03-15T09:00', what: 'supplementRequested' }]), '2024-05-02T09:00')
  assert.deepEqual([answer.standing, answer.decidedAt, answer.dueAt], ['paused', at('2024-03-15T09:00'), null])
  assert.equal(answer.nearDueAt, null)
})

test('after a supplement the term begins anew, after a payment it goes on', () => {
  const supplement = answerOf(
    aCase([
      { at: '2024-03-15T09:00', what: 'supplementRequested' },
      { at: '2024-03-18T09:00', what: 'supplementSupplied' },
    ]),
  )
  assert.equal(supplement.dueAt, at('2024-03-25T09:00'))
  const payment = answerOf(
    aCase([
      { at: '2024-03-15T09:00', what: 'paymentRequested' },
      { at: '2024-03-18T09:00', what: 'paymentRecorded' },
    ]),
  )
  assert.equal(payment.dueAt, at('2024-03-22T09:00'))
})

const ENDINGS = [
  ['2024-03-20T16:00', 'early'],
  ['2024-03-21T08:00', 'onTime'],
  ['2024-03-21T09:01', 'late'],
] as const
for (const [end, standing] of ENDINGS) {
  test(`resolved ${end} it ended ${standing}, decided by that very instant`, () => {
    const answer = answerOf(aCase([{ at: end, what: 'resolved' }]), '2024-06-03T09:00')
    assert.deepEqual([answer.standing, answer.decidedAt, answer.endedAt], [standing, at(end), at(end)])
  })
}

test('an apology in time appoints the new time', () => {
  const apology = { at: '2024-03-20T16:00', what: 'apologised', dueAt: '2024-03-26T16:00' }
  assert.equal(answerOf(aCase([apology]), '2024-03-20T17:00').dueAt, at('2024-03-26T16:00'))
})

test('without a term there is nothing to be late for', () => {
  const answer = answerOf(aCase([], { procedure: PAPER_PROCEDURE, channel: 'inPerson' }))
  assert.deepEqual([answer.standing, answer.dueAt, answer.nearDueAt], ['noTerm', null, null])
})

test('a time with a zone and seconds is read as it stands', () => {
  const answer = answerOf(aCase([], { at: '2024-03-18T02:00:30Z' }))
  assert.equal(answer.at, at('2024-03-18T09:00:30+07:00'))
})

type Refusal = readonly [what: string, json: unknown, place: string, reason: RegExp]
const again = { at: '2024-03-19T09:00', what: 'apologised', dueAt: '2024-03-27T16:00' }
const REFUSALS: readonly Refusal[] = [
  ['a list', [], '', /đối tượng/],
  ['nothing but a procedure', { procedure: PROCEDURE }, 'events', /còn thiếu/],
  ['an unknown entry', aCase([], { casse: 'chung' }), 'casse', /không có mục/],
  ['an unknown channel', aCase([], { channel: 'fax' }), 'channel', /một trong/],
  ['a day without a time', aCase([], { events: [{ ...ACCEPTED, at: '2024-03-14' }] }), 'events[0].at', /giờ, phút/],
  ['a day that is none', aCase([{ at: '2024-02-30T09:00', what: 'resolved' }]), 'events[1].at', /có thật/],
  ['an hour that is none', aCase([{ at: '2024-03-15T25:00', what: 'resolved' }]), 'events[1].at', /có thật/],
  ['an unknown event', aCase([{ at: '2024-03-15T09:00', what: 'lost' }]), 'events[1].what', /một trong/],
  ['no event', aCase([], { events: [] }), 'events[0]', /tiếp nhận/],
  [
    'a life without acceptance',
    aCase([], { events: [{ at: '2024-03-15T09:00', what: 'resolved' }] }),
    'events[0]',
    /tiếp/,
  ],
  ['a second acceptance', aCase([{ at: '2024-03-15T09:00', what: 'accepted' }]), 'events[1].what', /một lần/],
  ['acceptance with a new time', aCase([], { events: [{ ...again, what: 'accepted' }] }), 'events[0].dueAt', /apolog/],
  ['what comes before', aCase([{ at: '2024-03-13T09:00', what: 'resolved' }]), 'events[1].at', /thứ tự/],
  ['what comes after the end', aCase([{ at: '2024-03-15T09:00', what: 'refused' }, again]), 'events[2]', /kết thúc/],
  ['a supply of nothing', aCase([{ at: '2024-03-15T09:00', what: 'supplementSupplied' }]), 'events[1].what', /yêu cầu/],
  [
    'a payment that answers a supplement',
    aCase([
      { at: '2024-03-15T09:00', what: 'supplementRequested' },
      { at: '2024-03-16T09:00', what: 'paymentRecorded' },
    ]),
    'events[2].what',
    /yêu cầu tương ứng/,
  ],
  [
    'a request while one waits',
    aCase([
      { at: '2024-03-15T09:00', what: 'supplementRequested' },
      { at: '2024-03-16T09:00', what: 'paymentRequested' },
    ]),
    'events[2].what',
    /đang tạm dừng/,
  ],
  [
    'a result while one waits',
    aCase([
      { at: '2024-03-15T09:00', what: 'paymentRequested' },
      { at: '2024-03-16T09:00', what: 'resolved' },
    ]),
    'events[2].what',
    /đang tạm dừng/,
  ],
  ['an apology without a time', aCase([{ ...again, dueAt: null }]), 'events[1].dueAt', /còn thiếu/],
  ['an apology on the due day', aCase([{ ...again, at: '2024-03-21T08:00' }]), 'events[1].at', /một ngày làm việc/],
  ['an apology that shortens', aCase([{ ...again, dueAt: '2024-03-20T08:00' }]), 'events[1].dueAt', /phải sau hạn/],
  ['an apology to a Saturday', aCase([{ ...again, dueAt: '2024-03-23T08:00' }]), 'events[1].dueAt', /ngày nghỉ/],
  ['a second apology', aCase([again, { ...again, dueAt: '2024-03-29T08:00' }]), 'events[2].what', /một lần/],
  [
    'an apology without a term',
    aCase([again], { procedure: PAPER_PROCEDURE, channel: 'inPerson' }),
    'events[1].what',
    /không có thời hạn/,
  ],
  ['a new time of a result', aCase([{ ...again, what: 'resolved' }]), 'events[1].dueAt', /apologised/],
  ['an unknown procedure', aCase([], { procedure: '9.999999' }), 'procedure', /không có thủ tục/],
  ['an unknown case', aCase([], { case: 'la' }), 'case', /các trường hợp: "chung"/],
  ['a channel that is not offered', aCase([], { channel: 'postal' }), 'channel', /không nhận/],
  ['an agency that does not resolve it', aCase([], { agency: OTHER_AGENCY }), 'agency', /không có cơ quan/],
  ['a day before the law', aCase([], { events: [{ ...ACCEPTED, at: '2016-03-14T09:00' }] }), 'procedure', /hiệu lực/],
  ['a day before the calendar', aCase([], { events: [{ ...ACCEPTED, at: '2023-03-14T09:00' }] }), '', /Lịch làm việc/],
  ['a moment before the last event', aCase([again], { at: '2024-03-18T09:00' }), 'at', /việc cuối cùng/],
]
for (const [what, json, place, reason] of REFUSALS) {
  test(`a clock cannot be told of ${what}`, () => refuses(json, place, reason))
}

test('events that lie ahead of now need a moment from which to look', () => {
  refuses(aCase([{ at: '2024-03-20T09:00', what: 'resolved' }]), 'events', /việc cuối cùng/)
})

test('without a policy of the day nothing is guessed', () => {
  const explained = explainClockCase(aCase([]), {
    rulebook: aRulebook({ without: 'policy' }),
    now: parseInstant('2024-03-18T09:00'),
  })
  assert.equal(explained.kind === 'refused' ? explained.problems[0]?.place : '', 'events[0].at')
})

test('where a case says who had the dossier when, the time of each step is told and sums to the time used', () => {
  const events = [
    { at: '2024-03-14T11:00', what: 'forwarded', step: 'Thẩm định', unit: 'Phòng chuyên môn' },
    { at: '2024-03-15T09:00', what: 'paymentRequested' },
    { at: '2024-03-18T09:00', what: 'paymentRecorded' },
    { at: '2024-03-18T10:00', what: 'forwarded', step: 'Ký duyệt', unit: 'Lãnh đạo' },
  ] as const
  const { stays, usedMinutes } = answerOf(aCase(events), '2024-03-18T15:30')
  assert.deepEqual(
    stays.map(({ step, unit, minutes }) => [step, unit, minutes]),
    [
      ['Tiếp nhận', 'Sở Tư pháp', 120],
      ['Thẩm định', 'Phòng chuyên môn', 420],
      ['Ký duyệt', 'Lãnh đạo', 210],
    ],
  )
  assert.equal(
    stays.reduce((sum, { minutes }) => sum + minutes, 0),
    usedMinutes,
  )
  assert.deepEqual(answerOf(aCase([])).stays, [])
})

test('a hand-over says to which step, and nothing else does', () => {
  refuses(aCase([{ at: '2024-03-14T11:00', what: 'forwarded' }]), 'events[1].step', /còn thiếu tên bước/)
  const paid = { at: '2024-03-14T11:00', what: 'paymentRequested', step: 'Thẩm định' }
  refuses(aCase([paid]), 'events[1].step', /hãy bỏ mục này/)
})
