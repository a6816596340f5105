import { refused } from '../kernel/decision.ts'
import { localDateOf } from '../kernel/instant.ts'
import type { GroundedAction, ReasonGroundRecord } from '../rulebook/rulebook.ts'
import type { DecisionContext } from './decision-context.ts'
import type { DossierCommand } from './dossier-commands.ts'
import type { DossierRefusal } from './dossier-refusals.ts'

type Grounded = Extract<DossierCommand, { readonly action: GroundedAction }>

/** Who names a ground names one of the catalogue of the day, for this very action; naming none is allowed. */
export function checkedGround(
  { action, ground = null }: Grounded,
  { now, rulebook }: DecisionContext,
): { readonly kind: 'refused'; readonly refusal: DossierRefusal } | null {
  if (ground === null) return null
  const known = rulebook.reasonGroundsAt(localDateOf(now)).some((each) => isFor(each, ground, action))
  return known ? null : refused({ kind: 'reason-ground-unknown', ground, action })
}

function isFor({ id, actions }: ReasonGroundRecord, ground: string, action: Grounded['action']): boolean {
  return id === ground && actions.includes(action)
}

/** What the event keeps of it; nothing where none was named. */
export function keptGround({ ground = null }: Grounded): { readonly ground?: string } {
  return ground === null ? {} : { ground }
}
