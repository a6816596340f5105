import { type CountedEvent, type DossierFact, factAfter } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Closing, Stretch } from './fact.store.ts'

export type KnownDossier = {
  /** What is stored as known now; null before submission. */
  readonly current: DossierFact | null
  /** In the order of their numbers. */
  readonly events: readonly CountedEvent[]
  readonly rulebook: Rulebook
}

export type Folded = { readonly stretches: readonly Stretch[]; readonly closings: readonly Closing[] }

/** The stretches of knowledge that events add. Several events of the same moment make one stretch, the last known. */
export function foldFacts({ current, events, rulebook }: KnownDossier): Folded {
  const steps: DossierFact[] = []
  let fact = current
  for (const event of events) {
    const next = factAfter(fact, event, rulebook)
    if (next === null || next === fact) continue
    if (steps.at(-1)?.knownFrom === next.knownFrom) steps.pop()
    steps.push(next)
    fact = next
  }
  const stretches = steps.map((step, index) => ({ fact: step, knownTo: steps[index + 1]?.knownFrom ?? null }))
  return { stretches, closings: closingsOf(current, steps[0]) }
}

/** A first stretch of the very moment of the stored one replaces it; there is nothing to close then. */
function closingsOf(current: DossierFact | null, first: DossierFact | undefined): readonly Closing[] {
  if (current === null || first === undefined || first.knownFrom === current.knownFrom) return []
  return [{ dossier: current.dossier, knownFrom: current.knownFrom, knownTo: first.knownFrom }]
}
