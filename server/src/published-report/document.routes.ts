import type { App } from '../platform/http/route.ts'
import { fileAnswers, offerFile } from '../platform/http/streamed-file.ts'
import type { Services } from '../services.ts'
import { ByNumber, getPublished, NO_SUCH_REPORT } from './get-published.ts'
import { writePublishedWorkbook } from './published-workbook.ts'
import { DOCUMENT_KINDS, documentAnswers, sendReport } from './send-report.ts'

const OPERATION = { pdf: 'getPublishedReportAsPdf', docx: 'getPublishedReportAsDocx' } as const

/** The published report as files, made of the frozen content: it reads the same for ever. */
export function publishedDocumentRoutes(app: App, services: Services): void {
  app.get(
    '/api/published-reports/:number/tables.xlsx',
    {
      config: { permission: 'readPublishedReport' },
      schema: { operationId: 'getPublishedReportAsXlsx', params: ByNumber, response: fileAnswers('xlsx') },
    },
    async (request, reply) => {
      const report = await getPublished(request.params.number, services)
      const bytes = await writePublishedWorkbook(report)
      return offerFile(reply, 'xlsx', `Báo cáo số ${report.number}, bảng số liệu`).send(Buffer.from(bytes))
    },
  )
  for (const kind of DOCUMENT_KINDS) {
    app.get(
      `/api/published-reports/:number/document.${kind}`,
      {
        config: { permission: 'readPublishedReport' },
        schema: { operationId: OPERATION[kind], params: ByNumber, response: documentAnswers(kind) },
      },
      async (request, reply) => {
        const { number, content, publishedAt } = await getPublished(request.params.number, services)
        const { document } = content
        // Tables alone have no text to be set; they are read on their page.
        if (document === null) throw NO_SUCH_REPORT
        const report = { content, document, madeAt: publishedAt, publicUrl: services.publicUrl(), mark: null, number }
        return sendReport(reply, { kind, report, name: `Báo cáo số ${number}` })
      },
    )
  }
}
