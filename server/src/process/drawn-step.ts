import type { ProcessVersion, StoredStep } from '@motcua/core/process/process.ts'

/** What of a step becomes structure of the diagram; all else of it travels as fields. */
export type DrawnStep = Omit<StoredStep, 'ways' | 'parts'> & {
  readonly ways?: readonly DrawnWay[]
  readonly parts?: readonly DrawnPart[]
}
export type DrawnWay = { readonly to: string; readonly when: object | null }
export type DrawnPart = { readonly id: string; readonly name: string; readonly steps: readonly DrawnStep[] }
/** A version whose conditions and parts need not be checked to be drawn. */
export type DrawnVersion = Omit<ProcessVersion, 'steps'> & { readonly steps: readonly DrawnStep[] }
