import { formatNumber } from '../kernel/text.ts'
import { FIGURES, type FigureName } from './figures.ts'

/** whole = the sum of its parts. */
export type Identity = { readonly whole: FigureName; readonly parts: readonly FigureName[] }

/** Identities of biểu II.06a that a table must fulfil, whoever publishes it. */
export const IDENTITIES: readonly Identity[] = [
  { whole: 'receivedTotal', parts: ['carriedOver', 'receivedNew'] },
  { whole: 'receivedNew', parts: ['receivedOnline', 'receivedInPersonOrPostal'] },
  { whole: 'receivedInPersonOrPostal', parts: ['receivedInPerson', 'receivedPostal'] },
  { whole: 'receivedTotal', parts: ['resolvedTotal', 'inProgress'] },
  { whole: 'resolvedTotal', parts: ['resolvedEarly', 'resolvedOnTime', 'resolvedLate'] },
  { whole: 'resolvedEarlyOrOnTime', parts: ['resolvedEarly', 'resolvedOnTime'] },
  { whole: 'inProgress', parts: ['inProgressInTime', 'inProgressOverdue'] },
]

/** What is counted inside something else cannot be more than that. */
export const INCLUSIONS: readonly { readonly part: FigureName; readonly whole: FigureName }[] = [
  { part: 'supplementPending', whole: 'inProgress' },
  { part: 'returnedToApplicant', whole: 'resolvedTotal' },
  { part: 'interlinked', whole: 'receivedTotal' },
  { part: 'certifiedCopies', whole: 'receivedTotal' },
  { part: 'apologyLetters', whole: 'receivedTotal' },
  { part: 'receivedPostal', whole: 'postalEither' },
  { part: 'postalEither', whole: 'receivedTotal' },
]

/** Tổng số tiếp nhận = Từ kỳ trước chuyển qua + Tiếp nhận trong kỳ */
export function identityText(identity: Identity): string {
  return `${FIGURES[identity.whole].name} = ${identity.parts.map((part) => FIGURES[part].name).join(' + ')}`
}

/** `receivedTotal 92.958 ≠ carriedOver 18.369 + receivedNew 74.590 = 92.959`: as a refusal spells it out. */
export function spelledOut(identity: Identity, valueFor: (name: FigureName) => number): string {
  const sum = identity.parts.reduce((total, part) => total + valueFor(part), 0)
  const parts = identity.parts.map((part) => `${part} ${formatNumber(valueFor(part))}`).join(' + ')
  return `${identity.whole} ${formatNumber(valueFor(identity.whole))} ≠ ${parts} = ${formatNumber(sum)}`
}
