import { type Instant, instant, plusDays, startOfDay } from '../kernel/instant.ts'
import type { Period } from '../period/period.ts'
import { all, before, type Condition, type Edges, notBefore } from '../figure/figure.ts'

export {
  all,
  any,
  before,
  type Condition,
  type Edge,
  type Edges,
  flagged,
  holds,
  NEVER,
  notBefore,
  oneOf,
  type ReportFact,
} from '../figure/figure.ts'
export {
  type CountedEvent,
  type DossierFact,
  FACT_EVENTS,
  type FactOrigin,
  factAfter,
  factOrigin,
} from './dossier-fact.ts'
export { conditionShape } from '../figure/figure.ts'
export { scaleScenario } from './scale-scenario.ts'
export { findScope, listScopes, type ReportScope } from './scope.ts'
export {
  type CountedGroup,
  type CountedRow,
  DIMENSION_NAME,
  DIMENSIONS,
  type Dimension,
  GROUPED_BY,
  namesPeople,
  type GroupText,
  type RowFact,
  type RowFilter,
  type RowMaking,
  reportRows,
  rowFilter,
  rowIdOf,
  rowName,
  type Structure,
  successorNotes,
} from './dimension.ts'
export {
  addCounts,
  type CheckedIdentity,
  checkFormIdentities,
  countFigures,
  emptyCounts,
  type FigureCounts,
  type FigureValues,
  figureBehind,
  figureValues,
  footnotesOf,
  formatFigure,
  withCorrections,
} from './form-figures.ts'
export type { Period } from '../period/period.ts'
export { periodName } from './period-name.ts'
export { byFigure, FIGURE_NAMES, FIGURES, type FigureName, type Figures, isFigureName } from './figures.ts'
export { IDENTITIES, type Identity, INCLUSIONS, identityText, spelledOut } from './identities.ts'
export {
  type CheckedScenario,
  checkScenario,
  type Scenario,
  type ScenarioGroup,
  type ScenarioScope,
} from './scenario.ts'
export {
  type RollupCondition,
  rollupPlan,
  ROLLUP_SOURCES,
  type RollupSource,
  type RollupTerm,
  type Strand,
  STRANDS,
  type Stand,
  standsOf,
  strandsOf,
} from './rollup-plan.ts'
export { completeFigures, findContradictions, type PartialFigures } from './complete-figures.ts'

/** Who was in hand in a period: accepted before its end and not finished before it began. */
export const COUNTED: Condition = all(before('acceptedAt', 'end'), notBefore('finishedAt', 'from'))

/** A report closes when its period ends, or at `asOf` where that is earlier: nothing that was known later may show. */
export function edgesOf(period: Period, asOf: Instant): Edges {
  const end = endOf(period)
  return { from: startOfDay(period.from), end, closing: instant(Math.min(end, asOf)) }
}

/** 24:00 of the last day. */
export function endOf(period: Period): Instant {
  return startOfDay(plusDays(period.to, 1))
}

/** As of when a report is computed if nobody says so: now, or the period's end where that is earlier. */
export function defaultAsOf(period: Period, now: Instant): Instant {
  return instant(Math.min(endOf(period), now))
}

/**
 * The instant of which the report reads what was known. Never after the period: a dossier that waited for a supplement
 * when March closed was waiting in March, whatever became of it in June.
 */
export function knownAt(edges: Edges): Instant {
  return edges.closing < edges.end ? edges.closing : instant(edges.end - 1)
}
