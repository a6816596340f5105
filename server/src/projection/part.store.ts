import type { Tx } from '../platform/database.ts'

/** Of these dossiers, those of which open parts are listed. */
export async function listWithParts(tx: Tx, dossiers: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ dossier_id: string }>({
    name: 'list-with-parts',
    text: 'select distinct dossier_id from dossier_part where dossier_id = any($1::uuid[]) order by dossier_id',
    values: [dossiers],
  })
  return rows.map((row) => row.dossier_id)
}

/** Brings the open parts of these dossiers to what their rows say now. Doing it again changes nothing. */
export async function renewPartRows(tx: Tx, dossiers: readonly string[]): Promise<void> {
  await tx.query({
    name: 'delete-part-rows',
    text: 'delete from dossier_part where dossier_id = any($1::uuid[])',
    values: [dossiers],
  })
  await tx.query({
    name: 'write-part-rows',
    text: `insert into dossier_part (dossier_id, part, agency_id, step, unit_id, role, officer_id, started_at, due_at)
      select d.id, p.id, p.agency, p.position ->> 'step', p.position ->> 'unit', p.position ->> 'role',
        p.position ->> 'officer', to_timestamp(p."startedAt" / 1000.0), to_timestamp(p."dueAt" / 1000.0)
      from dossier d
        cross join json_to_recordset(coalesce(d.body -> 'parts', '[]')) as p(
          id text, agency text, position json, "startedAt" numeric, "dueAt" numeric, "endedAt" numeric)
      where d.id = any($1::uuid[]) and p."endedAt" is null and p.position ->> 'unit' is not null`,
    values: [dossiers],
  })
}
