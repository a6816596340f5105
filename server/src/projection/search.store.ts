import type { Db, Tx } from '../platform/database.ts'

export type SearchRow = {
  readonly dossier: string
  readonly counter: string
  readonly agency: string
  readonly words: string
}

export async function writeSearchRows(tx: Tx, rows: readonly SearchRow[]): Promise<void> {
  await tx.query({
    name: 'write-search-rows',
    text: `insert into dossier_search (dossier_id, counter_id, agency_id, words)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
      on conflict (dossier_id) do update set
        counter_id = excluded.counter_id, agency_id = excluded.agency_id, words = excluded.words`,
    values: [
      rows.map((row) => row.dossier),
      rows.map((row) => row.counter),
      rows.map((row) => row.agency),
      rows.map((row) => row.words),
    ],
  })
}

/** Dossiers in the order of their ids, from their first events. */
export async function listDossiersAfter(db: Db, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ dossier_id: string }>({
    name: 'list-dossiers-after',
    text: 'select dossier_id from dossier_event where dossier_id > $1 and number = 1 order by dossier_id limit $2',
    values: [after, limit],
  })
  return rows.map((row) => row.dossier_id)
}

/** Removes what lies between two ids, the first excluded and the second included, and is none of those to keep. */
export async function deleteSearchRowsBetween(
  tx: Tx,
  { after, upTo, keep }: { readonly after: string; readonly upTo: string; readonly keep: readonly string[] },
): Promise<void> {
  await tx.query({
    text: `delete from dossier_search where dossier_id > $1 and dossier_id <= $2 and not dossier_id = any($3::uuid[])`,
    values: [after, upTo, keep],
  })
}
