import type { Actor } from '../access/actor.ts'
import { decided, refused } from '../kernel/decision.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier, DossierPart } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { inPart } from './part-of-dossier.ts'
import { getStep, positionAt } from './places.ts'

/** Whoever forwarded too early takes it back before the next one has begun; the slip (Mẫu 06) shows both hand-overs. */
export function takeBackDossier(
  dossier: Dossier,
  command: Command<'takeBack'>,
  context: DecisionContext,
): ActionDecision {
  const last = dossier.path.at(-1)
  const step = getStep(dossier, context.rulebook).steps.find((each) => each.id === last?.step)
  const obstacle = findTakeBackObstacle(dossier, context)
  if (last === undefined || step === undefined || obstacle !== null) return refused({ kind: 'nothing-to-take-back' })
  const to = positionAt(step, { unit: last.unit, officer: last.officer }, context)
  const fact = { type: 'takenBack', to, reason: command.reason, ...inPart(command) } as const
  return checkedReason(command.reason) ?? decided(fact)
}

export function findTakeBackObstacle(dossier: Dossier, { actor }: DecisionContext): DossierRefusal | null {
  return canTakeBack(dossier, actor) ? null : { kind: 'nothing-to-take-back' }
}

/** The dossier lies where the actor forwarded it, and nobody has taken it or done anything since. */
function canTakeBack({ path, position, lastAt, parts }: Dossier, actor: Actor): boolean {
  const last = path.at(-1)
  if (last === undefined || position === null || actor.kind !== 'officer') return false
  // What its parts have done is not undone, neither of the step before nor of this one.
  const isComposite = parts.some(({ step }) => step === last.step)
  const isBegun = parts.some((part) => part.step === position.step && hasBegun(part))
  if (isComposite || isBegun) return false
  const isHisForward = last.officer === actor.officer && last.leftAt === position.since
  return isHisForward && (position.officer === null || lastAt === position.since)
}

function hasBegun({ path, position, endedAt }: DossierPart): boolean {
  return endedAt !== null || path.length > 0 || (position !== null && position.officer !== null)
}
