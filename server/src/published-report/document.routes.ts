import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { setDocument, writeDocx } from '../document/document.ts'
import { attachment } from '../platform/http/attachment.ts'
import { type App, PROBLEM_ANSWER } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { ByNumber, getPublished, NO_SUCH_REPORT } from './get-published.ts'
import { reportLetterDocument, type SetReport } from './report-letter-document.ts'

export const DOCUMENT_KINDS = ['pdf', 'docx'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

const CONTENT_TYPE = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<DocumentKind, string>
const OPERATION = { pdf: 'getPublishedReportAsPdf', docx: 'getPublishedReportAsDocx' } as const

/** The signed report as a file, set from the frozen content: it reads the same for ever. */
export function publishedDocumentRoutes(app: App, services: Services): void {
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
        const report = { content, document, madeAt: publishedAt, publicUrl: services.publicUrl(), mark: null }
        return sendReport(reply, { kind, report, name: `Báo cáo số ${number}` })
      },
    )
  }
}

type Sending = { readonly kind: DocumentKind; readonly report: SetReport; readonly name: string }

export async function sendReport(reply: FastifyReply, { kind, report, name }: Sending): Promise<FastifyReply> {
  const set = reportLetterDocument(report)
  const bytes = kind === 'pdf' ? setDocument(set) : await writeDocx(set)
  return reply
    .header('content-disposition', attachment(`${name}.${kind}`))
    .type(CONTENT_TYPE[kind])
    .send(bytes)
}

export function documentAnswers(kind: DocumentKind) {
  return {
    200: { description: 'The document', content: { [CONTENT_TYPE[kind]]: { schema: Type.Any() } } },
    '4xx': PROBLEM_ANSWER,
    '5xx': PROBLEM_ANSWER,
  } as const
}
