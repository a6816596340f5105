import { localDateOf } from '@motcua/core/kernel/instant.ts'
import { edgesOf, listScopes, rowFilter, rowName } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import { getActor } from '../identity/identity.ts'
import { instantPart, readCursor, uuidPart, wholePart, wordPart, writeCursor } from '../platform/http/cursor.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Ref } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { countedDossierView } from './counted-dossier-view.ts'
import { listStories, NO_STORY } from './counted-story.ts'
import { computeReport } from './report.ts'
import { asked, askedFigure, ByForm, FigureQuery, mayReadScope, ReportQuery } from './report-question.ts'
import { listReadable } from './readable-dossiers.ts'
import { CountedDossiers, FormItem, PeriodRuleItem, ReportSchema, ScopeItem } from './report-schema.ts'
import { formView, reportView } from './report-view.ts'
import { pageCounted, WALKS, type WalkPlace } from './counted-walk.store.ts'

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
      const { row: id, cursor } = request.query
      const question = await asked(request, { ...request.query, ...request.params }, services)
      const { scope, period, asOf, by, structure, correctedTo } = question
      const edges = edgesOf(period, asOf)
      const rulebook = services.rulebook()
      const row = id === undefined ? null : rowFilter({ by, structure }, id, rulebook)
      const figure = askedFigure(question, request.query, rulebook)
      const drill = { scope, edges, correctedTo, figure, row, after: readPlace(cursor), size: PAGE_SIZE }
      const found = await pageCounted(services.pool, drill)
      const readable = await listReadable(
        request,
        services,
        found.items.map((item) => item.dossier_id),
      )
      const stories = await listStories(services.pool, found.items, { edges, rulebook })
      const { id: figureId, name, words } = figure.definition
      return {
        figure: { id: figureId, name, words },
        items: found.items.map((item) => ({
          ...countedDossierView(item, {
            edges,
            rulebook,
            story: stories.get(item.dossier_id) ?? NO_STORY,
            figure: figure.definition,
          }),
          readable: readable.has(item.dossier_id),
        })),
        next: found.next === null ? null : writePlace(found.next),
        total: found.total,
        rowName: id === undefined ? null : rowName(by, id, rulebook),
      }
    },
  )
}

const writePlace = ({ walk, at, dossier, seen }: WalkPlace): string => writeCursor([walk, at, dossier, seen])

function readPlace(cursor: string | undefined): WalkPlace | null {
  const place = readCursor(cursor, 4)
  if (place === null) return null
  const [walk, at, dossier, seen] = place
  return { walk: wordPart(walk, WALKS), at: instantPart(at), dossier: uuidPart(dossier), seen: wholePart(seen) }
}
