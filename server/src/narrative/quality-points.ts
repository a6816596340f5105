import { assessableFigure, pointsFigure } from '@motcua/core/narrative/narrative.ts'
import type { FrozenFigures } from '@motcua/core/published-report/published-report.ts'
import { periodName } from '@motcua/core/report/report.ts'
import { assessScope } from '../indicator/indicator.ts'
import type { Db } from '../platform/database.ts'
import type { TableQuestion } from '../published-report/published-report.ts'

/** The indicator set of QĐ 766/QĐ-TTg. */
const SET = '766'

/**
 * What each group came to, counted on the dossiers of the report's own period and scope, and on how many points that
 * could be assessed. The portal counts by calendar months; where the cut-off is another, so are the points.
 */
export async function qualityPoints(db: Db, question: TableQuestion): Promise<FrozenFigures> {
  const { scope, period, asOf, rulebook } = question
  const set = rulebook.indicatorSet(SET, period.to)
  if (set === undefined) return {}
  const named = { id: `${period.from}–${period.to}`, kind: 'month', name: periodName(period) ?? '', period } as const
  const { score } = await assessScope(db, { set, scope, period: named, asOf, rulebook })
  return Object.fromEntries(
    score.groups.flatMap(({ group, points, assessable }) => [
      [pointsFigure(group.id), assessable === 0 ? null : points],
      [assessableFigure(group.id), assessable],
    ]),
  )
}
