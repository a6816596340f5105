import { fileTypeFromBuffer } from 'file-type'
import type { ProblemText } from '../platform/http/problem.ts'

/** What may be handed in, by the ending of its name. */
const TYPE_BY_ENDING: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const TYPE_NAMES = 'PDF, JPG, PNG, DOCX hoặc XLSX'

export type FileVerdict =
  | { readonly kind: 'fine'; readonly name: string; readonly type: string }
  | { readonly kind: 'refused'; readonly problem: ProblemText }

/** Believes the bytes, not the name, and asks that both say the same. */
export async function judgeFile(bytes: Buffer, sentName: string): Promise<FileVerdict> {
  const name = cleanName(sentName)
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : ''
  const promised = Object.hasOwn(TYPE_BY_ENDING, ending) ? TYPE_BY_ENDING[ending] : undefined
  if (bytes.length === 0) return refused(EMPTY)
  if (promised === undefined) return refused(unsupported(name))
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime !== promised) return refused(mismatch(name, found?.ext))
  return { kind: 'fine', name, type: promised }
}

/** Only the name itself, without folders, control characters or leading dots, at most 150 characters with its ending. */
export function cleanName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const readable = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (readable.length <= 150) return readable === '' ? 'tep' : readable
  const dot = readable.lastIndexOf('.')
  const ending = dot > 0 && readable.length - dot <= 10 ? readable.slice(dot) : ''
  return `${readable.slice(0, 150 - ending.length)}${ending}`
}

const refused = (problem: ProblemText): FileVerdict => ({ kind: 'refused', problem })

const EMPTY: ProblemText = {
  kind: 'file-empty',
  status: 422,
  title: 'Tệp trống',
  detail: 'Tệp gửi lên không có nội dung.',
  advice: 'Hãy mở tệp trên máy để kiểm tra, rồi chọn lại tệp đúng.',
}

const unsupported = (name: string): ProblemText => ({
  kind: 'file-type-unsupported',
  status: 422,
  title: 'Loại tệp không được nhận',
  detail: `Tệp "${name}" không thuộc loại được nhận.`,
  advice: `Hãy chuyển tệp sang ${TYPE_NAMES} rồi tải lên lại.`,
})

const mismatch = (name: string, found: string | undefined): ProblemText => ({
  kind: 'file-type-mismatch',
  status: 422,
  title: 'Nội dung tệp không đúng với tên',
  detail:
    found === undefined
      ? `Nội dung của tệp "${name}" không nhận ra được là loại mà tên tệp nói.`
      : `Tên tệp là "${name}", nhưng nội dung là loại ${found.toUpperCase()}.`,
  advice: 'Hãy lưu lại tệp đúng định dạng (không chỉ đổi tên), rồi tải lên lại.',
})
