import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** Any fixed number: whoever migrates this database takes this lock. */
const MIGRATION_LOCK = 7_246_882

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

export type MigrationRefusal = 'database-newer-than-code' | 'migration-changed'

/** The database does not fit this code and must not be touched; the message tells the operator what to do. */
export class MigrationRefused extends Error {
  readonly type: MigrationRefusal

  constructor(type: MigrationRefusal, message: string) {
    super(message)
    this.type = type
  }
}

/**
 * The migrations in the order of migrations.txt. Two branches that each add one meet in that file as a conflict,
 * and whoever merges decides the order.
 */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): readonly Migration[] {
  const listed = readFileSync(join(folder, 'migrations.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const present = readdirSync(folder).filter((name) => /^\d.*\.sql$/.test(name))
  const misnamed = present.filter((name) => !/^\d{8}T\d{4}_[a-z0-9_]+\.sql$/.test(name))
  if (misnamed.length > 0) throw new Error(`not named like 20260314T0910_create_dossier.sql: ${misnamed.join(', ')}`)
  if (listed.join() !== present.sort().join()) {
    throw new Error(
      `migrations.txt must list the files of its folder in order: ${listed.join(', ')} / ${present.join(', ')}`,
    )
  }
  return listed.map((name) => readMigration(folder, name))
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** One text that stands for the whole schema; two code bases with the same migrations have the same. */
export function migrationsHash(migrations: readonly Migration[]): string {
  return createHash('sha256')
    .update(migrations.map(({ name, checksum }) => `${name} ${checksum}\n`).join(''))
    .digest('hex')
}

/**
 * Applies what is missing, each migration in a transaction of its own, and returns the names applied. A second migrator
 * waits for the first and then finds nothing to do.
 */
export async function migrate(
  pool: pg.Pool,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  const client = await pool.connect()
  let failed = true
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const missing = await findMissing(client, migrations)
    for (const migration of missing) await apply(client, migration)
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    failed = false
    return missing.map(({ name }) => name)
  } finally {
    // A failed connection is dropped, and its lock with it.
    client.release(failed)
  }
}

async function findMissing(client: pg.ClientBase, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await client.query(`
    create table if not exists schema_migration (
      name text constraint schema_migration_pk primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  refuseUnknown(rows.map(({ name }) => name).filter((name) => !known.has(name)))
  refuseChanged(rows.filter(({ name, checksum }) => known.get(name)?.checksum !== checksum).map(({ name }) => name))
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}

function refuseUnknown(names: readonly string[]): void {
  if (names.length === 0) return
  throw new MigrationRefused(
    'database-newer-than-code',
    `Cơ sở dữ liệu mới hơn phần mềm đang chạy: đã có bước nâng cấp ${names.join(', ')} mà bản này không biết. ` +
      'Không có gì bị thay đổi. Hãy chạy phiên bản phần mềm mới hơn, hoặc khôi phục bản sao lưu trước khi nâng cấp.',
  )
}

function refuseChanged(names: readonly string[]): void {
  if (names.length === 0) return
  throw new MigrationRefused(
    'migration-changed',
    `Bước nâng cấp ${names.join(', ')} trong phần mềm khác với bước đã áp dụng lên cơ sở dữ liệu. ` +
      'Không có gì bị thay đổi. Hãy lấy lại tệp gốc; muốn sửa lược đồ thì thêm một bước nâng cấp mới. ' +
      'Nếu đây là dữ liệu thử, hãy dùng một thư mục dữ liệu khác.',
  )
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`Bước nâng cấp ${migration.name} không áp dụng được; cơ sở dữ liệu giữ nguyên như trước bước đó.`, {
      cause,
    })
  }
}
