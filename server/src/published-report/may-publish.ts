import { mayDo, unitSubject } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import type { ReportScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'

/** A unit's report is published by its leader or one above; of the whole, a level or the centre by the top. */
export function mayPublish(actor: Actor, scope: ReportScope, rulebook: Rulebook): boolean {
  const units = rulebook.units()
  const unit =
    scope.kind === 'unit' ? units.find(({ id }) => id === scope.id) : units.find(({ parent }) => parent === null)
  return unit !== undefined && mayDo('publishReport', actor, unitSubject(unit.id, rulebook)).allowed
}
