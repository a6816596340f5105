import { type FormInForce, isCounted } from '../figure/figure.ts'
import type { LocalDate } from '../kernel/instant.ts'
import type { ProcedureVersion } from '../procedure/procedure.ts'
import type { CountedGroup, ReportScope } from '../report/report.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { assessedScope } from './assessed-scope.ts'

export type ProcedureQuestion = {
  readonly scope: ReportScope
  /** The last day of the period: what is in force then is counted. */
  readonly on: LocalDate
  readonly rulebook: Rulebook
}

/**
 * A form that counts procedures, one group for each procedure by its code: its dossiers, and 1 for each figure that
 * counts the procedure itself. Procedures are those that the scope's agencies resolve on the day, the same that the
 * indicators of quality look at; dossiers of others are there without counting as a procedure.
 */
export function procedureGroups(
  form: FormInForce,
  filed: readonly CountedGroup[],
  { scope, on, rulebook }: ProcedureQuestion,
): readonly CountedGroup[] {
  const dossiers = new Map<string, CountedGroup['counts']>()
  for (const { key, counts } of filed) {
    const code = currentCode(key, rulebook)
    dossiers.set(code, sumOf(dossiers.get(code) ?? {}, counts))
  }
  const inForce = new Map<string, ProcedureVersion>(
    assessedScope(scope, on, rulebook).procedures.map(({ procedure, version }) => [procedure.code, version]),
  )
  const codes = [...new Set([...inForce.keys(), ...dossiers.keys()])]
  return codes.map((code) => {
    const counts = dossiers.get(code) ?? {}
    const version = inForce.get(code)
    const marks = form.ofProcedures.map(({ definition: { id }, measure }): readonly [string, number] => {
      const uses = (figure: string): boolean => (counts[figure] ?? 0) > 0
      return [id, version !== undefined && isCounted(measure, { level: version.onlineLevel, uses }) ? 1 : 0]
    })
    return { key: code, counts: { ...counts, ...Object.fromEntries(marks) } }
  })
}

/** A procedure that is filed under an older code counts as the one that took it over. */
export function currentCode(code: string, rulebook: Rulebook): string {
  return rulebook.procedure(code)?.code ?? code
}

function sumOf(a: CountedGroup['counts'], b: CountedGroup['counts']): CountedGroup['counts'] {
  return Object.fromEntries(Object.entries(b).map(([id, count]) => [id, count + (a[id] ?? 0)]))
}
