import { refused } from '../kernel/decision.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { isBlank, longText, optional, textFault, type TextRule } from './texts.ts'

type Refused = { readonly kind: 'refused'; readonly refusal: DossierRefusal }

const REASON = longText('reason', 'Lý do')
const NOTE = optional(longText('note', 'Ghi chú'))

/** The refusal of a reason that is missing or unfit to keep; null if it will do. */
export function checkedReason(reason: string): Refused | null {
  return isBlank(reason) ? refused({ kind: 'reason-missing' }) : checkedText(reason, REASON)
}

export function checkedNote(note: string | null): Refused | null {
  return checkedText(note, NOTE)
}

export function checkedText(value: string | null, rule: TextRule): Refused | null {
  const message = textFault(value, rule)
  return message === null ? null : refused({ kind: 'text-invalid', problems: [{ path: rule.path, message }] })
}
