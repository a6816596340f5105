import { toIso } from '@motcua/core/kernel/instant.ts'
import { edgesOf, listScopes, rowFilter, rowName } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import { getActor } from '../identity/identity.ts'
import { instantPart, pageOf, readCursor, uuidPart } from '../platform/http/cursor.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Ref } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { countedDossierView } from './counted-dossier-view.ts'
import { computeReport } from './report.ts'
import { asked, FigureQuery, mayReadScope, ReportQuery } from './report-question.ts'
import { listReadable } from './readable-dossiers.ts'
import { CountedDossiers, ReportSchema, ScopeItem } from './report-schema.ts'
import { listCounted } from './report.store.ts'

const DrillQuery = Type.Object({ ...FigureQuery.properties, cursor: Type.Optional(Cursor) })

const PAGE_SIZE = 50

export function reportRoutes(app: App, services: Services): void {
  app.get(
    '/api/reports/scopes',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'listReportScopes', response: answers(Type.Array(ScopeItem)) },
    },
    async (request) =>
      listScopes(services.rulebook())
        .filter((scope) => mayReadScope(getActor(request), scope, services.rulebook()))
        .map(({ id, name, kind }) => ({ id, name, kind })),
  )
  app.get(
    '/api/reports/II.06a',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'getReport', querystring: ReportQuery, response: answers(Ref(ReportSchema)) },
    },
    async (request) => {
      const question = await asked(request, request.query, services)
      const rulebook = services.rulebook()
      const report = await computeReport(services.pool, { ...question, now: services.now(), rulebook })
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
      const { figure, row: id, cursor } = request.query
      const { scope, period, asOf, by } = await asked(request, request.query, services)
      const place = readCursor(cursor, 2)
      const after = place === null ? null : { acceptedAt: instantPart(place[0]), dossier: uuidPart(place[1]) }
      const edges = edgesOf(period, asOf)
      const rulebook = services.rulebook()
      const row = id === undefined ? null : rowFilter(by, id, rulebook)
      const found = await listCounted(services.pool, { scope, edges, figure, row, after, limit: PAGE_SIZE + 1 })
      const { rows, next } = pageOf(found.items, PAGE_SIZE, (item) => [item.accepted_at, item.dossier_id])
      const readable = await listReadable(
        request,
        services,
        rows.map((item) => item.dossier_id),
      )
      return {
        items: rows.map((item) => ({
          ...countedDossierView(item, { edges, rulebook }),
          readable: readable.has(item.dossier_id),
        })),
        next,
        total: found.total,
        rowName: id === undefined ? null : rowName(by, id, rulebook),
      }
    },
  )
}
