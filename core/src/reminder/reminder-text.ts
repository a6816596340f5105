import { consultationArticle, extensionArticle, receiptArticle } from '../dossier/dossier.ts'
import { type Instant, localDateOf } from '../kernel/instant.ts'
import { formatDate, formatMoment } from '../kernel/text.ts'
import type { ServicePolicyRecord } from '../rulebook/rulebook.ts'
import type { Reminder, ReminderKind } from './reminder.ts'

/** How a list calls each kind. */
export const REMINDER_NAME = {
  nearDue: 'Sắp đến hạn',
  apologyOwed: 'Cần thư xin lỗi',
  due: 'Đến hạn trả',
  stepOverdue: 'Quá hạn bước',
  acceptanceOverdue: 'Chậm tiếp nhận',
  supplementUnanswered: 'Quá hạn bổ sung',
  handOverOverdue: 'Chậm chuyển hồ sơ',
  consultationOverdue: 'Chậm trả lời ý kiến',
  resultNotClosed: 'Đã ký, chưa kết thúc',
} as const satisfies Record<ReminderKind, string>

/** `stepName` where the reminder is about a step; `acceptedAt` decides which law speaks, null before acceptance. */
export type ReminderSubject = Pick<Reminder, 'kind' | 'audience' | 'dueAt' | 'fireAt'> & {
  readonly stepName: string | null
  readonly acceptedAt: Instant | null
  /** The service rules of the dossier. */
  readonly service: ServicePolicyRecord
}

export type ReminderText = { readonly text: string; readonly article: string }

/** What happened and what to do now, and the rule behind it. */
export function reminderText(subject: ReminderSubject): ReminderText {
  const text = subject.audience === 'leader' ? leaderText(subject) : holderText(subject)
  return { text, article: articleOf(subject) }
}

function holderText({ kind, dueAt, fireAt, stepName, service }: ReminderSubject): string {
  const moment = formatMoment(dueAt)
  switch (kind) {
    case 'nearDue':
      return `Sắp đến hạn trả kết quả: ${moment}. Hãy giải quyết xong hoặc chuyển bước kịp giờ hẹn.`
    case 'apologyOwed':
      return `Hẹn trả kết quả lúc ${moment}. Nếu không kịp, hãy trình văn bản xin lỗi và hẹn lại trong ngày ${formatDate(localDateOf(fireAt))}, là ngày cuối được gia hạn.`
    case 'due':
      return `Đã đến giờ hẹn trả kết quả: ${moment}. Sau phút này hồ sơ tính là trễ hạn; hãy trả kết quả ngay.`
    case 'stepOverdue':
      return `Bước “${stepName ?? ''}” đã quá hạn từ ${moment}. Hãy xử lý xong để bước sau còn kịp giờ hẹn.`
    case 'acceptanceOverdue':
      return `Hồ sơ nộp trực tuyến chưa được tiếp nhận, quá hạn từ ${moment}. Hãy tiếp nhận, yêu cầu bổ sung hoặc từ chối tiếp nhận.`
    case 'supplementUnanswered':
      return `Đã hết ${service.policies.supplementWithinDays} ngày làm việc để người nộp bổ sung hồ sơ, đến ${moment}. Hãy liên hệ người nộp hoặc xem xét dừng giải quyết.`
    case 'handOverOverdue':
      return `Hồ sơ giấy chưa được chuyển đi, quá hạn chuyển từ ${moment}. Hãy chuyển ngay đến nơi giải quyết.`
    case 'consultationOverdue':
      return `Cơ quan được lấy ý kiến chưa trả lời, quá hạn từ ${moment}. Hãy đôn đốc và báo cáo lãnh đạo; thời hạn của hồ sơ vẫn tính.`
    case 'resultNotClosed':
      return `Kết quả đã ký, ban hành nhưng hồ sơ chưa kết thúc. Hãy kết thúc hồ sơ trước ${moment}; thời hạn vẫn tính đến khi kết thúc.`
  }
}

function leaderText({ kind, dueAt, stepName }: ReminderSubject): string {
  const moment = formatMoment(dueAt)
  switch (kind) {
    case 'stepOverdue':
      return `Bước “${stepName ?? ''}” quá hạn từ ${moment}, đã nhắc người giữ mà chưa xong. Hãy đôn đốc hoặc giao người khác.`
    case 'acceptanceOverdue':
      return `Hồ sơ nộp trực tuyến quá hạn tiếp nhận từ ${moment}, đã nhắc bộ phận một cửa mà chưa xong. Hãy đôn đốc.`
    case 'handOverOverdue':
      return `Hồ sơ giấy quá hạn chuyển từ ${moment}, đã nhắc người giữ mà chưa chuyển. Hãy đôn đốc.`
    case 'consultationOverdue':
      return `Ý kiến của cơ quan phối hợp quá hạn từ ${moment}. Hãy đôn đốc cơ quan đó trả lời.`
    case 'resultNotClosed':
      return `Kết quả đã ký, ban hành mà hồ sơ chưa kết thúc, phải kết thúc trước ${moment}. Hãy đôn đốc kết thúc ngay.`
    default:
      return `Hồ sơ trễ hạn từ ${moment}, đã nhắc người giữ mà chưa có kết quả. Hãy đôn đốc hoặc giao người khác.`
  }
}

function articleOf({ kind, acceptedAt, dueAt, service }: ReminderSubject): string {
  switch (kind) {
    case 'nearDue':
    case 'due':
      return receiptArticle(acceptedAt ?? dueAt)
    case 'apologyOwed':
      return extensionArticle(acceptedAt ?? dueAt)
    case 'stepOverdue':
      return 'Quyết định phê duyệt quy trình nội bộ'
    case 'acceptanceOverdue':
      return service.citations.acceptWithinMinutes
    case 'supplementUnanswered':
      return service.citations.supplementWithinDays
    case 'handOverOverdue':
      return service.citations.handOverUntil
    case 'consultationOverdue':
      return consultationArticle(acceptedAt ?? dueAt)
    case 'resultNotClosed':
      return service.citations.resultOpenLeadMinutes
  }
}
