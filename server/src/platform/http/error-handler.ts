import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseDown, isDataError } from '../database.ts'
import { ProblemError, type ProblemText, problemOf } from './problem.ts'
import type { App } from './route.ts'
import { validationProblem } from './validation.ts'

/** Every error of every route ends here: an answer that helps, and a log line where it is our fault. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemFor(error)
    // 507: the operator has to make room.
    if (problem.status === 500 || problem.status === 507) request.log.error({ err: error }, 'request failed')
    if (problem.status === 503) request.log.warn({ problem: problem.kind, code: error.code }, 'unavailable for now')
    return sendProblem(request, reply, problem)
  })
}

/** An address that cannot be read reaches neither route nor hook: it is answered here. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(request, reply.header('x-request-id', request.id), problemFor(error))
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemText): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', '5')
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemOf(problem, request.id))
}

function problemFor(error: FastifyError): ProblemText {
  if (error instanceof ProblemError) return error.problem
  if (error.validation !== undefined) return validationProblem(error.validation, error.validationContext ?? 'body')
  if (isDatabaseDown(error)) return DATABASE_DOWN
  // A constraint that was hurt is a fault of ours, not of the text.
  if (isDataError(error) && !error.code.startsWith('23')) return TEXT_UNFIT
  return PROBLEM_BY_CODE[error.code] ?? (error.statusCode === 429 ? TOO_MANY : UNEXPECTED)
}

const DATABASE_DOWN: ProblemText = {
  kind: 'database-unavailable',
  status: 503,
  title: 'Cơ sở dữ liệu tạm thời không truy cập được',
  detail: 'Yêu cầu của bạn chưa được ghi nhận. Những gì đã ghi nhận trước đó không mất.',
  advice: 'Hãy giữ nguyên trang này và thử lại sau ít phút.',
}

const TEXT_UNFIT: ProblemText = {
  kind: 'text-unfit',
  status: 422,
  title: 'Có chữ mà hệ thống không lưu được',
  detail: 'Nội dung gửi lên có ký tự không nhìn thấy được hoặc không hợp lệ.',
  advice: 'Hãy gõ lại nội dung thay vì dán từ nơi khác, rồi gửi lại.',
}

const TOO_MANY: ProblemText = {
  kind: 'too-many-requests',
  status: 429,
  title: 'Bạn thao tác quá nhanh',
  detail: 'Số lần yêu cầu trong một phút đã vượt mức cho phép.',
  advice: 'Hãy đợi một phút rồi thử lại.',
}

const UNEXPECTED: ProblemText = {
  kind: 'internal',
  status: 500,
  title: 'Hệ thống gặp trục trặc',
  detail: 'Yêu cầu chưa thực hiện được vì một lỗi của hệ thống. Lỗi đã được ghi lại cho người vận hành.',
  advice: 'Hãy thử lại; nếu vẫn gặp, hãy báo cho người vận hành mã yêu cầu đi kèm.',
}

const TOO_LARGE: ProblemText = {
  kind: 'too-large',
  status: 413,
  title: 'Nội dung gửi lên quá lớn',
  detail: 'Tệp tải lên không được quá 20 MB; nội dung khác không được quá 1 MB.',
  advice: 'Hãy giảm dung lượng (quét ở 150–200 dpi, hoặc chia nhỏ) rồi gửi lại.',
}

const WRONG_TYPE: ProblemText = {
  kind: 'media-type-unsupported',
  status: 415,
  title: 'Kiểu nội dung không được nhận',
  detail: 'Đường dẫn này chỉ nhận JSON (content-type: application/json).',
  advice: 'Hãy gửi lại nội dung dạng JSON.',
}

const BROKEN_JSON: ProblemText = {
  kind: 'json-invalid',
  status: 400,
  title: 'Nội dung gửi lên không đọc được',
  detail: 'Nội dung không phải là JSON đúng dạng, hoặc đang để trống.',
  advice: 'Hãy kiểm tra lại nội dung rồi gửi lại.',
}

const BAD_ADDRESS: ProblemText = {
  kind: 'address-invalid',
  status: 400,
  title: 'Địa chỉ không đúng',
  detail: 'Đường dẫn có ký tự không hợp lệ.',
  advice: 'Hãy mở lại từ trang chủ.',
}

const PROBLEM_BY_CODE: Readonly<Record<string, ProblemText>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: WRONG_TYPE,
  FST_ERR_CTP_INVALID_JSON_BODY: BROKEN_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: BROKEN_JSON,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: BROKEN_JSON,
  FST_ERR_BAD_URL: BAD_ADDRESS,
  FST_ERR_INVALID_URL: BAD_ADDRESS,
  FST_ERR_MAX_PARAM_LENGTH: BAD_ADDRESS,
}
