import type { Instant, LocalDate } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatDate, formatNumber } from '@motcua/core/kernel/text.ts'
import { defaultAsOf } from '@motcua/core/report/report.ts'
import { GAP_TEXT, type PersonWorkload, type UnitWorkload } from '@motcua/core/workload/workload.ts'
import type { Command } from 'commander'
import { printJson, printLine, readDay, readMoment } from '../platform/command-line.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { getPeriod, getScope } from '../report/report.ts'
import type { OpenServices } from '../services.ts'
import { computeWorkload, type Workload } from './workload.ts'
import { operatorView } from './workload-view.ts'

type Options = {
  readonly scope: string
  readonly from?: LocalDate
  readonly to?: LocalDate
  readonly period?: string
  readonly rule?: string
  readonly asOf?: Instant
  readonly people?: true
  readonly json?: true
}

/** `motcua workload`: what counters received against the norm; people are named only where that is asked for. */
export function workloadCommand(program: Command, open: OpenServices): void {
  program
    .command('workload')
    .description('So khối lượng tiếp nhận của từng Bộ phận Một cửa với định mức')
    .requiredOption('--scope <scope>', 'phạm vi: all, province, district, commune, centre hoặc mã đơn vị')
    .option('--period <period>', 'kỳ theo tên: 2024-W12, 2024-03, 2024-Q1, 2024-H1 hoặc 2024')
    .option('--rule <rule>', 'quy tắc chia kỳ, ví dụ ngay-21 (mặc định: quy tắc thường dùng)')
    .option('--from <date>', 'thay cho tên kỳ: ngày đầu kỳ, ví dụ 2024-02-21', readDay)
    .option('--to <date>', 'ngày cuối kỳ, kể cả ngày đó', readDay)
    .option('--as-of <moment>', 'tính theo những gì đã biết đến thời điểm này', readMoment)
    .option('--people', 'nêu cả từng cán bộ; đây là số liệu về cá nhân, chỉ dùng cho người được phép xem')
    .option('--json', 'in một đối tượng JSON')
    .action(async (options: Options) => {
      await open(async ({ pool, rulebook, now }) => {
        const law = rulebook()
        const scope = getScope(options.scope, law)
        const period = getPeriod(options, law)
        await runDispatcherUntilIdle({ pool, rulebook })
        const asOf = options.asOf ?? defaultAsOf(period, now())
        const workload = await computeWorkload(pool, { scope, period, asOf, rulebook: law })
        const withPeople = options.people === true
        if (options.json) printJson(operatorView(workload, withPeople))
        else for (const line of linesOf(workload, withPeople)) printLine(line)
      })
    })
}

const NAME_WIDTH = 64
const COLUMN_WIDTH = 13

function linesOf({ scope, worked, asOf, table, notes }: Workload, withPeople: boolean): readonly string[] {
  const { received, norm, ratio, receivers } = table
  return [
    'Khối lượng tiếp nhận so với định mức',
    `${scope.name}, từ ${formatDate(worked.from)} đến ${formatDate(worked.to)}, tính đến ${formatClosing(asOf)}`,
    '',
    line('Bộ phận Một cửa', ['Tiếp nhận', 'Định mức', 'Tỷ lệ', 'Số người', 'Cần người'], ''),
    ...table.units.flatMap((unit) => [unitLine(unit), ...(withPeople ? unit.people.map(personLine) : [])]),
    line('Tổng số', [formatNumber(received), tenths(norm), percent(ratio), formatNumber(receivers), ''], ''),
    '',
    ...notes.map((note) => `- ${note}`),
  ]
}

function unitLine({ name, received, norm, ratio, receivers, peopleAsked, gap, few }: UnitWorkload): string {
  const cells = [formatNumber(received), tenths(norm), percent(ratio), formatNumber(receivers), tenths(peopleAsked)]
  return line(name, cells, gap === null ? (few ? 'ít hồ sơ' : '') : GAP_TEXT[gap])
}

function personLine({ name, received, norm, ratio }: PersonWorkload): string {
  return line(
    `  ${name === '' ? 'Không phải cán bộ' : name}`,
    [formatNumber(received), tenths(norm), percent(ratio)],
    '',
  )
}

function line(name: string, cells: readonly string[], remark: string): string {
  const columns = cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('')
  return `${name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH)}${columns}${remark === '' ? '' : `  ${remark}`}`
}

const tenths = (value: number | null): string => (value === null ? '–' : formatNumber(value / 10))
const percent = (value: number | null): string => (value === null ? '–' : `${formatNumber(value)} %`)
