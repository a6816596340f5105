import type { Period } from '../report/report.ts'
import { CATALOGUE_FIGURES } from './catalogue-figures.ts'
import { comparedPeriods } from './compared-periods.ts'
import type { ComparedPeriod, Field } from './field.ts'
import { isPoints } from './quality-figures.ts'

/** Whose report it is; the instant is ISO text, as it travels. */
export type AskedReport = {
  readonly scope: string
  readonly period: Period
  readonly asOf: string
  /** The number of a published report, whose lists go by the definitions of then. */
  readonly published?: number
}

/**
 * A list of dossiers behind a number: what it is of, and the words of the question that opens it: of a published report
 * `of`, `figure` and the row, else everything that a report is asked by.
 */
export type FieldQuestion = { readonly label: string; readonly query: Readonly<Record<string, string>> }

/** A count opens one list; a share opens its numerator and its denominator; a change opens those of both periods. */
export function fieldQuestions(field: Field, report: AskedReport): readonly FieldQuestion[] {
  const sides = [
    { figure: field.figure, label: field.outOf === null ? '' : 'tử số' },
    ...(field.outOf === null ? [] : [{ figure: field.outOf, label: 'mẫu số' }]),
  ]
  const periods: readonly ComparedPeriod[] = field.change ? ['this', field.of] : [field.of]
  if (sides.some(({ figure }) => isPoints(figure) || CATALOGUE_FIGURES.some(({ id }) => figure === id))) return []
  return periods.flatMap((of) =>
    sides.map(({ figure, label }) => ({
      label: [label, field.change ? PERIOD_NAME[of] : ''].filter((part) => part !== '').join(' '),
      query: {
        ...questionOf(of, report),
        figure,
        ...(field.row === null ? {} : { by: field.row.by, row: field.row.id }),
      },
    })),
  )
}

const PERIOD_NAME = { this: 'kỳ này', previous: 'kỳ trước', lastYear: 'cùng kỳ' } as const

/** The periods before are of the instants at which they closed, which is what a question without one means. */
function questionOf(
  of: ComparedPeriod,
  { scope, period, asOf, published }: AskedReport,
): Readonly<Record<string, string>> {
  if (published !== undefined) return { of }
  if (of === 'this') return { scope, from: period.from, to: period.to, asOf }
  const { from, to } = comparedPeriods(period)[of]
  return { scope, from, to }
}
