import type { ProcessVersion, Step } from './process.ts'

/** A step with its place in the version, counted from 1. */
export type PlacedStep = { readonly place: number; readonly step: Step }
export type MovedStep = { readonly id: string; readonly name: string; readonly from: number; readonly to: number }
/** What about a step that stands in both versions reads otherwise now; its id is what makes it the same step. */
export type StepChange = { readonly id: string; readonly name: string } & {
  readonly [What in Changeable]: { readonly what: What; readonly from: Step[What]; readonly to: Step[What] }
}[Changeable]

const CHANGEABLE = ['name', 'kind', 'role', 'at', 'minutes'] as const
type Changeable = (typeof CHANGEABLE)[number]

export type ProcessDiff = {
  readonly added: readonly PlacedStep[]
  readonly removed: readonly PlacedStep[]
  readonly moved: readonly MovedStep[]
  readonly changed: readonly StepChange[]
}

/** What an officer must know when one version of a process follows another. Steps are the same by their id. */
export function diffProcessVersions(before: ProcessVersion, after: ProcessVersion): ProcessDiff {
  const was = placed(before)
  const is = placed(after)
  const kept = before.steps.filter((step) => is.has(step.id))
  const still = stayingIds(kept.map((step) => is.get(step.id)?.place ?? 0)).map((index) => kept[index]?.id)
  return {
    added: [...is.values()].filter(({ step }) => !was.has(step.id)),
    removed: [...was.values()].filter(({ step }) => !is.has(step.id)),
    moved: kept.flatMap(({ id }) => {
      const to = is.get(id)
      const from = was.get(id)
      if (to === undefined || from === undefined || still.includes(id)) return []
      return [{ id, name: to.step.name, from: from.place, to: to.place }]
    }),
    changed: kept.flatMap((step) => changesOf(step, is.get(step.id)?.step ?? step)),
  }
}

function placed({ steps }: ProcessVersion): ReadonlyMap<string, PlacedStep> {
  return new Map(steps.map((step, index) => [step.id, { place: index + 1, step }]))
}

function changesOf(before: Step, after: Step): readonly StepChange[] {
  const { id, name } = after
  return CHANGEABLE.filter((what) => before[what] !== after[what]).map((what) =>
    changeOf(what, { id, name, before, after }),
  )
}

type Change = { readonly id: string; readonly name: string; readonly before: Step; readonly after: Step }

function changeOf(what: Changeable, { id, name, before, after }: Change): StepChange {
  switch (what) {
    case 'name':
      return { id, name, what, from: before.name, to: after.name }
    case 'kind':
      return { id, name, what, from: before.kind, to: after.kind }
    case 'role':
      return { id, name, what, from: before.role, to: after.role }
    case 'at':
      return { id, name, what, from: before.at, to: after.at }
    case 'minutes':
      return { id, name, what, from: before.minutes, to: after.minutes }
  }
}

/** Indices of a longest rising run: what keeps its order has not moved, so that as few steps as possible have. */
function stayingIds(places: readonly number[]): readonly number[] {
  const runs: (readonly number[])[] = []
  for (const [index, place] of places.entries()) {
    const before = runs.filter((run) => (places[run.at(-1) ?? 0] ?? 0) < place)
    const longest = before.reduce<readonly number[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...longest, index])
  }
  return runs.reduce<readonly number[]>((best, run) => (run.length > best.length ? run : best), [])
}
