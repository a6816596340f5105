import type { Report } from '../api/views.ts'

/** The report page. Names of columns as in biểu II.06a/VPCP/KSTT, shortened to fit a head. */
export const REPORT_TEXT = {
  title: 'Biểu II.06a',
  subtitle: 'Tình hình, kết quả giải quyết thủ tục hành chính',
  scope: 'Phạm vi',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  asOf: 'Tính đến lúc',
  asOfHint: 'Để trống: đến hết kỳ.',
  show: 'Xem',
  by: 'Theo',
  total: 'Tổng cộng',
  received: 'Tiếp nhận',
  resolved: 'Đã giải quyết',
  open: 'Đang giải quyết',
  holds: 'Các đẳng thức đều đúng',
  fails: 'Có đẳng thức không đúng; xin báo người quản trị',
  identities: 'Các đẳng thức của biểu',
  notes: 'Tính thế nào',
  asOfLine: 'Số liệu tính đến',
  others: 'Ngoài biểu',
  empty: 'Không có hồ sơ nào trong kỳ này',
  emptyWhy: 'Chọn kỳ khác, hoặc phạm vi rộng hơn.',
  choose: 'Chọn phạm vi và kỳ rồi bấm Xem.',
  periodWrong: 'Ngày đầu kỳ phải không sau ngày cuối kỳ.',
  counted: 'Hồ sơ được tính',
  countedTotal: 'hồ sơ',
  back: 'Về biểu',
  code: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  acceptedAt: 'Tiếp nhận',
  dueAt: 'Hẹn trả',
  finishedAt: 'Giải quyết xong',
  why: 'Vì sao được tính ở đây',
  countedNone: 'Không có hồ sơ nào',
  countedNoneWhy: 'Con số này bằng không.',
} as const

/** By what the rows may go, and what then stands over them. */
export const REPORT_ROWS = {
  field: 'Lĩnh vực',
  level: 'Cấp',
  agency: 'Cơ quan giải quyết',
  counter: 'Bộ phận Một cửa',
  procedure: 'Thủ tục',
  channel: 'Cách nộp',
} as const satisfies Record<Report['by'], string>

/** Columns of the form, in its order and under its three heads. */
export const REPORT_COLUMNS = [
  { group: 'received', figure: 'receivedTotal', name: 'Tổng số' },
  { group: 'received', figure: 'receivedOnline', name: 'Trực tuyến' },
  { group: 'received', figure: 'receivedInPersonOrPostal', name: 'Trực tiếp, bưu chính' },
  { group: 'received', figure: 'carriedOver', name: 'Kỳ trước chuyển qua' },
  { group: 'resolved', figure: 'resolvedTotal', name: 'Tổng số' },
  { group: 'resolved', figure: 'resolvedEarly', name: 'Trước hạn' },
  { group: 'resolved', figure: 'resolvedOnTime', name: 'Đúng hạn' },
  { group: 'resolved', figure: 'resolvedLate', name: 'Quá hạn' },
  { group: 'open', figure: 'inProgress', name: 'Tổng số' },
  { group: 'open', figure: 'inProgressInTime', name: 'Trong hạn' },
  { group: 'open', figure: 'inProgressOverdue', name: 'Quá hạn' },
] as const

/** What provinces publish besides the form. */
export const OTHER_FIGURES = [
  { figure: 'receivedNew', name: 'Tiếp nhận trong kỳ' },
  { figure: 'receivedInPerson', name: 'Trực tiếp' },
  { figure: 'receivedPostal', name: 'Bưu chính công ích' },
  { figure: 'resolvedEarlyOrOnTime', name: 'Giải quyết trước và đúng hạn' },
  { figure: 'supplementPending', name: 'Đang chờ bổ sung' },
  { figure: 'returnedToApplicant', name: 'Trả lại, rút' },
  { figure: 'interlinked', name: 'Liên thông' },
  { figure: 'postalEither', name: 'Nhận hoặc trả qua bưu chính' },
  { figure: 'certifiedCopies', name: 'Chứng thực bản sao điện tử' },
  { figure: 'apologyLetters', name: 'Văn bản xin lỗi' },
] as const
