import { ROLES } from '@motcua/core/organisation/organisation.ts'
import { officerId } from '@motcua/core/kernel/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { answers, type App } from '../platform/http/route.ts'
import { NullableText, OneOf } from '../platform/http/schema.ts'
import { ROLE_NAME } from '../organisation/organisation.ts'
import {
  createIdentityProvider,
  type Errand,
  type Identity,
  type IdentityProvider,
  IdentityRefused,
} from './identity-provider.ts'
import { type IdentityWorld, maskNumber } from './identity.ts'
import { localPath } from './local-path.ts'
import { endSession, SESSION_COOKIE, type Session, startSession } from './session.ts'
import { sendSignInTrouble, type Trouble } from './sign-in-trouble.ts'
import { acceptForms } from '../platform/http/forms.ts'

const ERRAND_COOKIE = 'motcua_sign_in'
const ERRAND_SECONDS = 600
const WHO = ['citizen', 'officer'] as const

const SessionView = Type.Object({
  kind: OneOf(['anonymous', 'citizen', 'officer']),
  name: NullableText,
  idNumber: NullableText,
  posts: Type.Array(
    Type.Object({ unit: Type.String(), unitName: Type.String(), role: OneOf(ROLES), roleName: Type.String() }),
  ),
  identityProvider: Type.Object({ name: Type.String(), standIn: Type.Boolean() }),
})

const LoginQuery = Type.Object({
  as: Type.Optional(OneOf(WHO)),
  next: Type.Optional(Type.String({ maxLength: 2000 })),
})

const OPEN_PAGE = { config: { permission: 'open' }, schema: { hide: true } } as const

export function identityRoutes(app: App, world: IdentityWorld): void {
  let made: IdentityProvider | null = null
  const provider = (): IdentityProvider => {
    made ??= createIdentityProvider(world.provider, `${world.publicUrl()}/auth/callback`)
    return made
  }
  app.get(
    '/api/session',
    { config: { permission: 'open' }, schema: { operationId: 'getSession', response: answers(SessionView) } },
    async (request) => sessionView(request.session, world),
  )
  app.get('/auth/login', { ...OPEN_PAGE, schema: { hide: true, querystring: LoginQuery } }, async (request, reply) =>
    depart(request, reply, { world, provider: provider(), query: request.query }),
  )
  app.get('/auth/callback', OPEN_PAGE, async (request, reply) =>
    comeBack(request, reply, { world, provider: provider() }),
  )
  app.register(async (scope) => {
    acceptForms(scope)
    scope.post('/auth/logout', OPEN_PAGE, async (request, reply) => {
      await endSession(world, request.cookies[SESSION_COOKIE])
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).redirect('/', 303)
    })
  })
}

function sessionView(session: Session | null, { provider, rulebook }: IdentityWorld): Static<typeof SessionView> {
  const identityProvider = { name: provider.name, standIn: provider.standIn }
  if (session === null) return { kind: 'anonymous', name: null, idNumber: null, posts: [], identityProvider }
  const { actor } = session
  const posts = actor.kind === 'officer' ? actor.posts : []
  return {
    kind: actor.kind,
    name: actor.name,
    idNumber: actor.kind === 'citizen' ? maskNumber(actor.idNumber) : null,
    posts: posts.map(({ unit, role }) => ({
      unit,
      unitName: rulebook().unit(unit)?.name ?? unit,
      role,
      roleName: ROLE_NAME[role],
    })),
    identityProvider,
  }
}

type Departure = {
  readonly world: IdentityWorld
  readonly provider: IdentityProvider
  readonly query: Static<typeof LoginQuery>
}

async function depart(request: FastifyRequest, reply: FastifyReply, { world, provider, query }: Departure) {
  const home = new URL(world.publicUrl())
  // The issuer sends people back to the public address: the cookie of the errand must be set there.
  if (request.host !== home.host) return reply.redirect(new URL(request.url, home).href)
  const as = query.as ?? 'citizen'
  const next = localPath(query.next) ?? (as === 'officer' ? '/can-bo' : '/')
  try {
    const { url, errand } = await provider.start(as, next)
    reply.setCookie(ERRAND_COOKIE, JSON.stringify(errand), {
      ...cookieOptions(world),
      path: '/auth',
      maxAge: ERRAND_SECONDS,
    })
    return reply.redirect(url)
  } catch (error) {
    return refuse(request, reply, { error, as, next })
  }
}

type Return = { readonly world: IdentityWorld; readonly provider: IdentityProvider }

async function comeBack(request: FastifyRequest, reply: FastifyReply, { world, provider }: Return) {
  const errand = readErrand(request.cookies[ERRAND_COOKIE])
  reply.clearCookie(ERRAND_COOKIE, { path: '/auth' })
  if (errand === null) return sendSignInTrouble(reply, 'expired', { as: 'citizen', next: '/' })
  try {
    const identity = await provider.finish(new URL(request.url, world.publicUrl()), errand)
    const trouble = findTrouble(identity, errand, world)
    if (trouble !== null) return sendSignInTrouble(reply, trouble, errand)
    const { subject, officerKey, profile } = identity
    await endSession(world, request.cookies[SESSION_COOKIE])
    const token = await startSession(world, {
      kind: errand.as,
      subject: errand.as === 'officer' ? officerKey : subject,
      profile: errand.as === 'officer' ? { ...profile, idNumber: '', birthDate: null } : profile,
    })
    return reply.setCookie(SESSION_COOKIE, token, cookieOptions(world)).redirect(localPath(errand.next) ?? '/')
  } catch (error) {
    return refuse(request, reply, { error, as: errand.as, next: errand.next })
  }
}

function findTrouble({ officerKey, profile }: Identity, { as }: Errand, { rulebook }: IdentityWorld): Trouble | null {
  if (as === 'officer') return rulebook().officer(officerId(officerKey)) === undefined ? 'notOfficer' : null
  return /^\d{12}$/.test(profile.idNumber) ? null : 'noNumber'
}

type Refused = { readonly error: unknown; readonly as: Errand['as']; readonly next: string }

function refuse(request: FastifyRequest, reply: FastifyReply, { error, as, next }: Refused) {
  if (!(error instanceof IdentityRefused)) throw error
  request.log.warn({ reason: error.reason, cause: String(error.cause) }, 'sign-in refused')
  return sendSignInTrouble(reply, error.reason, { as, next })
}

function readErrand(cookie: string | undefined): Errand | null {
  try {
    const read: unknown = JSON.parse(cookie ?? 'null')
    return isErrand(read) ? read : null
  } catch {
    return null
  }
}

function isErrand(value: unknown): value is Errand {
  if (typeof value !== 'object' || value === null) return false
  const texts = new Map(Object.entries(value))
  const who: readonly unknown[] = WHO
  return (
    who.includes(texts.get('as')) &&
    ['next', 'state', 'nonce', 'verifier'].every((key) => typeof texts.get(key) === 'string')
  )
}

function cookieOptions({ publicUrl }: IdentityWorld) {
  const secure = publicUrl().startsWith('https:')
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}
