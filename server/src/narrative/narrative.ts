import { randomUUID } from 'node:crypto'
import { actorKey } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import { formatDocumentNumber } from '@motcua/core/document/document.ts'
import { type Instant, localDateOf } from '@motcua/core/kernel/instant.ts'
import {
  blanksOf,
  CATALOGUE_FIGURES,
  findField,
  type Narrative,
  type NarrativeContext,
  type ParagraphEdit,
  type Piece,
  qualityFigures,
  type ReportDocument,
  renderNarrative,
  reportLetter,
  usedDefinitions,
} from '@motcua/core/narrative/narrative.ts'
import { defaultAsOf, DIMENSIONS, findScope, type Period, type ReportScope } from '@motcua/core/report/report.ts'
import type { FrozenFigure, FrozenTable } from '@motcua/core/published-report/published-report.ts'
import { type Tx, withTransaction } from '../platform/database.ts'
import type { FigureDefinition } from '@motcua/core/figure/figure.ts'
import { type PublishedReport, publishReport } from '../published-report/published-report.ts'
import type { Services } from '../services.ts'
import { countNarrative, narrativeAt } from './count-narrative.ts'
import {
  closeDraft,
  type DraftRow,
  type EditRow,
  findDraft,
  insertEdit,
  listEdits,
  lockDraft,
  openDraft,
} from './narrative.store.ts'

export type DraftWorld = Pick<Services, 'pool' | 'rulebook' | 'now'>

/** The report that is written each month, quarter and year. */
export const PERIODIC = 'bao-cao-thang'

/** A draft with everything that its page needs. */
export type Draft = {
  readonly row: DraftRow
  readonly narrative: Narrative
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly context: NarrativeContext
  /** As they will go with it. */
  readonly tables: readonly FrozenTable[]
  readonly document: ReportDocument
  readonly edits: readonly EditRow[]
  /** What is counted besides dossiers: procedures, points. */
  readonly besides: readonly FrozenFigure[]
  /** As figures are defined at the end of the period. */
  readonly definitionOf: (figure: string) => FigureDefinition | undefined
}

/** Undefined where no template was in force on the last day of the period. */
export async function startDraft(
  world: DraftWorld,
  { scope, period }: { readonly scope: ReportScope; readonly period: Period },
  by: Actor,
): Promise<string | undefined> {
  const narrative = narrativeAt(world.rulebook(), PERIODIC, period.to)
  if (narrative === undefined) return undefined
  return openDraft(world.pool, {
    id: randomUUID(),
    narrative_id: narrative.id,
    narrative_version: narrative.version,
    scope_id: scope.id,
    begins_on: period.from,
    ends_on: period.to,
    opened_at: world.now(),
    opened_by: actorKey(by),
    opened_by_name: by.name,
    published_number: null,
  })
}

/** Whose report a draft is, without counting anything; undefined for one that does not exist. */
export async function findDraftScope(world: DraftWorld, id: string): Promise<ReportScope | undefined> {
  const row = await findDraft(world.pool, id)
  return row === undefined ? undefined : findScope(row.scope_id, world.rulebook())
}

/** Undefined for a draft that does not exist. A scope or template that left the data since then is a broken installation. */
export async function readDraft(world: DraftWorld, id: string): Promise<Draft | undefined> {
  const row = await findDraft(world.pool, id)
  if (row === undefined) return undefined
  const rulebook = world.rulebook()
  const scope = findScope(row.scope_id, rulebook)
  const narrative = rulebook
    .narratives()
    .find((each) => each.id === row.narrative_id && each.version === row.narrative_version)
  if (scope === undefined || narrative === undefined) throw new Error(`draft ${row.id} refers to what is gone`)
  const period = { from: row.begins_on, to: row.ends_on }
  const now = world.now()
  const asOf = defaultAsOf(period, now)
  const { context, tables: counted } = await countNarrative(world.pool, {
    narrative,
    scope,
    period,
    asOf,
    now,
    rulebook,
  })
  const tables = narrative.tables.flatMap(({ by }) => counted.filter((table) => table.by === by))
  const definitionOf: Draft['definitionOf'] = (figure) => rulebook.figureAt(figure, period.to)
  const besides = [...CATALOGUE_FIGURES, ...qualityFigures(rulebook.indicatorSets())]
  return withEdits(
    { row, narrative, scope, period, asOf, context, tables, besides, definitionOf },
    await listEdits(world.pool, id),
  )
}

/** The text as it reads with these edits, over what was counted once. */
function withEdits(counted: Omit<Draft, 'edits' | 'document'>, edits: readonly EditRow[]): Draft {
  const document = renderNarrative(counted.narrative, counted.context, edits.map(paragraphEdit))
  return { ...counted, edits, document }
}

export function paragraphEdit(row: EditRow): ParagraphEdit {
  const { paragraph, pieces, as_template: asTemplate, added, edited_by_name: by } = row
  return { paragraph, pieces, asTemplate, added, by }
}

/** What somebody wrote: words, the codes of fields, and what is still to be filled. */
export type SentPiece = { readonly text: string } | { readonly code: string } | { readonly blank: string }

export type SentEdit = {
  readonly paragraph: string
  readonly pieces: readonly SentPiece[] | null
  /** Brought back as it read before it was left out. */
  readonly restore?: true
  readonly added: ParagraphEdit['added']
  /** Number of the last edit of this paragraph that the writer saw, 0 for none. */
  readonly seen: number
}

export type EditOutcome =
  | { readonly kind: 'saved'; readonly draft: Draft }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'published' }
  | { readonly kind: 'overtaken'; readonly by: string }
  | { readonly kind: 'unreadable'; readonly codes: readonly string[] }

