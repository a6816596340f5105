import type { Command } from 'commander'
import type { OpenServices } from '../services.ts'
import { printLine } from './command-line.ts'
import { readMigrations } from './migrate.ts'

/** `motcua migrate`: opening the database brings it up to date, as starting the server does. */
export function migrateCommand(program: Command, open: OpenServices): void {
  program
    .command('migrate')
    .description('Nâng cấp cơ sở dữ liệu lên phiên bản của phần mềm này')
    .action(() =>
      open(async () => {
        printLine(`Cơ sở dữ liệu đã ở bước ${readMigrations().at(-1)?.name ?? 'đầu'}.`)
      }),
    )
}
