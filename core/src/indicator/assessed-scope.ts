import type { LocalDate } from '../kernel/instant.ts'
import type { Unit } from '../organisation/organisation.ts'
import type { Procedure, ProcedureVersion } from '../procedure/procedure.ts'
import type { ReportScope } from '../report/report.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { AssessedLevel } from './indicator-set.ts'

export type ProcedureInForce = { readonly procedure: Procedure; readonly version: ProcedureVersion }

/** Whom is assessed, as the rulebook knew them on a day: level, agencies, and the procedures that these resolve. */
export type AssessedScope = {
  readonly scope: ReportScope
  readonly level: AssessedLevel
  readonly on: LocalDate
  readonly agencies: readonly Unit[]
  /** Each once, also where several levels resolve it. */
  readonly procedures: readonly ProcedureInForce[]
}

export function assessedScope(scope: ReportScope, on: LocalDate, rulebook: Rulebook): AssessedScope {
  const agencies = agenciesOf(scope, on, rulebook)
  const procedures = rulebook.procedures().flatMap((procedure): readonly ProcedureInForce[] => {
    const version = rulebook.procedureVersionAt(procedure.code, on)
    if (version === undefined || !agencies.some((agency) => rulebook.resolves(agency.id, procedure))) return []
    return [{ procedure, version }]
  })
  return { scope, level: levelOf(scope, rulebook), on, agencies, procedures }
}

/** Those that have a counter of the scope and exist on the day. */
function agenciesOf(scope: ReportScope, on: LocalDate, rulebook: Rulebook): readonly Unit[] {
  const ids = new Set(scope.counters.flatMap((counter) => rulebook.agencyOf(counter)?.id ?? []))
  return rulebook.units(on).filter((unit) => ids.has(unit.id))
}

function levelOf(scope: ReportScope, rulebook: Rulebook): AssessedLevel {
  switch (scope.kind) {
    case 'all':
      return 'province'
    case 'centre':
      return 'department'
    case 'level':
      return scope.id === 'commune' || scope.id === 'district' ? scope.id : 'department'
    case 'unit': {
      const unit = rulebook.units().find(({ id }) => id === scope.id)
      if (unit === undefined || unit.parent === null) return 'province'
      return unit.level === 'province' ? 'department' : unit.level
    }
  }
}
