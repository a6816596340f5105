import type { UnitId } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/instant.ts'
import type { Random } from '../kernel/random.ts'
import type { Officer, Unit } from '../organisation/organisation.ts'
import {
  CHANNELS,
  type CaseTerm,
  type Channel,
  type Procedure,
  type ProcedureCase,
  type ProcedureVersion,
} from '../procedure/procedure.ts'
import type { ProcessVersion, Step } from '../process/process.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Mark } from './slots.ts'

/** A step of the process at one agency, with the officers who can do it. */
export type StaffedStep = { readonly step: Step; readonly officers: readonly Officer[] }

/** An agency with one of its counters, where a procedure can be filed. */
export type Place = {
  readonly agency: Unit
  readonly counter: Unit
  readonly clerks: readonly Officer[]
  readonly leaders: readonly Officer[]
  /** The steps up to the result, in order. */
  readonly steps: readonly StaffedStep[]
}

/** One way of filing: procedure, case and channel, while its version and process are in force. */
export type Offer = {
  readonly procedure: Procedure
  readonly version: ProcedureVersion
  readonly procedureCase: ProcedureCase
  readonly channel: Channel
  readonly term: CaseTerm
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly mark: Mark
  readonly weight: number
  readonly places: readonly Place[]
}

export type OffersQuestion = {
  readonly rulebook: Rulebook
  readonly counters: ReadonlySet<UnitId>
  /** The days on which anything is filed or handled. */
  readonly days: { readonly from: LocalDate; readonly to: LocalDate }
  readonly random: Random
}

/** All that can be filed at the counters. A few procedures are everyday work and take most of the weight. */
export function listOffers(question: OffersQuestion): readonly Offer[] {
  const { rulebook, random } = question
  const procedures = random.shuffle(rulebook.procedures().toSorted((a, b) => (a.code < b.code ? -1 : 1)))
  return procedures.flatMap((procedure, rank) => offersOf(procedure, 1 / (rank + 1), question))
}

function offersOf(procedure: Procedure, weight: number, question: OffersQuestion): readonly Offer[] {
  const { rulebook } = question
  return procedure.versions.flatMap((version) =>
    version.cases.flatMap((procedureCase) =>
      (rulebook.process(procedureCase.process)?.versions ?? []).flatMap((process) => {
        const days = overlap(version, process)
        if (!touches(days, question.days)) return []
        const places = placesOf(procedure, process, question)
        if (places.length === 0) return []
        return CHANNELS.flatMap((channel) => {
          const term = rulebook.termOf(procedureCase, channel)
          if (term === undefined || (channel === 'online' && version.onlineLevel === 'none')) return []
          const mark = markOf(procedure)
          const shared = weight / version.cases.length
          return mark === null
            ? []
            : [{ procedure, version, procedureCase, channel, term, ...days, mark, weight: shared, places }]
        })
      }),
    ),
  )
}

/** Null for what bears several marks: it would count in two figures at once. */
function markOf({ marks }: Procedure): Mark | null {
  return marks.length > 1 ? null : (marks[0] ?? 'plain')
}

type Dated = { readonly effectiveFrom: LocalDate; readonly effectiveTo: LocalDate | null }
type Days = { readonly from: LocalDate; readonly to: LocalDate | null }

function overlap(a: Dated, b: Dated): Days {
  const from = a.effectiveFrom > b.effectiveFrom ? a.effectiveFrom : b.effectiveFrom
  const ends = [a.effectiveTo, b.effectiveTo].filter((each) => each !== null).toSorted()
  return { from, to: ends[0] ?? null }
}

const touches = (days: Days, other: { readonly from: LocalDate; readonly to: LocalDate }): boolean =>
  days.from <= other.to && (days.to === null || days.to >= other.from)

function placesOf(procedure: Procedure, process: ProcessVersion, question: OffersQuestion): readonly Place[] {
  const { rulebook, counters, days } = question
  return rulebook.agenciesFor(procedure, days.to).flatMap((agency) =>
    rulebook
      .countersServing(agency.id, days.to)
      .filter((counter) => counters.has(counter.id) && isThere(counter, days.from) && isThere(agency, days.from))
      .flatMap((counter) => placeOf({ agency, counter, procedure, process }, rulebook) ?? []),
  )
}

const isThere = (unit: Unit, on: LocalDate): boolean => unit.validFrom <= on

type PlaceQuestion = {
  readonly agency: Unit
  readonly counter: Unit
  readonly procedure: Procedure
  readonly process: ProcessVersion
}

/** Undefined where a step has nobody who could do it. */
function placeOf({ agency, counter, procedure, process }: PlaceQuestion, rulebook: Rulebook): Place | undefined {
  const unitOf = ({ at }: Step): UnitId => {
    if (at === 'counter') return counter.id
    return at === 'agency' ? agency.id : rulebook.handlingUnit(agency.id, procedure.field)
  }
  const officersOf = (unit: UnitId, role: Step['role']): readonly Officer[] =>
    rulebook
      .officersAt(unit)
      .filter((officer) => officer.posts.some((post) => post.unit === unit && post.role === role))
  const steps = process.steps
    .filter((step) => step.kind !== 'return')
    .map((step) => ({ step, officers: officersOf(unitOf(step), step.role) }))
  const clerks = officersOf(counter.id, 'clerk')
  const leaders = officersOf(agency.id, 'leader')
  const isStaffed = steps.length > 0 && clerks.length > 0 && steps.every(({ officers }) => officers.length > 0)
  return isStaffed ? { agency, counter, clerks, leaders, steps } : undefined
}
