import { type Static, Type } from 'typebox'
import { Name } from './schema.ts'

/** What goes wrong is answered as application/problem+json (RFC 9457), in Vietnamese, with a stable kebab-case kind. */
export const ProblemSchema = Name(
  'Problem',
  Type.Object({
    type: Type.String({ description: 'urn:motcua:problem:<kind>' }),
    title: Type.String({ description: 'What happened.' }),
    status: Type.Integer(),
    detail: Type.String({ description: 'Why.' }),
    advice: Type.String({ description: 'What to do now.' }),
    requestId: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  }),
)

export type Problem = Static<typeof ProblemSchema>
export type ProblemText = {
  readonly kind: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly advice: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

/**
 * Thrown by a route to end the request with this answer. Refusals of rules are values; they become one only here at the
 * edge. A cause is told to the operator's log alone.
 */
export class ProblemError extends Error {
  readonly problem: ProblemText
  constructor(problem: ProblemText, options?: ErrorOptions) {
    super(problem.kind, options)
    this.problem = problem
  }
}

export function problemOf(text: ProblemText, requestId: string): Problem {
  return {
    type: `urn:motcua:problem:${text.kind}`,
    title: text.title,
    status: text.status,
    detail: text.detail,
    advice: text.advice,
    requestId,
    ...(text.errors === undefined ? {} : { errors: text.errors.map((error) => ({ ...error })) }),
  }
}

export const notFound = (what: string, advice: string): ProblemError =>
  new ProblemError({
    kind: 'not-found',
    status: 404,
    title: `Không tìm thấy ${what}`,
    detail: `Hệ thống không có ${what} này.`,
    advice,
  })

export const SIGN_IN_FIRST: ProblemText = {
  kind: 'sign-in-required',
  status: 401,
  title: 'Bạn chưa đăng nhập',
  detail: 'Việc này chỉ dành cho người đã đăng nhập, hoặc phiên đăng nhập của bạn đã hết.',
  advice: 'Hãy đăng nhập rồi làm lại; những gì đã lưu vẫn còn.',
}

export const NOT_YOURS: ProblemText = {
  kind: 'forbidden',
  status: 403,
  title: 'Bạn không có quyền làm việc này',
  detail: 'Tài khoản của bạn không được giao việc này.',
  advice: 'Nếu đây là việc của bạn, hãy nhờ người quản trị của cơ quan kiểm tra lại vị trí được phân công.',
}
