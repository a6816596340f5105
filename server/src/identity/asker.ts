import type { FastifyRequest } from 'fastify'

/** Behind one address of an office sit many officers: they are told apart by who they are. */
export function askerOf({ session, ip }: FastifyRequest): string {
  if (session === null) return ip
  return session.actor.kind === 'officer' ? session.actor.officer : session.actor.account
}
