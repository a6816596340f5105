/** The public's page of figures. */
export const PUBLIC_FIGURES_TEXT = {
  title: 'Số liệu giải quyết hồ sơ',
  reload: 'Tải lại trang để xem số liệu mới hơn.',
  flows: 'Tiếp nhận và giải quyết',
  now: 'Ngay lúc này có',
  inProgress: 'hồ sơ đang được giải quyết, trong đó',
  overdue: 'hồ sơ đã quá hạn trả kết quả',
  link: 'Xem số liệu',
} as const
