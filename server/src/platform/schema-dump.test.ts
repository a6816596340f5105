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

test('the dump tells of every part of a table', async () => {
  await database.pool.query(`
    create function dump_test_refuse() returns trigger language plpgsql as $$ begin return null; end $$;
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
  const table = dump.slice(
    dump.indexOf('create table dump_test ('),
    dump.indexOf(' to pg_monitor;') + ' to pg_monitor;'.length,
  )
  await database.pool.query('drop table dump_test')
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
grant insert, select on dump_test to pg_monitor;`,
  )
})
