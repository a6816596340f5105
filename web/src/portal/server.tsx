import createClient from 'openapi-fetch'
import { renderToString } from 'react-dom/server'
import { ProblemError } from '../api/problem.ts'
import type { paths as ApiPaths } from '../api/schema.ts'
import type { Session } from '../api/views.ts'
import { type Language, PORTAL_TEXT } from '../text/portal-text.ts'
import { Document } from './frame/Document.tsx'
import { notFoundAnswer, problemAnswer } from './frame/ProblemPage.tsx'
import { chooseLanguage, languageCookie } from './language.ts'
import type { PortalAnswer, PortalRequest } from './portal-request.ts'
import { findRoute } from './routes.ts'

type PortalContext = { readonly api: (request: Request) => Promise<Response> }

const ANONYMOUS: Session = {
  kind: 'anonymous',
  name: null,
  idNumber: null,
  posts: [],
  identityProvider: { name: 'VNeID', standIn: false },
}

/** Answers one request for a page; every fact comes from the API in the name of the one who asks. */
export async function handlePortal(request: Request, context: PortalContext): Promise<Response> {
  const url = new URL(request.url)
  const language = chooseLanguage(request, url)
  const asked = await openRequest({ request, url, language }, context)
  const answer = await answerSafely(request.method, asked)
  return respond(answer, asked)
}

type Opening = { readonly request: Request; readonly url: URL; readonly language: Language }

async function openRequest({ request, url, language }: Opening, context: PortalContext): Promise<PortalRequest> {
  const headers = passedOn(request.headers)
  const api = createClient<ApiPaths>({ baseUrl: url.origin, headers, fetch: (inner) => context.api(inner) })
  const [session, province] = await Promise.all([
    api
      .GET('/api/session')
      .then(({ data }) => data ?? null)
      .catch(() => null),
    api
      .GET('/api/province')
      .then(({ data }) => data ?? { name: '', code: '', demo: false })
      .catch(() => ({ name: '', code: '', demo: false })),
  ])
  const upload = async (file: File) => {
    const address = new URL(`/api/files?name=${encodeURIComponent(file.name)}`, url.origin)
    const type = file.type === '' ? 'application/octet-stream' : file.type
    const response = await context.api(
      new Request(address, {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body: await file.arrayBuffer(),
      }),
    )
    const body = await response.json()
    return response.ok ? { data: body, response } : { error: body, response }
  }
  return {
    url,
    language,
    text: PORTAL_TEXT[language],
    params: {},
    api,
    session: session ?? ANONYMOUS,
    sessionKnown: session !== null,
    province,
    form: () => request.formData(),
    upload,
  }
}

/** The API judges the one who asks and where the request was made, so it must see the same cookie and origin. */
function passedOn(headers: Headers): Record<string, string> {
  const names = ['cookie', 'origin', 'sec-fetch-site', 'x-forwarded-for', 'user-agent', 'host']
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])))
}

async function answerSafely(method: string, asked: PortalRequest): Promise<PortalAnswer> {
  const route = findRoute(method, asked.url.pathname)
  if (route === null) return notFoundAnswer(asked)
  try {
    return await route.handle({ ...asked, params: route.params })
  } catch (error) {
    if (error instanceof ProblemError) return problemAnswer(asked, error.problem)
    throw error
  }
}

function respond(answer: PortalAnswer, asked: PortalRequest): Response {
  if (answer.kind === 'redirect') return new Response(null, { status: 303, headers: { location: answer.to } })
  if (answer.kind === 'style')
    return new Response(answer.css, { headers: { 'content-type': 'text/css; charset=utf-8' } })
  const html = `<!doctype html>${renderToString(<Document request={asked} answer={answer} />)}`
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'cookie',
  })
  const cookie = languageCookie(asked.url)
  if (cookie !== null) headers.append('set-cookie', cookie)
  return new Response(html, { status: answer.status ?? 200, headers })
}
