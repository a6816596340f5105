import type { FieldProblem } from '../form/form.ts'
import type { ProcedureCase } from '../procedure/procedure.ts'
import type { SubmittedDocument } from './dossier.ts'
import { checkText, shortText } from './texts.ts'

const DOCUMENTS_AT_MOST = 200
const SHEETS_AT_MOST = 1000
const DOCUMENT_NAME = shortText('documents', 'Tên giấy tờ', 500)

/** What is handed in must say what it is; whether all is there is another question. */
export function checkDocuments(
  documents: readonly SubmittedDocument[],
  procedureCase: ProcedureCase,
  problems: FieldProblem[],
): void {
  if (documents.length > DOCUMENTS_AT_MOST) {
    problems.push({ path: 'documents', message: `Một lần nộp có tối đa ${DOCUMENTS_AT_MOST} giấy tờ.` })
    return
  }
  for (const [index, document] of documents.entries()) {
    const fault = documentFault(document, procedureCase)
    if (fault !== null) problems.push({ path: `documents[${index}].${fault.path}`, message: fault.message })
    checkText(document.name, DOCUMENT_NAME, problems)
  }
}

/** Names of the mandatory papers that nobody handed in. Papers only to show and notes are never missing. */
export function missingDocuments(
  documents: readonly SubmittedDocument[],
  procedureCase: ProcedureCase,
): readonly string[] {
  const missing: string[] = []
  for (const required of procedureCase.documents) {
    if (!required.mandatory || required.kind !== 'present') continue
    if (!documents.some((each) => each.required === required.id && isThere(each))) missing.push(required.name)
  }
  return missing
}

function isThere(document: SubmittedDocument): boolean {
  switch (document.kind) {
    case 'paper':
      return document.originals + document.copies > 0
    case 'file':
      return document.file !== null && document.file.bytes > 0
    case 'reuse':
      return true
  }
}

function documentFault(document: SubmittedDocument, procedureCase: ProcedureCase): FieldProblem | null {
  if (document.required !== null && !procedureCase.documents.some((each) => each.id === document.required)) {
    return {
      path: 'required',
      message: `Trường hợp này không có thành phần hồ sơ "${document.required.slice(0, 80)}".`,
    }
  }
  if (!isSheetCount(document.originals)) return { path: 'originals', message: SHEETS_MESSAGE }
  if (!isSheetCount(document.copies)) return { path: 'copies', message: SHEETS_MESSAGE }
  if (document.kind === 'file' && (document.file === null || document.file.bytes <= 0)) {
    return { path: 'file', message: 'Tệp đính kèm trống hoặc chưa tải lên; hãy tải lại tệp.' }
  }
  return null
}

const SHEETS_MESSAGE = `Số bản phải là số nguyên từ 0 đến ${SHEETS_AT_MOST}.`

function isSheetCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= SHEETS_AT_MOST
}
