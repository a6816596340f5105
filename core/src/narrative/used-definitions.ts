import type { FigureCatalogue } from '../figure/figure.ts'
import type { Period } from '../report/report.ts'
import { comparedPeriods } from './compared-periods.ts'
import { COMPARED_PERIODS, type ComparedPeriod, findField } from './field.ts'
import type { ReportDocument } from './report-document.ts'

/** `receivedNew@1`, by period: every definition that a number of the text rests on, as in force when its period closes. */
export function usedDefinitions(
  { sections }: Pick<ReportDocument, 'sections'>,
  period: Period,
  { figureAt }: Pick<FigureCatalogue, 'figureAt'>,
): { readonly [Of in ComparedPeriod]: readonly string[] } {
  const fields = sections
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ code }) => code)))
    .flatMap((code) => (code === null ? [] : (findField(code) ?? [])))
  const periods = { this: period, ...comparedPeriods(period) }
  const usedOf = (of: ComparedPeriod): readonly string[] => {
    const used = new Map<string, number>()
    const add = (id: string | null): void => {
      const definition = id === null || used.has(id) ? undefined : figureAt(id, periods[of].to)
      if (definition === undefined) return
      used.set(definition.id, definition.version)
      if (definition.measure.is === 'count') add(definition.measure.within)
    }
    for (const field of fields) {
      if (field.of !== of && !(field.change && of === 'this')) continue
      add(field.figure)
      add(field.outOf)
    }
    return [...used].map(([id, version]) => `${id}@${version}`).toSorted()
  }
  const [now, previous, lastYear] = COMPARED_PERIODS.map(usedOf)
  return { this: now ?? [], previous: previous ?? [], lastYear: lastYear ?? [] }
}
