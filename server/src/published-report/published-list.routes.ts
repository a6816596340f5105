import { toIso } from '@motcua/core/kernel/instant.ts'
import { Type } from 'typebox'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Day, Moment } from '../platform/http/schema.ts'
import { FILE_KINDS, fileAnswers } from '../platform/http/streamed-file.ts'
import { CountedDossiers, countedPage, sendCountedFile } from '../report/report.ts'
import type { Services } from '../services.ts'
import { ByNumber } from './get-published.ts'
import { askedList, ListQuery } from './published-list.ts'

const OPERATION = { xlsx: 'getPublishedDossiersAsXlsx', csv: 'getPublishedDossiersAsCsv' } as const

/** As in a report, with what the number was published by. */
const PublishedDossiers = Type.Object({
  ...CountedDossiers.properties,
  title: Type.String(),
  scopeName: Type.String(),
  period: Type.Object({ from: Day, to: Day }),
  asOf: Moment,
  corrections: Type.Boolean(),
  /** Of the definition that it was counted by. */
  version: Type.Integer(),
})

/** Files made at the same time: each keeps a connection until it has been read, and the others belong to people. */
const FILES_AT_ONCE = 2

/** The dossiers behind every number of a published report, for those who may ask the report itself. */
export function publishedListRoutes(app: App, services: Services): void {
  const pool = services.database.createPool({ name: 'motcua-published-lists', max: FILES_AT_ONCE })
  app.get(
    '/api/published-reports/:number/dossiers',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'listPublishedDossiers',
        params: ByNumber,
        querystring: Type.Object({ ...ListQuery.properties, cursor: Type.Optional(Cursor) }),
        response: answers(PublishedDossiers),
      },
    },
    async (request) => {
      const { published, list } = await askedList(request, services)
      const { title, scope, corrections } = published.content
      return {
        ...(await countedPage(request, services, { ...list, cursor: request.query.cursor })),
        ...{ title, scopeName: scope.name, corrections, period: list.period, asOf: toIso(list.asOf) },
        version: list.figure.definition.version,
      }
    },
  )
  for (const kind of FILE_KINDS) {
    app.get(
      `/api/published-reports/:number/dossiers.${kind}`,
      {
        config: { permission: 'readReport' },
        schema: {
          operationId: OPERATION[kind],
          params: ByNumber,
          querystring: ListQuery,
          response: fileAnswers(kind),
        },
      },
      async (request, reply) => {
        const { list } = await askedList(request, services)
        return sendCountedFile(reply, list, { kind, pool, rulebook: services.rulebook() })
      },
    )
  }
}
