import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest, InjectOptions } from 'fastify'
import { renderPage } from '../platform/http/page.ts'
import type { App } from '../platform/http/route.ts'
import type { Services } from '../services.ts'

/** What the built portal gives us: pages and forms in, pages out, with our own API at hand. */
type Portal = {
  readonly handlePortal: (
    request: Request,
    context: { readonly api: (request: Request) => Promise<Response> },
  ) => Promise<Response>
}

const LARGEST_FORM = 25 * 1024 * 1024
const HTML = 'text/html; charset=utf-8'
const OPEN = { config: { permission: 'open' }, schema: { hide: true } } as const
/** Headers of a page that belong to one hop, or that we set ourselves. */
const NOT_FORWARDED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'host',
])

/** The built interface: files with a hash in their names, the office application, and the portal's pages for all the rest. */
export function siteRoutes(app: App, services: Services): void {
  const { webFolder } = services
  if (existsSync(join(webFolder, 'assets'))) {
    app.register(fastifyStatic, {
      ...{ root: join(webFolder, 'assets'), prefix: '/assets/', decorateReply: false },
      ...{ immutable: true, maxAge: '365d', index: false, wildcard: true },
    })
  }
  const office = (_: FastifyRequest, reply: FastifyReply) => sendOffice(reply, webFolder)
  app.get('/can-bo', OPEN, office)
  app.get('/can-bo/*', OPEN, office)
  app.register(async (scope) => {
    // The portal reads its forms itself, files included.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_FORM }, (_, body, done) => done(null, body))
    const portal = loadPortal(webFolder)
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      if (isForPrograms(request.url)) return reply.callNotFound()
      const found = await portal()
      return found === null ? sendUnbuilt(reply) : sendPortal(request, reply, { app, services, portal: found })
    }
    scope.route({ method: ['GET', 'HEAD', 'POST'], url: '/*', bodyLimit: LARGEST_FORM, ...OPEN, handler: answer })
  })
}

/** Where nobody browses, an unknown address is answered with a problem, not with a page. */
function isForPrograms(url: string): boolean {
  return /^\/(api|auth|assets)(\/|$|\?)/.test(url)
}

function sendOffice(reply: FastifyReply, webFolder: string): FastifyReply | Promise<FastifyReply> {
  const page = join(webFolder, 'office', 'index.html')
  if (!existsSync(page)) return sendUnbuilt(reply)
  return reply.header('cache-control', 'no-cache').type(HTML).send(readFileSync(page))
}

function loadPortal(webFolder: string): () => Promise<Portal | null> {
  let loaded: Promise<Portal> | null = null
  const file = join(webFolder, 'portal', 'server.js')
  return async () => {
    if (loaded === null && !existsSync(file)) return null
    loaded ??= import(pathToFileURL(file).href)
    return loaded
  }
}

type Visit = { readonly app: App; readonly services: Services; readonly portal: Portal }

async function sendPortal(request: FastifyRequest, reply: FastifyReply, { app, services, portal }: Visit) {
  const response = await portal.handlePortal(webRequest(request, services), {
    api: (inner) => callApi(app, inner, request),
  })
  reply.code(response.status)
  for (const [name, value] of response.headers) if (!NOT_FORWARDED.has(name)) reply.header(name, value)
  const body = Buffer.from(await response.arrayBuffer())
  return reply.send(body)
}

function webRequest(request: FastifyRequest, { publicUrl }: Services): Request {
  const { method, body, url } = request
  const base = publicUrl() === '' ? `http://${request.host}` : publicUrl()
  return new Request(new URL(url, base), {
    method,
    headers: headersOf(request),
    ...(Buffer.isBuffer(body) && body.length > 0 ? { body: new Uint8Array(body) } : {}),
  })
}

function headersOf({ headers }: FastifyRequest): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !NOT_FORWARDED.has(name)) result.set(name, [value].flat().join(', '))
  }
  return result
}

/**
 * The portal asks the API inside this process, as the person whose page it makes. The outer request was checked to come
 * from our own pages, so the inner one is marked so.
 */
async function callApi(app: App, inner: Request, outer: FastifyRequest): Promise<Response> {
  const url = new URL(inner.url)
  const { cookie } = outer.headers
  const options: InjectOptions = {
    method: inner.method as NonNullable<InjectOptions['method']>,
    url: `${url.pathname}${url.search}`,
    headers: {
      ...Object.fromEntries(inner.headers),
      ...(cookie === undefined ? {} : { cookie }),
      'sec-fetch-site': 'same-origin',
    },
    remoteAddress: outer.ip,
    ...(inner.body === null ? {} : { payload: Buffer.from(await inner.arrayBuffer()) }),
  }
  const answer = await app.inject(options)
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !NOT_FORWARDED.has(name)) headers.set(name, [value].flat().join(', '))
  }
  const empty = answer.statusCode === 204 || answer.statusCode === 304
  return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers })
}

function sendUnbuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type(HTML)
    .send(
      renderPage({
        title: 'Giao diện chưa được dựng',
        paragraphs: [
          'Máy chủ đang chạy, nhưng các trang của hệ thống chưa được dựng nên chưa mở được.',
          'Người vận hành hãy chạy lại bằng lệnh npm start; lệnh này tự dựng giao diện nếu còn thiếu.',
        ],
        links: [{ href: '/api/openapi.json', text: 'Giao diện lập trình (API) vẫn dùng được' }],
      }),
    )
}
