import { type AccountId, type OfficerId, officerId, type UnitId } from '../kernel/ids.ts'
import type { Post, Role } from '../organisation/organisation.ts'

/** Who asks. An officer acts with the posts held now; `system` is the product itself (timers, imports). */
export type Actor =
  | { readonly kind: 'citizen'; readonly account: AccountId; readonly name: string; readonly idNumber: string }
  | { readonly kind: 'officer'; readonly officer: OfficerId; readonly name: string; readonly posts: readonly Post[] }
  | { readonly kind: 'system'; readonly name: string }

/** As it stands in the event: `citizen:…`, `officer:…`, `system:…`. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'citizen':
      return `citizen:${actor.account}`
    case 'officer':
      return `${OFFICER_KEY}${actor.officer}`
    case 'system':
      return `system:${actor.name}`
  }
}

/** The officer whom a stored key names; null for all others. */
export function officerOf(key: string): OfficerId | null {
  return key.startsWith(OFFICER_KEY) ? officerId(key.slice(OFFICER_KEY.length)) : null
}

const OFFICER_KEY = 'officer:'

/** Whether the actor acts in this role at exactly this unit. */
export function holdsPost(actor: Actor, unit: UnitId, role: Role): boolean {
  if (actor.kind !== 'officer') return false
  for (const post of actor.posts) if (post.unit === unit && post.role === role) return true
  return false
}
