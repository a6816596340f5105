import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Database, openDatabase } from '../src/platform/database.ts'
import { type ClonedDatabase, cloneDatabase } from '../src/testing/database.ts'

let clone: ClonedDatabase
let database: Database

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
})
after(async () => {
  await database.close()
  await clone.drop()
})

/** Each asks the catalogue for the places that break it. `own` are our tables, without extensions and partitions. */
const CONVENTIONS: Readonly<Record<string, string>> = {
  'no time without a zone': `
    select place from own_column where type in ('timestamp without time zone', 'time without time zone')`,
  'an instant is called ..._at, the ends of a stretch of time ..._from and ..._to': `
    select place from own_column where type = 'timestamp with time zone' and name !~ '(^|_)(at|from|to)$'`,
  'a day is called ..._on': `
    select place from own_column where type = 'date' and name !~ '_on$'`,
  'what is called ..._at is an instant': `
    select place from own_column where name ~ '(^|_)at$' and type <> 'timestamp with time zone'`,
  'texts are text, without a length that a migration must raise': `
    select place from own_column where type ~ '^character'`,
  'names are snake_case': `
    select place from own_column where place !~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*\\.[a-z][a-z0-9]*(_[a-z0-9]+)*$'`,
  'tables are named in the singular': `
    select name as place from own where name ~ '[^siu]s$'`,
  'every table has a primary key': `
    select name as place from own
    where not exists (select from pg_constraint where conrelid = own.oid and contype = 'p')`,
  'constraints have names that say what they forbid': `
    select conname as place from pg_constraint join own on own.oid = conrelid
    where contype <> 'n' and (conname ~ '_(pkey|fkey|key|check|excl)[0-9]*$' or not starts_with(conname, own.name))`,
  'indexes are named after their table and their purpose': `
    select i.indexrelid::regclass::text as place from pg_index i join own on own.oid = i.indrelid
    where i.indexrelid::regclass::text ~ '_idx[0-9]*$' or not starts_with(i.indexrelid::regclass::text, own.name)`,
  'every foreign key has an index that begins with its columns': `
    select conname as place from pg_constraint c join own on own.oid = conrelid
    where contype = 'f' and not exists (
      select from pg_index i
      where i.indrelid = c.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] @> c.conkey)`,
  'who did it and when are both there or both missing': `
    select a.place from own_column a
    join own_column b on b.oid = a.oid and b.name = regexp_replace(a.name, '_by$', '_at')
    where a.name ~ '_by$' and a.nullable <> b.nullable
      or a.name ~ '_by$' and a.nullable and not exists (
        select from pg_constraint c
        where c.conrelid = a.oid and c.contype = 'c' and a.number = any(c.conkey) and b.number = any(c.conkey))`,
}

const OWN = `
  with own as (
    select c.oid, c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  ), own_column as (
    select own.oid, own.name || '.' || a.attname as place, a.attname as name, a.attnum as number,
      format_type(a.atttypid, null) as type, not a.attnotnull as nullable
    from own join pg_attribute a on a.attrelid = own.oid and a.attnum > 0 and not a.attisdropped
  )`

async function violations(sql: string): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ place: string }>(`${OWN} ${sql} order by 1`)
  return rows.map(({ place }) => place)
}

for (const [convention, sql] of Object.entries(CONVENTIONS)) {
  test(`in the schema, ${convention}`, async () => {
    assert.deepEqual(await violations(sql), [])
  })
}

test('each convention finds the table that breaks it', async () => {
  await database.pool.query(`
    create table bad_parents (id integer constraint bad_parents_pk primary key);
    create table bad (
      "camelCase" varchar(5), made timestamptz, day date, local_at timestamp, signed_at timestamptz, signed_by text,
      parent integer references bad_parents (id)
    );
    create index on bad (day);
  `)
  const silent: string[] = []
  for (const [convention, sql] of Object.entries(CONVENTIONS)) {
    if ((await violations(sql)).length === 0) silent.push(convention)
  }
  await database.pool.query('drop table bad, bad_parents')
  assert.deepEqual(silent, [])
})
