import {
  type AssessedLevel,
  componentsOf,
  type IndicatorClass,
  type IndicatorComponent,
  type IndicatorGroup,
  type IndicatorSet,
} from './indicator-set.ts'

/** What was counted; a whole that is the greatest of several counts lists them all (QĐ 766, chỉ số 1.4). */
export type Share = { readonly numerator: number; readonly denominators: readonly number[] }

/** missing: nobody can tell yet, with the reason in Vietnamese; null must never turn into 0. */
export type Counted =
  | { readonly kind: 'share'; readonly share: Share }
  | { readonly kind: 'remainder'; readonly parts: readonly Share[] }
  | { readonly kind: 'missing'; readonly reason: string }

/**
 * counted: from numbers; none: there was nothing to count; notApplicable: not asked of this level;
 * missing: the numbers are not known.
 */
export type ScoreState = 'counted' | 'none' | 'notApplicable' | 'missing'

export type ComponentScore = {
  readonly component: IndicatorComponent
  readonly state: ScoreState
  readonly numerator: number | null
  readonly denominator: number | null
  /** In [0, 1], unrounded. */
  readonly ratio: number | null
  /** Unrounded; null where the component does not count towards the total. */
  readonly points: number | null
  /** Why there are no points, or where they come from. */
  readonly reason: string | null
}

/** Points are null where none of the components could be assessed. */
type Sum = { readonly points: number | null; readonly assessable: number; readonly maxPoints: number }
export type GroupScore = Sum & { readonly group: IndicatorGroup; readonly components: readonly ComponentScore[] }
export type SetScore = Sum & {
  readonly groups: readonly GroupScore[]
  /** Points in a hundred of those that could be assessed. */
  readonly percent: number | null
  readonly rank: IndicatorClass | null
  /** Whether some points could not be assessed, so that the class may still change. */
  readonly provisional: boolean
}

/** `countedFor` answers for the assessed scope, `countedForProvince` where the province's ratio stands for it. */
export type Counts = {
  readonly level: AssessedLevel
  readonly countedFor: (component: IndicatorComponent) => Counted
  readonly countedForProvince: (component: IndicatorComponent) => Counted
}

/** Full precision throughout: totals come from unrounded points, only what is shown is rounded. */
export function scoreSet(set: IndicatorSet, counts: Counts): SetScore {
  const plain = new Map(componentsOf(set).map((component) => [component.id, scoreComponent(component, counts)]))
  const groups = set.groups.map((group): GroupScore => {
    const components = group.components.flatMap(({ id, scaledBy }) => {
      const own = plain.get(id)
      return own === undefined ? [] : [scaled(own, scaledBy === null ? null : (plain.get(scaledBy)?.ratio ?? null))]
    })
    return { group, components, ...sumOf(components.map(sumOfComponent), group.maxPoints) }
  })
  const maxPoints = groups.reduce((sum, group) => sum + group.maxPoints, 0)
  const sum = sumOf(groups, maxPoints)
  const percent = sum.points === null ? null : (100 * sum.points) / sum.assessable
  return {
    ...sum,
    groups,
    percent,
    rank: percent === null ? null : (set.classes.find(({ from }) => percent >= from) ?? null),
    provisional: sum.assessable < maxPoints,
  }
}

/** max · r / fullAt, never more than max. */
export function pointsOf({ maxPoints, fullAt }: Pick<IndicatorComponent, 'maxPoints' | 'fullAt'>, r: number): number {
  return Math.min(maxPoints, (maxPoints * r) / (fullAt / 100))
}

function scoreComponent(component: IndicatorComponent, counts: Counts): ComponentScore {
  const { notFor } = component
  const isFor = notFor === null || !notFor.levels.includes(counts.level)
  if (isFor) return scoreCounted(component, counts.countedFor(component))
  switch (notFor.instead) {
    case 'full':
      return without(component, { state: 'notApplicable', points: component.maxPoints, reason: FULL_AT_LEVEL })
    case 'apart':
      return without(component, { state: 'notApplicable', points: null, reason: APART_AT_LEVEL })
    case 'ofProvince': {
      const score = scoreCounted(component, counts.countedForProvince(component))
      return score.state === 'counted' ? { ...score, state: 'notApplicable', reason: OF_PROVINCE } : score
    }
  }
}

const FULL_AT_LEVEL = 'không áp dụng với cấp này: tính điểm tối đa'
const APART_AT_LEVEL = 'không áp dụng với cấp này: không tính vào tổng điểm'
const OF_PROVINCE = 'không áp dụng với cấp này: lấy theo kết quả của toàn tỉnh'

function scoreCounted(component: IndicatorComponent, counted: Counted): ComponentScore {
  switch (counted.kind) {
    case 'missing':
      return without(component, { state: 'missing', points: null, reason: `Chưa có dữ liệu: ${counted.reason}` })
    case 'share': {
      const { numerator } = counted.share
      const denominator = wholeOf(counted.share)
      if (denominator === 0) return nothingCounted(component)
      return scored(component, { numerator, denominator, ratio: ratioOf(counted.share) })
    }
    case 'remainder': {
      if (counted.parts.every((part) => wholeOf(part) === 0)) return nothingCounted(component)
      const taken = counted.parts.reduce((sum, part) => sum + ratioOf(part), 0)
      return scored(component, { numerator: null, denominator: null, ratio: Math.max(0, 1 - taken) })
    }
  }
}

const wholeOf = (share: Share): number => Math.max(0, ...share.denominators)

/** Never above 1, also where another system counts more above the line than below it. */
function ratioOf(share: Share): number {
  const whole = wholeOf(share)
  return whole === 0 ? 0 : Math.min(1, share.numerator / whole)
}

function scaled(score: ComponentScore, by: number | null): ComponentScore {
  const { component, ratio, points } = score
  if (by === null || ratio === null || points === null) return score
  return { ...score, ratio: ratio * by, points: pointsOf(component, ratio * by) }
}

type Found = Pick<ComponentScore, 'numerator' | 'denominator'> & { readonly ratio: number }

function scored(component: IndicatorComponent, found: Found): ComponentScore {
  const points = component.maxPoints === 0 ? null : pointsOf(component, found.ratio)
  return { component, ...found, state: 'counted', points, reason: null }
}

function nothingCounted(component: IndicatorComponent): ComponentScore {
  const none = { component, state: 'none', numerator: 0, denominator: 0, ratio: null } as const
  switch (component.whenNone) {
    case 'full':
      return { ...none, points: component.maxPoints, reason: 'trong kỳ không phát sinh: tính điểm tối đa' }
    case 'zero':
      return { ...none, points: 0, reason: 'trong kỳ không phát sinh: mẫu số bằng 0 nên tính 0 điểm' }
    case 'apart':
      return { ...none, points: null, reason: 'trong kỳ không phát sinh: không tính vào tổng điểm' }
  }
}

function without(
  component: IndicatorComponent,
  given: Pick<ComponentScore, 'state' | 'points' | 'reason'>,
): ComponentScore {
  return { component, numerator: null, denominator: null, ratio: null, ...given }
}

const sumOfComponent = ({ component, points }: ComponentScore): Sum => ({
  points,
  assessable: points === null ? 0 : component.maxPoints,
  maxPoints: component.maxPoints,
})

function sumOf(parts: readonly Sum[], maxPoints: number): Sum {
  const assessable = parts.reduce((sum, part) => sum + part.assessable, 0)
  const points = parts.reduce((sum, part) => sum + (part.points ?? 0), 0)
  return { points: assessable === 0 ? null : points, assessable, maxPoints }
}
