import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import type { OpenServices } from '../services.ts'
import { CommandRefused, printJson, printLine, readWhole } from '../platform/command-line.ts'
import { checkProcesses } from './check-processes.ts'
import { diffLines } from './diff-lines.ts'
import { exportBpmn, importBpmn } from './exchange-bpmn.ts'
import { findDiff } from './find-diff.ts'
import { addRebase } from './rebase-process.ts'

const SHIPPED = fileURLToPath(new URL('../../../data/', import.meta.url))
const FOLDER = ['--folder <dir>', 'thư mục dữ liệu luật và tổ chức', SHIPPED] as const

/** `motcua process`: approved processes as data, checked and compared before they bind anybody. */
export function processCommand(program: Command, open: OpenServices): void {
  const process = program
    .command('process')
    .description(
      'Quy trình nội bộ: kiểm tra, so sánh các phiên bản, trao đổi bằng BPMN 2.0, chuyển hồ sơ sang phiên bản khác',
    )
  addCheck(process)
  addDiff(process)
  addExport(process)
  addImport(process)
  addRebase(process, open)
}

type CheckOptions = { readonly folder: string; readonly json?: true }

function addCheck(process: Command): void {
  process
    .command('check')
    .description(
      'Kiểm tra quy trình như khi nạp: bước không ai làm được, không có bước kết thúc, thời gian thiếu hoặc quá hạn',
    )
    .argument('[files...]', 'tệp quy trình cần kiểm tra cùng dữ liệu đang có (mặc định: mọi quy trình đang có)')
    .option(...FOLDER)
    .option('--json', 'in một đối tượng JSON')
    .action(async (files: readonly string[], { folder, json }: CheckOptions) => {
      const { processes, steps, problems, warnings } = await checkProcesses(folder, files)
      if (json) printJson({ processes, steps, problems, warnings })
      if (problems.length > 0) {
        throw new CommandRefused(
          [`Quy trình có ${problems.length} lỗi nên không dùng được:`, ...problems.map(lineOf)].join('\n'),
        )
      }
      if (json) return
      printLine(`${processes} quy trình, ${steps} bước: không có lỗi, ${warnings.length} lưu ý.`)
      for (const warning of warnings) printLine(lineOf(warning))
    })
}

type DiffOptions = { readonly folder: string; readonly with: readonly string[]; readonly json?: true }

function addDiff(process: Command): void {
  process
    .command('diff')
    .description('So sánh hai phiên bản của một quy trình: bước thêm, bỏ, dời, đổi người làm hoặc thời gian')
    .argument('<id>', 'mã quy trình')
    .argument('<from>', 'số của phiên bản trước', readWhole)
    .argument('<to>', 'số của phiên bản sau', readWhole)
    .option('--with <files...>', 'tệp quy trình chưa nạp, thay cho bản ghi cùng mã', [])
    .option(...FOLDER)
    .option('--json', 'in một đối tượng JSON')
    .action(async (id: string, from: number, ...[to, options]: readonly [number, DiffOptions]) => {
      const found = await findDiff({ id, from, to }, { folder: options.folder, files: options.with })
      if (options.json) printJson(found)
      else for (const line of diffLines(found)) printLine(line)
    })
}

type ExportOptions = { readonly folder: string; readonly version?: number; readonly out?: string }

function addExport(process: Command): void {
  process
    .command('export')
    .description('Xuất một phiên bản của quy trình thành BPMN 2.0 có sơ đồ')
    .argument('<id>', 'mã quy trình')
    .option('--version <số>', 'số của phiên bản (mặc định: phiên bản mới nhất)', readWhole)
    .option('--out <file>', 'tệp để ghi (mặc định: in ra màn hình)')
    .option(...FOLDER)
    .action(async (id: string, { folder, version, out }: ExportOptions) => {
      const xml = await exportBpmn({ id, version: version ?? null, folder })
      if (out === undefined) return printLine(xml.trimEnd())
      await write(out, xml)
      printLine(`Đã ghi ${out}.`)
    })
}

type ImportOptions = { readonly folder: string; readonly out?: string }

function addImport(process: Command): void {
  process
    .command('import')
    .description('Đọc một tệp BPMN 2.0 thành bản ghi quy trình và kiểm tra như khi nạp; thiếu gì thì liệt kê')
    .argument('<file>', 'tệp BPMN')
    .option('--out <file>', 'tệp để ghi bản ghi, kể cả khi còn thiếu (mặc định: in ra màn hình)')
    .option(...FOLDER)
    .action(async (path: string, { folder, out }: ImportOptions) => {
      const { text, problems, warnings } = await importBpmn(path, folder)
      if (out === undefined) printLine(text.trimEnd())
      else await write(out, text)
      if (problems.length > 0) {
        const kept = out === undefined ? '' : ` Bản ghi đang soạn nằm ở ${out}; hãy bổ sung rồi chạy process check.`
        const head = `Quy trình còn ${problems.length} chỗ phải sửa nên chưa dùng được.${kept}`
        throw new CommandRefused([head, ...problems.map((line) => `  ${line}`)].join('\n'))
      }
      if (out === undefined) return
      printLine(`Đã ghi ${out}: không có lỗi, ${warnings.length} lưu ý.`)
      for (const warning of warnings) printLine(`  ${warning}`)
    })
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch {
    throw new CommandRefused(`Không ghi được tệp ${path}. Hãy kiểm tra đường dẫn và quyền ghi.`)
  }
}

function lineOf({
  file,
  place,
  reason,
}: {
  readonly file: string
  readonly place: string
  readonly reason: string
}): string {
  return `  ${[file, place].filter((part) => part !== '').join(' › ')}: ${reason}`
}
