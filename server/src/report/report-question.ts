import { mayDo, unitSubject } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import { type Instant, instant, isLocalDate, type LocalDate, localDate } from '@motcua/core/kernel/instant.ts'
import {
  DIMENSIONS,
  type Dimension,
  defaultAsOf,
  FIGURE_NAMES,
  findScope,
  type Period,
  type ReportScope,
} from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { notFound, ProblemError } from '../platform/http/problem.ts'
import { Day, Identifier, Moment, OneOf } from '../platform/http/schema.ts'
import { waitUntilCounted } from '../projection/projection.ts'
import type { Services } from '../services.ts'

export const ReportQuery = Type.Object({
  scope: Identifier,
  from: Day,
  to: Day,
  asOf: Type.Optional(Moment),
  by: Type.Optional(OneOf(DIMENSIONS)),
})
/** The dossiers behind a figure, of all rows or of one. */
export const FigureQuery = Type.Object({
  ...ReportQuery.properties,
  figure: OneOf(FIGURE_NAMES),
  row: Type.Optional(Type.String({ maxLength: 300 })),
})

/** A report as of now waits so long for the facts to catch up. */
const PATIENCE_MS = 10_000

export type Asked = {
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly by: Dimension
}
type AskedTexts = {
  readonly scope: string
  readonly from: string
  readonly to: string
  readonly asOf?: string | undefined
  readonly by?: Dimension | undefined
}

/** What the query means, once the reader may ask it and the facts have come far enough to answer. */
export async function asked(request: FastifyRequest, query: AskedTexts, services: Services): Promise<Asked> {
  const scope = getReadableScope(request, query.scope, services)
  const period = { from: dayOf(query.from), to: dayOf(query.to) }
  if (period.from > period.to) throw PERIOD_REVERSED
  const now = services.now()
  const asOf = query.asOf === undefined ? defaultAsOf(period, now) : instant(Math.min(Date.parse(query.asOf), now))
  const counted = await waitUntilCounted(services.pool, { timeoutMs: PATIENCE_MS })
  if (counted.kind === 'behind') throw FACTS_BEHIND
  return { scope, period, asOf, by: query.by ?? 'field' }
}

/** The scope that a query names, once the reader may read it. */
export function getReadableScope(request: FastifyRequest, id: string, { rulebook }: Services): ReportScope {
  const scope = findScope(id, rulebook())
  if (scope === undefined) throw notFound('phạm vi báo cáo', 'Hãy chọn lại phạm vi trong danh sách.')
  if (!mayReadScope(getActor(request), scope, rulebook())) throw forbidden('readReport')
  return scope
}

/** A unit is read by its own officers and those above it; levels, the centre and the whole only from the top. */
export function mayReadScope(actor: Actor, scope: ReportScope, rulebook: Rulebook): boolean {
  const unit =
    scope.kind === 'unit'
      ? rulebook.units().find(({ id }) => id === scope.id)
      : rulebook.units().find(({ parent }) => parent === null)
  return unit !== undefined && mayDo('readReport', actor, unitSubject(unit.id, rulebook)).allowed
}

function dayOf(text: string): LocalDate {
  if (isLocalDate(text)) return localDate(text)
  throw new ProblemError({ ...BAD_PERIOD, detail: `"${text}" không phải là một ngày có thật.` })
}

const BAD_PERIOD = {
  kind: 'period-invalid',
  status: 400,
  title: 'Kỳ báo cáo không đúng',
  detail: 'Ngày đầu kỳ sau ngày cuối kỳ.',
  advice: 'Hãy chọn lại ngày đầu và ngày cuối kỳ.',
} as const

const PERIOD_REVERSED = new ProblemError(BAD_PERIOD)

const FACTS_BEHIND = new ProblemError({
  kind: 'report-behind',
  status: 503,
  title: 'Số liệu đang được cập nhật',
  detail: 'Hệ thống chưa đếm xong những hồ sơ vừa thay đổi, nên chưa đưa ra số liệu.',
  advice: 'Hãy thử lại sau ít phút.',
})
