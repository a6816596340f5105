import { type Field, findField } from './field.ts'

/** A sentence in parts: words, numbers that are counted, and what only a person can know. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'field'; readonly field: Field }
  /** A word that depends on whose report it is and of when: `period`, `scope`, `row`… */
  | { readonly is: 'word'; readonly word: NarrativeWord }
  | { readonly is: 'blank'; readonly prompt: string }

export const NARRATIVE_WORDS = [
  'period',
  'from',
  'to',
  'scope',
  'agency',
  'asOf',
  'previousPeriod',
  'lastYearPeriod',
  'row',
  'reasons',
] as const
export type NarrativeWord = (typeof NARRATIVE_WORDS)[number]

/** The text of a template in parts; what stands in braces and is no field and no word comes back as a problem. */
export function piecesOf(text: string): { readonly pieces: readonly Piece[]; readonly unknown: readonly string[] } {
  const pieces: Piece[] = []
  const unknown: string[] = []
  for (const part of text.split(/(\{[^{}]*\})/)) {
    if (part === '') continue
    const code = /^\{(.*)\}$/.exec(part)?.[1]
    const piece: Piece | undefined = code === undefined ? { is: 'text', text: part } : pieceIn(code)
    if (piece === undefined) unknown.push(part)
    else pieces.push(piece)
  }
  return { pieces, unknown }
}

function pieceIn(code: string): Piece | undefined {
  if (code.startsWith('?') && code.length > 1) return { is: 'blank', prompt: code.slice(1) }
  const word = NARRATIVE_WORDS.find((each) => each === code)
  if (word !== undefined) return { is: 'word', word }
  const field = findField(code)
  return field === undefined ? undefined : { is: 'field', field }
}

export function fieldsOf(pieces: readonly Piece[]): readonly Field[] {
  return pieces.flatMap((piece) => (piece.is === 'field' ? [piece.field] : []))
}
