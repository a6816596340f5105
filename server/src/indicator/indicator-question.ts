import { findIndicatorPeriod, type IndicatorPeriod, type IndicatorSet } from '@motcua/core/indicator/indicator.ts'
import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyRequest } from 'fastify'
import { notFound, ProblemError } from '../platform/http/problem.ts'
import { asked } from '../report/report.ts'
import type { Services } from '../services.ts'
import type { IndicatorQuestion } from './indicator.ts'

type Texts = { readonly scope: string; readonly period: string; readonly asOf?: string | undefined }

/** What is asked, once the reader may ask it and the facts have come far enough to answer. */
export async function askedIndicators(
  request: FastifyRequest,
  { set: id, query }: { readonly set: string; readonly query: Texts },
  services: Services,
): Promise<IndicatorQuestion> {
  const period = getIndicatorPeriod(query.period)
  const set = getIndicatorSet(services.rulebook(), id, period.period.to)
  const { scope, asOf } = await asked(request, { scope: query.scope, asOf: query.asOf, ...period.period }, services)
  return { set, scope, period, asOf, rulebook: services.rulebook() }
}

export function getIndicatorSet(rulebook: Rulebook, id: string, on: LocalDate): IndicatorSet {
  const set = rulebook.indicatorSet(id, on)
  if (set === undefined) throw notFound('bộ chỉ số', 'Hãy chọn bộ chỉ số trong danh sách.')
  return set
}

export function getIndicatorPeriod(text: string): IndicatorPeriod {
  const period = findIndicatorPeriod(text)
  if (period !== undefined) return period
  throw new ProblemError({
    kind: 'indicator-period-invalid',
    status: 400,
    title: 'Kỳ đánh giá không đúng',
    detail: `"${text}" không phải là một tháng, quý hoặc năm.`,
    advice: 'Hãy ghi tháng dạng 2024-03, quý dạng 2024-Q1 hoặc năm dạng 2024.',
  })
}
