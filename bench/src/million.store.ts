import { DOSSIER_COLUMNS } from '@motcua/server/dossier/dossier-row.ts'
import type { Db } from '@motcua/server/platform/database.ts'

const COLUMNS = DOSSIER_COLUMNS.map(([name]) => name).filter((name) => name !== 'id' && name !== 'code')
const COPIES_AT_ONCE = 50

/** Copy number `copy` of an id: its first eight digits. The originals have zeros there. */
const idOf = (column: string): string => `(lpad(to_hex(copy), 8, '0') || substr(${column}::text, 9))::uuid`
const ORIGINALS = "'00000001-0000-0000-0000-000000000000'::uuid"

/** Multiplies what lies in the database, with events, facts and search words, as if so many had lived the same lives. */
export async function copyLives(db: Db, copies: number): Promise<void> {
  for (let from = 1; from <= copies; from += COPIES_AT_ONCE) {
    const range = [from, Math.min(copies, from + COPIES_AT_ONCE - 1)]
    for (const statement of STATEMENTS) await db.query(statement, range)
  }
  await db.query('vacuum analyze dossier_event, dossier_fact, dossier_search')
}

const COPIES = 'generate_series($1::integer, $2::integer) as copy'

const STATEMENTS = [
  `insert into dossier (id, code, ${COLUMNS.join(', ')}, last_hash, content, body)
    select ${idOf('id')}, code || '.' || copy, ${COLUMNS.join(', ')}, last_hash, content, body
    from dossier, ${COPIES} where id < ${ORIGINALS}`,
  // An old transaction id: the dispatcher has these behind it, as it has the facts that follow.
  `insert into dossier_event (tx, dossier_id, number, at, type, actor, payload, previous_hash, hash)
    select '3'::xid8, ${idOf('dossier_id')}, number, at, type, actor, payload, previous_hash, hash
    from dossier_event, ${COPIES} where dossier_id < ${ORIGINALS}`,
  `insert into dossier_fact
    select (jsonb_populate_record(fact, jsonb_build_object('dossier_id', ${idOf('fact.dossier_id')}, 'code', fact.code || '.' || copy))).*
    from dossier_fact as fact, ${COPIES} where fact.dossier_id < ${ORIGINALS}`,
  `insert into dossier_search
    select (jsonb_populate_record(search, jsonb_build_object('dossier_id', ${idOf('search.dossier_id')}))).*
    from dossier_search as search, ${COPIES} where search.dossier_id < ${ORIGINALS}`,
]
