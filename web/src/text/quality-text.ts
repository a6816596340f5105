import { formatNumber, formatScore } from '@motcua/core/kernel/text.ts'
import type { HandlingTime, Quality } from '../api/views.ts'

/** The pages of the indicator set, for officers and for everybody. */
export const QUALITY_TEXT = {
  title: 'Chất lượng phục vụ',
  subtitle: 'Bộ chỉ số theo Quyết định 766/QĐ-TTg',
  publicLead:
    'Mỗi cơ quan được chấm điểm từ chính hồ sơ đã giải quyết, theo Bộ chỉ số chất lượng phục vụ người dân, doanh nghiệp.',
  scope: 'Phạm vi',
  period: 'Kỳ',
  compare: 'So với',
  version: 'Cách tính',
  show: 'Xem',
  choose: 'Chọn phạm vi và kỳ rồi bấm Xem.',
  total: 'Tổng điểm',
  outOf: 'trên',
  assessable: 'điểm đánh giá được',
  unknownPoints: 'điểm chưa có dữ liệu hoặc không tính, đứng ngoài tổng',
  rank: 'Xếp loại',
  provisional: 'tạm tính, vì còn chỉ số chưa có dữ liệu',
  asOf: 'Số liệu tính đến',
  before: 'Trước đó',
  groups: 'Điểm theo nhóm và chỉ số',
  group: 'Nhóm',
  component: 'Chỉ số',
  counted: 'Tử số / mẫu số',
  ratio: 'Tỷ lệ',
  points: 'Điểm',
  most: 'Tối đa',
  change: 'Tăng giảm',
  noData: 'chưa có dữ liệu',
  notCounted: 'không tính',
  fullFrom: 'đủ điểm từ',
  how: 'Tính thế nào',
  classes: 'Ngưỡng xếp loại',
  from: 'từ',
  lost: 'Điểm bị mất vì đâu',
  lostWhy:
    'Điểm mất của một chỉ số được chia đều cho những hồ sơ, thủ tục, cơ quan còn thiếu, nên cộng lại đúng bằng số điểm mất.',
  lostProcedures: 'Thủ tục làm mất điểm',
  lostAgencies: 'Cơ quan làm mất điểm',
  lostDossiers: 'Hồ sơ làm mất điểm',
  lostNone: 'Không có thủ tục hay hồ sơ nào làm mất điểm',
  lostPoints: 'Điểm mất',
  lostAt: 'Mất ở chỉ số',
  ofDossiers: 'hồ sơ',
  difference: 'Vì sao khác biểu II.06a',
  differenceWhy:
    'Nhóm tiến độ có quy tắc riêng. Mẫu số là mọi hồ sơ của kỳ, kể cả đang giải quyết, không chỉ hồ sơ đã giải quyết. Hồ sơ đang giải quyết mà quá hạn khi hết kỳ là quá hạn. Hồ sơ bị yêu cầu bổ sung từ lần thứ hai là quá hạn, dù trả kết quả trước hạn.',
  sides: { numerator: 'Được tính ở tử số', denominator: 'Được tính ở mẫu số', missing: 'Còn thiếu ở tử số' },
  back: 'Về bảng điểm',
  none: 'Không có mục nào',
  noneWhy: 'Danh sách này trống.',
  code: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  agency: 'Cơ quan',
  acceptedAt: 'Tiếp nhận',
  dueAt: 'Hẹn trả',
  finishedAt: 'Giải quyết xong',
  why: 'Vì sao ở đây',
  missing: 'còn thiếu',
  times: 'Thời gian giải quyết trung bình (chỉ số 2.2)',
  timesWhy:
    'Chỉ để theo dõi, không tính điểm. Tính trên hồ sơ kết thúc trong kỳ, từ lúc tiếp nhận đến lúc kết thúc, trừ thời gian tạm dừng; theo đơn vị của thời hạn mà thủ tục quy định (một ngày làm việc là 8 giờ, một tháng là 30 ngày).',
  timesNone: 'Không có hồ sơ nào kết thúc trong kỳ',
  finished: 'Đã kết thúc',
  average: 'Trung bình',
  term: 'Thời hạn theo quy định',
  time: 'Thời gian giải quyết',
  pauses: 'Tạm dừng',
  beyondCalendar: 'ngoài lịch làm việc',
  measured: (count: number) => `đo được ${count} hồ sơ`,
} as const

/** 3,5 ngày làm việc */
export function timeText(time: number | null, unit: HandlingTime['unit']): string {
  return time === null ? QUALITY_TEXT.beyondCalendar : `${formatNumber(Math.round(time * 100) / 100)} ${UNITS[unit]}`
}

const UNITS = {
  workingHours: 'giờ làm việc',
  workingDays: 'ngày làm việc',
  calendarDays: 'ngày',
  months: 'tháng',
} as const satisfies Record<HandlingTime['unit'], string>

export const QUALITY_COMPARISONS = [
  { value: 'previousPeriod', label: 'Kỳ trước' },
  { value: 'yesterday', label: 'Hôm trước' },
] as const

type Component = Quality['groups'][number]['components'][number]

/** 7,94; a dash where there is no number. */
export const scoreText = (points: number | null): string => (points === null ? '–' : formatScore(points))
export const ratioText = (ratio: number | null): string => (ratio === null ? '–' : `${formatScore(ratio * 100)}%`)

export function pointsText({ points, state }: Pick<Component, 'points' | 'state'>): string {
  if (points !== null) return formatScore(points)
  return state === 'missing' ? QUALITY_TEXT.noData : QUALITY_TEXT.notCounted
}

/** +0,25 or −1,00; empty where one of the two is not known. */
export function changeText(now: number | null, before: number | null): string {
  if (now === null || before === null) return ''
  const change = Math.round((now - before) * 100) / 100
  if (change === 0) return '0,00'
  return `${change > 0 ? '+' : '−'}${formatScore(Math.abs(change))}`
}

/** 57,00 trên 60 điểm đánh giá được */
export function totalText({ points, assessable }: Pick<Quality, 'points' | 'assessable'>): string {
  if (points === null) return QUALITY_TEXT.noData
  return `${formatScore(points)} ${QUALITY_TEXT.outOf} ${assessable} ${QUALITY_TEXT.assessable}`
}