/** Nothing that somebody else wrote in the meantime is written over. */
export async function editDraft(
  world: DraftWorld,
  id: string,
  edit: SentEdit & { readonly by: Actor },
): Promise<EditOutcome> {
  const draft = await readDraft(world, id)
  if (draft === undefined) return { kind: 'unknown' }
  const known = new Set(Object.keys(draft.context.figures.this.totals))
  const read = edit.pieces === null ? { pieces: null, unread: [] } : readPieces(edit.pieces, known)
  if (read.unread.length > 0) return { kind: 'unreadable', codes: read.unread }
  const kept = await withTransaction(world.pool, (tx) =>
    keepEdit(tx, id, { ...edit, pieces: read.pieces, at: world.now() }),
  )
  return 'edits' in kept ? { kind: 'saved', draft: withEdits(draft, kept.edits) } : kept
}

type KeptEdit = Omit<SentEdit, 'pieces'> & Pick<EditRow, 'pieces'> & { readonly by: Actor; readonly at: Instant }

async function keepEdit(
  tx: Tx,
  id: string,
  { paragraph, pieces, restore, added, seen, by, at }: KeptEdit,
): Promise<Exclude<EditOutcome, { kind: 'saved' }> | { readonly edits: readonly EditRow[] }> {
  const draft = await lockDraft(tx, id)
  if (draft === undefined) return { kind: 'unknown' }
  if (draft.published_number !== null) return { kind: 'published' }
  const edits = await listEdits(tx, id)
  const own = edits.filter((each) => each.paragraph === paragraph)
  const last = own.at(-1)
  if ((last?.number ?? 0) > seen) return { kind: 'overtaken', by: last?.edited_by_name ?? '' }
  const before = own.findLast((each) => each.pieces !== null || each.as_template)?.pieces ?? null
  const written = restore === true ? { pieces: before, as_template: before === null } : { pieces, as_template: false }
  const who = { edited_at: at, edited_by: actorKey(by), edited_by_name: by.name }
  const number = (edits.at(-1)?.number ?? 0) + 1
  const row: EditRow = { number, ...who, paragraph, ...written, added: last?.added ?? added }
  await insertEdit(tx, id, row)
  return { edits: [...edits, row] }
}

function readPieces(
  sent: readonly SentPiece[],
  known: ReadonlySet<string>,
): { readonly pieces: readonly Piece[]; readonly unread: readonly string[] } {
  const pieces: Piece[] = []
  const unread: string[] = []
  for (const piece of sent) {
    if ('text' in piece) {
      if (piece.text !== '') pieces.push({ is: 'text', text: piece.text })
      continue
    }
    if ('blank' in piece) {
      pieces.push({ is: 'blank', prompt: piece.blank })
      continue
    }
    const field = findField(piece.code)
    const isKnown =
      field !== undefined &&
      known.has(field.figure) &&
      (field.outOf === null || known.has(field.outOf)) &&
      (field.row === null || DIMENSIONS.some((by) => by === field.row?.by))
    if (isKnown) pieces.push({ is: 'field', field })
    else unread.push(piece.code)
  }
  return { pieces, unread }
}

export type SigningOutcome =
  | { readonly kind: 'published'; readonly report: PublishedReport }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'already' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'blank'; readonly blanks: readonly string[] }

export type Signing = {
  /** Số, ký hiệu. */
  readonly number: string
  /** How many edits the signer saw. */
  readonly seen: number
  readonly by: Actor
}

/** The leader's signature: what he saw is filled once more, frozen with its tables, and the draft is closed. */
export async function publishDraft(world: DraftWorld, id: string, signing: Signing): Promise<SigningOutcome> {
  const draft = await readDraft(world, id)
  if (draft === undefined) return { kind: 'unknown' }
  if (draft.row.published_number !== null) return { kind: 'already' }
  if ((draft.edits.at(-1)?.number ?? 0) !== signing.seen) return { kind: 'changed' }
  const blanks = blanksOf(draft.document)
  if (blanks.length > 0) return { kind: 'blank', blanks }
  const { scope, period, asOf, narrative } = draft
  const tables = narrative.tables.flatMap(({ by }) =>
    DIMENSIONS.filter((each) => each === by).map((each) => ({ by: each })),
  )
  const document = signedDocument(draft, signing, world)
  const publishing = { scope, period, asOf, tables, title: document.subject, by: signing.by, document }
  try {
    const report = await publishReport(world, publishing, async (tx, number) => {
      const row = await lockDraft(tx, id)
      const edits = await listEdits(tx, id)
      if (row?.published_number !== null || (edits.at(-1)?.number ?? 0) !== signing.seen) throw new DraftMovedOn()
      await closeDraft(tx, id, number)
    })
    return { kind: 'published', report }
  } catch (error) {
    if (error instanceof DraftMovedOn) return { kind: 'changed' }
    throw error
  }
}

class DraftMovedOn extends Error {}

/** Whoever signs does so in the capacity that he has: a deputy in the name of the head. */
function signedDocument(
  { document, scope, period }: Draft,
  { number, by }: Signing,
  world: DraftWorld,
): ReportDocument {
  const title = by.kind === 'officer' ? (world.rulebook().officer(by.officer)?.title ?? null) : null
  const letter = reportLetter(scope, world.rulebook(), title)
  const date = localDateOf(world.now())
  const signed = {
    ...letter,
    number: formatDocumentNumber(number),
    date,
    signature: { ...letter.signature, name: by.name },
  }
  return { ...document, letter: signed, figures: usedDefinitions(document, period, world.rulebook()) }
}
