import { type Permission, GRANTS_BY_PERMISSION, mayDo, whoMay } from '@motcua/core/access/access.ts'
import type { FastifyRequest } from 'fastify'
import { NOT_YOURS, ProblemError, SIGN_IN_FIRST } from '../platform/http/problem.ts'
import type { App } from '../platform/http/route.ts'
import type { ProviderSettings } from './identity-provider.ts'
import { openSession, SESSION_COOKIE, type Session, type SessionWorld, type SignedIn } from './session.ts'

export { askerOf } from './asker.ts'
export { type DemoPerson, demoOfficers, readDemoCitizens } from './demo-people.ts'
export type { ProviderSettings } from './identity-provider.ts'
export { type Profile, peekSession, SESSION_COOKIE, type Session, type SignedIn, startSession } from './session.ts'
export { maskNumber } from './mask.ts'
export { standInSettings } from './stand-in-settings.ts'

/** What a route asks for: a right of the table, or nothing (`open`: pages of signing in, health, files of the interface). */
export type RoutePermission = Permission | 'open'

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly permission?: RoutePermission
  }
  interface FastifyRequest {
    /** Null: has not signed in. */
    session: Session | null
  }
}

export type IdentityWorld = SessionWorld & {
  /** Origin under which people reach us, without a slash at the end. */
  readonly publicUrl: () => string
  readonly provider: ProviderSettings
}

/** Rights that depend on the person alone; all others are asked again with the dossier or unit at hand. */
const PERSONAL_GRANTS: readonly string[] = ['anyone', 'citizen', 'officer', 'administrator', 'system']

/** Finds out who asks, before any route runs. */
export function recogniseSessions(app: App, world: SessionWorld): void {
  app.decorateRequest('session', null)
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[SESSION_COOKIE]
    if (token !== undefined && needsSession(request)) request.session = await openSession(world, token)
  })
}

/** Checks the right that the route names, before its input is looked at. A route without one does not start. */
export function guardRoutes(app: App, world: SessionWorld): void {
  app.addHook('onRoute', ({ config, url }) => {
    // The files of the built interface, served by a library, are for everyone.
    if (url.startsWith('/assets/')) return
    if (config?.permission === undefined) throw new Error(`route ${url} names no permission`)
  })
  app.addHook('onRequest', async (request) => {
    const permission = request.routeOptions.config.permission ?? 'open'
    if (permission === 'open' || !needsSignIn(permission)) return
    if (request.session === null) throw new ProblemError(SIGN_IN_FIRST)
    const grants: readonly string[] = GRANTS_BY_PERMISSION[permission]
    if (!grants.every((grant) => PERSONAL_GRANTS.includes(grant))) return
    const subject = { dossier: null, content: null, unit: null, rulebook: world.rulebook() }
    if (!mayDo(permission, request.session.actor, subject).allowed) throw forbidden(permission)
  })
}

/** Whether a route of this permission lets in only who has signed in. */
export function needsSignIn(permission: RoutePermission): boolean {
  if (permission === 'open') return false
  const grants: readonly string[] = GRANTS_BY_PERMISSION[permission]
  return !grants.includes('anyone')
}

/** Who asks, in a route whose permission lets nobody in who has not signed in. */
export function getActor(request: FastifyRequest): SignedIn {
  if (request.session === null) throw new ProblemError(SIGN_IN_FIRST)
  return request.session.actor
}

export function forbidden(permission: Permission): ProblemError {
  return new ProblemError({ ...NOT_YOURS, detail: `Việc này dành cho: ${whoMay(permission)}.` })
}

/** Assets and the stand-in have nothing to do with who asks. */
function needsSession(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || request.url.startsWith('/auth/')
}
