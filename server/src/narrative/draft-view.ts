import { toIso } from '@motcua/core/kernel/instant.ts'
import {
  blanksOf,
  findField,
  leftOutParagraphs,
  type Piece,
  paragraphText,
  renderNarrative,
  valueText,
  withoutLeavingOut,
} from '@motcua/core/narrative/narrative.ts'
import { findScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { View } from '../platform/http/route.ts'
import { type Draft, paragraphEdit } from './narrative.ts'
import type { DraftHistory, DraftItem, DraftView } from './narrative-schema.ts'
import type { DraftRow, EditRow } from './narrative.store.ts'

export function headView(row: DraftRow, rulebook: Rulebook): View<typeof DraftItem> {
  const narrative = rulebook
    .narratives()
    .find(({ id, version }) => id === row.narrative_id && version === row.narrative_version)
  return {
    id: row.id,
    name: narrative?.name ?? row.narrative_id,
    scope: { id: row.scope_id, name: findScope(row.scope_id, rulebook)?.name ?? row.scope_id },
    period: { from: row.begins_on, to: row.ends_on },
    openedAt: toIso(row.opened_at),
    openedByName: row.opened_by_name,
    publishedNumber: row.published_number,
  }
}

/** The draft as it reads now, with what its page needs to edit and to sign it. */
export function draftView(draft: Draft, mayPublish: boolean): View<typeof DraftView> {
  const { row, narrative, scope, asOf, context, document, edits } = draft
  const { previous, lastYear } = context.figures
  return {
    id: row.id,
    name: narrative.name,
    scope: { id: scope.id, name: scope.name },
    period: draft.period,
    openedAt: toIso(row.opened_at),
    openedByName: row.opened_by_name,
    publishedNumber: row.published_number,
    asOf: toIso(asOf),
    document,
    blanks: blanksOf(document),
    edits: edits.at(-1)?.number ?? 0,
    edited: Object.fromEntries(
      edits.map(({ paragraph, number, edited_by_name: by, edited_at: at }) => [
        paragraph,
        { number, by, at: toIso(at) },
      ]),
    ),
    leftOut: leftOutOf(draft),
    figures: figuresOf(draft),
    compared: { previous: previous?.period ?? null, lastYear: lastYear?.period ?? null },
    mayPublish,
  }
}

/** What was left out, as it would read if it were brought back. */
function leftOutOf({ narrative, context, edits }: Draft): View<typeof DraftView>['leftOut'] {
  const done = edits.map(paragraphEdit)
  const gone = leftOutParagraphs(done)
  if (gone.size === 0) return []
  return renderNarrative(narrative, context, withoutLeavingOut(done)).sections.flatMap(({ id: section, paragraphs }) =>
    paragraphs
      .filter(({ id }) => gone.has(id))
      .map((paragraph) => ({ id: paragraph.id, section, text: paragraphText(paragraph) })),
  )
}

function figuresOf(draft: Draft): View<typeof DraftView>['figures'] {
  const totals = draft.context.figures.this
  return Object.keys(totals.totals).flatMap((id) => {
    const known = definitionIn(draft, id)
    const field = findField(id)
    if (known === undefined || field === undefined) return []
    return [{ id, name: known.name, words: known.words, text: valueText(field, totals.totals[id] ?? null) }]
  })
}

type Named = { readonly name: string; readonly words: string }

/** A figure of dossiers as defined for the period, or one of procedures or points. */
function definitionIn({ definitionOf, besides }: Draft, id: string): Named | undefined {
  return definitionOf(id) ?? besides.find((each) => each.id === id)
}

/** Every edit, the newest first; figures by their names, since what they came to then is not kept. */
export function historyView(draft: Draft): View<typeof DraftHistory> {
  return {
    items: draft.edits
      .toReversed()
      .map(({ number, edited_at: at, edited_by_name: by, paragraph, pieces, as_template: restored }: EditRow) => ({
        ...{ number, at: toIso(at), by, paragraph, restored },
        text: pieces === null ? null : pieces.map((piece) => pieceText(piece, draft)).join(''),
      })),
  }
}

function pieceText(piece: Piece, draft: Draft): string {
  if (piece.is === 'text') return piece.text
  if (piece.is === 'blank') return `[${piece.prompt}]`
  if (piece.is !== 'field') return ''
  const { figure, outOf } = piece.field
  const names = [figure, ...(outOf === null ? [] : [outOf])].map((id) => definitionIn(draft, id)?.name ?? id)
  return `{${names.join(' / ')}}`
}
