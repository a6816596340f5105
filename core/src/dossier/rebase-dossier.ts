import { decided, refused } from '../kernel/decision.ts'
import { findSeat, findStep, type ProcessVersion } from '../process/process.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier, DossierPart, Position } from './dossier.ts'
import { openParts } from './open-parts.ts'
import { findOfficerFault, getPosition, getProcess, seatOf, stepDueAfterPause, unitAt } from './places.ts'

/**
 * A dossier keeps the process of its acceptance; only when the province says so it goes on under another version, and
 * only where each step at which it lies stands in that version too. Its time and what was done stay as they are.
 */
export function rebaseDossier(
  dossier: Dossier,
  { version }: Command<'rebase'>,
  context: DecisionContext,
): ActionDecision {
  const { rulebook } = context
  const process = dossier.process
  const target = process === null ? undefined : rulebook.processVersion(process.id, version)
  if (process === null || target === undefined) return refused({ kind: 'process-version-unknown', version })
  if (process.version === version) return refused({ kind: 'process-version-same', version })
  const fault = findRebaseFault(dossier, target)
  if (fault !== null) return refused(fault)
  const under: Dossier = { ...dossier, process: { id: process.id, version } }
  const to = movedTo(getPosition(dossier), { under }, context)
  const parts = openParts(dossier).flatMap((part) =>
    part.position === null ? [] : [{ part: part.id, to: movedTo(part.position, { under, part }, context) }],
  )
  return decided({ type: 'rebased', process: { id: process.id, version }, to, ...(parts.length > 0 ? { parts } : {}) })
}

type PositionMissing = { readonly kind: 'position-missing'; readonly steps: readonly string[] }

/** The steps at which the dossier lies, of the whole and of its parts, that the version does not have; null if it has all. */
export function findRebaseFault(dossier: Dossier, target: ProcessVersion): PositionMissing | null {
  const whole = getPosition(dossier).step
  const located = target.steps.find(({ id }) => id === whole)
  const missing = located === undefined ? [whole] : []
  for (const { id, position } of openParts(dossier)) {
    const part = located?.parts.find((each) => each.id === id)
    if (part === undefined) missing.push(id)
    else if (position === null ? part.agency.is !== 'outside' : !part.steps.some((step) => step.id === position.step))
      missing.push(position?.step ?? id)
  }
  return missing.length === 0 ? null : { kind: 'position-missing', steps: missing }
}

type Rebased = { readonly under: Dossier; readonly part?: DossierPart }

/** Who does the step may have changed; who has it keeps it where he still fits. */
function movedTo(position: Position, { under }: Rebased, context: DecisionContext): Position {
  const { rulebook } = context
  const found = findStep(getProcess(under, rulebook), position.step)
  if (found === undefined) throw new Error(`step ${position.step} was found before and is not there now`)
  const whole = seatOf(under.content, rulebook)
  const seat = found.part === null ? whole : (findSeat(found.part, whole, rulebook) ?? whole)
  const place = { unit: unitAt(found.step, seat, rulebook), role: found.step.role }
  const { officer } = position
  const stays = officer !== null && findOfficerFault(officer, place, context) === null
  const moved: Position = { ...position, ...place, officer: stays ? officer : null }
  const isStill = under.clock?.pauses.at(-1)?.to === null
  return { ...moved, dueAt: isStill ? null : stepDueAfterPause(moved, under, context) }
}
