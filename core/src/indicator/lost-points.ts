import type { ProcedureCode, UnitId } from '../kernel/ids.ts'
import { groupBy } from '../kernel/group.ts'
import { type IndicatorGround, splitAgencies, splitProcedures, splitPublished } from './count-component.ts'
import { findDossierCount } from './counted-cell.ts'
import type { ComponentScore, SetScore } from './score.ts'

/** What one component lost at a procedure or an agency; `dossiers` is null where it is the procedure itself that lacks. */
export type Loss = { readonly component: string; readonly points: number; readonly dossiers: number | null }
export type LostPoints<Id> = { readonly id: Id; readonly points: number; readonly losses: readonly Loss[] }
export type Lost = {
  readonly procedures: readonly LostPoints<ProcedureCode>[]
  readonly agencies: readonly LostPoints<UnitId>[]
}

/**
 * Points that one missing dossier, procedure or agency costs: all that are missing share alike in what the component
 * lost, so that the list adds up to it. Null where nothing counted is missing.
 */
export function costOfOne({ component, state, numerator, denominator, points }: ComponentScore): number | null {
  if (state !== 'counted' || numerator === null || denominator === null || points === null) return null
  const missing = denominator - numerator
  const lost = component.maxPoints - points
  return missing > 0 && lost > 0 ? lost / missing : null
}

/** Who cost the points, the dearest first. */
export function lostPoints(score: SetScore, ground: IndicatorGround): Lost {
  const components = score.groups.flatMap((group) => group.components)
  const procedures = components.flatMap((each) => procedureLosses(each, ground))
  const agencies = components.flatMap((each) => agencyLosses(each, ground))
  return { procedures: gather(procedures), agencies: gather(agencies) }
}

type LossOf<Id> = Loss & { readonly id: Id }

function procedureLosses(score: ComponentScore, ground: IndicatorGround): readonly LossOf<ProcedureCode>[] {
  const cost = costOfOne(score)
  if (cost === null) return []
  const { id, measure } = score.component
  switch (measure.of) {
    case 'dossiers':
      return dossierLosses({ component: id, cost }, ground)
    case 'procedures':
      return splitProcedures(measure, id, ground).lacking.map(({ code }) => oneLoss(code, id, cost))
    case 'publications':
      return splitPublished(measure, ground)?.late.map(({ code }) => oneLoss(code, id, cost)) ?? []
    default:
      return []
  }
}

function oneLoss<Id>(id: Id, component: string, points: number): LossOf<Id> {
  return { id, component, points, dossiers: null }
}

function dossierLosses(
  { component, cost }: { readonly component: string; readonly cost: number },
  { cells, rulebook }: IndicatorGround,
): readonly LossOf<ProcedureCode>[] {
  const byCode = groupBy(cells, ({ procedure }) => rulebook.procedure(procedure)?.code ?? procedure)
  return [...byCode].flatMap(([id, own]) => {
    const dossiers = own.reduce((sum, { counts }) => {
      const pair = counts[component]
      return pair === undefined ? sum : sum + pair.among - pair.having
    }, 0)
    return dossiers === 0 ? [] : [{ id, component, points: cost * dossiers, dossiers }]
  })
}

function agencyLosses(score: ComponentScore, ground: IndicatorGround): readonly LossOf<UnitId>[] {
  const cost = costOfOne(score)
  const { id, measure } = score.component
  if (cost === null || measure.of !== 'agencies') return []
  return splitAgencies(measure, id, ground).lacking.map((agency) => oneLoss(agency.id, id, cost))
}

function gather<Id extends string>(losses: readonly LossOf<Id>[]): readonly LostPoints<Id>[] {
  return [...groupBy(losses, ({ id }) => id)]
    .map(([id, own]) => ({
      id,
      points: own.reduce((sum, { points }) => sum + points, 0),
      losses: own.map(({ component, points, dossiers }) => ({ component, points, dossiers })),
    }))
    .toSorted((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1))
}

/** What one dossier costs in each component that lists dossiers; the others are left out. */
export function dossierCosts(score: SetScore): ReadonlyMap<string, number> {
  return new Map(
    score.groups
      .flatMap((group) => group.components)
      .flatMap((each) => {
        const cost = findDossierCount(each.component) === undefined ? null : costOfOne(each)
        return cost === null ? [] : [[each.component.id, cost] as const]
      }),
  )
}
