import { ProblemError, bodyOf } from '../../api/problem.ts'
import type { ProcedureCase, SentDocument } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import type { Wrong } from '../../ui/Notice.tsx'
import type { PortalRequest } from '../portal-request.ts'
import { text } from './draft.ts'

export type Paper = ProcedureCase['documents'][number]
export type Sent = { readonly documents: readonly SentDocument[]; readonly wrongs: readonly Wrong[] }

/** Name of the control that carries files for a paper; `other` for what nobody asked for. */
export const fileControl = (paper: string): string => `file-${paper}`
export const reuseControl = (paper: string): string => `reuse-${paper}`

/** Uploads every file that was chosen; each fails alone. */
export async function uploadPapers(request: PortalRequest, form: FormData, papers: readonly Paper[]): Promise<Sent> {
  const documents: SentDocument[] = []
  const wrongs: Wrong[] = []
  const wanted = [
    ...papers.map((paper) => ({ control: paper.id, required: paper.id, name: paper.name })),
    { control: 'other', required: null, name: text(form, 'otherName') || TEXT.otherPaper },
  ]
  for (const { control, required, name } of wanted) {
    for (const file of form.getAll(fileControl(control))) {
      if (typeof file === 'string' || file.name === '') continue
      const uploaded = await uploadOne(request, file)
      if ('message' in uploaded) wrongs.push({ path: fileControl(control), message: uploaded.message })
      else documents.push({ required, name, kind: 'file', originals: 0, copies: 1, file: uploaded })
    }
  }
  return { documents, wrongs }
}

type Uploaded = NonNullable<SentDocument['file']>

async function uploadOne(request: PortalRequest, file: File): Promise<Uploaded | { readonly message: string }> {
  if (file.size === 0) return { message: `${file.name}: ${TEXT.emptyFile}` }
  try {
    const { hash, name, type, bytes } = bodyOf(await request.upload(file))
    return { hash, name, type, bytes }
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status === 401) throw error
    return { message: `${TEXT.uploadFailed} ${file.name}. ${error.problem.detail} ${error.problem.advice}` }
  }
}
