import type { LocalDate } from '../kernel/instant.ts'
import type { FigureCondition } from './narrative-condition.ts'

export { type CountedPeriod, type NarrativeFigures, fieldValue, valueText } from './field-value.ts'
export { CATALOGUE_FIGURES } from './catalogue-figures.ts'
export { checkNarrative } from './check-narrative.ts'
export { narrativeShape } from './narrative-shape.ts'
export { type AskedReport, type FieldQuestion, fieldQuestions } from './field-question.ts'
export { comparedPeriods } from './compared-periods.ts'
export { COMPARED_PERIODS, type ComparedPeriod, type Field, fieldCode, type FieldRow, findField } from './field.ts'
export type { FigureCondition } from './narrative-condition.ts'
export { fieldsOf, type Piece, piecesOf } from './piece.ts'
export { editedSections, leftOutParagraphs, type ParagraphEdit, withoutLeavingOut } from './edited-sections.ts'
export { type NarrativeContext, renderNarrative } from './render-narrative.ts'
export { type ReportLetter, reportingAgency, reportLetter } from './report-letter.ts'
export {
  blanksOf,
  type NarrativeSection,
  paragraphText,
  type ReportDocument,
  type ReportParagraph,
  type Run,
} from './report-document.ts'
export { assessableFigure, isPoints, pointsFigure, qualityFigures } from './quality-figures.ts'
export { usedDefinitions } from './used-definitions.ts'

/** The text of a periodic report as data: sections of sentences with figures in them. */
export type Narrative = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  /** What obliges to it, and after whose reports it is made. */
  readonly source: string
  /** What the report is about, as it stands below its kind (trích yếu). Words in braces, no figures. */
  readonly subject: string
  readonly opening: readonly NarrativeParagraph[]
  readonly sections: readonly NarrativeSectionTemplate[]
  readonly closing: readonly NarrativeParagraph[]
  /** Nơi nhận, one a line. */
  readonly recipients: readonly string[]
  /** Tables that go with it: what the rows of each go by. */
  readonly tables: readonly { readonly by: string; readonly title: string }[]
}

export type NarrativeSectionTemplate = {
  readonly id: string
  readonly heading: string
  /** 1 for a part (I, II), 2 for a section within it. */
  readonly level: 1 | 2
  readonly paragraphs: readonly NarrativeParagraph[]
}

export type NarrativeParagraph = {
  readonly id: string
  readonly look: 'text' | 'item'
  /** Null: always said. */
  readonly when: FigureCondition | null
  /** Said once for each row of a table, with the figures of that row; null: once. */
  readonly each: RowChoice | null
  /** `Tổng số {receivedTotal} hồ sơ`: see `findField` for what may stand in braces, `{?…}` is for a person to fill. */
  readonly text: string
}

/** The rows that have at least so many of a figure, the largest first. */
export type RowChoice = {
  readonly by: string
  readonly figure: string
  readonly atLeast: number
  readonly atMost: number
  /** With fewer rows than that nothing is said: a list of one says what stands above it already. */
  readonly fewest: number
}
