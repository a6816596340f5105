import { mayDo, unitSubject, whoMay } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import type { UnitId } from '@motcua/core/kernel/ids.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { GAP_TEXT, type PersonWorkload, RECEIVED, type UnitWorkload } from '@motcua/core/workload/workload.ts'
import type { View } from '../platform/http/route.ts'
import type { Workload } from './workload.ts'
import type { WorkloadSchema } from './workload-schema.ts'

type WorkloadView = View<typeof WorkloadSchema>
type UnitView = WorkloadView['units'][number]

/** How much somebody works is for his leaders, and his own for himself; of the counters all may know who read reports. */
export function workloadView(workload: Workload, actor: Actor, form: string): WorkloadView {
  const { scope, period, worked, asOf, countedTo, table, notes, rulebook } = workload
  const units = table.units.map((unit) => unitView(unit, shownOf(unit, actor, rulebook)))
  return {
    scope: { id: scope.id, name: scope.name, kind: scope.kind },
    ...{ period, worked },
    asOf: toIso(asOf),
    countedTo: toIso(countedTo),
    behind: { form, figure: RECEIVED },
    total: { received: table.received, receivers: table.receivers, norm: tenth(table.norm), ratio: table.ratio },
    units,
    hiddenFor: units.some(({ hidden }) => hidden > 0) ? whoMay('readWorkload') : null,
    notes: [...notes],
  }
}

/** The same to whoever runs the system, all people shown or none. */
export function operatorView(workload: Workload, withPeople: boolean): object {
  const { scope, period, worked, asOf, table, notes } = workload
  return {
    scope: { id: scope.id, name: scope.name, kind: scope.kind },
    ...{ period, worked },
    asOf: toIso(asOf),
    total: { received: table.received, receivers: table.receivers, norm: tenth(table.norm), ratio: table.ratio },
    units: table.units.map((unit) => unitView(unit, withPeople ? unit.people : [])),
    notes,
  }
}

function unitView(unit: UnitWorkload, shown: readonly PersonWorkload[]): UnitView {
  const { unit: id, name, areas, received, receivers, norm, ratio, peopleAsked, few, gap, people } = unit
  return {
    ...{ id, name, received, receivers, ratio, few },
    areas: [...areas],
    norm: tenth(norm),
    peopleAsked: tenth(peopleAsked),
    gap: gap === null ? null : GAP_TEXT[gap],
    people: shown.map((person) => ({
      row: person.officer ?? '',
      name: person.name === '' ? 'Không phải cán bộ' : person.name,
      ...{ received: person.received, norm: tenth(person.norm), ratio: person.ratio, days: person.days },
    })),
    hidden: people.length - shown.length,
  }
}

function shownOf({ unit, people }: UnitWorkload, actor: Actor, rulebook: Rulebook): readonly PersonWorkload[] {
  if (mayReadPeopleOf(unit, actor, rulebook)) return people
  return people.filter(({ officer }) => actor.kind === 'officer' && officer === actor.officer)
}

function mayReadPeopleOf(counter: UnitId, actor: Actor, rulebook: Rulebook): boolean {
  const agency = rulebook.agencyOf(counter)
  return agency !== undefined && mayDo('readWorkload', actor, unitSubject(agency.id, rulebook)).allowed
}

/** Norms are counted in tenths, so that they add up. */
function tenth(value: number | null): number | null {
  return value === null ? null : value / 10
}
