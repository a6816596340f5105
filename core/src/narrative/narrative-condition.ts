import type { ComparedPeriod } from './field.ts'
import type { NarrativeFigures } from './field-value.ts'

/** When a paragraph is said: nếu có hồ sơ quá hạn, nếu có kỳ trước để so sánh. */
export type FigureCondition =
  | { readonly is: 'atLeast'; readonly figure: string; readonly count: number }
  | { readonly is: 'compared'; readonly with: Exclude<ComparedPeriod, 'this'> }
  | { readonly is: 'not'; readonly of: FigureCondition }
  | { readonly is: 'all'; readonly of: readonly FigureCondition[] }
  | { readonly is: 'any'; readonly of: readonly FigureCondition[] }

export function isSaid(condition: FigureCondition, figures: NarrativeFigures): boolean {
  switch (condition.is) {
    case 'atLeast':
      return (figures.this.totals[condition.figure] ?? 0) >= condition.count
    case 'compared':
      return figures[condition.with] !== null
    case 'not':
      return !isSaid(condition.of, figures)
    case 'all':
      return condition.of.every((each) => isSaid(each, figures))
    case 'any':
      return condition.of.some((each) => isSaid(each, figures))
  }
}

/** Every figure that the condition asks for. */
export function figuresIn(condition: FigureCondition): readonly string[] {
  switch (condition.is) {
    case 'atLeast':
      return [condition.figure]
    case 'compared':
      return []
    case 'not':
      return figuresIn(condition.of)
    case 'all':
    case 'any':
      return condition.of.flatMap(figuresIn)
  }
}
