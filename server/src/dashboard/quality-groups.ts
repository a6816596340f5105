import { localDateOf } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'
import { assessScope, comparedWith, getIndicatorPeriod } from '../indicator/indicator.ts'
import type { DashboardQuestion, PublicContent } from './dashboard.ts'

/** The indicator set of QĐ 766/QĐ-TTg. */
const SET = '766'

/** Points of the month so far by group, and what they have gained or lost since yesterday. Null without a set in force. */
export async function readQualityGroups(
  db: Db,
  { scope, now, rulebook }: DashboardQuestion,
): Promise<PublicContent['quality']> {
  const today = localDateOf(now)
  const set = rulebook.indicatorSet(SET, today)
  if (set === undefined) return null
  const month = today.slice(0, 7)
  const question = { set, scope, period: getIndicatorPeriod(month), asOf: now, rulebook }
  const [score, before] = await Promise.all(
    [question, comparedWith(question, 'yesterday')].map(async (each) => (await assessScope(db, each)).score),
  )
  if (score === undefined || before === undefined) return null
  const points = new Map(before.groups.map(({ group, points: then }) => [group.id, then]))
  return {
    set: set.id,
    period: month,
    points: shown(score.points),
    assessable: score.assessable,
    maxPoints: score.maxPoints,
    groups: score.groups.map(({ group, points: own, assessable, maxPoints }) => ({
      id: group.id,
      name: group.name,
      points: shown(own),
      assessable,
      maxPoints,
      difference: difference(own, points.get(group.id) ?? null),
    })),
  }
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : Math.round((now - before) * 100) / 100
}

const shown = (points: number | null): number | null => (points === null ? null : Math.round(points * 100) / 100)
