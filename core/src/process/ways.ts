import type { Part, ProcessVersion, Step, Way } from './process.ts'
import { holds, mayHold, mustHold, type StepFacts } from './step-condition.ts'

/** A step with the list in which it stands: that of the process, or of a part. */
export type LocatedStep = { readonly step: Step; readonly steps: readonly Step[]; readonly part: Part | null }

/** A step of the process, or of one of its parts. */
export function findStep({ steps }: Pick<ProcessVersion, 'steps'>, id: string): LocatedStep | undefined {
  for (const step of steps) if (step.id === id) return { step, steps, part: null }
  for (const { parts } of steps) {
    for (const part of parts) {
      const step = part.steps.find((each) => each.id === id)
      if (step !== undefined) return { step, steps: part.steps, part }
    }
  }
  return undefined
}

/** All steps, those of a part after the composite step to which it belongs. */
export function allSteps({ steps }: Pick<ProcessVersion, 'steps'>): readonly Step[] {
  return steps.flatMap((step) => [step, ...step.parts.flatMap((part) => part.steps)])
}

export function partsOf({ steps }: Pick<ProcessVersion, 'steps'>): readonly Part[] {
  return steps.flatMap((step) => step.parts)
}

/** The step after this one as things stand; undefined where the list ends. */
export function leadsTo({ step, steps }: Pick<LocatedStep, 'step' | 'steps'>, facts: StepFacts): Step | undefined {
  for (const way of step.ways) if (way.when === null || holds(way.when, facts)) return targetOf(way, steps)
  return followingOf(step, steps)
}

/** All steps to which it can lead when this outcome is chosen (null: none), whatever is answered; undefined is the end of the list. */
export function destinationsOf(
  { step, steps }: Pick<LocatedStep, 'step' | 'steps'>,
  outcome: string | null,
): readonly (Step | undefined)[] {
  const found: (Step | undefined)[] = []
  const chosen = { step: step.id, outcome }
  for (const way of step.ways) {
    if (way.when !== null && !mayHold(way.when, chosen)) continue
    found.push(targetOf(way, steps))
    if (way.when === null || mustHold(way.when, chosen)) return found
  }
  return [...found, followingOf(step, steps)]
}

/** After the last working step comes the hand-over, or in a part nothing. */
export function isEnd(next: Step | undefined): boolean {
  return next === undefined || next.kind === 'return'
}

function targetOf({ to }: Way, steps: readonly Step[]): Step | undefined {
  return to === 'end' ? steps.find((each) => each.kind === 'return') : steps.find((each) => each.id === to)
}

function followingOf(step: Step, steps: readonly Step[]): Step | undefined {
  return steps[steps.indexOf(step) + 1]
}
