import type { Instant, LocalDate } from '@motcua/core/kernel/instant.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatDate, formatNumber } from '@motcua/core/kernel/text.ts'
import {
  DIMENSION_NAME,
  DIMENSIONS,
  type Dimension,
  FIGURE_NAMES,
  FIGURES,
  FORM_II06A,
} from '@motcua/core/report/report.ts'
import { type Command, InvalidArgumentError } from 'commander'
import { CommandRefused, printJson, printLine, readDay, readMoment } from '../platform/command-line.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import type { OpenServices } from '../services.ts'
import { computeReport, getScope, type Report } from './report.ts'

type Options = {
  readonly scope: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly asOf?: Instant
  readonly by: Dimension
  readonly json?: true
}

/** `motcua report II.06a`: computed from the facts, after everything written so far has been counted. */
export function reportCommand(program: Command, open: OpenServices): void {
  program
    .command('report')
    .description('Lập biểu báo cáo từ hồ sơ đã ghi nhận')
    .argument('<form>', `mẫu biểu: ${FORM_II06A.form}`)
    .requiredOption('--scope <scope>', 'phạm vi: all, province, district, commune, centre hoặc mã đơn vị')
    .requiredOption('--from <date>', 'ngày đầu kỳ, ví dụ 2024-02-21', readDay)
    .requiredOption('--to <date>', 'ngày cuối kỳ, kể cả ngày đó', readDay)
    .option(
      '--as-of <moment>',
      'tính theo những gì đã biết đến thời điểm này (mặc định: hết kỳ, hoặc bây giờ)',
      readMoment,
    )
    .option(
      '--by <dimension>',
      `mỗi hàng một lĩnh vực, cấp, cơ quan, bộ phận một cửa, thủ tục hoặc cách nộp: ${DIMENSIONS.join(', ')}`,
      readDimension,
      'field',
    )
    .option('--json', 'in một đối tượng JSON')
    .action(async (form: string, options: Options) => {
      if (form !== FORM_II06A.form) {
        throw new CommandRefused(`Không có mẫu biểu "${form}". Hiện có: ${FORM_II06A.form}.`)
      }
      if (options.from > options.to) throw new CommandRefused('Ngày đầu kỳ sau ngày cuối kỳ; hãy đổi lại.')
      await open(async ({ pool, rulebook, now }) => {
        const scope = getScope(options.scope, rulebook())
        await runDispatcherUntilIdle({ pool, rulebook })
        const { from, to, asOf = null, by } = options
        const report = await computeReport(pool, {
          scope,
          period: { from, to },
          asOf,
          now: now(),
          by,
          rulebook: rulebook(),
        })
        if (options.json) printJson(jsonOf(report))
        else for (const line of tableOf(report)) printLine(line)
      })
    })
}

function readDimension(text: string): Dimension {
  const found = DIMENSIONS.find((each) => each === text)
  if (found === undefined)
    throw new InvalidArgumentError(`"${text}" không có; các cách chia: ${DIMENSIONS.join(', ')}.`)
  return found
}

function jsonOf({ form, version, scope, period, asOf, figures, rows }: Report): object {
  return {
    form,
    version,
    scope: { id: scope.id, name: scope.name, kind: scope.kind },
    period,
    asOf: toIso(asOf),
    figures,
    rows: rows.map(({ name, figures: own }) => ({ name, figures: own })),
  }
}

const COLUMN_WIDTH = 11
const NAME_WIDTH = 40

/** The columns of the printed form in their order, then what is reported besides. */
function tableOf(report: Report): readonly string[] {
  const columns = FIGURE_NAMES.filter((name) => FIGURES[name].column !== null).toSorted(
    (a, b) => (FIGURES[a].column ?? 0) - (FIGURES[b].column ?? 0),
  )
  const line = (name: string, cells: readonly string[]): string =>
    name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('')
  const numbers = (figures: Report['figures']): readonly string[] => columns.map((name) => formatNumber(figures[name]))
  const others = FIGURE_NAMES.filter((name) => FIGURES[name].column === null)
  return [
    `${FORM_II06A.source}: ${FORM_II06A.title}`,
    `${report.scope.name}, từ ${formatDate(report.period.from)} đến ${formatDate(report.period.to)}, tính đến ${formatClosing(report.asOf)}`,
    '',
    line(
      DIMENSION_NAME[report.by],
      columns.map((name) => `(${FIGURES[name].column})`),
    ),
    ...report.rows.map(({ name, figures }) => line(name, numbers(figures))),
    line('Tổng số', numbers(report.figures)),
    '',
    ...columns.map((name) => `(${FIGURES[name].column}) ${FIGURES[name].name}`),
    '',
    ...others.map((name) => `${FIGURES[name].name}: ${formatNumber(report.figures[name])}`),
    '',
    ...report.notes.map((note) => `- ${note}`),
  ]
}
