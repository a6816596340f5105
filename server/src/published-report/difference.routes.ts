import { instant, toIso } from '@motcua/core/kernel/instant.ts'
import { DIMENSIONS } from '@motcua/core/report/report.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { ProblemError } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Identifier, Moment, OneOf } from '../platform/http/schema.ts'
import { countedByNow, FIRST_FORM, getReadableScope, usualAsOf } from '../report/report.ts'
import type { Services } from '../services.ts'
import { type Compared, differenceOf, movedDossiers, movesOf } from './difference.ts'
import { ByNumber, getPublished } from './get-published.ts'
import type { PublishedReport } from './published-report.ts'
import { DifferenceDossiers, MovedDossiers, PublishedDifference } from './published-report-schema.ts'

const ComparedQuery = Type.Object({
  asOf: Type.Optional(Moment),
  /** Without it as it was published. */
  corrections: Type.Optional(OneOf(['true', 'false'])),
})
const CellQuery = Type.Object({
  ...ComparedQuery.properties,
  form: Type.Optional(Identifier),
  by: OneOf(DIMENSIONS),
  figure: Identifier,
  row: Type.Optional(Type.String({ maxLength: 300 })),
  side: Type.Optional(OneOf(['numerator', 'denominator'])),
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
        querystring: ComparedQuery,
        response: answers(PublishedDifference),
      },
    },
    async (request) => {
      const { published, compared } = await askedDifference(request, services)
      const tables = await differenceOf(services, published, compared)
      if (tables === null) throw DEFINITION_GONE
      return { ...shown(compared), tables }
    },
  )
  app.get(
    '/api/published-reports/:number/difference/moves',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'listPublishedMoves',
        params: ByNumber,
        querystring: ComparedQuery,
        response: answers(DifferenceDossiers),
      },
    },
    async (request) => {
      const { published, compared } = await askedDifference(request, services)
      const forms = await movesOf(services, published, compared)
      if (forms === null) throw DEFINITION_GONE
      return { ...shown(compared), forms }
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
      const { published, compared } = await askedDifference(request, services)
      const { form = FIRST_FORM, by, figure, row = null, side = 'numerator' } = request.query
      const cell = { form, by, figure, row, side }
      const { left, entered } = await movedDossiers(services, published, { cell, compared })
      return { asOf: toIso(compared.asOf), left, entered }
    },
  )
}

const shown = ({ asOf, corrections }: Compared) => ({ asOf: toIso(asOf), corrections })

type Asking = FastifyRequest<{ Params: Static<typeof ByNumber>; Querystring: Static<typeof ComparedQuery> }>

async function askedDifference(
  request: Asking,
  services: Services,
): Promise<{ readonly published: PublishedReport; readonly compared: Compared }> {
  const published = await getPublished(request.params.number, services)
  const { scope, period, corrections: frozen } = published.content
  getReadableScope(request, scope.id, services)
  await countedByNow(services)
  const { asOf, corrections: wanted } = request.query
  const corrections = wanted === undefined ? frozen : wanted === 'true'
  const now = services.now()
  const instantOf = asOf === undefined ? usualAsOf(period, corrections, now) : instant(Math.min(Date.parse(asOf), now))
  return { published, compared: { asOf: instantOf, corrections } }
}

const DEFINITION_GONE = new ProblemError({
  kind: 'published-definition-gone',
  status: 409,
  title: 'Không đếm lại được báo cáo này',
  detail: 'Phạm vi, mẫu biểu hoặc một định nghĩa số liệu dùng khi công bố không còn trong dữ liệu.',
  advice: 'Bản đã công bố vẫn nguyên vẹn. Hãy nhờ người quản trị đưa lại phiên bản định nghĩa đã dùng rồi thử lại.',
})
