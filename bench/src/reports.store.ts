import type { UnitId } from '@motcua/core/kernel/ids.ts'
import type { Db } from '@motcua/server/platform/database.ts'

/** First day of the ten years over which the copies lie. */
export const FIRST_DAY = '2017-01-01'
export const DAYS = 3_652

/** The lives that came to an end, of which copies are made: what is open for ever would pile up over ten years. */
export async function keepEndedLives(db: Db): Promise<number> {
  await db.query(`create unlogged table lived as
    select f.* from dossier_fact f where exists (
      select from dossier_fact e where e.dossier_id = f.dossier_id and (e.finished_at is not null or e.declined_at is not null)
        and e.known_to = 'infinity')`)
  await db.query('analyze lived')
  const { rows } = await db.query<{ lives: number; first_on: string }>(
    'select count(distinct dossier_id) as lives from lived',
  )
  return rows[0]?.lives ?? 0
}

/** Takes the indexes away, so that they are built once over everything; answers what makes them again. */
export async function dropFactIndexes(db: Db): Promise<readonly string[]> {
  const { rows } = await db.query<{ drop: string; make: string }>(`
    select case when k.conname is null then format('drop index %s', i.indexrelid::regclass)
        else format('alter table dossier_fact drop constraint %s', k.conname) end as drop,
      case when k.conname is null then replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
        else format('alter table dossier_fact add constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) end as make
    from pg_index i left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'p'
    where i.indrelid = 'dossier_fact'::regclass order by i.indexrelid`)
  for (const { drop } of rows) await db.query(drop)
  return rows.map(({ make }) => make)
}

/** Nothing of a bench's copies needs to survive a crash. */
export async function forgetOnCrash(db: Db): Promise<void> {
  for (const table of ['fact_rollup', ...(await listFactPartitions(db))])
    await db.query(`alter table ${table} set unlogged`)
}

export async function listFactPartitions(db: Db): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'dossier_fact'::regclass order by 1`,
  )
  return rows.map(({ name }) => name)
}

export type Copies = { readonly from: number; readonly to: number; readonly all: number }

/**
 * Copies the lives, each copy moved by whole days and under an id and code of its own, otherwise row by row what spine
 * and projection have written.
 */
export async function copyFacts(db: Db, { from, to, all }: Copies): Promise<void> {
  const { rows } = await db.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = 'lived'::regclass and attnum > 0 and not attisdropped order by attnum`,
  )
  const values = rows.map(({ name, type }) => {
    if (name === 'dossier_id') return 'md5(l.dossier_id::text || copy)::uuid'
    if (name === 'code') return "l.code || '.' || copy"
    return type === 'timestamp with time zone' ? `l.${name} + c.by` : `l.${name}`
  })
  await db.query(`insert into dossier_fact (${rows.map(({ name }) => name).join(', ')})
    select ${values.join(', ')}
    from (select copy, make_interval(days => ${Number(DAYS)} * copy / ${Number(all)} + shift.days) as by
      from generate_series(${Number(from)}, ${Number(to)}) as copy,
        (select '${FIRST_DAY}'::date - min(known_from)::date as days from lived) as shift) c, lived l`)
}

export async function settleFacts(db: Db): Promise<void> {
  await db.query('drop table lived')
  await db.query('vacuum analyze dossier_fact')
}

export async function settleTotals(db: Db): Promise<void> {
  await db.query('vacuum analyze fact_rollup, fact_cell')
  await db.query('checkpoint')
}

/** How many dossiers the facts know of, told by those that became known first. */
export async function countKnown(db: Db): Promise<{ readonly dossiers: number; readonly facts: number }> {
  const { rows } = await db.query<{ dossiers: number; facts: number }>(
    `select count(*) filter (where known_from = submitted_at) as dossiers, count(*) as facts from dossier_fact`,
  )
  return rows[0] ?? { dossiers: 0, facts: 0 }
}

export type CsvFile = { readonly table: string; readonly columns: readonly string[]; readonly file: string }

/** Writes one partition as CSV where both the server and we can read it; answers how many rows it has. */
export async function writeCsv(db: Db, { table, columns, file }: CsvFile): Promise<number> {
  const { rowCount } = await db.query(
    `copy (select ${columns.join(', ')} from ${table}) to '${file}' (format csv, header true)`,
  )
  return rowCount ?? 0
}

/** The counter that stands in the middle by how many it accepts. */
export async function findMiddleCounter(db: Db): Promise<UnitId> {
  const { rows } = await db.query<{ counter_id: UnitId }>(
    `select counter_id, count(*) from dossier_fact where accepted_at >= '2020-01-01' and accepted_at < '2021-01-01'
      group by 1 order by 2, 1`,
  )
  const middle = rows[Math.floor(rows.length / 2)]
  if (middle === undefined) throw new Error('nothing was accepted in 2020')
  return middle.counter_id
}
