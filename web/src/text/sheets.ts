import { PROCEDURE_TEXT as TEXT } from './procedure-text.ts'

/** `1 bản chính, 2 bản sao`. */
export function sheetsText(document: { readonly originals: number; readonly copies: number }): string {
  const parts = [
    ...(document.originals > 0 ? [`${document.originals} ${TEXT.originals}`] : []),
    ...(document.copies > 0 ? [`${document.copies} ${TEXT.copiesUnit}`] : []),
  ]
  return parts.join(', ')
}
