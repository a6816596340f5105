import { groupBy } from '../kernel/group.ts'
import type { LocalDate } from '../kernel/instant.ts'
import { type OfficerId, type UnitId, unitId } from '../kernel/ids.ts'
import { type Officer, postsOn, type Unit } from '../organisation/organisation.ts'
import type { Procedure } from '../procedure/procedure.ts'

/** Who there is. A lookup by id answers undefined where nobody bears it; with `at` only units valid on that day count. */
export type OrganisationLookups = {
  readonly unit: (id: UnitId) => Unit | undefined
  /** The agency that bears an official code. */
  readonly agencyCoded: (code: string) => Unit | undefined
  readonly units: (at?: LocalDate) => readonly Unit[]
  readonly childrenOf: (id: UnitId, at?: LocalDate) => readonly Unit[]
  /** A unit lies within itself. */
  readonly isWithin: (unit: UnitId, ancestor: UnitId) => boolean
  /** The agency in whose name a unit works: of a counter the one it serves, else the nearest agency at or above it. */
  readonly agencyOf: (id: UnitId) => Unit | undefined
  readonly countersServing: (agency: UnitId, at?: LocalDate) => readonly Unit[]
  readonly officer: (id: OfficerId) => Officer | undefined
  readonly officers: () => readonly Officer[]
  /** Officers who hold a post at exactly this unit; without a day also those who held or will hold one. */
  readonly officersAt: (unit: UnitId, at?: LocalDate) => readonly Officer[]
  /** Whether an agency resolves a procedure in its own name. */
  readonly resolves: (agency: UnitId, procedure: Procedure) => boolean
  /** The agencies that resolve a procedure and have a counter on that day. */
  readonly agenciesFor: (procedure: Procedure, at: LocalDate) => readonly Unit[]
  /** The division of the agency that has the field, else the one that takes whatever no sibling claims, else the agency itself. */
  readonly handlingUnit: (agency: UnitId, field: string) => UnitId
}

export function organisationLookups(units: readonly Unit[], officers: readonly Officer[]): OrganisationLookups {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])))
  const children = groupBy(units, (unit) => unit.parent)
  const counters = groupBy(units, (unit) => unit.serves)
  const officersById = new Map(officers.map((officer) => [officer.id, officer]))
  const officersByUnit = officersByPost(officers)
  const ancestors = ancestorSets(units, byId)
  const receiving = units.filter((unit) => unit.kind === 'agency' && counters.has(unit.id))
  const countersServing = (agency: UnitId, at?: LocalDate) => validAt(counters.get(agency) ?? [], at)

  return {
    unit: (id) => byId.get(id),
    agencyCoded: (code) => byCode.get(code),
    units: (at) => validAt(units, at),
    childrenOf: (id, at) => validAt(children.get(id) ?? [], at),
    isWithin: (unit, ancestor) => ancestors.get(unit)?.has(ancestor) ?? false,
    agencyOf: (id) => agencyOf(byId, id),
    countersServing,
    officer: (id) => officersById.get(id),
    officers: () => officers,
    officersAt: (unit, at) => {
      const all = officersByUnit.get(unit) ?? []
      return at === undefined ? all : all.filter((each) => postsOn(each, at).some((post) => post.unit === unit))
    },
    resolves: (agency, procedure) => {
      const unit = byId.get(agency)
      return unit !== undefined && resolves(unit, procedure, byId)
    },
    agenciesFor: (procedure, at) =>
      validAt(receiving, at).filter(
        (unit) => resolves(unit, procedure, byId) && countersServing(unit.id, at).length > 0,
      ),
    handlingUnit: (agency, field) => handlingUnit(children.get(agency) ?? [], agency, field),
  }
}

function validAt(units: readonly Unit[], at: LocalDate | undefined): readonly Unit[] {
  if (at === undefined) return units
  return units.filter((unit) => unit.validFrom <= at && (unit.validTo === null || at <= unit.validTo))
}

function officersByPost(officers: readonly Officer[]): ReadonlyMap<UnitId, readonly Officer[]> {
  const byUnit = new Map<UnitId, Officer[]>()
  for (const officer of officers) {
    for (const unit of new Set(officer.posts.map((post) => post.unit))) {
      const there = byUnit.get(unit)
      if (there === undefined) byUnit.set(unit, [officer])
      else there.push(officer)
    }
  }
  return byUnit
}

function ancestorSets(
  units: readonly Unit[],
  byId: ReadonlyMap<UnitId, Unit>,
): ReadonlyMap<UnitId, ReadonlySet<UnitId>> {
  return new Map(units.map((unit) => [unit.id, new Set(pathUp(byId, unit.id))]))
}

/** The unit and all above it. Stops where it began: a tree that was not checked may hold a cycle. */
function pathUp(byId: ReadonlyMap<UnitId, Unit>, id: UnitId): readonly UnitId[] {
  const path: UnitId[] = []
  for (let here: UnitId | null = id; here !== null && !path.includes(here); here = byId.get(here)?.parent ?? null) {
    path.push(here)
  }
  return path
}

function agencyOf(byId: ReadonlyMap<UnitId, Unit>, id: UnitId): Unit | undefined {
  const serves = byId.get(id)?.serves ?? null
  if (serves !== null) return byId.get(serves)
  return pathUp(byId, id)
    .map((above) => byId.get(above))
    .find((unit) => unit?.kind === 'agency')
}

/** A level of which the procedure names no agency is open to every agency of that level. */
function resolves(unit: Unit, procedure: Procedure, byId: ReadonlyMap<UnitId, Unit>): boolean {
  if (unit.kind !== 'agency' || !procedure.levels.includes(unit.level)) return false
  const named: readonly string[] = procedure.agencies
  return named.includes(unit.id) || !named.some((id) => byId.get(unitId(id))?.level === unit.level)
}

function handlingUnit(children: readonly Unit[], agency: UnitId, field: string): UnitId {
  const divisions = children.filter((unit) => unit.kind === 'division')
  const claiming = divisions.find((unit) => unit.fields.includes(field))
  return (claiming ?? divisions.find((unit) => unit.fields.length === 0))?.id ?? agency
}
