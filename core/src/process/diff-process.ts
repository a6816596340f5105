import type { ProcessVersion, Step } from './process.ts'
import { allSteps } from './ways.ts'

/** A step with its place in the version, counted from 1. */
export type PlacedStep = { readonly place: number; readonly step: Step }
export type MovedStep = { readonly id: string; readonly name: string; readonly from: number; readonly to: number }
/** What about a step that stands in both versions reads otherwise now; its id is what makes it the same step. */
export type StepChange = { readonly id: string; readonly name: string } & {
  readonly [What in Changeable]: { readonly what: What; readonly from: Step[What]; readonly to: Step[What] }
}[Changeable]

const CHANGEABLE = ['name', 'kind', 'role', 'at', 'minutes', 'agency', 'outcomes', 'ways', 'skip', 'parts'] as const
type Changeable = (typeof CHANGEABLE)[number]

export type ProcessDiff = {
  readonly added: readonly PlacedStep[]
  readonly removed: readonly PlacedStep[]
  readonly moved: readonly MovedStep[]
  readonly changed: readonly StepChange[]
}

/** What an officer must know when one version of a process follows another. Steps are the same by their id, those of parts among them. */
export function diffProcessVersions(before: ProcessVersion, after: ProcessVersion): ProcessDiff {
  const was = placed(before)
  const is = placed(after)
  const kept = allSteps(before).filter((step) => is.has(step.id))
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

function placed(version: ProcessVersion): ReadonlyMap<string, PlacedStep> {
  return new Map(allSteps(version).map((step, index) => [step.id, { place: index + 1, step }]))
}

function changesOf(before: Step, after: Step): readonly StepChange[] {
  const { id, name } = after
  return CHANGEABLE.filter((what) => asText(what, before) !== asText(what, after)).map((what) =>
    changeOf(what, { id, name, before, after }),
  )
}

/** A part is told apart by who does it in which time; its steps are compared as steps. */
function asText(what: Changeable, step: Step): string {
  if (what !== 'parts') return JSON.stringify(step[what])
  return JSON.stringify(step.parts.map(({ id, name, agency, term }) => [id, name, agency, term]))
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
    case 'agency':
      return { id, name, what, from: before.agency, to: after.agency }
    case 'outcomes':
      return { id, name, what, from: before.outcomes, to: after.outcomes }
    case 'ways':
      return { id, name, what, from: before.ways, to: after.ways }
    case 'skip':
      return { id, name, what, from: before.skip, to: after.skip }
    case 'parts':
      return { id, name, what, from: before.parts, to: after.parts }
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
