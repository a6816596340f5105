import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A page of another site can make a browser send our cookie with a form. Browsers say where a request comes from,
 * and a change that carries a session must come from our own pages.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: () => string | null): void {
  if (SAFE_METHODS.has(request.method) || !hasCookie(request) || isSameOrigin(request, publicUrl())) return
  throw new ProblemError({
    kind: 'cross-site-request',
    status: 403,
    title: 'Yêu cầu đến từ một trang khác',
    detail: 'Yêu cầu thay đổi dữ liệu chỉ được nhận từ chính các trang của hệ thống này.',
    advice: 'Hãy mở lại trang của hệ thống và làm lại; chương trình gọi API cần gửi kèm header Origin của hệ thống.',
  })
}

function hasCookie(request: FastifyRequest): boolean {
  return request.headers.cookie !== undefined
}

function isSameOrigin(request: FastifyRequest, publicUrl: string | null): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = request.headers
  if (origin === undefined || !URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.host || (publicUrl !== null && host === new URL(publicUrl).host)
}
