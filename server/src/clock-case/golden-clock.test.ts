import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type ClockAnswer, explainClockCase } from '@motcua/core/clock-case/clock-case.ts'
import { type Instant, parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'

const rulebook = await loadShippedRulebook(fileURLToPath(new URL('../../../data', import.meta.url)))
const NOW = parseInstant('2027-06-01T09:00')

type Event = readonly [at: string, what: string, dueAt?: string]
/** Procedure code, case and channel, where it is not the general case at the counter. */
type Subject = string | readonly [code: string, caseId: string, channel: string]

const ONE_DAY = '1.001193'
const THREE_DAYS: Subject = ['2.001610', 'thanh-lap-moi', 'inPerson']
const FIVE_DAYS = '1.004884'
const TEN_DAYS = '1.001806'
const FIVE_OF_TEN: Subject = ['1.012783', 'chung', 'inPerson']
const TEN_CALENDAR_DAYS: Subject = ['3.000333', 'phieu-1', 'inPerson']
const SAME_DAY = '2.000815'
const NO_TERM = '1.014319'

function explained(subject: Subject, events: readonly Event[], at?: string): ClockAnswer {
  const [procedure, caseId, channel] = typeof subject === 'string' ? [subject, 'chung', 'inPerson'] : subject
  const asked = {
    procedure,
    case: caseId,
    channel,
    events: events.map(([moment, what, dueAt]) => ({ at: moment, what, ...(dueAt === undefined ? {} : { dueAt }) })),
    ...(at === undefined ? {} : { at }),
  }
  const answer = explainClockCase(asked, { rulebook, now: NOW })
  assert.equal(answer.kind, 'explained', JSON.stringify(answer))
  return answer.answer
}

const accepted = (at: string, ...events: readonly Event[]): readonly Event[] => [[at, 'accepted'], ...events]
const iso = (at: Instant | null): string | null => (at === null ? null : toIso(at))
const local = (at: string | null): string | null => (at === null ? null : toIso(parseInstant(at)))

function isDue(subject: Subject, events: readonly Event[], due: string | null): void {
  assert.equal(iso(explained(subject, events).dueAt), local(due))
}

type Golden = readonly [article: string, what: string, subject: Subject, events: readonly Event[], due: string | null]
const GOLDEN: readonly Golden[] = [
  [
    'NĐ 61/2018 Đ.17',
    'the clock starts with the receipt, to the minute',
    ONE_DAY,
    accepted('2024-03-14T09:12'),
    '2024-03-15T09:12',
  ],
  [
    'NĐ 118/2025 Đ.17.3',
    'before opening it starts with the opening',
    ONE_DAY,
    accepted('2025-07-08T06:40'),
    '2025-07-08T17:00',
  ],
  [
    'NĐ 118/2025 Đ.17.3',
    'received online in the night it starts in the morning',
    FIVE_DAYS,
    accepted('2025-07-08T22:15'),
    '2025-07-15T17:00',
  ],
  [
    'NĐ 309/2026',
    'received after the amendment it counts alike',
    ONE_DAY,
    accepted('2026-08-05T10:00'),
    '2026-08-06T10:00',
  ],
  [
    '8 giờ làm việc',
    'at the very end of the office day nothing of the day is used',
    ONE_DAY,
    accepted('2024-03-14T17:00'),
    '2024-03-15T17:00',
  ],
  ['8 giờ làm việc', 'in the lunch hour it starts at 13:30', ONE_DAY, accepted('2024-03-14T12:10'), '2024-03-15T11:30'],
  ['QĐ 188/1999', 'a weekend does not count', THREE_DAYS, accepted('2024-03-14T15:00'), '2024-03-19T15:00'],
  [
    'QĐ 14/2010',
    'what a Saturday counter takes in starts on Monday',
    ONE_DAY,
    accepted('2024-03-16T09:00'),
    '2024-03-18T17:00',
  ],
  [
    'BLDS 2015 Đ.147.2, 148',
    'ten calendar days end with the tenth day after',
    TEN_CALENDAR_DAYS,
    accepted('2024-03-04T09:00'),
    '2024-03-14T17:00',
  ],
  [
    'BLDS 2015 Đ.148.5',
    'calendar days that end on a Sunday roll to Monday',
    TEN_CALENDAR_DAYS,
    accepted('2024-03-14T09:00'),
    '2024-03-25T17:00',
  ],
  [
    'BLDS 2015 Đ.148.5',
    'calendar days that end in Tết roll behind it',
    TEN_CALENDAR_DAYS,
    accepted('2024-01-31T09:00'),
    '2024-02-15T17:00',
  ],
  [
    'NĐ 23/2015 Đ.7',
    'certified before 15:00, due the same day',
    SAME_DAY,
    accepted('2024-03-14T14:59'),
    '2024-03-14T17:00',
  ],
  [
    'NĐ 23/2015 Đ.7',
    'certified from 15:00 on, due the next working day',
    SAME_DAY,
    accepted('2024-03-15T15:00'),
    '2024-03-18T17:00',
  ],
  [
    'NĐ 23/2015 Đ.7',
    'after 15:00 before Tết, due after it',
    SAME_DAY,
    accepted('2024-02-07T15:30'),
    '2024-02-15T17:00',
  ],
  [
    'NĐ 63/2010',
    'the counter and the portal have terms of their own',
    ['1.012783', 'chung', 'online'],
    accepted('2024-03-04T09:00'),
    '2024-03-25T09:00',
  ],
  ['NĐ 63/2010', 'without a term nothing is due', NO_TERM, accepted('2024-03-14T09:00'), null],
  [
    'NĐ 61/2018 Đ.19.4',
    'after a supplement the whole term begins anew',
    FIVE_DAYS,
    accepted(
      '2024-03-04T09:00',
      ['2024-03-06T09:00', 'supplementRequested'],
      ['2024-03-12T14:00', 'supplementSupplied'],
    ),
    '2024-03-19T14:00',
  ],
  [
    'NĐ 61/2018 Đ.19.4',
    'supplied on a Sunday it begins anew on Monday',
    FIVE_DAYS,
    accepted(
      '2024-03-04T09:00',
      ['2024-03-06T09:00', 'supplementRequested'],
      ['2024-03-10T14:00', 'supplementSupplied'],
    ),
    '2024-03-15T17:00',
  ],
  [
    'NĐ 118/2025',
    'after a supplement it begins anew under the new decree too',
    FIVE_DAYS,
    accepted(
      '2025-07-07T09:00',
      ['2025-07-09T09:00', 'supplementRequested'],
      ['2025-07-14T09:00', 'supplementSupplied'],
    ),
    '2025-07-21T09:00',
  ],
  [
    'Luật Đất đai',
    'while tax is owed the clock stands and then goes on',
    FIVE_OF_TEN,
    accepted('2024-03-04T09:00', ['2024-03-06T09:00', 'paymentRequested'], ['2024-03-20T09:00', 'paymentRecorded']),
    '2024-03-25T09:00',
  ],
  [
    'Luật Đất đai',
    'two obligations, two pauses',
    FIVE_OF_TEN,
    accepted(
      '2024-03-04T09:00',
      ['2024-03-05T09:00', 'paymentRequested'],
      ['2024-03-06T09:00', 'paymentRecorded'],
      ['2024-03-07T09:00', 'paymentRequested'],
      ['2024-03-08T09:00', 'paymentRecorded'],
    ),
    '2024-03-13T09:00',
  ],
  [
    'NĐ 61/2018 Đ.19.9',
    'an apology appoints anew, once',
    FIVE_DAYS,
    accepted('2024-03-04T09:00', ['2024-03-08T09:00', 'apologised', '2024-03-15T16:00']),
    '2024-03-15T16:00',
  ],
  [
    'NĐ 61/2018 Đ.19.9',
    'a payment after the apology moves the new time',
    FIVE_DAYS,
    accepted(
      '2024-03-04T09:00',
      ['2024-03-08T09:00', 'apologised', '2024-03-15T16:00'],
      ['2024-03-11T09:00', 'paymentRequested'],
      ['2024-03-12T09:00', 'paymentRecorded'],
    ),
    '2024-03-18T16:00',
  ],
]
for (const [article, what, subject, events, due] of GOLDEN) {
  test(`${article}: ${what}`, () => isDue(subject, events, due))
}

/** Received at 15:00 on the last working day before, for one working day: due at 15:00 of the next. */
type Break = readonly [name: string, last: string, next: string]
const BREAKS: readonly Break[] = [
  ['Tết Mậu Tuất 2018', '2018-02-13', '2018-02-21'],
  ['Giỗ Tổ 2018', '2018-04-24', '2018-04-26'],
  ['30/4 and 1/5/2018', '2018-04-27', '2018-05-02'],
  ['2/9/2018, a Sunday', '2018-08-31', '2018-09-04'],
  ['New Year 2019, with 31/12 exchanged', '2018-12-28', '2019-01-02'],
  ['the make-up Saturday 5/1/2019', '2019-01-04', '2019-01-05'],
  ['Tết Kỷ Hợi 2019', '2019-02-01', '2019-02-11'],
  ['Giỗ Tổ 2019, a Sunday', '2019-04-12', '2019-04-16'],
  ['29/4 to 1/5/2019', '2019-04-26', '2019-05-02'],
  ['the make-up Saturday 4/5/2019', '2019-05-03', '2019-05-04'],
  ['2/9/2019', '2019-08-30', '2019-09-03'],
  ['Tết Canh Tý 2020', '2020-01-22', '2020-01-30'],
  ['30/4 and 1/5/2020', '2020-04-29', '2020-05-04'],
  ['2/9/2020, still a single day', '2020-09-01', '2020-09-03'],
  ['Tết Tân Sửu 2021', '2021-02-09', '2021-02-17'],
  ['30/4 to 3/5/2021', '2021-04-29', '2021-05-04'],
  ['2/9 and 3/9/2021', '2021-09-01', '2021-09-06'],
  ['New Year 2022, a Saturday', '2021-12-31', '2022-01-04'],
  ['Tết Nhâm Dần 2022', '2022-01-28', '2022-02-07'],
  ['30/4 to 3/5/2022', '2022-04-29', '2022-05-04'],
  ['1/9 and 2/9/2022', '2022-08-31', '2022-09-05'],
  ['Tết Quý Mão 2023', '2023-01-19', '2023-01-27'],
  ['Giỗ Tổ to 3/5/2023', '2023-04-28', '2023-05-04'],
  ['1/9 to 4/9/2023', '2023-08-31', '2023-09-05'],
  ['Tết Giáp Thìn 2024', '2024-02-07', '2024-02-15'],
  ['Giỗ Tổ 2024', '2024-04-17', '2024-04-19'],
  ['29/4 to 1/5/2024', '2024-04-26', '2024-05-02'],
  ['the make-up Saturday 4/5/2024', '2024-05-03', '2024-05-04'],
  ['2/9 and 3/9/2024', '2024-08-30', '2024-09-04'],
  ['Tết Ất Tỵ 2025', '2025-01-24', '2025-02-03'],
  ['Giỗ Tổ 2025', '2025-04-04', '2025-04-08'],
  ['the make-up Saturday 26/4/2025', '2025-04-25', '2025-04-26'],
  ['30/4 to 2/5/2025', '2025-04-29', '2025-05-05'],
  ['1/9 and 2/9/2025', '2025-08-29', '2025-09-03'],
  ['New Year 2026, with 2/1 exchanged', '2025-12-31', '2026-01-05'],
  ['the make-up Saturday 10/1/2026', '2026-01-09', '2026-01-10'],
  ['Tết Bính Ngọ 2026', '2026-02-13', '2026-02-23'],
  ['Giỗ Tổ 2026, a Sunday', '2026-04-24', '2026-04-28'],
  ['30/4 and 1/5/2026', '2026-04-29', '2026-05-04'],
  ['the make-up Saturday 22/8/2026', '2026-08-21', '2026-08-22'],
  ['31/8 to 2/9/2026', '2026-08-28', '2026-09-03'],
]
for (const [name, last, next] of BREAKS) {
  test(`Bộ luật Lao động Đ.112: ${name}`, () => isDue(ONE_DAY, accepted(`${last}T15:00`), `${next}T15:00`))
}

test('NĐ 61/2018: a dossier accepted the day before the new decree keeps the old one through all that follows', () => {
  const life = (day: string) =>
    explained(
      TEN_DAYS,
      accepted(
        `${day}T09:00`,
        ['2025-07-03T09:00', 'supplementRequested'],
        ['2025-07-07T09:00', 'supplementSupplied'],
        ['2025-07-16T09:00', 'apologised', '2025-07-25T16:00'],
      ),
      '2025-07-17T09:00',
    )
  const old = life('2025-06-30')
  const fresh = life('2025-07-01')
  assert.deepEqual([old.policy.id, fresh.policy.id], ['thoi-han-2018', 'thoi-han-2025'])
  assert.equal(iso(old.dueAt), local('2025-07-25T16:00'))
  assert.equal(iso(fresh.dueAt), local('2025-07-25T16:00'))
  const articles = (answer: ClockAnswer) => answer.sentences.map((each) => each.article)
  assert.deepEqual(
    ['NĐ 61/2018/NĐ-CP Điều 17', 'NĐ 61/2018/NĐ-CP Điều 19 khoản 4', 'NĐ 61/2018/NĐ-CP Điều 19 khoản 9'].filter(
      (article) => !articles(old).includes(article),
    ),
    [],
  )
  assert.ok(articles(old).every((article) => !article.includes('118/2025')))
  assert.ok(articles(fresh).every((article) => !article.includes('61/2018')))
})

// What a commercial product counts wrongly, each the right way.
test('defect 1: received on a Saturday, one working day ends on Monday evening and not on Monday morning', () =>
  isDue(ONE_DAY, accepted('2024-03-16T09:00'), '2024-03-18T17:00'))
test('defect 2: what is received on a Saturday is never due on that Saturday', () => {
  isDue(SAME_DAY, accepted('2024-03-16T09:00'), '2024-03-18T17:00')
  isDue(['2.001717', 'chung', 'inPerson'], accepted('2024-03-16T09:00'), '2024-04-01T11:00')
})
test('defect 3: received exactly when the office closes for lunch, the term goes on at 13:30', () =>
  isDue(ONE_DAY, accepted('2024-03-14T11:30'), '2024-03-15T11:30'))
test('defect 4: where the calendar does not reach, there is a reason and no invented date', () => {
  const asked = { procedure: TEN_DAYS, case: 'chung', channel: 'inPerson' }
  const answer = explainClockCase(
    { ...asked, events: [{ at: '2027-12-30T09:00', what: 'accepted' }], at: '2027-12-31T09:00' },
    { rulebook, now: NOW },
  )
  assert.equal(answer.kind, 'refused')
  assert.match(answer.kind === 'refused' ? (answer.problems[0]?.reason ?? '') : '', /chỉ có từ 01\/01\/2017 đến 31\/12/)
})
test('defect 5: a pause moves the due time by its working time, neither more nor less', () => {
  const pause = (from: string, to: string): readonly Event[] =>
    accepted('2024-03-04T09:00', [from, 'paymentRequested'], [to, 'paymentRecorded'])
  isDue(FIVE_OF_TEN, pause('2024-03-08T17:00', '2024-03-11T07:00'), '2024-03-11T09:00')
  isDue(FIVE_OF_TEN, pause('2024-03-05T09:00', '2024-03-05T10:30'), '2024-03-11T10:30')
  isDue(FIVE_OF_TEN, pause('2024-03-07T16:00', '2024-03-11T08:00'), '2024-03-12T11:00')
})
test('defect 6: a channel without a term of its own is refused, never given two hours', () => {
  const answer = explainClockCase(
    { procedure: SAME_DAY, case: 'chung', channel: 'online', events: [{ at: '2024-03-14T09:00', what: 'accepted' }] },
    { rulebook, now: NOW },
  )
  assert.deepEqual(answer.kind === 'refused' ? answer.problems.map((each) => each.place) : [], ['channel'])
})
test('defect 7: due at nine and finished at ten is late wherever it is asked', () => {
  const late = accepted('2024-03-14T09:00', ['2024-03-15T10:00', 'resolved'])
  const answer = explained(ONE_DAY, late)
  assert.deepEqual([answer.standing, answer.remainingMinutes], ['late', -60])
  assert.match(answer.sentences.at(-1)?.text ?? '', /trễ hạn 1 giờ/)
  const open = explained(ONE_DAY, accepted('2024-03-14T09:00'), '2024-03-15T10:00')
  assert.deepEqual([open.standing, iso(open.decidedAt)], ['overdue', local('2024-03-15T09:00')])
})
