import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DossierEvent } from '../dossier/dossier-events.ts'
import { parseInstant } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import { isNoticed, type NoticedEvent, noticeText } from './notice-text.ts'

const SUBJECT = {
  code: 'H20.15-240301-0001',
  procedure: 'Đăng ký khai sinh',
  counter: 'Bộ phận Một cửa Phường 1',
  agency: 'Ủy ban nhân dân Phường 1',
}
const say = (event: object): string => noticeText(event as NoticedEvent, SUBJECT)

test('the applicant learns the code and the appointed time of an accepted dossier', () => {
  assert.equal(
    say({ type: 'accepted', code: SUBJECT.code, dueAt: parseInstant('2024-03-18T16:30') }),
    'Hồ sơ “Đăng ký khai sinh” đã được tiếp nhận với mã H20.15-240301-0001. Hẹn trả kết quả: 16 giờ 30, thứ Hai 18/03/2024.',
  )
  assert.match(say({ type: 'accepted', code: SUBJECT.code, dueAt: null }), /không có thời hạn giải quyết cố định\.$/)
})

test('a request for a supplement lists what is missing', () => {
  assert.equal(
    say({
      type: 'supplementRequested',
      items: ['Giấy chứng sinh', 'Ảnh 3x4'],
      reason: 'Thiếu giấy tờ',
      after: 'restart',
    }),
    'Hồ sơ H20.15-240301-0001 cần bổ sung: (1) Giấy chứng sinh; (2) Ảnh 3x4. Lý do: Thiếu giấy tờ. ' +
      'Thời hạn giải quyết tạm dừng cho đến khi ông/bà bổ sung đủ.',
  )
})

test('a request for payment says what and how much', () => {
  const line = (name: string, amount: number) => ({ id: name, name, amount: dong(amount) })
  assert.match(
    say({ type: 'paymentRequested', ground: 'payment', lines: [line('Lệ phí', 20_000)] }),
    /: Lệ phí 20\.000 đồng\. /,
  )
  const both = [line('Lệ phí', 20_000), line('Thuế', 100_000)]
  assert.match(say({ type: 'paymentRequested', ground: 'payment', lines: both }), /tổng cộng 120\.000 đồng\. /)
})

test('each other notice is a whole sentence with its reason', () => {
  const reason = 'Không thuộc thẩm quyền.'
  for (const type of ['declined', 'refused', 'stopped'] as const) {
    assert.match(say({ type, reason }), /H20\.15-240301-0001 .*Lý do: Không thuộc thẩm quyền\. .*\.$/)
  }
  const dueAt = parseInstant('2024-03-20T10:00')
  assert.match(
    say({ type: 'apologised', reason, letter: '', dueAt }),
    /^Ủy ban nhân dân Phường 1 xin lỗi .*Hẹn lại: 10 giờ 00/,
  )
  assert.match(say({ type: 'resolved', result: { summary: 'Giấy khai sinh' } }), /đã có kết quả: Giấy khai sinh\. /)
  assert.match(say({ type: 'returned', receivedBy: 'Bà Đào' }), /trả kết quả cho Bà Đào\.$/)
})

test('a dossier without a code is called by its procedure, and inner handling is not told', () => {
  const declined: DossierEvent = { type: 'declined', reason: 'Sai mẫu' }
  assert.ok(isNoticed(declined))
  assert.match(noticeText(declined, { ...SUBJECT, code: null }), /^Hồ sơ “Đăng ký khai sinh” không được tiếp nhận/)
  assert.equal(isNoticed({ type: 'consultationAnswered', id: '1', answer: 'x' }), false)
})
