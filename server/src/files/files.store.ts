import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'

export type StoredFile = { readonly hash: string; readonly name: string; readonly type: string; readonly bytes: number }

/** The same bytes are kept once: whoever brings them again finds them there. */
export async function insertFile(
  db: Db,
  file: StoredFile,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await db.query({
    name: 'insert-file',
    text: `insert into stored_file (hash, name, type, bytes, uploaded_by, uploaded_at)
      values ($1, $2, $3, $4, $5, $6) on conflict (hash) do nothing`,
    values: [file.hash, file.name, file.type, file.bytes, by, toIso(at)],
  })
}

export async function listFiles(
  db: Db,
  hashes: readonly string[],
): Promise<readonly (StoredFile & { readonly uploaded_by: string })[]> {
  const { rows } = await db.query<StoredFile & { uploaded_by: string }>({
    name: 'list-files',
    text: 'select hash, name, type, bytes, uploaded_by from stored_file where hash = any($1) order by hash',
    values: [hashes],
  })
  return rows
}
