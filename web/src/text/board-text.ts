/** The screen of a hall. */
export const BOARD_TEXT = {
  title: 'Bảng điện tử của Bộ phận Một cửa',
  received: 'Tiếp nhận hôm nay',
  finished: 'Giải quyết xong hôm nay',
  onTime: 'Đúng và trước hạn',
  waiting: 'Đang chờ tiếp nhận',
  ready: 'Đã có kết quả, mời đến nhận',
  readyNone: 'Chưa có kết quả nào chờ trả tại quầy này.',
} as const
