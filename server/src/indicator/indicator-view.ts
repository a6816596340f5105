import {
  type ComponentScore,
  type IndicatorPeriod,
  type LostPoints,
  lostPoints,
  type SetScore,
} from '@motcua/core/indicator/indicator.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { rowName } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { View } from '../platform/http/route.ts'
import type { Assessed, Comparison } from './indicator.ts'
import type { QualityLost, QualitySchema } from './indicator-schema.ts'

type QualityView = View<typeof QualitySchema>
type ComponentView = QualityView['groups'][number]['components'][number]

export type Compared = { readonly with: Comparison; readonly assessed: Assessed }

/** The score as it travels, beside what it is compared with. */
export function qualityView({ question, score, countedTo }: Assessed, compared: Compared | null): QualityView {
  const { set, scope, period, asOf } = question
  const before = compared === null ? null : pointsById(compared.assessed.score)
  return {
    set: { id: set.id, version: set.version, name: set.name, source: set.source, note: set.note },
    scope: { id: scope.id, name: scope.name, kind: scope.kind },
    period: periodView(period),
    asOf: toIso(asOf),
    countedTo: toIso(countedTo),
    ...sumsOf(score),
    percent: score.percent,
    rank: score.rank?.name ?? null,
    provisional: score.provisional,
    compared:
      compared === null
        ? null
        : {
            with: compared.with,
            period: periodView(compared.assessed.question.period),
            asOf: toIso(compared.assessed.question.asOf),
            points: compared.assessed.score.points,
          },
    groups: score.groups.map((own) => ({
      id: own.group.id,
      name: own.group.name,
      ...sumsOf(own),
      before: before?.get(own.group.id) ?? null,
      components: own.components.map((each) => componentView(each, before?.get(each.component.id) ?? null)),
    })),
    classes: set.classes.map(({ name, from }) => ({ name, from })),
  }
}

function sumsOf({ points, assessable, maxPoints }: Pick<SetScore, 'points' | 'assessable' | 'maxPoints'>) {
  return { points, assessable, maxPoints }
}

/** Of groups and components, whose ids never meet. */
function pointsById(score: SetScore): ReadonlyMap<string, number | null> {
  return new Map(
    score.groups.flatMap((own) => [
      [own.group.id, own.points] as const,
      ...own.components.map((each) => [each.component.id, each.points] as const),
    ]),
  )
}

function componentView(score: ComponentScore, before: number | null): ComponentView {
  const { component, state, numerator, denominator, ratio, points, reason } = score
  return {
    ...{ id: component.id, name: component.name, state, numerator, denominator, ratio, points },
    ...{ maxPoints: component.maxPoints, fullAt: component.fullAt, reason, before },
    numeratorWords: component.numerator,
    denominatorWords: component.denominator,
    note: component.note,
    source: component.source,
    lists: state === 'counted' ? listsOf(score) : null,
  }
}

function listsOf({ component }: ComponentScore): ComponentView['lists'] {
  switch (component.measure.of) {
    case 'dossiers':
      return 'dossiers'
    case 'procedures':
    case 'agencies':
    case 'publications':
      return 'items'
    default:
      return null
  }
}

function periodView({ id, kind, name, period }: IndicatorPeriod): QualityView['period'] {
  return { id, kind, name, from: period.from, to: period.to }
}

export function lostView({ score, ground, question }: Assessed): View<typeof QualityLost> {
  const { procedures, agencies } = lostPoints(score, ground)
  const named =
    (by: 'procedure' | 'agency', rulebook: Rulebook) =>
    ({ id, points, losses }: LostPoints<string>) => ({ id, name: rowName(by, id, rulebook), points, losses })
  return {
    points: score.assessable - (score.points ?? 0),
    procedures: procedures.map(named('procedure', question.rulebook)),
    agencies: agencies.map(named('agency', question.rulebook)),
  }
}
