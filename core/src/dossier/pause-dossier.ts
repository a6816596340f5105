import { holdsPost } from '../access/access.ts'
import { decided, refused } from '../kernel/decision.ts'
import { localDateOf } from '../kernel/instant.ts'
import { ROLES } from '../organisation/organisation.ts'
import type { PauseGroundRecord, Rulebook } from '../rulebook/rulebook.ts'
import { checkedNote } from './check-reason.ts'
import type { PauseBasis, PauseGround } from './clock-ledger.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { getClock } from './dossier-clock.ts'
import type { DossierRefusal } from './dossier-refusals.ts'

/** The clock stands still on a ground that the law names, and only on such a one. */
export function pauseDossier(dossier: Dossier, command: Command<'pause'>, context: DecisionContext): ActionDecision {
  const { ground, note } = command
  const record = listPauseGrounds(dossier, context).find(({ id }) => id === ground)
  if (record === undefined) return refused({ kind: 'pause-ground-unknown', ground })
  const { policies } = getClock(dossier)
  const after = record.after === 'policy' ? policies.afterSupplement : record.after
  const basis = { name: record.name, article: record.article }
  return checkedNote(note) ?? decided({ type: 'paused', ground, note, after, basis })
}

/** The grounds on which the asker may stop the clock by hand: those in force when the dossier was accepted. */
export function listPauseGrounds(dossier: Dossier, { actor, rulebook }: DecisionContext): readonly PauseGroundRecord[] {
  if (dossier.clock === null) return []
  const roles = ROLES.filter((role) => actor.kind === 'officer' && holdsRole(dossier, actor, role))
  return groundsOf(dossier, rulebook).filter(({ by }) => by.some((role) => roles.includes(role)))
}

/** Name and article of a ground that has an action of its own; nothing where the law of the day has no record of it. */
export function basisOf(
  ground: PauseGround,
  dossier: Dossier,
  { now, rulebook }: DecisionContext,
): { readonly basis?: PauseBasis } {
  const since = dossier.acceptedAt === null ? { ...dossier, acceptedAt: now } : dossier
  const record = groundsOf(since, rulebook).find(({ id }) => id === ground)
  return record === undefined ? {} : { basis: { name: record.name, article: record.article } }
}

export function findPauseObstacle(dossier: Dossier, context: DecisionContext): DossierRefusal | null {
  return listPauseGrounds(dossier, context).length > 0 ? null : { kind: 'pause-ground-unknown', ground: null }
}

function groundsOf({ content, acceptedAt }: Dossier, rulebook: Rulebook): readonly PauseGroundRecord[] {
  if (acceptedAt === null) return []
  const field = rulebook.procedure(content.procedure)?.field ?? ''
  return rulebook.pauseGroundsAt(localDateOf(acceptedAt), { procedure: content.procedure, field })
}

function holdsRole(
  { content, position }: Dossier,
  actor: Extract<DecisionContext['actor'], { kind: 'officer' }>,
  role: (typeof ROLES)[number],
): boolean {
  return holdsPost(actor, content.agency, role) || (position !== null && holdsPost(actor, position.unit, role))
}
