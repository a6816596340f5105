import { extensionArticle, receiptArticle } from '../dossier/dossier.ts'
import { type Instant, localDateOf } from '../kernel/instant.ts'
import { formatDate, formatMoment } from '../kernel/text.ts'
import { SUPPLEMENT_WITHIN_DAYS } from './list-reminders.ts'
import type { Reminder, ReminderKind } from './reminder.ts'

/** How a list calls each kind. */
export const REMINDER_NAME = {
  nearDue: 'Sắp đến hạn',
  apologyOwed: 'Cần thư xin lỗi',
  due: 'Đến hạn trả',
  stepOverdue: 'Quá hạn bước',
  acceptanceOverdue: 'Chậm tiếp nhận',
  supplementUnanswered: 'Quá hạn bổ sung',
} as const satisfies Record<ReminderKind, string>

/** `stepName` where the reminder is about a step; `acceptedAt` decides which law speaks, null before acceptance. */
export type ReminderSubject = Pick<Reminder, 'kind' | 'audience' | 'dueAt' | 'fireAt'> & {
  readonly stepName: string | null
  readonly acceptedAt: Instant | null
}

export type ReminderText = { readonly text: string; readonly article: string }

/** What happened and what to do now, and the rule behind it. */
export function reminderText(subject: ReminderSubject): ReminderText {
  const text = subject.audience === 'leader' ? leaderText(subject) : holderText(subject)
  return { text, article: articleOf(subject) }
}

function holderText({ kind, dueAt, fireAt, stepName }: ReminderSubject): string {
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
      return `Đã hết ${SUPPLEMENT_WITHIN_DAYS} ngày làm việc để người nộp bổ sung hồ sơ, đến ${moment}. Hãy liên hệ người nộp hoặc xem xét dừng giải quyết.`
  }
}

function leaderText({ kind, dueAt, stepName }: ReminderSubject): string {
  const moment = formatMoment(dueAt)
  switch (kind) {
    case 'stepOverdue':
      return `Bước “${stepName ?? ''}” quá hạn từ ${moment}, đã nhắc người giữ mà chưa xong. Hãy đôn đốc hoặc giao người khác.`
    case 'acceptanceOverdue':
      return `Hồ sơ nộp trực tuyến quá hạn tiếp nhận từ ${moment}, đã nhắc bộ phận một cửa mà chưa xong. Hãy đôn đốc.`
    default:
      return `Hồ sơ trễ hạn từ ${moment}, đã nhắc người giữ mà chưa có kết quả. Hãy đôn đốc hoặc giao người khác.`
  }
}

const SECTOR = 'Nghị định của từng lĩnh vực về thủ tục trên môi trường điện tử'

function articleOf({ kind, acceptedAt, dueAt }: ReminderSubject): string {
  switch (kind) {
    case 'nearDue':
    case 'due':
      return receiptArticle(acceptedAt ?? dueAt)
    case 'apologyOwed':
      return extensionArticle(acceptedAt ?? dueAt)
    case 'stepOverdue':
      return 'Quyết định phê duyệt quy trình nội bộ'
    case 'acceptanceOverdue':
      return `${SECTOR}: trả lời trong 08 giờ làm việc`
    case 'supplementUnanswered':
      return `${SECTOR}: bổ sung trong ${SUPPLEMENT_WITHIN_DAYS} ngày làm việc`
  }
}
