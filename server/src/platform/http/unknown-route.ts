import type { RouteOptions } from 'fastify'
import type { ProblemText } from './problem.ts'
import type { App } from './route.ts'

type KnownRoute = { readonly methods: readonly string[]; readonly pattern: RegExp }
export type FindRouteFault = (method: string, path: string) => ProblemText

/** Tells an address that does not exist from one that is asked with the wrong method. Register before the routes. */
export function watchRoutes(app: App): FindRouteFault {
  const known: KnownRoute[] = []
  app.addHook('onRoute', ({ method, url }: RouteOptions) => {
    // Everything that is nobody's is offered to the pages.
    if (url === '/*') return
    known.push({ methods: [method].flat().map(String), pattern: patternOf(url) })
  })
  return (method, path) => {
    const methods = known.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods)
    // An address with too long a part looks right and is nobody's all the same.
    return methods.length === 0 || methods.includes(method) ? unknownRoute(path) : wrongMethod(method, methods)
  }
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')
  return new RegExp(`^${escaped.replace('*', '.*')}$`)
}

const unknownRoute = (path: string): ProblemText => ({
  kind: 'route-unknown',
  status: 404,
  title: 'Không có địa chỉ này',
  detail: `Hệ thống không có đường dẫn ${path.slice(0, 200)}.`,
  advice: 'Hãy xem danh sách đường dẫn ở /api/openapi.json.',
})

const wrongMethod = (method: string, methods: readonly string[]): ProblemText => ({
  kind: 'method-not-allowed',
  status: 405,
  title: 'Cách gọi không đúng',
  detail: `Đường dẫn này không nhận ${method}.`,
  advice: `Hãy dùng ${[...new Set(methods)].join(', ')}.`,
})
