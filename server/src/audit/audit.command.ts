import { type Audit, auditTable, type Finding, readTable, type Untestable } from '@motcua/core/audit/audit.ts'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine } from '../platform/command-line.ts'
import { readJsonInput } from '../platform/json-input.ts'

/** `motcua audit FILE`: which identities a table breaks that somebody else published, and by how much. */
export function auditCommand(program: Command): void {
  program
    .command('audit')
    .description('Kiểm một bảng số liệu do nơi khác công bố: trái đẳng thức nào, lệch bao nhiêu')
    .argument('<file>', 'tệp JSON ghi bảng số liệu (cách ghi: data/audits/README.md), hoặc - để đọc đầu vào')
    .option('--json', 'in một đối tượng JSON')
    .action(async (file: string, { json }: { readonly json?: true }) => {
      const read = readTable(await readJsonInput(file))
      if ('problems' in read) {
        const lines = read.problems.map(
          ({ place, reason }) => `  ${place === '' ? 'Bảng' : `Mục ${place}:`} ${reason}.`,
        )
        throw new CommandRefused([`Bảng số liệu ${file} không dùng được:`, ...lines].join('\n'))
      }
      const audit = auditTable(read.table)
      if (json) printJson(audit)
      else for (const line of linesOf(audit)) printLine(line)
      if (audit.broken.length > 0) process.exitCode = 1
    })
}

function linesOf({ id, tested, broken, untestable }: Audit): readonly string[] {
  return [
    `${id}: kiểm được ${tested.length} đẳng thức, trái ${broken.length}, không kiểm được ${untestable.length}.`,
    ...section('Trái:', broken.map(findingLine)),
    ...section('Đúng:', tested.filter(({ holds }) => holds).map(findingLine)),
    ...section('Không kiểm được:', untestable.map(untestableLine)),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function findingLine({ place, label, text }: Finding): string {
  return `  ${heading(place, label)}: ${text}`
}

function untestableLine({ place, label, identity, reason }: Untestable): string {
  return `  ${heading(place, label)}: ${identity}: ${reason}.`
}

function heading(place: string, label: string): string {
  return label === '' ? place : `${label} (${place})`
}
