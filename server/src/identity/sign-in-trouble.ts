import type { FastifyReply } from 'fastify'
import { renderPage } from '../platform/http/page.ts'
import type { RefusalReason } from './identity-provider.ts'

export type Trouble = RefusalReason | 'expired' | 'notOfficer' | 'noNumber'

const TROUBLES = {
  denied: {
    status: 403,
    title: 'Bạn chưa đồng ý xác thực',
    paragraphs: [
      'Hệ thống định danh báo rằng việc xác thực đã bị từ chối, nên bạn chưa đăng nhập.',
      'Nếu bạn bấm nhầm, hãy đăng nhập lại và chọn đồng ý. Nếu bạn không yêu cầu đăng nhập, hãy đổi mật khẩu tài khoản định danh.',
    ],
  },
  unavailable: {
    status: 503,
    title: 'Hệ thống định danh chưa trả lời',
    paragraphs: [
      'Chúng tôi không liên lạc được với hệ thống định danh điện tử, nên bạn chưa đăng nhập. Hồ sơ đã lưu của bạn không bị ảnh hưởng.',
      'Hãy thử lại sau ít phút, hoặc đến Bộ phận Một cửa để được hỗ trợ.',
    ],
  },
  invalid: {
    status: 400,
    title: 'Lượt đăng nhập không hợp lệ',
    paragraphs: [
      'Câu trả lời của hệ thống định danh không khớp với lượt đăng nhập này, nên không được chấp nhận.',
      'Hãy bắt đầu đăng nhập lại từ đầu, trong cùng một trình duyệt.',
    ],
  },
  expired: {
    status: 400,
    title: 'Lượt đăng nhập đã hết hạn',
    paragraphs: [
      'Mỗi lượt đăng nhập có hiệu lực 10 phút và dùng được một lần. Trình duyệt cũng cần cho phép cookie.',
      'Hãy đăng nhập lại.',
    ],
  },
  notOfficer: {
    status: 403,
    title: 'Tài khoản này không gắn với cán bộ nào',
    paragraphs: [
      'Bạn đã xác thực thành công, nhưng cơ quan chưa gắn tài khoản định danh này với một vị trí công tác.',
      'Hãy nhờ người quản trị của cơ quan gắn tài khoản, hoặc đăng nhập như người dân.',
    ],
  },
  noNumber: {
    status: 403,
    title: 'Tài khoản chưa có số định danh cá nhân',
    paragraphs: [
      'Để nộp hồ sơ, tài khoản định danh phải có số định danh cá nhân 12 chữ số.',
      'Hãy hoàn tất định danh mức độ 2 tại Công an xã nơi ở, rồi đăng nhập lại.',
    ],
  },
} as const satisfies Record<
  Trouble,
  { readonly status: number; readonly title: string; readonly paragraphs: readonly string[] }
>

/** People come here by a redirect of their browser: they get a page that says what to do, not a problem document. */
export function sendSignInTrouble(
  reply: FastifyReply,
  trouble: Trouble,
  { as, next }: { readonly as: 'citizen' | 'officer'; readonly next: string },
): FastifyReply {
  const { status, title, paragraphs } = TROUBLES[trouble]
  const again = `/auth/login?as=${as}&next=${encodeURIComponent(next)}`
  const links = [
    { href: again, text: 'Đăng nhập lại' },
    { href: '/', text: 'Về trang chủ' },
  ]
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage({ title, paragraphs, links }))
}
