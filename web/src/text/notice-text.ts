/** What an officer was told. */
export const NOTICE_TEXT = {
  title: 'Thông báo',
  unread: 'Chưa đọc',
  unreadWord: 'chưa đọc',
  read: 'Đánh dấu đã đọc',
  readAll: 'Đánh dấu tất cả đã đọc',
  readAt: 'đã đọc lúc',
  dealtWith: 'Hồ sơ đã được xử lý tiếp',
  emptyUnread: 'Không có thông báo nào chưa đọc',
  emptyAll: 'Chưa có thông báo nào',
  emptyWhy: 'Khi một hồ sơ của bạn sắp đến hạn, đến hạn hoặc bị chậm ở một bước, bạn được báo ở đây, mỗi việc một lần.',
} as const
