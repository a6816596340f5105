import type { OnlineLevel } from '../procedure/procedure.ts'
import type { Measure } from './figure-record.ts'

/** What of a procedure in force decides which figures count it. */
export type OfferedProcedure = {
  readonly level: OnlineLevel
  /** Whether the figure counts any dossier of it. */
  readonly uses: (figure: string) => boolean
}

export function isCounted(
  { levels, used }: Extract<Measure, { readonly is: 'procedures' }>,
  { level, uses }: OfferedProcedure,
): boolean {
  return levels.includes(level) && (used === null || uses(used.figure) === used.some)
}
