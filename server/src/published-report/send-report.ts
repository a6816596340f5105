import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { setDocument, writeDocx } from '../document/document.ts'
import { attachment } from '../platform/http/attachment.ts'
import { PROBLEM_ANSWER } from '../platform/http/route.ts'
import { reportLetterDocument, type SetReport } from './report-letter-document.ts'

export const DOCUMENT_KINDS = ['pdf', 'docx'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

const CONTENT_TYPE = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<DocumentKind, string>
type Sending = { readonly kind: DocumentKind; readonly report: SetReport; readonly name: string }

/** The report as an administrative document, in the layout of NĐ 30/2020. */
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
