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
import type { Rulebook } from '../rulebook/rulebook.ts'
import { type CourseQuestion, courseOf, officersIn, type StaffedStep } from './course.ts'
import type { Mark } from './slots.ts'

/** An agency with one of its counters, where a procedure can be filed. */
export type Place = {
  readonly agency: Unit
  readonly counter: Unit
  readonly clerks: readonly Officer[]
  readonly leaders: readonly Officer[]
  /** One way through the process, up to the result. */
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
        const places = placesOf({ procedure, process, caseId: procedureCase.id }, question)
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

type Work = Omit<PlaceQuestion, 'agency' | 'counter'>

function placesOf(work: Work, { rulebook, counters, days }: OffersQuestion): readonly Place[] {
  return rulebook.agenciesFor(work.procedure, days.to).flatMap((agency) =>
    rulebook
      .countersServing(agency.id, days.to)
      .filter((counter) => counters.has(counter.id) && isThere(counter, days.from) && isThere(agency, days.from))
      .flatMap((counter) => placeOf({ ...work, agency, counter }, rulebook) ?? []),
  )
}

const isThere = (unit: Unit, on: LocalDate): boolean => unit.validFrom <= on

type PlaceQuestion = Omit<CourseQuestion, 'seat' | 'rulebook'> & {
  readonly agency: Unit
  readonly counter: Unit
  readonly procedure: Procedure
}

/** Undefined where a step has nobody who could do it. */
function placeOf(question: PlaceQuestion, rulebook: Rulebook): Place | undefined {
  const { agency, counter, procedure, process, caseId } = question
  const seat = { agency: agency.id, counter: counter.id, field: procedure.field }
  const steps = courseOf({ process, caseId, seat, rulebook })
  const clerks = officersIn(counter.id, 'clerk', rulebook)
  const leaders = officersIn(agency.id, 'leader', rulebook)
  return steps !== undefined && clerks.length > 0 ? { agency, counter, clerks, leaders, steps } : undefined
}
