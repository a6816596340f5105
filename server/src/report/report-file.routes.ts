import type { ReportForm } from '@motcua/core/figure/figure.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Static } from 'typebox'
import type { App } from '../platform/http/route.ts'
import { FILE_KINDS, type FileKind, fileAnswers, offerFile } from '../platform/http/streamed-file.ts'
import type { Services } from '../services.ts'
import { fileName } from './file-name.ts'
import { printedReport } from './printed-report.ts'
import { asked, askedFigure, ByForm, FigureQuery, ReportQuery } from './report-question.ts'
import { writeReportWorkbook } from './report-workbook.ts'
import { computeReport } from './report.ts'
import { sendCountedFile } from './send-counted.ts'

const OPERATION = { xlsx: 'getReportDossiersAsXlsx', csv: 'getReportDossiersAsCsv' } as const

/** Files made at the same time: each keeps a connection until it has been read, and the others belong to people. */
const FILES_AT_ONCE = 4

/** Tables and lists of a report as files. */
export function reportFileRoutes(app: App, services: Services): void {
  const pool = services.database.createPool({ name: 'motcua-files', max: FILES_AT_ONCE })
  app.get(
    '/api/reports/:form/table.xlsx',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'getReportAsXlsx',
        params: ByForm,
        querystring: ReportQuery,
        response: fileAnswers('xlsx'),
      },
    },
    async (request, reply) => {
      const question = await asked(request, { ...request.query, ...request.params }, services)
      const rulebook = services.rulebook()
      const report = await computeReport(services.pool, { ...question, now: services.now(), rulebook })
      const bytes = await writeReportWorkbook([printedReport(report)])
      const name = fileName([titleOf(question.definition.form), question.scope.name], question.period)
      return offerFile(reply, 'xlsx', name).send(Buffer.from(bytes))
    },
  )
  for (const kind of FILE_KINDS) {
    app.get(
      `/api/reports/:form/dossiers.${kind}`,
      {
        config: { permission: 'readReport' },
        schema: {
          operationId: OPERATION[kind],
          params: ByForm,
          querystring: FigureQuery,
          response: fileAnswers(kind),
        },
      },
      (request, reply) =>
        sendCounted(request, reply, { kind, query: { ...request.query, ...request.params }, services, pool }),
    )
  }
}

type Wanted = {
  readonly kind: FileKind
  readonly query: Static<typeof FigureQuery> & Static<typeof ByForm>
  readonly services: Services
  readonly pool: pg.Pool
}

async function sendCounted(request: FastifyRequest, reply: FastifyReply, wanted: Wanted): Promise<FastifyReply> {
  const { kind, query, services, pool } = wanted
  const question = await asked(request, query, services)
  const rulebook = services.rulebook()
  const list = { ...question, figure: askedFigure(question, query, rulebook), row: query.row }
  return sendCountedFile(reply, list, { kind, pool, rulebook })
}

/** Biểu II.06a; tables without an official number by their title. */
function titleOf({ id, number, title }: ReportForm): string {
  return number === null ? title : `Biểu ${id}`
}
