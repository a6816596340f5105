/** What stands on the pages that no request should lead to. */
export const PROBLEM_TEXT = {
  notFound: {
    title: 'Không có trang này',
    detail: 'Địa chỉ có thể đã gõ sai hoặc trang đã đổi chỗ.',
    advice: 'Hãy về trang đầu và tìm việc bạn cần.',
  },
  toHome: 'Về trang đầu',
  again: 'Thử lại',
  typed: 'Nếu vừa gửi một biểu mẫu, hãy bấm nút quay lại của trình duyệt: những gì đã nhập vẫn còn.',
  requestId: 'Khi cần hỏi, hãy nêu mã yêu cầu',
  signInTitle: 'Đăng nhập để tiếp tục',
  signInWhy:
    'Trang này có thông tin của riêng bạn, nên cần biết bạn là ai. Đăng nhập xong, bạn sẽ trở lại đúng trang này.',
  signIn: 'Đăng nhập bằng VNeID',
  signInStandIn: 'Đăng nhập bằng VNeID giả lập',
  standInTitle: 'Đây là VNeID giả lập',
  standInWhy: 'Bản trình diễn dùng một nơi đăng nhập thay thế với các tài khoản mẫu, không nối với VNeID thật.',
} as const
