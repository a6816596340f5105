import { DOSSIER_COLUMNS } from '@motcua/server/dossier/dossier-row.ts'
import type { Db } from '@motcua/server/platform/database.ts'

const COLUMNS = DOSSIER_COLUMNS.map(([name]) => name).filter(
  (name) => name !== 'id' && name !== 'version' && name !== 'code',
)

/** Copies of the bench's dossiers for pgbench to change, in the same table, so that the spine's own stay sound. */
export async function copyDossiersForPgbench(db: Db, count: number): Promise<void> {
  await db.query(
    `insert into dossier (id, version, code, ${COLUMNS.join(', ')}, last_hash, content, body)
      select ${copyId('id')}, version, code || '-copy', ${COLUMNS.join(', ')}, last_hash, content, body
      from dossier where id <= $1::uuid
      on conflict (id) do nothing`,
    [`00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`],
  )
}

const copyId = (id: string): string => `('00000001' || substr(${id}::text, 9))::uuid`

/**
 * A script for pgbench: the row update and the event insert of one change as one statement, with the values of a
 * dossier that the spine has written.
 */
export async function plainUpdateScript(db: Db, count: number): Promise<string> {
  const { rows } = await db.query<{ body: string; payload: string }>(
    `select d.body::text as body, e.payload::text as payload from dossier d
      join dossier_event e on e.dossier_id = ('00000000' || substr(d.id::text, 9))::uuid and e.type = 'forwarded'
      where d.id = '00000001-0000-7000-8000-000000000001' limit 1`,
  )
  const sample = rows[0]
  if (sample === undefined) throw new Error('the bench has no dossier to take a sample from')
  return `\\set n random(1, ${count})
with target as (
  select * from dossier where id = ('00000001-0000-7000-8000-' || lpad(to_hex(:n::integer), 12, '0'))::uuid
), updated as (
  update dossier set version = target.version + 1, ${COLUMNS.map((name) => `${name} = ${nextValueOf(name)}`).join(', ')},
    last_hash = sha256('bench'), content = coalesce(null, dossier.content), body = '${withoutVariables(sample.body)}'::json
  from target where dossier.id = target.id
  returning dossier.id, dossier.version
)
insert into dossier_event (dossier_id, number, at, type, actor, payload, previous_hash, hash)
select id, version, now(), 'forwarded', 'officer-bench', '${withoutVariables(sample.payload)}'::json, sha256('bench'), sha256('bench')
from updated;
`
}

/** What moves when a step is completed gets a new value, the rest keeps its own. */
function nextValueOf(name: string): string {
  if (name === 'last_at') return 'now()'
  if (name === 'step_due_at') return "now() + interval '1 day'"
  return `target.${name}`
}

/** pgbench reads a colon before a word as a variable: inside texts it is escaped, outside a blank follows it. */
function withoutVariables(json: string): string {
  return json
    .replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replaceAll(':', '\\u003a'))
    .replaceAll(':', ': ')
    .replaceAll("'", "''")
}
