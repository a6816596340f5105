import { instant, toIso } from '@motcua/core/kernel/instant.ts'
import { DIMENSIONS } from '@motcua/core/report/report.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { answers, type App } from '../platform/http/route.ts'
import { Identifier, Moment, OneOf } from '../platform/http/schema.ts'
import { FILE_KINDS, fileAnswers, sendStreamed, streamInTransaction } from '../platform/http/streamed-file.ts'
import { countedByNow, fileName, FIRST_FORM, getReadableScope, usualAsOf } from '../report/report.ts'
import type { Services } from '../services.ts'
import { type Compared, differenceOf, movedDossiers } from './difference.ts'
import { ByNumber, getPublished } from './get-published.ts'
import { askedMoves, movesOf, readMoves } from './moved-dossiers.ts'
import { movesFile } from './moves-file.ts'
import { DEFINITION_GONE } from './published-list.ts'
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
      const moves = askedMoves(services.rulebook(), published, compared)
      if (moves === null) throw DEFINITION_GONE
      return { ...shown(compared), forms: await movesOf(services.pool, moves) }
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
  movesFileRoutes(app, services)
}

const OPERATION = { xlsx: 'getPublishedMovesAsXlsx', csv: 'getPublishedMovesAsCsv' } as const
/** Files made at the same time: each keeps a connection until it has been read. */
const FILES_AT_ONCE = 2

/** Every dossier that moved, of all forms: the page shows some. */
function movesFileRoutes(app: App, services: Services): void {
  const pool = services.database.createPool({ name: 'motcua-moves', max: FILES_AT_ONCE })
  for (const kind of FILE_KINDS) {
    app.get(
      `/api/published-reports/:number/difference/moves.${kind}`,
      {
        config: { permission: 'readReport' },
        schema: {
          operationId: OPERATION[kind],
          params: ByNumber,
          querystring: ComparedQuery,
          response: fileAnswers(kind),
        },
      },
      async (request, reply) => {
        const { published, compared } = await askedDifference(request, services)
        const moves = askedMoves(services.rulebook(), published, compared)
        if (moves === null) throw DEFINITION_GONE
        const { number, content } = published
        const file = streamInTransaction(pool, (tx) => movesFile(kind, readMoves(tx, moves)))
        const name = fileName([`Hồ sơ đổi chỗ so với báo cáo số ${number}`, content.scope.name], content.period)
        return sendStreamed(reply, { kind, name, file })
      },
    )
  }
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
