import type { FieldProblem } from '../form/form.ts'
import { hasControlCharacters } from '../kernel/shape.ts'

/** Longest texts that a dossier keeps, in characters. */
export const NAME_LENGTH = 200
export const ADDRESS_LENGTH = 500
export const LONG_TEXT_LENGTH = 2000

export type TextRule = {
  readonly path: string
  /** As a person calls it, `Họ và tên`. */
  readonly label: string
  readonly maxLength: number
  readonly required: boolean
  readonly lineBreaks: boolean
}

export const shortText = (path: string, label: string, maxLength = NAME_LENGTH): TextRule => {
  return { path, label, maxLength, required: true, lineBreaks: false }
}
export const longText = (path: string, label: string): TextRule => {
  return { path, label, maxLength: LONG_TEXT_LENGTH, required: true, lineBreaks: true }
}
export const optional = (rule: TextRule): TextRule => ({ ...rule, required: false })

/** Collects what is wrong with the texts of one command; nothing is allocated while all is well. */
export function checkText(value: string | null, rule: TextRule, problems: FieldProblem[]): void {
  const message = textFault(value, rule)
  if (message !== null) problems.push({ path: rule.path, message })
}

/** Why a text cannot be kept, as a sentence that says what to do; null if it can. */
export function textFault(value: string | null, rule: TextRule): string | null {
  if (value === null || value.length === 0 || isBlank(value)) {
    return rule.required ? `${rule.label} đang để trống; hãy ghi nội dung.` : null
  }
  if (value.length > rule.maxLength) {
    return `${rule.label} dài ${value.length} ký tự; hãy rút xuống tối đa ${rule.maxLength} ký tự.`
  }
  if (isPlain(value) || !hasControlCharacters(value, rule.lineBreaks)) return null
  return `${rule.label} có ký tự điều khiển không nhìn thấy được; hãy xóa và gõ lại.`
}

export function isBlank(value: string): boolean {
  return value.trim().length === 0
}

/** Nearly every text: nothing but printing characters of the Latin blocks, which the regular expression need not see. */
function isPlain(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    if (code < 0x20 || (code > 0x7e && code < 0xc0) || (code > 0x24f && (code < 0x1ea0 || code > 0x1ef9))) return false
  }
  return true
}
