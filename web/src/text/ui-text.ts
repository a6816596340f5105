/** Words of the generic components. */
export const UI_TEXT = {
  optional: '(không bắt buộc)',
  loading: 'Đang tải…',
  timeState: {
    inTime: 'Trong hạn',
    nearDue: 'Sắp đến hạn',
    overdue: 'Trễ hạn',
    paused: 'Tạm dừng',
    done: 'Đã xong',
    none: 'Không có hạn',
  },
} as const
