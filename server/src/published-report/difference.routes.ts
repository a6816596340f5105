import { instant, toIso } from '@motcua/core/kernel/instant.ts'
import { DIMENSIONS, defaultAsOf } from '@motcua/core/report/report.ts'
import { type Static, Type } from 'typebox'
import { answers, type App } from '../platform/http/route.ts'
import { Identifier, Moment, OneOf } from '../platform/http/schema.ts'
import { getReadableScope } from '../report/report.ts'
import type { Services } from '../services.ts'
import { differenceOf, movedDossiers } from './difference.ts'
import { ByNumber, getPublished } from './get-published.ts'
import type { PublishedReport } from './published-report.ts'
import { MovedDossiers, PublishedDifference } from './published-report-schema.ts'

const AsOfQuery = Type.Object({ asOf: Type.Optional(Moment) })
const CellQuery = Type.Object({
  ...AsOfQuery.properties,
  by: OneOf(DIMENSIONS),
  figure: Identifier,
  row: Type.Optional(Type.String({ maxLength: 300 })),
})

/** What became of the numbers since: for those who may ask the report itself. */
export function differenceRoutes(app: App, services: Services): void {
  app.get(
    '/api/published-reports/:number/difference',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'getPublishedDifference',
        params: ByNumber,
        querystring: AsOfQuery,
        response: answers(PublishedDifference),
      },
    },
    async (request) => {
      const published = await getPublished(request.params.number, services)
      getReadableScope(request, published.content.scope.id, services)
      const asOf = comparedAsOf(published, request.query, services)
      return { asOf: toIso(asOf), tables: await differenceOf(services, published, asOf) }
    },
  )
  app.get(
    '/api/published-reports/:number/difference/dossiers',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'listPublishedDifference',
        params: ByNumber,
        querystring: CellQuery,
        response: answers(MovedDossiers),
      },
    },
    async (request) => {
      const published = await getPublished(request.params.number, services)
      getReadableScope(request, published.content.scope.id, services)
      const { by, figure, row = null } = request.query
      const asOf = comparedAsOf(published, request.query, services)
      const { left, entered } = await movedDossiers(services, published, { cell: { by, figure, row }, asOf })
      return { asOf: toIso(asOf), left, entered }
    },
  )
}

function comparedAsOf(
  { content: { period } }: PublishedReport,
  { asOf }: Static<typeof AsOfQuery>,
  { now }: Services,
): ReturnType<typeof instant> {
  const latest = defaultAsOf(period, now())
  return asOf === undefined ? latest : instant(Math.min(Date.parse(asOf), now()))
}
