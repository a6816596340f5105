import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import type pg from 'pg'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { type Database, openDatabase } from './database.ts'
import { type Migration, MigrationRefused, migrate, readMigrations } from './migrate.ts'

let clone: ClonedDatabase
let database: Database
let pool: pg.Pool

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
  pool = database.pool
})
beforeEach(() => pool.query('drop schema public cascade; create schema public'))
after(async () => {
  await database.close()
  await clone.drop()
})

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: `checksum of ${sql}` })
const FIRST = migration('20260101T0000_first.sql', 'create table first (id integer)')
const SECOND = migration('20260102T0000_second.sql', 'create table second (id integer)')

const tables = async (): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  return rows.map(({ name }) => name)
}

test('what is missing is applied in order, and nothing twice', async () => {
  assert.deepEqual(await migrate(pool, [FIRST]), [FIRST.name])
  assert.deepEqual(await migrate(pool, [FIRST, SECOND]), [SECOND.name])
  assert.deepEqual(await migrate(pool, [FIRST, SECOND]), [])
  assert.deepEqual(await tables(), ['first', 'schema_migration', 'second'])
})

test('of two migrators at once the second waits and finds nothing to do', async () => {
  const slow = migration('20260103T0000_slow.sql', 'create table slow (id integer); select pg_sleep(0.2)')
  const other = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
  const applied = await Promise.all([migrate(pool, [FIRST, slow]), migrate(other.pool, [FIRST, slow])])
  await other.close()
  assert.deepEqual(applied.map((names) => names.length).sort(), [0, 2])
})

test('a database that is newer than the code is refused and left alone', async () => {
  await migrate(pool, [FIRST, SECOND])
  await assert.rejects(migrate(pool, [FIRST]), (error) => {
    assert.ok(error instanceof MigrationRefused)
    assert.equal(error.type, 'database-newer-than-code')
    assert.match(error.message, /mới hơn phần mềm.*20260102T0000_second\.sql/)
    return true
  })
  assert.deepEqual(await tables(), ['first', 'schema_migration', 'second'])
})

test('a migration that was edited after it was applied is refused', async () => {
  await migrate(pool, [FIRST])
  const edited = migration(FIRST.name, 'create table first (id bigint)')
  await assert.rejects(migrate(pool, [edited, SECOND]), { type: 'migration-changed' })
  assert.deepEqual(await tables(), ['first', 'schema_migration'])
})

test('a migration that fails leaves no trace, those before it stay, and the next migrator can go on', async () => {
  const failing = migration('20260102T0000_failing.sql', 'create table half (id integer); select 1 / 0')
  await assert.rejects(migrate(pool, [FIRST, failing]), /20260102T0000_failing\.sql/)
  assert.deepEqual(await tables(), ['first', 'schema_migration'])
  assert.deepEqual(await migrate(pool, [FIRST, SECOND]), [SECOND.name])
})

test('a migration that somebody forgot to list, or listed out of order, is noticed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-migrations-'))
  writeFileSync(join(folder, FIRST.name), FIRST.sql)
  writeFileSync(join(folder, SECOND.name), SECOND.sql)
  const list = (...names: readonly string[]): void =>
    writeFileSync(join(folder, 'migrations.txt'), `${names.join('\n')}\n`)
  list(FIRST.name, SECOND.name)
  assert.deepEqual(
    readMigrations(folder).map(({ name }) => name),
    [FIRST.name, SECOND.name],
  )
  list(FIRST.name)
  assert.throws(() => readMigrations(folder), /migrations\.txt/)
  list(SECOND.name, FIRST.name)
  assert.throws(() => readMigrations(folder), /migrations\.txt/)
  rmSync(folder, { recursive: true })
})
