import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { openDatabase } from './database.ts'
import { MIGRATIONS_FOLDER, migrate } from './migrate.ts'
import { dumpSchema } from './schema-dump.ts'

/** `motcua schema`: for who has written a migration. Touches no data: it migrates an empty database and throws it away. */
export function schemaCommand(program: Command): void {
  program
    .command('schema')
    .description('Ghi lại server/migrations/schema.sql từ các bước nâng cấp cơ sở dữ liệu')
    .action(async () => {
      const path = join(MIGRATIONS_FOLDER, 'schema.sql')
      writeFileSync(path, await schemaOfMigrations())
      process.stderr.write(`Đã ghi ${path}\n`)
    })
}

async function schemaOfMigrations(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'motcua-schema-'))
  // Open for the account under which PostgreSQL runs when we are root.
  chmodSync(dataDir, 0o755)
  const database = await openDatabase({ databaseUrl: null, dataDir })
  try {
    await migrate(database.pool)
    return await dumpSchema(database.pool)
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
