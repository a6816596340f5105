import type { DossierEvent, DossierEventType } from '../dossier/dossier-events.ts'
import type { Instant } from '../kernel/instant.ts'
import { dong, formatDong } from '../kernel/money.ts'
import { formatMoment } from '../kernel/text.ts'

/** What an applicant is told about: everything that asks something of him or ends his waiting. */
export const NOTICED_EVENTS = [
  'accepted',
  'declined',
  'supplementRequested',
  'paymentRequested',
  'paused',
  'received',
  'apologised',
  'refused',
  'stopped',
  'resolved',
  'returned',
] as const satisfies readonly DossierEventType[]

export type NoticedEvent = Extract<DossierEvent, { type: (typeof NOTICED_EVENTS)[number] }>

/** `code` is null before acceptance; names as they stand in the rulebook. */
export type NoticeSubject = {
  readonly code: string | null
  readonly procedure: string
  readonly counter: string
  readonly agency: string
}

export function isNoticed(event: DossierEvent): event is NoticedEvent {
  const noticed: readonly string[] = NOTICED_EVENTS
  return noticed.includes(event.type)
}

/** One notice in the words of the applicant: what happened, and what to do now. */
export function noticeText(event: NoticedEvent, subject: NoticeSubject): string {
  const dossier = `Hồ sơ ${subject.code ?? `“${subject.procedure}”`}`
  switch (event.type) {
    case 'accepted':
      return `Hồ sơ “${subject.procedure}” đã được tiếp nhận với mã ${event.code}. ${event.transfer === undefined ? appointment(event.dueAt) : TRANSFERRED}`
    case 'declined':
      return `${dossier} không được tiếp nhận. Lý do: ${sentence(event.reason)} Ông/bà có thể sửa theo lý do trên và nộp hồ sơ mới.`
    case 'supplementRequested':
      return `${dossier} cần bổ sung: ${listed(event.items)}. Lý do: ${sentence(event.reason)} Thời hạn giải quyết tạm dừng cho đến khi ông/bà bổ sung đủ.`
    case 'paymentRequested':
      return `${dossier} cần thực hiện nghĩa vụ tài chính: ${payment(event.lines)}. Thời hạn giải quyết tạm dừng cho đến khi ông/bà nộp tiền.`
    case 'paused':
      return `${dossier} tạm dừng tính thời hạn: ${event.basis.name} (${event.basis.article}).`
    case 'received':
      return `${subject.agency} đã nhận hồ sơ ${subject.code ?? ''} từ nơi tiếp nhận. ${appointment(event.dueAt)}`
    case 'apologised': {
      const promisedAt = event.promisedAt ?? event.dueAt
      const promise = promisedAt === null ? '' : ` Hẹn lại: ${formatMoment(promisedAt)}.`
      return `${subject.agency} xin lỗi vì chưa trả kết quả đúng hẹn cho hồ sơ ${subject.code ?? ''}. Lý do: ${sentence(event.reason)}${promise}`
    }
    case 'refused':
      return `${dossier} bị từ chối giải quyết. Lý do: ${sentence(event.reason)} Nếu không đồng ý, ông/bà có quyền khiếu nại theo quy định.`
    case 'stopped':
      return `${dossier} dừng giải quyết. Lý do: ${sentence(event.reason)} Cần biết thêm, xin hỏi ${subject.counter}.`
    case 'resolved':
      return `${dossier} đã có kết quả: ${sentence(event.result.summary)} Xin nhận kết quả theo hình thức đã đăng ký tại ${subject.counter}.`
    case 'returned':
      return `${dossier} đã được trả kết quả cho ${event.receivedBy}.`
  }
}

const TRANSFERRED = 'Hồ sơ được chuyển đến cơ quan giải quyết; ngày hẹn trả được báo khi cơ quan đó nhận hồ sơ.'

function appointment(dueAt: Instant | null): string {
  return dueAt === null
    ? 'Thủ tục này không có thời hạn giải quyết cố định.'
    : `Hẹn trả kết quả: ${formatMoment(dueAt)}.`
}

function listed(items: readonly string[]): string {
  return items.map((item, index) => (items.length === 1 ? item : `(${index + 1}) ${item}`)).join('; ')
}

function payment(lines: readonly { readonly name: string; readonly amount: number }[]): string {
  const total = formatDong(dong(lines.reduce((sum, line) => sum + line.amount, 0)))
  const named = lines.map((line) => `${line.name} ${formatDong(dong(line.amount))}`).join('; ')
  return lines.length > 1 ? `${named}; tổng cộng ${total}` : named
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
