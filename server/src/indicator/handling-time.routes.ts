import { instantPart, pageOf, readCursor, uuidPart } from '../platform/http/cursor.ts'
import { answers, type App } from '../platform/http/route.ts'
import { listReadable } from '../report/report.ts'
import type { Services } from '../services.ts'
import { averageTimes, listTimes } from './handling-time.ts'
import { HandlingTimeDossiers, HandlingTimes, TimesQuery } from './handling-time-schema.ts'
import { askedIndicators } from './indicator-question.ts'
import { QualityQuery, SetParams } from './indicator-schema.ts'

const PAGE_SIZE = 50
const OFFICIAL = { permission: 'readReport' } as const

/** Chỉ số 2.2: shown beside the points, by procedure, with the dossiers behind each average. */
export function handlingTimeRoutes(app: App, services: Services): void {
  app.get(
    '/api/indicators/:set/times',
    {
      config: OFFICIAL,
      schema: {
        ...{ operationId: 'getHandlingTimes', params: SetParams, querystring: QualityQuery },
        response: answers(HandlingTimes),
      },
    },
    async (request) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      return { procedures: [...(await averageTimes(services.pool, question))] }
    },
  )
  app.get(
    '/api/indicators/:set/times/dossiers',
    {
      config: OFFICIAL,
      schema: {
        ...{ operationId: 'listHandlingTimes', params: SetParams, querystring: TimesQuery },
        response: answers(HandlingTimeDossiers),
      },
    },
    async (request) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      const cursor = readCursor(query.cursor, 2)
      const after = cursor === null ? null : { finishedAt: instantPart(cursor[0]), dossier: uuidPart(cursor[1]) }
      const page = { procedure: query.procedure, after, limit: PAGE_SIZE + 1 }
      const found = await listTimes(services.pool, question, page)
      const { rows, next } = pageOf(found, PAGE_SIZE, ({ row }) => [row.finished_at, row.dossier_id])
      const readable = await listReadable(
        request,
        services,
        rows.map(({ row }) => row.dossier_id),
      )
      return { items: rows.map(({ row, view }) => ({ ...view, readable: readable.has(row.dossier_id) })), next }
    },
  )
}
