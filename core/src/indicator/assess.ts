import { countMeasure, type IndicatorGround } from './count-component.ts'
import type { IndicatorSet } from './indicator-set.ts'
import { type Counts, type SetScore, scoreSet } from './score.ts'

/** `province` is asked for where the province's ratio stands for a component that is not asked of the level. */
export type Assessment = {
  readonly set: IndicatorSet
  readonly ground: IndicatorGround
  readonly province: IndicatorGround
}

/** Points of one scope and period. */
export function assess({ set, ground, province }: Assessment): SetScore {
  const of =
    (where: IndicatorGround): Counts['countedFor'] =>
    ({ measure, id }) =>
      countMeasure(measure, id, where)
  return scoreSet(set, { level: ground.assessed.level, countedFor: of(ground), countedForProvince: of(province) })
}
