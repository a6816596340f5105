import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar, aHoliday, aMakeUpDay } from '../../test/a-calendar.ts'
import { aClock, aPause } from '../../test/a-clock.ts'
import { parseInstant } from '../kernel/instant.ts'
import type { Term } from '../procedure/procedure.ts'
import { endClock, explainClock, formatTerm } from './clock.ts'
import type { ClockLedger } from './clock-ledger.ts'

const cal = aCalendar({
  holidays: [
    aHoliday('2024-02-08', 'Tết Nguyên đán'),
    aHoliday('2024-02-09', 'Tết Nguyên đán'),
    aHoliday('2024-02-10', 'Tết Nguyên đán'),
    aHoliday('2024-02-11', 'Tết Nguyên đán'),
    aHoliday('2024-02-12', 'Tết Nguyên đán'),
    aHoliday('2024-04-18', 'Giỗ Tổ Hùng Vương'),
    aHoliday('2024-04-29', 'Nghỉ hoán đổi dịp 30/4'),
  ],
  makeUpDays: [aMakeUpDay('2024-05-04', 'thay cho thứ Hai 29/04')],
})
const days = (amount: number): Term => ({ unit: 'workingDays', amount })
const texts = (ledger: ClockLedger, at: string): readonly string[] =>
  explainClock(ledger, cal, parseInstant(at)).map((each) => each.text)

test('a plain term is told from receipt to due time', () => {
  assert.deepEqual(texts(aClock('2024-03-14T09:00', days(2)), '2024-03-15T08:00'), [
    'Hồ sơ được tiếp nhận đầy đủ, đúng quy định lúc 09 giờ 00, thứ Năm 14/03/2024.',
    'Thời hạn theo quy định: 2 ngày làm việc.',
    'Không tính thứ Bảy 16/03, Chủ Nhật 17/03 (nghỉ hằng tuần).',
    'Hạn trả kết quả: 09 giờ 00, thứ Hai 18/03/2024.',
    'Tính đến 08 giờ 00, thứ Sáu 15/03/2024: còn 1 ngày làm việc 1 giờ đến hạn.',
  ])
})

test('intake outside office hours, a promised term, a holiday and a make-up Saturday are told', () => {
  const clock = aClock('2024-04-26T17:30', days(8), { committed: days(6) })
  assert.deepEqual(texts(clock, '2024-05-08T07:00'), [
    'Hồ sơ được tiếp nhận đầy đủ, đúng quy định lúc 17 giờ 30, thứ Sáu 26/04/2024.',
    'Thời hạn theo quy định: 8 ngày làm việc.',
    'Thời hạn cam kết, dùng để hẹn trả: 6 ngày làm việc.',
    'Tiếp nhận ngoài giờ làm việc nên thời hạn tính từ 07 giờ 00, thứ Ba 30/04/2024.',
    'Không tính thứ Bảy 27/04, Chủ Nhật 28/04, Chủ Nhật 05/05 (nghỉ hằng tuần).',
    'Nghỉ hoán đổi dịp 30/4: không tính thứ Hai 29/04.',
    'Làm bù thứ Bảy 04/05: tính là ngày làm việc (thay cho thứ Hai 29/04).',
    'Hạn trả kết quả: 17 giờ 00, thứ Hai 06/05/2024.',
    'Tính đến 07 giờ 00, thứ Tư 08/05/2024: đã quá hạn 1 ngày làm việc.',
  ])
})

test('a holiday of several days is told as one, many weekends as a number', () => {
  const told = texts(aClock('2024-02-06T09:00', days(20)), '2024-02-06T09:00')
  assert.ok(told.includes('Nghỉ Tết Nguyên đán: không tính từ thứ Năm 08/02 đến thứ Hai 12/02, 5 ngày.'))
  const long = texts(aClock('2024-03-14T09:00', days(30)), '2024-03-14T09:00')
  assert.ok(long.includes('Không tính 12 ngày nghỉ hằng tuần từ 16/03/2024 đến 21/04/2024.'))
  assert.ok(long.includes('Nghỉ Giỗ Tổ Hùng Vương: không tính thứ Năm 18/04.'))
})

test('a pause is told with its reason, its article and the working time that it took', () => {
  const clock = aClock('2024-03-14T09:00', days(3), { pauses: [aPause('2024-03-15T09:00', '2024-03-20T10:00')] })
  const pause = explainClock(clock, cal, parseInstant('2024-03-20T10:00')).find((each) =>
    each.text.startsWith('Tạm dừng'),
  )
  assert.deepEqual(pause, {
    text: 'Tạm dừng từ 09 giờ 00, thứ Sáu 15/03/2024 đến 10 giờ 00, thứ Tư 20/03/2024: chờ thực hiện nghĩa vụ tài chính; không tính 3 ngày làm việc 1 giờ, thời hạn còn lại tính tiếp.',
    article: 'Luật chuyên ngành: không tính thời gian thực hiện nghĩa vụ tài chính',
    minutes: 1500,
  })
})

