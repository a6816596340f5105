/** Approved processes and their diagram. */
export const PROCESS_TEXT = {
  title: 'Quy trình',
  diagram: 'Sơ đồ quy trình',
  diagramHint:
    'Cùng nội dung bằng chữ ở mục Các bước. Trong khung: phím mũi tên để di chuyển, + và − để phóng to, thu nhỏ.',
  larger: 'Phóng to',
  smaller: 'Thu nhỏ',
  whole: 'Vừa khung',
  here: 'Đến bước hiện tại',
  noPicture: 'Chưa vẽ được sơ đồ',
  noPictureWhy: 'Các bước vẫn xem được bằng chữ. Tải lại trang để thử lại.',
  open: 'Mở trang quy trình',
  filter: 'Lọc theo tên hoặc mã',
  name: 'Tên quy trình',
  code: 'Mã',
  version: 'Phiên bản',
  versions: 'Các phiên bản',
  stepCount: 'Số bước',
  total: 'Tổng thời gian',
  procedures: 'Thủ tục dùng',
  findings: 'Lưu ý',
  noFindings: 'Kiểm tra không có lưu ý nào.',
  none: 'Không có quy trình nào khớp',
  noneWhy: 'Thử gõ ít chữ hơn, hoặc gõ mã thủ tục.',
  from: 'từ',
  until: 'đến',
  now: 'đến nay',
  source: 'Phê duyệt',
  download: 'Tải BPMN 2.0',
  steps: 'Các bước',
  step: 'Bước',
  kind: 'Loại việc',
  who: 'Người làm',
  where: 'Nơi làm',
  time: 'Thời gian',
  noTime: 'chưa có',
  next: 'Đi tiếp',
  following: 'bước kế tiếp',
  partOf: 'cùng lúc',
  uncounted: 'không tính',
  uses: 'Thủ tục dùng quy trình này',
  noUses: 'Chưa có thủ tục nào dùng quy trình này.',
  procedure: 'Thủ tục',
  case: 'Trường hợp',
  compare: 'So với phiên bản',
  compareNone: 'Không so sánh',
  same: 'Các bước không khác nhau.',
  back: 'Mọi quy trình',
} as const

/** What became of the work of one agency in an interlinked dossier. */
export const PART_STATUS = { open: 'đang làm', complete: 'đã xong', brokenOff: 'dừng giữa chừng' } as const

/** How far the work has come at a step, said in the diagram and in the list of steps alike. */
export const STEP_STATUS = { done: 'đã qua', now: 'đang ở đây', todo: 'chưa tới' } as const

export const DIFF_KIND_NAME = { added: 'Thêm', removed: 'Bỏ', moved: 'Dời', changed: 'Đổi' } as const
