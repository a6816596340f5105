import { editedSections, type ParagraphEdit, type StandingParagraph } from './edited-sections.ts'
import { fieldCode, type FieldRow } from './field.ts'
import { type NarrativeFigures, fieldValue, valueText } from './field-value.ts'
import type { Narrative, NarrativeParagraph } from './narrative.ts'
import { isSaid } from './narrative-condition.ts'
import { fieldsOf, type NarrativeWord, type Piece, piecesOf } from './piece.ts'
import type { ReportLetter } from './report-letter.ts'
import type { ReportDocument, Run } from './report-document.ts'

/** What a narrative is filled with. */
export type NarrativeContext = {
  readonly figures: NarrativeFigures
  readonly words: Readonly<Record<Exclude<NarrativeWord, 'row' | 'reasons'>, string>>
  readonly letter: ReportLetter
  /** Why dossiers of a row are late, as their letters of apology say; by what the row goes by, then its id. */
  readonly reasons: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const OPENING = { id: 'mo-dau', heading: '', level: 1 } as const
const CLOSING = { id: 'ket', heading: '', level: 1 } as const

/** The report as it reads now: what the template says of these figures, with what people have written over it. */
export function renderNarrative(
  narrative: Narrative,
  context: NarrativeContext,
  edits: readonly ParagraphEdit[],
): ReportDocument {
  const { id, version, opening, sections, closing, recipients } = narrative
  const parts = [{ ...OPENING, paragraphs: opening }, ...sections, { ...CLOSING, paragraphs: closing }]
  const said = parts.map((part) => ({
    ...part,
    paragraphs: part.paragraphs.flatMap((each) => standingOf(each, context)),
  }))
  return {
    narrative: { id, version },
    subject: piecesOf(narrative.subject)
      .pieces.map((piece) => runOf(piece, context).text)
      .join(''),
    sections: numbered(editedSections(said, edits)).map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map(({ pieces, ...rest }) => ({
        ...rest,
        runs: joined(pieces.map((piece) => runOf(piece, context))),
      })),
    })),
    recipients,
    letter: context.letter,
  }
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const

type Headed = { readonly heading: string; readonly level: 1 | 2; readonly paragraphs: readonly unknown[] }

/** I, II for parts and 1, 2 within each; a section of which nothing is left is left out, and the others close up. */
function numbered<Section extends Headed>(sections: readonly Section[]): readonly Section[] {
  const kept = sections.filter(({ paragraphs }, index) => paragraphs.length > 0 || isHeadOfSome(sections, index))
  let part = 0
  let within = 0
  return kept.map((section) => {
    if (section.heading === '') return section
    if (section.level === 1) {
      within = 0
      part += 1
      return { ...section, heading: `${ROMAN[part - 1] ?? part}. ${section.heading}` }
    }
    within += 1
    return { ...section, heading: `${within}. ${section.heading}` }
  })
}

/** A part without a sentence of its own stays as long as a section within it has one. */
function isHeadOfSome(sections: readonly Headed[], index: number): boolean {
  const part = sections[index]
  if (part === undefined || part.level !== 1 || part.heading === '') return false
  const after = sections.slice(index + 1)
  const next = after.findIndex(({ level }) => level === 1)
  return after.slice(0, next < 0 ? after.length : next).some(({ paragraphs }) => paragraphs.length > 0)
}

function standingOf(paragraph: NarrativeParagraph, context: NarrativeContext): readonly StandingParagraph[] {
  const { id, look, when, each, text } = paragraph
  if (when !== null && !isSaid(when, context.figures)) return []
  const { pieces } = piecesOf(text)
  if (each === null) return isComparable(pieces, context.figures) ? [{ id, look, pieces, rewrittenBy: null }] : []
  const { by, figure, atLeast, atMost, fewest } = each
  const rows = (context.figures.this.rows[by] ?? []).filter((row) => (row.figures[figure] ?? 0) >= atLeast)
  if (rows.length < fewest) return []
  return rows
    .toSorted((a, b) => (b.figures[figure] ?? 0) - (a.figures[figure] ?? 0))
    .slice(0, atMost)
    .map((row) => ({
      id: `${id}/${row.id}`,
      look,
      pieces: pieces.map((piece) => ofRow(piece, { by, id: row.id, name: row.name }, context)),
      rewrittenBy: null,
    }))
}

/** A change since a period that has nothing to compare with is no sentence. */
function isComparable(pieces: readonly Piece[], figures: NarrativeFigures): boolean {
  return fieldsOf(pieces).every((field) => !field.change || fieldValue(field, figures) !== null)
}

/** Within a list each number is that of its row. */
function ofRow(piece: Piece, row: FieldRow & { readonly name: string }, { reasons }: NarrativeContext): Piece {
  const { by, id, name } = row
  if (piece.is === 'field') return { is: 'field', field: { ...piece.field, row: { by, id } } }
  if (piece.is !== 'word') return piece
  if (piece.word === 'row') return { is: 'text', text: name }
  return piece.word === 'reasons' ? { is: 'text', text: reasons[by]?.[id] ?? NO_REASON } : piece
}

const NO_REASON = 'chưa có văn bản xin lỗi nêu lý do'

function runOf(piece: Piece, { figures, words }: NarrativeContext): Run {
  switch (piece.is) {
    case 'text':
      return { text: piece.text, code: null, blank: false }
    case 'blank':
      return { text: piece.prompt, code: null, blank: true }
    case 'word':
      return {
        text: piece.word === 'row' || piece.word === 'reasons' ? '' : words[piece.word],
        code: null,
        blank: false,
      }
    case 'field':
      return {
        text: valueText(piece.field, fieldValue(piece.field, figures)),
        code: fieldCode(piece.field),
        blank: false,
      }
  }
}

/** Neighbouring plain words are one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last !== undefined && isPlain(last) && isPlain(run))
      result[result.length - 1] = { ...last, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

const isPlain = ({ code, blank }: Run): boolean => code === null && !blank
