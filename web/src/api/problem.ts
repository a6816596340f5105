import type { Problem } from './views.ts'

/** Thrown when the API answers with a problem, and caught once at the edge of a page. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

type Answered<Body> = { readonly data?: Body | undefined; readonly error?: unknown; readonly response: Response }

/** The body of a good answer; anything else is thrown as a problem. */
export function bodyOf<Body>({ data, error, response }: Answered<Body>): Body {
  if (data !== undefined) return data
  throw new ProblemError(isProblem(error) ? error : unreadable(response.status))
}

export function kindOf(problem: Problem): string {
  return problem.type.replace('urn:motcua:problem:', '')
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'type' in value && 'detail' in value && 'advice' in value
}

/** What stands between us and the server (a proxy, a cut line) does not speak problem+json. */
export function unreadable(status: number): Problem {
  return {
    type: 'urn:motcua:problem:unreadable-answer',
    title: 'Chưa nhận được câu trả lời',
    status,
    detail: 'Máy chủ không trả lời hoặc đường truyền bị ngắt.',
    advice: 'Những gì đã lưu vẫn còn. Hãy chờ một phút rồi thử lại.',
    requestId: '',
  }
}
