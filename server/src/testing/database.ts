import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../platform/database.ts'
import { isRunning } from '../platform/file-lock.ts'
import { MIGRATIONS_FOLDER, type Migration, migrate, migrationsHash, readMigrations } from '../platform/migrate.ts'

/** Two test files that both find no template would both make it; they and those who clone take this lock. */
const TEMPLATE_LOCK = 4_071_193

export type ClonedDatabase = {
  /** A database of its own, migrated and empty. */
  readonly url: string
  /** Drops it. The last test process to let go of the shared server stops it. */
  readonly drop: () => Promise<void>
}

let shared: Promise<Database> | null = null
let clones = 0
let made = 0

/** Makes an empty, migrated database for one test file. All files of all runs in this folder share one server. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  clones++
  try {
    shared ??= openShared()
    const server = await shared
    const name = `test_${process.pid}_${++made}`
    await makeClone(server, name)
    return { url: withDatabase(server.url, name), drop: () => dropClone(server, name) }
  } catch (error) {
    await leave()
    throw error
  }
}

/** Nothing in it survives a crash, and needs to: it may forget what a production server must flush to disk. */
function openShared(): Promise<Database> {
  const key = createHash('sha256').update(`${MIGRATIONS_FOLDER} ${process.getuid?.()}`).digest('hex').slice(0, 12)
  const dataDir = join(tmpdir(), `motcua-tests-${key}`)
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  return openDatabase({
    databaseUrl: null,
    dataDir,
    serverSettings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
  })
}

async function makeClone(server: Database, name: string): Promise<void> {
  const migrations = readMigrations()
  const template = `template_${migrationsHash(migrations).slice(0, 16)}`
  const client = await server.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) await makeTemplate(server, client, { template, migrations })
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]).catch(() => undefined)
    client.release()
  }
}

async function makeTemplate(
  server: Database,
  client: pg.PoolClient,
  { template, migrations }: { readonly template: string; readonly migrations: readonly Migration[] },
): Promise<void> {
  await dropLeftovers(client)
  const unfinished = `${template}_unfinished`
  await client.query(`drop database if exists ${unfinished} with (force)`)
  await client.query(`create database ${unfinished}`)
  const pool = new pg.Pool({ connectionString: withDatabase(server.url, unfinished), max: 1 })
  try {
    await migrate(pool, migrations)
  } finally {
    await pool.end()
  }
  await client.query(`alter database ${unfinished} rename to ${template}`)
}

/** Clones of test processes that were killed, and templates of migrations that are no more. */
async function dropLeftovers(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^(test|template)_[0-9a-f]+' order by datname`,
  )
  for (const { name } of rows) {
    const owner = /^test_(\d+)_/.exec(name)?.[1]
    if (owner !== undefined && isRunning(Number(owner))) continue
    await client.query(`drop database if exists ${name} with (force)`)
  }
}

async function dropClone(server: Database, name: string): Promise<void> {
  await server.pool.query(`drop database if exists ${name} with (force)`)
  await leave()
}

async function leave(): Promise<void> {
  clones--
  if (clones > 0 || shared === null) return
  const server = shared
  shared = null
  await (await server).close()
}

function withDatabase(url: string, name: string): string {
  return url.replace(/\/motcua(\?|$)/, `/${name}$1`)
}
