import type { Dashboard, PublicDashboard } from '../api/views.ts'
import { clock, day, number } from './moments.ts'

export const DASHBOARD_TEXT = {
  title: 'Điều hành',
  scope: 'Phạm vi',
  live: 'Trực tiếp',
  connecting: 'Đang nối…',
  notLive: 'Không trực tiếp: đang nối lại',
  notLiveWhy: 'Số liệu dưới đây là của lúc ghi bên cạnh; trang tự nối lại, không cần tải lại.',
  asOf: 'Số liệu lúc',
  today: 'Hôm nay',
  received: 'Tiếp nhận',
  finished: 'Giải quyết xong',
  onTime: 'Đúng và trước hạn',
  finishedLate: 'Xong nhưng quá hạn',
  waiting: 'Chờ tiếp nhận',
  waitingOverdue: 'trong đó quá giờ tiếp nhận',
  inProgress: 'Đang giải quyết',
  overdue: 'Đang quá hạn',
  lateTitle: 'Hồ sơ quá hạn đang ở đâu',
  lateNone: 'Không có hồ sơ nào đang quá hạn',
  lateNoneWhy: 'Khi một hồ sơ qua giờ hẹn trả mà chưa có kết quả, nơi đang giữ sẽ hiện ra ở đây.',
  place: 'Đơn vị đang giữ',
  holder: 'Người giữ',
  holderNone: 'chưa ai nhận',
  dossiers: 'Hồ sơ',
  oldest: 'Hẹn trả sớm nhất',
  month: 'Tháng này đến hôm nay',
  monthBefore: 'Cùng số ngày tháng trước',
  yearBefore: 'Cùng kỳ năm trước',
  period: 'Kỳ',
  trend: 'Ba mươi ngày qua',
  day: 'Ngày',
  table: 'Bảng số liệu',
  channels: 'Cách nộp trong tháng',
  durations: 'Giải quyết mất bao lâu',
  durationsWhy: 'Từ lúc tiếp nhận đến lúc có kết quả, kể cả ngày nghỉ và lúc tạm dừng; 30 ngày qua.',
  procedure: 'Thủ tục',
  half: 'Một nửa xong trong',
  nineOfTen: '9 trên 10 xong trong',
  satisfaction: 'Hài lòng',
  noData: 'chưa có dữ liệu',
  compared: 'So với nhau',
  quality: 'Bộ chỉ số 766 của tháng',
  group: 'Nhóm chỉ số',
  points: 'Điểm',
  assessable: 'Đánh giá được',
  maxPoints: 'Tối đa',
  sinceYesterday: 'So với hôm qua',
  qualityLink: 'Xem từng chỉ số',
  lateList: 'Hồ sơ đang quá hạn',
  lateListBack: 'Về trang điều hành',
  code: 'Mã hồ sơ',
  dueAt: 'Hẹn trả',
  boards: 'Bảng điện tử cho sảnh',
} as const

type Known = PublicDashboard | Dashboard

/** 99,75 %; nothing to divide by is a dash, not zero. */
export const percent = (value: number | null): string => (value === null ? '–' : `${number(value)} %`)

/** How the day goes, in one sentence. */
export function daySentence({ today, waitingOverdue, overdue }: Known): string {
  const done = `Hôm nay đã tiếp nhận ${number(today.received)} hồ sơ và giải quyết xong ${number(today.finished)}`
  const share = today.onTimePercent === null ? '' : `, ${percent(today.onTimePercent)} đúng và trước hạn`
  const troubles = [
    overdue === 0 ? '' : `${number(overdue)} hồ sơ đang quá hạn`,
    waitingOverdue === 0 ? '' : `${number(waitingOverdue)} hồ sơ chờ tiếp nhận đã quá giờ`,
  ].filter((part) => part !== '')
  return `${done}${share}; ${troubles.length === 0 ? 'không có hồ sơ nào đang quá hạn' : troubles.join(', ')}.`
}

/** What the thirty days show. */
export function trendSentence({ trend }: Known): string {
  const sum = (key: 'received' | 'finished' | 'late') => trend.reduce((total, each) => total + each[key], 0)
  const most = trend.reduce((best, each) => (each.received > best.received ? each : best), trend[0] ?? NO_DAY)
  if (sum('received') + sum('finished') === 0) return 'Ba mươi ngày qua chưa có hồ sơ nào'
  const busiest = most.received === 0 ? '' : `, nhiều nhất ngày ${day(most.day).slice(0, 5)} (${number(most.received)})`
  const late = sum('late') === 0 ? 'không hồ sơ nào quá hạn' : `${number(sum('late'))} quá hạn`
  return `Ba mươi ngày qua tiếp nhận ${number(sum('received'))} hồ sơ${busiest}, giải quyết xong ${number(sum('finished'))}, ${late}`
}

const NO_DAY = { day: '', received: 0, finished: 0, late: 0 }

/** Which channel brings the most. */
export function channelSentence({ channels }: Known): string {
  const total = channels.reduce((sum, each) => sum + each.received, 0)
  const first = channels.toSorted((a, b) => b.received - a.received)[0]
  if (first === undefined || total === 0) return 'Tháng này chưa tiếp nhận hồ sơ nào'
  return `${percent(Math.round((first.received / total) * 10_000) / 100)} hồ sơ tháng này nộp ${first.name.toLowerCase()}`
}

/** What the set gives for the month so far, with what could not be assessed said beside it. */
export function qualitySentence({ points, assessable, maxPoints }: NonNullable<Known['quality']>): string {
  if (points === null) return 'Tháng này chưa có dữ liệu để chấm bộ chỉ số 766'
  const rest = maxPoints - assessable
  const open = rest > 0 ? `; ${number(Math.round(rest * 100) / 100)} điểm chưa có dữ liệu để chấm` : ''
  return `Bộ chỉ số 766 tháng này đạt ${number(points)} trên ${number(assessable)} điểm đánh giá được${open}`
}

/** ▲ +0,25; – where there is nothing to compare. */
export function moved(difference: number | null): string {
  if (difference === null) return '–'
  if (difference === 0) return '0'
  return `${difference > 0 ? '▲ +' : '▼ '}${number(difference)}`
}

/** 3,5 giờ below a day, 2,3 ngày from there on. */
export function hours(value: number): string {
  return value < 24 ? `${number(value)} giờ` : `${number(Math.round((value / 24) * 10) / 10)} ngày`
}

export const since = (iso: string): string => clock(iso)
