import { number } from './moments.ts'

/** What the page about the truth of figures says. */
export const TRUTH_TEXT = {
  title: 'Đối chiếu số liệu',
  about:
    'Suốt ngày, hệ thống lấy ngẫu nhiên một số hồ sơ và một số biểu để đối chiếu với các sự kiện gốc. Chỗ nào không khớp hiện ở đây cho đến khi khớp lại.',
  checkedAt: 'Lần đối chiếu gần nhất',
  never: 'chưa có lần nào',
  agreesTitle: 'Tất cả đều khớp',
  agreesWhy: 'Không có chỗ nào đang lệch với các sự kiện gốc.',
  alarms: (count: number): string => `${number(count)} lần đối chiếu thấy không khớp`,
  short: (count: number): string => `${number(count)} cảnh báo`,
  notYet: 'Chưa công bố báo cáo cho đến khi hết cảnh báo.',
  since: 'Thấy từ',
  differs: 'Chỗ không khớp',
  todo: 'Việc cần làm',
  open: 'Mở hồ sơ',
  more: (count: number): string => `và ${number(count)} chỗ khác`,
  advice: {
    event:
      'Sự kiện gốc đã bị thay đổi hoặc thiếu. Giữ nguyên cơ sở dữ liệu, chạy “motcua check” để biết hết các chỗ, rồi khôi phục từ bản sao lưu gần nhất còn khớp.',
    row: 'Dòng hồ sơ lệch với sự kiện. Chạy “motcua check” để biết hết các chỗ và báo cho đơn vị vận hành.',
    fact: 'Số liệu đếm lệch với sự kiện; sự kiện gốc vẫn đúng. Chạy “motcua rebuild” để đếm lại từ sự kiện.',
    report: 'Số cộng dồn lệch với từng hồ sơ; sự kiện gốc vẫn đúng. Chạy “motcua rebuild” để cộng lại từ sự kiện.',
  },
} as const
