import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'

export type StoredFile = { readonly hash: string; readonly name: string; readonly type: string; readonly bytes: number }

/** The same bytes lie in the folder once; here stands each person who brought them. */
export async function insertFile(
  db: Db,
  file: StoredFile,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await db.query({
    name: 'insert-file',
    text: `insert into stored_file (hash, name, type, bytes, uploaded_by, uploaded_at)
      values ($1, $2, $3, $4, $5, $6) on conflict (hash, uploaded_by) do nothing`,
    values: [file.hash, file.name, file.type, file.bytes, by, toIso(at)],
  })
}

/** Of these files, those that this person brought. */
export async function listFilesBroughtBy(
  db: Db,
  by: string,
  hashes: readonly string[],
): Promise<readonly StoredFile[]> {
  const { rows } = await db.query<StoredFile>({
    name: 'list-files-brought-by',
    text: 'select hash, name, type, bytes from stored_file where hash = any($1) and uploaded_by = $2 order by hash',
    values: [hashes, by],
  })
  return rows
}

/** What is known of a file, whoever brought it first. */
export async function findFile(db: Db, hash: string): Promise<StoredFile | null> {
  const { rows } = await db.query<StoredFile>({
    name: 'find-file',
    text: 'select hash, name, type, bytes from stored_file where hash = $1 order by uploaded_at limit 1',
    values: [hash],
  })
  return rows[0] ?? null
}
