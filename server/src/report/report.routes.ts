import { mayDo, unitSubject } from '@motcua/core/access/access.ts'
import { type Instant, instant, isLocalDate, type LocalDate, localDate, toIso } from '@motcua/core/kernel/instant.ts'
import {
  defaultAsOf,
  edgesOf,
  FIGURE_NAMES,
  findScope,
  listScopes,
  type Period,
  type ReportScope,
} from '@motcua/core/report/report.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { pageOf, readCursor } from '../platform/http/cursor.ts'
import { notFound, ProblemError } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Day, Identifier, Moment, OneOf, Ref } from '../platform/http/schema.ts'
import { waitUntilCounted } from '../projection/projection.ts'
import type { Services } from '../services.ts'
import { countedDossierView } from './counted-dossier-view.ts'
import { computeReport } from './report.ts'
import { CountedDossiers, ReportSchema, ScopeItem } from './report-schema.ts'
import { listCounted } from './report.store.ts'

const ReportQuery = Type.Object({
  scope: Identifier,
  from: Day,
  to: Day,
  asOf: Type.Optional(Moment),
})
const DrillQuery = Type.Object({
  ...ReportQuery.properties,
  figure: OneOf(FIGURE_NAMES),
  row: Type.Optional(Type.String({ maxLength: 300 })),
  cursor: Type.Optional(Cursor),
})

const PAGE_SIZE = 50
/** A report as of now waits so long for the facts to catch up. */
const PATIENCE_MS = 10_000

export function reportRoutes(app: App, services: Services): void {
  app.get(
    '/api/reports/scopes',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'listReportScopes', response: answers(Type.Array(ScopeItem)) },
    },
    async (request) =>
      listScopes(services.rulebook())
        .filter((scope) => mayRead(request, scope, services))
        .map(({ id, name, kind }) => ({ id, name, kind })),
  )
  app.get(
    '/api/reports/II.06a',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'getReport', querystring: ReportQuery, response: answers(Ref(ReportSchema)) },
    },
    async (request) => {
      const { scope, period, asOf } = await asked(request, request.query, services)
      const report = await computeReport(services.pool, { scope, period, asOf, now: services.now() })
      const { id, name, kind } = report.scope
      return { ...report, scope: { id, name, kind }, asOf: toIso(report.asOf), countedTo: toIso(report.countedTo) }
    },
  )
  app.get(
    '/api/reports/II.06a/dossiers',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'listReportDossiers', querystring: DrillQuery, response: answers(CountedDossiers) },
    },
    async (request) => {
      const { figure, row = null, cursor } = request.query
      const { scope, period, asOf } = await asked(request, request.query, services)
      const [acceptedAt, dossier] = readCursor(cursor, 2) ?? []
      const after =
        typeof acceptedAt === 'number' && typeof dossier === 'string'
          ? { acceptedAt: instant(acceptedAt), dossier }
          : null
      const edges = edgesOf(period, asOf)
      const found = await listCounted(services.pool, { scope, edges, figure, field: row, after, limit: PAGE_SIZE + 1 })
      const { rows, next } = pageOf(found.items, PAGE_SIZE, (item) => [item.accepted_at, item.dossier_id])
      return {
        items: rows.map((item) => countedDossierView(item, { edges, rulebook: services.rulebook() })),
        next,
        total: found.total,
      }
    },
  )
}

type Asked = { readonly scope: ReportScope; readonly period: Period; readonly asOf: Instant }
type AskedTexts = {
  readonly scope: string
  readonly from: string
  readonly to: string
  readonly asOf?: string | undefined
}

/** What the query means, once the reader may ask it and the facts have come far enough to answer. */
async function asked(request: FastifyRequest, query: AskedTexts, services: Services): Promise<Asked> {
  const scope = findScope(query.scope, services.rulebook())
  if (scope === undefined) throw notFound('phạm vi báo cáo', 'Hãy chọn lại phạm vi trong danh sách.')
  if (!mayRead(request, scope, services)) throw forbidden('readReport')
  const period = { from: dayOf(query.from), to: dayOf(query.to) }
  if (period.from > period.to) throw PERIOD_REVERSED
  const now = services.now()
  const asOf = query.asOf === undefined ? defaultAsOf(period, now) : instant(Math.min(Date.parse(query.asOf), now))
  const counted = await waitUntilCounted(services.pool, { timeoutMs: PATIENCE_MS })
  if (counted.kind === 'behind') throw FACTS_BEHIND
  return { scope, period, asOf }
}

/** A unit is read by its own officers and those above it; levels, the centre and the whole only from the top. */
function mayRead(request: FastifyRequest, scope: ReportScope, { rulebook }: Services): boolean {
  const law = rulebook()
  const unit =
    scope.kind === 'unit'
      ? law.units().find(({ id }) => id === scope.id)
      : law.units().find(({ parent }) => parent === null)
  return unit !== undefined && mayDo('readReport', getActor(request), unitSubject(unit.id, law)).allowed
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
