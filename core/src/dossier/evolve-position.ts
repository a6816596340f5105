import { officerOf } from '../access/access.ts'
import type { Instant } from '../kernel/instant.ts'
import type { CompletedStep, Position } from './dossier.ts'

export type Doer = { readonly at: Instant; readonly actor: string }

/** The step goes into the path with the officer who had it, or who did it while nobody had. */
export function completedStep({ step, unit, role, officer }: Position, { at, actor }: Doer): CompletedStep {
  return { step, unit, role, officer: officer ?? officerOf(actor), leftAt: at }
}

export function pathBefore(path: readonly CompletedStep[], step: string): readonly CompletedStep[] {
  const index = path.findLastIndex((each) => each.step === step)
  return index === -1 ? path : path.slice(0, index)
}

export function untimed(position: Position | null): Position | null {
  return timed(position, null)
}

export function timed(position: Position | null, dueAt: Instant | null): Position | null {
  return position === null || position.dueAt === dueAt ? position : { ...position, dueAt }
}
