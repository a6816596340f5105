import type { UnitId } from '../kernel/ids.ts'
import { LEVELS, type Level, type Unit } from '../organisation/organisation.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Whom a report is about: the counters to which the dossiers belong. */
export type ReportScope = {
  /** `all`, a level, `centre`, or the id of a unit. */
  readonly id: string
  readonly name: string
  readonly kind: 'all' | 'level' | 'centre' | 'unit'
  readonly counters: readonly UnitId[]
}

export const LEVEL_NAME: Readonly<Record<Level, string>> = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
}

/** Undefined where nothing bears the name. Counters that exist no longer count: their dossiers were theirs. */
export function findScope(id: string, rulebook: Rulebook): ReportScope | undefined {
  const counters = countersOf(rulebook)
  const idsOf = (chosen: readonly Unit[]): readonly UnitId[] => chosen.map((unit) => unit.id)
  if (id === 'all') return { id, name: 'Toàn tỉnh', kind: 'all', counters: idsOf(counters) }
  if (id === 'centre') {
    const name = rulebook.units().find((unit) => unit.kind === 'centre')?.name ?? 'Trung tâm Phục vụ hành chính công'
    return { id, name, kind: 'centre', counters: idsOf(counters.filter((unit) => isInCentre(unit, rulebook))) }
  }
  const level = LEVELS.find((each) => each === id)
  if (level !== undefined) {
    const ofLevel = counters.filter((unit) => rulebook.agencyOf(unit.id)?.level === level)
    return { id, name: LEVEL_NAME[level], kind: 'level', counters: idsOf(ofLevel) }
  }
  const unit = rulebook.units().find((each) => each.id === id)
  return unit === undefined ? undefined : unitScope(unit, { counters, rulebook })
}

/** The whole, the levels, the centre and every agency that has a counter of its own or below it. */
export function listScopes(rulebook: Rulebook): readonly ReportScope[] {
  const words = ['all', ...LEVELS, 'centre'].flatMap((id) => findScope(id, rulebook) ?? [])
  const counters = countersOf(rulebook)
  const agencies = rulebook.units().filter((unit) => unit.kind === 'agency')
  const units = agencies.map((unit) => unitScope(unit, { counters, rulebook }))
  return [...words, ...units].filter((scope) => scope.counters.length > 0)
}

type Ground = { readonly counters: readonly Unit[]; readonly rulebook: Rulebook }

/** A unit stands for the counters within it and for those that serve an agency within it. */
function unitScope(unit: Unit, { counters, rulebook }: Ground): ReportScope {
  const within = counters.filter(
    (counter) =>
      rulebook.isWithin(counter.id, unit.id) || (counter.serves !== null && rulebook.isWithin(counter.serves, unit.id)),
  )
  return { id: unit.id, name: unit.name, kind: 'unit', counters: within.map((counter) => counter.id) }
}

const countersOf = (rulebook: Rulebook): readonly Unit[] => rulebook.units().filter((unit) => unit.kind === 'counter')

function isInCentre(counter: Unit, rulebook: Rulebook): boolean {
  return rulebook.units().some((unit) => unit.kind === 'centre' && rulebook.isWithin(counter.id, unit.id))
}
