import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { type Database, openDatabase } from './database.ts'
import { MIGRATIONS_FOLDER } from './migrate.ts'
import { dumpSchema } from './schema-dump.ts'

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

test('schema.sql, which people review, is the schema that the migrations make', async () => {
  const reviewed = readFileSync(join(MIGRATIONS_FOLDER, 'schema.sql'), 'utf8')
  assert.equal(reviewed, await dumpSchema(database.pool), 'run `npm run -s motcua -- schema` and review the difference')
})

/** One section, without what the migrations grant by default to roles of theirs. */
const partOf = (dump: string, beginning: string): string =>
  (dump.split('\n\n').find((part) => part.startsWith(beginning)) ?? '')
    .split('\n')
    .filter((line) => !/^grant .* to motcua_/.test(line))
    .join('\n')

test('the dump tells of every part of a table', async () => {
  await database.pool.query(`
    create function dump_test_refuse() returns trigger language plpgsql as $$ begin return null; end $$;
    alter default privileges in schema public grant references on tables to pg_monitor;
    create table dump_test (
      id integer constraint dump_test_pk primary key,
      name text collate "C" not null default 'x',
      double integer generated always as (id * 2) stored,
      constraint dump_test_name check (name <> '')
    ) partition by range (id);
    create table dump_test_low partition of dump_test for values from (0) to (10);
    create index dump_test_by_name on dump_test (name) where id > 5;
    create trigger dump_test_trigger before update on dump_test for each row execute function dump_test_refuse();
    comment on table dump_test is 'about it';
    comment on column dump_test.name is 'about the name';
    grant select, insert on dump_test to pg_monitor;
  `)
  const dump = await dumpSchema(database.pool)
  assert.match(dump, /^alter default privileges in schema public grant references on tables to pg_monitor;$/m)
  const table = partOf(dump, 'create table dump_test (')
  await database.pool.query(`
    drop table dump_test;
    alter default privileges in schema public revoke references on tables from pg_monitor`)
  assert.equal(
    table,
    `create table dump_test (
  id integer not null,
  name text collate "C" default 'x'::text not null,
  double integer generated always as ((id * 2)) stored,
  constraint dump_test_pk PRIMARY KEY (id),
  constraint dump_test_name CHECK ((name <> ''::text))
) partition by RANGE (id);
CREATE INDEX dump_test_by_name ON ONLY public.dump_test USING btree (name) WHERE (id > 5);
CREATE TRIGGER dump_test_trigger BEFORE UPDATE ON public.dump_test FOR EACH ROW EXECUTE FUNCTION dump_test_refuse();
comment on table dump_test is 'about it';
comment on column dump_test.name is 'about the name';
create table dump_test_low partition of dump_test FOR VALUES FROM (0) TO (10);
grant insert, references, select on dump_test to pg_monitor;
grant references on dump_test_low to pg_monitor;`,
  )
})
