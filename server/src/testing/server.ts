import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actorKey } from '@motcua/core/access/access.ts'
import { type Instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import { CITIZEN, officer, STRANGER } from '@motcua/core/test/a-dossier.ts'
import { type OfficerName, RULEBOOK } from '@motcua/core/test/a-rulebook.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { InjectOptions } from 'fastify'
import { createApp } from '../app.ts'
import { SESSION_COOKIE, startSession } from '../identity/identity.ts'
import type { App } from '../platform/http/route.ts'
import { createServices, type RequestLimits, type Services } from '../services.ts'
import { type BreakableLink, openBreakableLink } from './breakable-link.ts'
import { cloneDatabase } from './database.ts'

export type Who = OfficerName | 'citizen' | 'stranger' | 'nobody'
/** An answer, with the problem's kind where it is one. */
export type Answer = {
  readonly status: number
  readonly body: Body
  readonly headers: Readonly<Record<string, unknown>>
  readonly kind: string | null
}
type Body = Readonly<Record<string, unknown>>

export type TestServer = {
  readonly app: App
  readonly services: Services
  /** Fake: stands still until a test moves it. */
  readonly clock: { now: Instant }
  /** Moves the clock far: everyone signs in anew. */
  readonly travel: (to: Instant) => void
  readonly get: (who: Who, url: string) => Promise<Answer>
  readonly post: (who: Who, url: string, body: object) => Promise<Answer>
  /** Anything else, with the cookie of that person and as from our own page. */
  readonly send: (who: Who, options: InjectOptions) => Promise<Answer>
  /** The server's way to its database. */
  readonly link: BreakableLink
  readonly cookieOf: (who: Who) => Promise<string | null>
  readonly stop: () => Promise<void>
}

export type TestServerSettings = {
  readonly limits?: RequestLimits
  readonly webFolder?: string
  readonly rulebook?: Rulebook
}

/** The server on a database of its own, in the small province of core's tests. Starts on a Thursday morning at eight. */
export async function startTestServer(settings: TestServerSettings = {}): Promise<TestServer> {
  const clone = await cloneDatabase()
  const link = await openBreakableLink(clone.url)
  const dataDir = await mkdtemp(join(tmpdir(), 'motcua-http-'))
  const clock = { now: parseInstant('2024-03-14T08:00') }
  const services = await createServices({
    ...{ databaseUrl: link.url, dataDir, rulebook: settings.rulebook ?? RULEBOOK, now: () => clock.now },
    limits: settings.limits ?? { general: 0, tracking: 0 },
    webFolder: settings.webFolder ?? join(dataDir, 'no-web'),
    publicUrl: 'http://localhost',
  })
  const app = await createApp(services)
  const cookies = new Map<Who, string>()
  const cookieOf = async (who: Who): Promise<string | null> => {
    if (who === 'nobody') return null
    const known = cookies.get(who)
    if (known !== undefined) return known
    const cookie = `${SESSION_COOKIE}=${await signIn(services, who)}`
    cookies.set(who, cookie)
    return cookie
  }
  const send: TestServer['send'] = async (who, options) => {
    const cookie = await cookieOf(who)
    const own = { 'sec-fetch-site': 'same-origin', ...(cookie === null ? {} : { cookie }) }
    const { statusCode, body, headers } = await app.inject({ ...options, headers: { ...own, ...options.headers } })
    return answerOf(statusCode, body, headers)
  }
  return {
    ...{ app, services, clock, send, cookieOf, link },
    travel: (to) => {
      clock.now = to
      cookies.clear()
    },
    get: (who, url) => send(who, { method: 'GET', url }),
    post: (who, url, body) => send(who, { method: 'POST', url, payload: body }),
    stop: async () => {
      await app.close()
      await services.close()
      await link.cut()
      await clone.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}

function answerOf(status: number, text: string, headers: Readonly<Record<string, unknown>>): Answer {
  const isJson = String(headers['content-type']).includes('json')
  const body: Body = isJson ? JSON.parse(text) : { text }
  const type = typeof body.type === 'string' ? body.type : ''
  const kind = type.startsWith('urn:motcua:problem:') ? type.slice('urn:motcua:problem:'.length) : null
  return { status, body, headers, kind }
}

const CITIZENS = { citizen: CITIZEN, stranger: STRANGER } as const

function signIn(services: Services, who: Exclude<Who, 'nobody'>): Promise<string> {
  const actor = who === 'citizen' || who === 'stranger' ? CITIZENS[who] : officer(who)
  const [kind = '', subject = ''] = actorKey(actor).split(':')
  const idNumber = actor.kind === 'citizen' ? actor.idNumber : ''
  const { name } = actor
  return startSession(services, {
    kind: kind === 'citizen' ? 'citizen' : 'officer',
    subject,
    profile: { name, idNumber, birthDate: null, assurance: '2' },
  })
}
