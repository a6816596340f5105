import type { Part, Process, Step } from './process.ts'

type Defaulted = 'agency' | 'outcomes' | 'ways' | 'skip' | 'parts'
export type StoredStep = Omit<Step, Defaulted> &
  Partial<Pick<Step, Exclude<Defaulted, 'parts'>>> & { readonly parts?: readonly StoredPart[] }
export type StoredPart = Omit<Part, 'steps'> & { readonly steps: readonly StoredStep[] }
export type StoredVersion = Omit<Process['versions'][number], 'steps'> & { readonly steps: readonly StoredStep[] }
/** A process as records write it: a plain step says only who does what where and how long. */
export type StoredProcess = Omit<Process, 'versions'> & { readonly versions: readonly StoredVersion[] }

export function withDefaults(process: StoredProcess): Process {
  return {
    ...process,
    versions: process.versions.map((version) => ({ ...version, steps: version.steps.map(wholeStep) })),
  }
}

export function wholeStep(step: StoredStep): Step {
  const { agency = null, outcomes = [], ways = [], skip = [], parts = [], ...plain } = step
  return { ...plain, agency, outcomes, ways, skip, parts: parts.map(wholePart) }
}

function wholePart(part: StoredPart): Part {
  return { ...part, steps: part.steps.map(wholeStep) }
}
