import { notFound, ProblemError } from '../platform/http/problem.ts'

export const NO_SUCH_DRAFT = notFound('dự thảo báo cáo', 'Hãy mở lại từ danh sách dự thảo.')

export const NO_TEMPLATE = new ProblemError({
  kind: 'narrative-missing',
  status: 409,
  title: 'Chưa có mẫu báo cáo cho kỳ này',
  detail: 'Không có mẫu báo cáo nào có hiệu lực vào ngày cuối kỳ.',
  advice: 'Hãy chọn kỳ khác, hoặc nhờ người quản trị bổ sung mẫu.',
})

export const ALREADY_PUBLISHED = new ProblemError({
  kind: 'draft-published',
  status: 409,
  title: 'Báo cáo này đã được ký và công bố',
  detail: 'Báo cáo đã công bố không sửa được nữa.',
  advice: 'Hãy xem bản đã công bố; nếu số liệu thay đổi về sau, xem phần so sánh của bản đó.',
})

export const DRAFT_CHANGED = new ProblemError({
  kind: 'draft-changed',
  status: 409,
  title: 'Dự thảo vừa có người sửa',
  detail: 'Nội dung bạn đang xem không còn là bản mới nhất.',
  advice: 'Hãy tải lại trang, đọc phần vừa sửa rồi ký.',
})

export const paragraphChanged = (by: string): ProblemError =>
  new ProblemError({
    kind: 'paragraph-changed',
    status: 409,
    title: 'Đoạn này vừa có người sửa',
    detail: `${by} vừa lưu đoạn này; nếu lưu tiếp, phần viết đó sẽ mất.`,
    advice: 'Hãy chép lại phần bạn đã viết, tải lại trang để xem bản mới, rồi sửa tiếp.',
  })

export const unreadable = (codes: readonly string[]): ProblemError =>
  new ProblemError({
    kind: 'figure-unknown',
    status: 422,
    title: 'Có số liệu không dùng được',
    detail: `Hệ thống không có số liệu: ${codes.map((code) => code.slice(0, 60)).join(', ')}.`,
    advice: 'Hãy bỏ số liệu đó ra, rồi chèn lại từ danh sách.',
  })

export const hasBlanks = (blanks: readonly string[]): ProblemError =>
  new ProblemError({
    kind: 'narrative-has-blanks',
    status: 422,
    title: 'Báo cáo còn chỗ chưa điền',
    detail: `Còn ${blanks.length} chỗ để trống: ${blanks.join('; ')}.`,
    advice: 'Hãy điền từng chỗ, hoặc bỏ đoạn đó khỏi báo cáo, rồi ký lại.',
    errors: blanks.map((message) => ({ path: 'document', message })),
  })
