import { localDateOf } from '@motcua/core/kernel/instant.ts'
import { listScopes } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import { getActor } from '../identity/identity.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Ref } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { countedPage } from './counted-page.ts'
import { computeReport } from './report.ts'
import {
  asked,
  askedFigure,
  ByForm,
  FigureQuery,
  mayReadAllPeople,
  mayReadScope,
  ReportQuery,
} from './report-question.ts'
import { CountedDossiers, FormItem, PeriodRuleItem, ReadableScope, ReportSchema } from './report-schema.ts'
import { formView, reportView } from './report-view.ts'

const DrillQuery = Type.Object({ ...FigureQuery.properties, cursor: Type.Optional(Cursor) })

export function reportRoutes(app: App, services: Services): void {
  app.get(
    '/api/reports/scopes',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'listReportScopes', response: answers(Type.Array(ReadableScope)) },
    },
    async (request) =>
      listScopes(services.rulebook())
        .filter((scope) => mayReadScope(getActor(request), scope, services.rulebook()))
        .map((scope) => ({
          ...{ id: scope.id, name: scope.name, kind: scope.kind },
          people: mayReadAllPeople(getActor(request), { scope, rulebook: services.rulebook() }),
        })),
  )
  app.get(
    '/api/reports/forms',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'listReportForms', response: answers(Type.Array(FormItem)) },
    },
    async () => services.rulebook().formsAt(localDateOf(services.now())).map(formView),
  )
  app.get(
    '/api/reports/period-rules',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'listPeriodRules', response: answers(Type.Array(PeriodRuleItem)) },
    },
    async () => [...services.rulebook().periodRules()],
  )
  app.get(
    '/api/reports/:form',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'getReport',
        params: ByForm,
        querystring: ReportQuery,
        response: answers(Ref(ReportSchema)),
      },
    },
    async (request) => {
      const question = await asked(request, { ...request.query, ...request.params }, services)
      const rulebook = services.rulebook()
      return reportView(await computeReport(services.pool, { ...question, now: services.now(), rulebook }))
    },
  )
  drillRoute(app, services)
}

function drillRoute(app: App, services: Services): void {
  app.get(
    '/api/reports/:form/dossiers',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'listReportDossiers',
        params: ByForm,
        querystring: DrillQuery,
        response: answers(CountedDossiers),
      },
    },
    async (request) => {
      const { row, cursor } = request.query
      const question = await asked(request, { ...request.query, ...request.params }, services)
      const figure = askedFigure(question, request.query, services.rulebook())
      return countedPage(request, services, { ...question, figure, row, cursor })
    },
  )
}
