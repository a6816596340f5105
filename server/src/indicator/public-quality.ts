import { periodHolding, previousPeriod } from '@motcua/core/indicator/indicator.ts'
import { type Instant, instant, localDateOf, startOfDay } from '@motcua/core/kernel/instant.ts'
import { defaultAsOf, findScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { notFound } from '../platform/http/problem.ts'
import type { View } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { assessScope, type IndicatorQuestion } from './indicator.ts'
import { getIndicatorPeriod, getIndicatorSet } from './indicator-question.ts'
import type { QualitySchema } from './indicator-schema.ts'
import { qualityView } from './indicator-view.ts'

type PublicQuality = View<typeof QualitySchema>
export type PublicQuestion = { readonly set: string; readonly scope?: string; readonly period?: string }

/** So many answers are kept; every one is of a whole day, and of the day before all are dropped. */
const KEPT_AT_MOST = 500

/**
 * What everybody may read: figures only, of whole scopes, as of last midnight. Each is counted once a day, so that a
 * crowd of readers costs no more than one.
 */
export function createPublicQuality(services: Services): (asked: PublicQuestion) => Promise<PublicQuality> {
  let day = ''
  const kept = new Map<string, Promise<PublicQuality>>()
  return (asked) => {
    const midnight = startOfDay(localDateOf(services.now()))
    const question = publicQuestion(asked, midnight, services.rulebook())
    const today = String(midnight)
    if (today !== day || kept.size >= KEPT_AT_MOST) kept.clear()
    day = today
    const key = `${question.set.id}@${question.set.version} ${question.scope.id} ${question.period.id}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = assessScope(services.pool, question).then((assessed) => qualityView(assessed, null))
    kept.set(key, made)
    // What failed is asked again by the next reader.
    made.catch(() => kept.delete(key))
    return made
  }
}

/** Without a period the last month that has ended: a month is shown when it is over (QĐ 766). */
function publicQuestion(
  { set: id, scope: scopeId = 'all', period: periodId }: PublicQuestion,
  midnight: Instant,
  rulebook: Rulebook,
): IndicatorQuestion {
  const scope = findScope(scopeId, rulebook)
  if (scope === undefined) throw notFound('đơn vị', 'Hãy chọn lại đơn vị trong danh sách.')
  const lastDay = localDateOf(instant(midnight - 1))
  const lastMonth = previousPeriod(periodHolding(localDateOf(midnight), 'month'))
  const period = periodId === undefined ? lastMonth : getIndicatorPeriod(periodId)
  if (period.period.from > lastDay) throw notFound('kỳ đánh giá', 'Kỳ này chưa bắt đầu; hãy chọn một kỳ đã qua.')
  const set = getIndicatorSet(rulebook, id, period.period.to)
  return { set, scope, period, asOf: defaultAsOf(period.period, midnight), rulebook }
}

/** The months, quarters and years that can be chosen: those of two years that have begun before today. */
export function publicPeriods(midnight: Instant): readonly { readonly id: string; readonly name: string }[] {
  const last = localDateOf(instant(midnight - 1))
  return (['month', 'quarter', 'year'] as const).flatMap((kind) => {
    const count = { month: 24, quarter: 8, year: 2 }[kind]
    let period = periodHolding(last, kind)
    // A month can be chosen only after it has ended (QĐ 766).
    if (kind === 'month' && period.period.to > last) period = previousPeriod(period)
    const found = [period]
    while (found.length < count) found.push(previousPeriod(found.at(-1) ?? period))
    return found.map(({ id, name }) => ({ id, name }))
  })
}
