export {
  all,
  any,
  before,
  type Condition,
  EDGES,
  type Edge,
  type Edges,
  FACT_COUNTS,
  FACT_FLAGS,
  FACT_INSTANTS,
  FACT_TEXTS,
  type FactCount,
  type FactFlag,
  type FactInstant,
  type FactText,
  flagged,
  holds,
  NEVER,
  notBefore,
  oneOf,
  type ReportFact,
  UNCLASSIFIED,
} from './condition.ts'
export { conditionShape } from './condition-shape.ts'
export { checkFigures } from './check-figures.ts'
export { isCounted, type OfferedProcedure } from './counted-procedure.ts'
export {
  type CountedFigure,
  type FigureCatalogue,
  figureCatalogue,
  type FormInForce,
  type FormVersions,
  type ProcedureFigure,
} from './figure-catalogue.ts'
export {
  type FigureDefinition,
  type FigureIdentity,
  type FormColumn,
  type Measure,
  type ReportForm,
  ROW_KINDS,
  type RowKind,
  SCOPE_KINDS,
  type ScopeKind,
} from './figure-record.ts'
export { type Head, headLines } from './head-lines.ts'
export { mergeForms } from './merge-forms.ts'
export { figureShape, reportFormShape } from './figure-shape.ts'
