/** What waits for a signature or a decision. */
export const SIGNING_TEXT = {
  title: 'Ký duyệt',
  kinds: {
    apology: 'Thư xin lỗi chờ ký',
    result: 'Đã ký, chưa kết thúc',
    correction: 'Đính chính chờ duyệt',
  },
  empty: {
    apology: 'Không có thư xin lỗi nào chờ ký',
    result: 'Không có hồ sơ nào đã ký mà chưa kết thúc',
    correction: 'Không có đề nghị đính chính nào chờ duyệt',
  },
  emptyWhy: {
    apology: 'Thư được dự thảo khi đến ngày cuối được gia hạn, hoặc do người giữ hồ sơ dự thảo.',
    result: 'Kết quả đã ký, ban hành mà hồ sơ chưa được bấm kết thúc sẽ hiện ở đây ngay trong ngày.',
    correction: 'Đề nghị đính chính một thời điểm đã ghi sẽ hiện ở đây cho lãnh đạo cơ quan quyết định.',
  },
  signApology: 'Ký thư xin lỗi',
  resolve: 'Kết thúc hồ sơ',
  due: 'hẹn trả',
  promised: 'hẹn lại',
  noReason: 'chưa ghi lý do',
  since: 'từ',
} as const
