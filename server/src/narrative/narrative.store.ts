import { type Instant, type LocalDate, toIso } from '@motcua/core/kernel/instant.ts'
import type { Piece, ParagraphEdit } from '@motcua/core/narrative/narrative.ts'
import type { Db, Tx } from '../platform/database.ts'

export type DraftRow = {
  readonly id: string
  readonly narrative_id: string
  readonly narrative_version: number
  readonly scope_id: string
  readonly begins_on: LocalDate
  readonly ends_on: LocalDate
  readonly opened_at: Instant
  readonly opened_by: string
  readonly opened_by_name: string
  readonly published_number: number | null
}

export type EditRow = {
  readonly number: number
  readonly edited_at: Instant
  readonly edited_by: string
  readonly edited_by_name: string
  readonly paragraph: string
  readonly pieces: readonly Piece[] | null
  readonly as_template: boolean
  readonly added: ParagraphEdit['added']
}

const COLUMNS = [
  ...['id', 'narrative_id', 'narrative_version', 'scope_id', 'begins_on', 'ends_on', 'opened_at', 'opened_by'],
  ...['opened_by_name', 'published_number'],
].join(', ')

/** The draft of that report which is still being written: this one, or the one that somebody has opened already. */
export async function openDraft(db: Db, draft: DraftRow): Promise<string> {
  const { rows } = await db.query<{ id: string }>({
    name: 'open-draft',
    text: `with made as (
        insert into report_draft (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)
        on conflict (narrative_id, scope_id, begins_on, ends_on) where published_number is null do nothing
        returning id
      )
      select id from made union all
      select id from report_draft
      where narrative_id = $2 and scope_id = $4 and begins_on = $5 and ends_on = $6 and published_number is null
      limit 1`,
    values: [
      ...[draft.id, draft.narrative_id, draft.narrative_version, draft.scope_id, draft.begins_on, draft.ends_on],
      ...[toIso(draft.opened_at), draft.opened_by, draft.opened_by_name],
    ],
  })
  // Another request may have made it between the two halves of the statement.
  return rows[0]?.id ?? openDraft(db, draft)
}

export async function findDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  const { rows } = await db.query<DraftRow>({
    name: 'find-draft',
    text: `select ${COLUMNS} from report_draft where id = $1`,
    values: [id],
  })
  return rows[0]
}

/** Locked until the transaction ends: edits and publishing follow one another. */
export async function lockDraft(tx: Tx, id: string): Promise<DraftRow | undefined> {
  const { rows } = await tx.query<DraftRow>({
    name: 'lock-draft',
    text: `select ${COLUMNS} from report_draft where id = $1 for update`,
    values: [id],
  })
  return rows[0]
}

/** Those still being written first, then the newest. */
export async function listDrafts(db: Db, scopes: readonly string[], limit: number): Promise<readonly DraftRow[]> {
  const { rows } = await db.query<DraftRow>({
    name: 'list-drafts',
    text: `select ${COLUMNS} from report_draft where scope_id = any($1)
      order by published_number is not null, opened_at desc, id limit $2`,
    values: [scopes, limit],
  })
  return rows
}

export async function listEdits(db: Db, draft: string): Promise<readonly EditRow[]> {
  const { rows } = await db.query<EditRow>({
    name: 'list-draft-edits',
    text: `select number, edited_at, edited_by, edited_by_name, paragraph, pieces, as_template, added
      from report_draft_edit where draft_id = $1 order by number`,
    values: [draft],
  })
  return rows
}

export async function insertEdit(tx: Tx, draft: string, edit: EditRow): Promise<void> {
  await tx.query({
    name: 'insert-draft-edit',
    text: `insert into report_draft_edit
        (draft_id, number, edited_at, edited_by, edited_by_name, paragraph, pieces, added, as_template)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      ...[draft, edit.number, toIso(edit.edited_at), edit.edited_by, edit.edited_by_name, edit.paragraph],
      ...[
        edit.pieces === null ? null : JSON.stringify(edit.pieces),
        edit.added === null ? null : JSON.stringify(edit.added),
        edit.as_template,
      ],
    ],
  })
}

export async function closeDraft(tx: Tx, id: string, number: number): Promise<void> {
  await tx.query({
    name: 'close-draft',
    text: 'update report_draft set published_number = $2 where id = $1 and published_number is null',
    values: [id, number],
  })
}
