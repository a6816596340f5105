import { findStep } from '@motcua/core/process/process.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'

type StepOfProcess = {
  readonly step: string | null
  readonly process: { readonly id: string; readonly version: number } | null
}

/** The name of the step that a reminder is about; its id where the process does not know it. */
export function stepNameOf({ step, process }: StepOfProcess, rulebook: Rulebook): string | null {
  const version = process === null ? undefined : rulebook.processVersion(process.id, process.version)
  return (step === null ? undefined : version && findStep(version, step)?.step.name) ?? step
}
