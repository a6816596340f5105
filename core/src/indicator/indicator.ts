export { type AssessedScope, assessedScope } from './assessed-scope.ts'
export { assess, type Assessment } from './assess.ts'
export { checkIndicatorSet, checkIndicatorSetSpans } from './check-indicator-set.ts'
export { type IndicatorGround, type Split, splitAgencies, splitProcedures, splitPublished } from './count-component.ts'
export { type CountedCell, type CountPair, type DossierCount, dossierCounts, findDossierCount } from './counted-cell.ts'
export { type HandledDossier, handlingTime, type HandlingUnit, handlingUnit, longestTerm } from './handling-time.ts'
export {
  findIndicatorPeriod,
  type IndicatorPeriod,
  periodHolding,
  previousPeriod,
} from './indicator-period.ts'
export {
  componentsOf,
  findIndicatorSet,
  type IndicatorComponent,
  type IndicatorSet,
  type IndicatorSource,
} from './indicator-set.ts'
export { indicatorSetShape } from './indicator-set-shape.ts'
export { procedureGroups, type ProcedureQuestion } from './procedure-figures.ts'
export { costOfOne, dossierCosts, type LostPoints, lostPoints } from './lost-points.ts'
export { missingParts } from './procedure-traits.ts'
export {
  type ComponentScore,
  type GroupScore,
  pointsOf,
  type ScoreState,
  type SetScore,
  type Share,
  scoreSet,
} from './score.ts'
