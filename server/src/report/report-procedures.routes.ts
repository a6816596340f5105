import type { CellValue } from 'hucre'
import { answers, type App } from '../platform/http/route.ts'
import { FILE_KINDS, fileAnswers, listFile, sendStreamed, streamInTransaction } from '../platform/http/streamed-file.ts'
import type { Services } from '../services.ts'
import { fileName } from './file-name.ts'
import { asked, ByForm, FigureQuery } from './report-question.ts'
import { type ListedProcedures, listCountedProcedures } from './report-procedures.ts'
import { CountedProcedures } from './report-schema.ts'

const OPERATION = { xlsx: 'getReportProceduresAsXlsx', csv: 'getReportProceduresAsCsv' } as const

/** The procedures behind a number of a form that counts procedures, as a list and as files. */
export function reportProceduresRoutes(app: App, services: Services): void {
  app.get(
    '/api/reports/:form/procedures',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'listReportProcedures',
        params: ByForm,
        querystring: FigureQuery,
        response: answers(CountedProcedures),
      },
    },
    async (request) => {
      const question = await asked(request, { ...request.query, ...request.params }, services)
      return listCountedProcedures(services.pool, question, { ...request.query, rulebook: services.rulebook() })
    },
  )
  for (const kind of FILE_KINDS) {
    app.get(
      `/api/reports/:form/procedures.${kind}`,
      {
        config: { permission: 'readReport' },
        schema: {
          operationId: OPERATION[kind],
          params: ByForm,
          querystring: FigureQuery,
          response: fileAnswers(kind),
        },
      },
      async (request, reply) => {
        const question = await asked(request, { ...request.query, ...request.params }, services)
        const wanted = { ...request.query, rulebook: services.rulebook() }
        const listed = await listCountedProcedures(services.pool, question, wanted)
        const list = { name: 'Thủ tục', heads: headsOf(listed), rows: rowsOf(listed) }
        const file = streamInTransaction(services.pool, () => listFile(kind, list))
        const name = fileName([listed.figure.name, question.scope.name], question.period)
        return sendStreamed(reply, { kind, name, file })
      },
    )
  }
}

const headsOf = ({ used }: ListedProcedures) => [
  { header: 'STT', width: 8 },
  { header: 'Mã thủ tục', width: 16 },
  { header: 'Tên thủ tục', width: 80 },
  { header: 'Lĩnh vực', width: 30 },
  { header: 'Mức độ trực tuyến', width: 20 },
  ...(used === null ? [] : [{ header: used.name, width: 20 }]),
]

async function* rowsOf({ items, used }: ListedProcedures): AsyncGenerator<CellValue[]> {
  for (const [index, { code, name, field, levelName, dossiers }] of items.entries()) {
    yield [index + 1, code, name, field, levelName, ...(used === null ? [] : [dossiers])]
  }
}
