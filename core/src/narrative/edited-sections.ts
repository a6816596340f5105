import type { Piece } from './piece.ts'
import type { NarrativeParagraph } from './narrative.ts'

/** What a person did to a paragraph; the last edit of each counts. */
export type ParagraphEdit = {
  /** Of the template, or of a paragraph that somebody added. */
  readonly paragraph: string
  /** Null: left out of the report, or with `asTemplate` brought back as the template has it. */
  readonly pieces: readonly Piece[] | null
  readonly asTemplate: boolean
  /** For an added one: the section it is in and the paragraph it follows; null at the section's head. */
  readonly added: { readonly section: string; readonly after: string | null; readonly look: 'text' | 'item' } | null
  readonly by: string
}

const isLeavingOut = ({ pieces, asTemplate }: ParagraphEdit): boolean => pieces === null && !asTemplate

/** The edits as if nothing had been left out: each paragraph as somebody last wrote it, or as the template has it. */
export function withoutLeavingOut<Edit extends ParagraphEdit>(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit) => !isLeavingOut(edit))
}

/** Paragraphs that are left out as it stands. */
export function leftOutParagraphs(edits: readonly ParagraphEdit[]): ReadonlySet<string> {
  const last = new Map(edits.map((edit) => [edit.paragraph, edit]))
  return new Set([...last].flatMap(([paragraph, edit]) => (isLeavingOut(edit) ? [paragraph] : [])))
}

/** A paragraph as it is to be said. */
export type StandingParagraph = {
  readonly id: string
  readonly look: NarrativeParagraph['look']
  readonly pieces: readonly Piece[]
  readonly rewrittenBy: string | null
}

type Section<Paragraph> = { readonly id: string; readonly paragraphs: readonly Paragraph[] }

/** Rewritten paragraphs in their place, added ones after those they follow, those left out gone. */
export function editedSections<Kept extends Section<StandingParagraph>>(
  sections: readonly Kept[],
  edits: readonly ParagraphEdit[],
): readonly Kept[] {
  const last = new Map(edits.map((edit) => [edit.paragraph, edit]))
  const origin = new Map(edits.flatMap(({ paragraph, added }) => (added === null ? [] : [[paragraph, added] as const])))
  return sections.map((section) => {
    const placed = [...section.paragraphs]
    for (const [id, { section: of, after, look }] of origin) {
      if (of !== section.id) continue
      const at = after === null ? 0 : placed.findIndex((each) => each.id === after) + 1
      placed.splice(after !== null && at === 0 ? placed.length : at, 0, { id, look, pieces: [], rewrittenBy: null })
    }
    return { ...section, paragraphs: placed.flatMap((paragraph) => standing(paragraph, last.get(paragraph.id))) }
  })
}

function standing(paragraph: StandingParagraph, edit: ParagraphEdit | undefined): readonly StandingParagraph[] {
  if (edit === undefined || edit.asTemplate) return [paragraph]
  return edit.pieces === null ? [] : [{ ...paragraph, pieces: edit.pieces, rewrittenBy: edit.by }]
}