test('after a supplement only the new term is explained', () => {
  const clock = aClock('2024-03-14T09:00', days(3), {
    pauses: [aPause('2024-03-18T09:00', '2024-03-20T10:00', 'restart')],
  })
  assert.deepEqual(texts(clock, '2024-03-20T10:00').slice(2), [
    'Tạm dừng từ 09 giờ 00, thứ Hai 18/03/2024 đến 10 giờ 00, thứ Tư 20/03/2024: chờ bổ sung hồ sơ; thời hạn tính lại từ đầu.',
    'Không tính thứ Bảy 23/03, Chủ Nhật 24/03 (nghỉ hằng tuần).',
    'Hạn trả kết quả: 10 giờ 00, thứ Hai 25/03/2024.',
    'Tính đến 10 giờ 00, thứ Tư 20/03/2024: còn 3 ngày làm việc đến hạn.',
  ])
})

test('while the clock stands still there is no due time, only the one before', () => {
  const clock = aClock('2024-03-14T09:00', days(1), { pauses: [aPause('2024-03-14T10:00', null, 'restart')] })
  assert.deepEqual(texts(clock, '2024-03-20T10:00').slice(2), [
    'Đang tạm dừng từ 10 giờ 00, thứ Năm 14/03/2024: chờ bổ sung hồ sơ.',
    'Trước khi tạm dừng, hạn trả kết quả là 09 giờ 00, thứ Sáu 15/03/2024; hạn mới được tính khi hết tạm dừng.',
    'Tính đến 10 giờ 00, thứ Tư 20/03/2024: còn 7 giờ đến hạn.',
  ])
})

test('the extension is told with its apology, and how the dossier ended', () => {
  const clock = aClock('2024-03-14T09:00', days(3), {
    extension: { at: parseInstant('2024-03-18T08:00'), dueAt: parseInstant('2024-03-22T16:00') },
  })
  assert.deepEqual(texts(endClock(clock, parseInstant('2024-03-25T08:00')), '2024-05-01T08:00').slice(2), [
    'Cơ quan giải quyết xin lỗi và hẹn lại lúc 08 giờ 00, thứ Hai 18/03/2024: trả kết quả lúc 16 giờ 00, thứ Sáu 22/03/2024.',
    'Hạn trả kết quả: 16 giờ 00, thứ Sáu 22/03/2024.',
    'Kết thúc lúc 08 giờ 00, thứ Hai 25/03/2024: trễ hạn 2 giờ.',
  ])
})

const endings: readonly (readonly [at: string, ending: string])[] = [
  ['2024-03-14T10:00', 'Kết thúc lúc 10 giờ 00, thứ Năm 14/03/2024: trước hạn 7 giờ.'],
  ['2024-03-15T08:00', 'Kết thúc lúc 08 giờ 00, thứ Sáu 15/03/2024: đúng hạn.'],
  ['2024-03-15T09:30', 'Kết thúc lúc 09 giờ 30, thứ Sáu 15/03/2024: trễ hạn 30 phút.'],
]
for (const [at, ending] of endings) {
  test(`the last sentence says how it ended: ${ending}`, () => {
    assert.equal(texts(endClock(aClock('2024-03-14T09:00', days(1)), parseInstant(at)), at).at(-1), ending)
  })
}

test('calendar days that end on a day off say why they roll', () => {
  const clock = aClock('2024-03-14T09:00', { unit: 'calendarDays', amount: 2 })
  assert.deepEqual(texts(clock, '2024-03-14T09:00').slice(2, 5), [
    'Ngày tiếp nhận không tính; thời hạn kết thúc khi hết giờ làm việc của ngày cuối cùng.',
    'Ngày cuối của thời hạn, thứ Bảy 16/03/2024, là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo.',
    'Hạn trả kết quả: 17 giờ 00, thứ Hai 18/03/2024.',
  ])
})

test('what comes in after the last hour for the same day is due the next working day', () => {
  const clock = aClock('2024-03-15T15:30', { unit: 'sameDay', amount: 1 })
  assert.deepEqual(texts(clock, '2024-03-15T15:30').slice(1, 5), [
    'Thời hạn theo quy định: trong ngày.',
    'Tiếp nhận sau giờ chốt trong ngày nên trả kết quả trong ngày làm việc tiếp theo.',
    'Không tính thứ Bảy 16/03, Chủ Nhật 17/03 (nghỉ hằng tuần).',
    'Hạn trả kết quả: 17 giờ 00, thứ Hai 18/03/2024.',
  ])
})

test('the receipt cites the decree in force on its day', () => {
  const article = (at: string): string | undefined => {
    const clock = aClock(at, { unit: 'none', amount: 0 })
    return explainClock(clock, cal, parseInstant(at))[0]?.article
  }
  assert.equal(article('2025-06-30T16:00'), 'NĐ 61/2018/NĐ-CP Điều 17')
  assert.equal(article('2025-07-01T00:00'), 'NĐ 118/2025/NĐ-CP Điều 17 khoản 3')
  assert.equal(article('2026-08-05T07:00'), 'NĐ 118/2025/NĐ-CP Điều 17 khoản 3, sửa đổi bởi NĐ 309/2026/NĐ-CP')
})

test('a term is printed as people say it', () => {
  assert.equal(formatTerm(days(0.5)), '0,5 ngày làm việc')
  assert.equal(formatTerm({ unit: 'months', amount: 2 }), '2 tháng')
  assert.equal(formatTerm({ unit: 'none', amount: 0 }), 'không quy định')
})
