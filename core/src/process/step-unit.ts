import type { UnitId } from '../kernel/ids.ts'
import type { Unit } from '../organisation/organisation.ts'
import type { Part, Step } from './process.ts'

/** What must be known of the organisation to find who does a step. */
export type Offices = {
  readonly handlingUnit: (agency: UnitId, field: string) => UnitId
  readonly countersServing: (agency: UnitId) => readonly Unit[]
  readonly agencyCoded: (code: string) => Unit | undefined
}

/** The agency in whose name steps are done, its counter for the dossier, and the field of the work. */
export type Seat = { readonly agency: UnitId; readonly counter: UnitId; readonly field: string }

/** The unit that does a step; undefined where a named agency, or a counter of it, does not exist. */
export function findStepUnit(step: Step, seat: Seat, offices: Offices): UnitId | undefined {
  switch (step.at) {
    case 'counter':
      return seat.counter
    case 'agency':
      return seat.agency
    case 'division':
      return offices.handlingUnit(seat.agency, seat.field)
    case 'named': {
      const agency = step.agency === null ? undefined : offices.agencyCoded(step.agency)
      if (agency === undefined) return undefined
      if (step.role === 'clerk') return offices.countersServing(agency.id)[0]?.id
      return step.role === 'specialist' ? offices.handlingUnit(agency.id, seat.field) : agency.id
    }
  }
}

/** Where a part is done; undefined outside this system, and where its agency does not exist. */
export function findSeat({ agency }: Part, whole: Seat, offices: Offices): Seat | undefined {
  if (agency.is === 'outside') return undefined
  if (agency.is === 'own') return { ...whole, field: agency.field ?? whole.field }
  const named = offices.agencyCoded(agency.code)
  if (named === undefined) return undefined
  return { ...whole, agency: named.id, counter: offices.countersServing(named.id)[0]?.id ?? named.id }
}
