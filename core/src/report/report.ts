import { type Instant, instant, type LocalDate, plusDays, startOfDay } from '../kernel/instant.ts'
import { type Edges, holds, type ReportFact } from './condition.ts'
import { byFigure, FIGURE_NAMES, FIGURES, type FigureName, type Figures } from './figures.ts'

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
} from './condition.ts'
export {
  type CountedEvent,
  type DossierFact,
  FACT_EVENTS,
  type FactOrigin,
  factAfter,
  factOrigin,
} from './dossier-fact.ts'
export { conditionShape } from './condition-shape.ts'
export { findScope, listScopes, type ReportScope } from './scope.ts'
export {
  type CountedGroup,
  DIMENSION_NAME,
  DIMENSIONS,
  type Dimension,
  GROUPED_BY,
  type ReportRow,
  type RowFact,
  type RowFilter,
  reportRows,
  rowFilter,
  rowIdOf,
  rowName,
} from './dimension.ts'
export { periodName } from './period-name.ts'
export {
  addFigures,
  byFigure,
  COUNTED,
  FIGURE_NAMES,
  FIGURES,
  type Figure,
  type FigureName,
  type Figures,
  isFigureName,
} from './figures.ts'
export { checkIdentities, IDENTITIES, type Identity, INCLUSIONS, identityText, spelledOut } from './identities.ts'
export {
  type CheckedScenario,
  checkScenario,
  type Scenario,
  type ScenarioGroup,
  type ScenarioScope,
} from './scenario.ts'
export { type RollupCondition, rollupPlan, ROLLUP_SOURCES, type RollupSource, type RollupTerm } from './rollup-plan.ts'
export { completeFigures, findContradictions, type PartialFigures } from './complete-figures.ts'

/** Biểu II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP): tình hình, kết quả giải quyết thủ tục hành chính. */
export const FORM_II06A = {
  form: 'II.06a',
  version: 1,
  title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
  source: 'Biểu II.06a/VPCP/KSTT, Thông tư 01/2020/TT-VPCP',
} as const

/** First and last day, both included, in Vietnamese time. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate }

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

export function countFigures(facts: Iterable<ReportFact>, edges: Edges): Figures {
  const counts = emptyFigures()
  for (const fact of facts) addTo(counts, fact, edges)
  return counts
}

export function emptyFigures(): Record<FigureName, number> {
  return byFigure(() => 0)
}

export function addTo(counts: Record<FigureName, number>, fact: ReportFact, edges: Edges): void {
  for (const name of FIGURE_NAMES) {
    if (holds(FIGURES[name].condition, fact, edges)) counts[name] += 1
  }
}
