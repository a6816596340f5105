import type { ProcedureCode, UnitId } from '../kernel/ids.ts'
import type { Condition } from '../report/report.ts'
import { componentsOf, type IndicatorComponent, type IndicatorSet, type Measure } from './indicator-set.ts'

/**
 * One pair of conditions on dossiers that a set needs, by a key that is the component's id with the place of the
 * part. All pairs of a set are counted together, by procedure and agency: every component is made from these cells.
 */
export type DossierCount = { readonly key: string; readonly among: Condition; readonly having: Condition }
export type CountPair = { readonly among: number; readonly having: number }
export type CountedCell = {
  readonly procedure: ProcedureCode
  readonly agency: UnitId
  readonly counts: Readonly<Record<string, CountPair>>
}

export function dossierCounts(set: IndicatorSet): readonly DossierCount[] {
  return componentsOf(set).flatMap((component) => countsOf(component.measure, component.id))
}

/** The one pair behind a component, where its dossiers can be listed. */
export function findDossierCount(component: IndicatorComponent): DossierCount | undefined {
  return component.measure.of === 'dossiers' ? countsOf(component.measure, component.id)[0] : undefined
}

export const partKey = (key: string, index: number): string => `${key}/${index}`

function countsOf(measure: Measure, key: string): readonly DossierCount[] {
  switch (measure.of) {
    case 'dossiers':
      return [{ key, among: measure.among, having: measure.having }]
    case 'procedures':
      return measure.used === null ? [] : [{ key, among: measure.used, having: measure.used }]
    case 'agencies':
      return [{ key, among: measure.used, having: measure.used }]
    case 'publications':
    case 'source':
      return []
    case 'remainder':
      return measure.parts.flatMap((part, index) => countsOf(part, partKey(key, index)))
  }
}

export function totalOf(cells: readonly CountedCell[], key: string): CountPair {
  return cells.reduce(
    (sum, { counts }) => {
      const pair = counts[key]
      return pair === undefined ? sum : { among: sum.among + pair.among, having: sum.having + pair.having }
    },
    { among: 0, having: 0 },
  )
}
