import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine } from '../platform/command-line.ts'
import { DataRefused, loadData } from './rulebook.ts'

const SHIPPED = fileURLToPath(new URL('../../../data/', import.meta.url))

/** `motcua data check`: the files of a data folder by the rules by which they are loaded. */
export function dataCommand(program: Command): void {
  const data = program
    .command('data')
    .description('Dữ liệu luật và tổ chức: thủ tục, quy trình, lịch, biểu mẫu, đơn vị')
  data
    .command('check')
    .description('Kiểm tra các tệp dữ liệu theo đúng quy tắc mà hệ thống dùng khi nạp')
    .option('--folder <dir>', 'thư mục chứa các tệp', SHIPPED)
    .option('--json', 'in một đối tượng JSON')
    .action(async ({ folder, json }: { readonly folder: string; readonly json?: true }) => {
      const loaded = await loadData(folder)
      if (json)
        printJson(loaded.kind === 'loaded' ? { records: loaded.records.length, warnings: loaded.warnings } : loaded)
      if (loaded.kind === 'refused') throw new CommandRefused(new DataRefused(folder, loaded.problems).message)
      if (json) return
      printLine(`${loaded.records.length} bản ghi trong ${folder}: không có lỗi.`)
      for (const { file, place, reason } of loaded.warnings) printLine(`  Lưu ý ${file} › ${place}: ${reason}`)
    })
}
