import type { Instant, LocalDate } from '@motcua/core/kernel/instant.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatDate } from '@motcua/core/kernel/text.ts'
import { DIMENSION_NAME, DIMENSIONS, type Dimension, formatFigure } from '@motcua/core/report/report.ts'
import { type Command, InvalidArgumentError } from 'commander'
import { CommandRefused, printJson, printLine, readDay, readMoment } from '../platform/command-line.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import type { OpenServices } from '../services.ts'
import { computeReport, getForm, getPeriod, getScope, type Report } from './report.ts'

type Options = {
  readonly scope: string
  readonly from?: LocalDate
  readonly to?: LocalDate
  readonly period?: string
  readonly rule?: string
  readonly asOf?: Instant
  readonly by?: Dimension
  readonly successors?: true
  readonly corrections?: true
  readonly json?: true
}

/** `motcua report FORM`: computed from the facts, after everything written so far has been counted. */
export function reportCommand(program: Command, open: OpenServices): void {
  program
    .command('report')
    .description('Lập biểu báo cáo từ hồ sơ đã ghi nhận')
    .argument('<form>', 'mã mẫu biểu, ví dụ II.06a; tên không có thì các mẫu hiện có được kể ra')
    .requiredOption('--scope <scope>', 'phạm vi: all, province, district, commune, centre hoặc mã đơn vị')
    .option('--period <period>', 'kỳ báo cáo theo tên: 2024-W12, 2024-03, 2024-Q1, 2024-H1 hoặc 2024')
    .option('--rule <rule>', 'quy tắc chia kỳ, ví dụ ngay-21 hoặc tuan-thu-sau (mặc định: quy tắc thường dùng)')
    .option('--from <date>', 'thay cho tên kỳ: ngày đầu kỳ, ví dụ 2024-02-21', readDay)
    .option('--to <date>', 'ngày cuối kỳ, kể cả ngày đó', readDay)
    .option(
      '--as-of <moment>',
      'tính theo những gì đã biết đến thời điểm này (mặc định: hết kỳ, hoặc bây giờ)',
      readMoment,
    )
    .option(
      '--by <dimension>',
      `mỗi hàng một lĩnh vực, cấp, cơ quan, bộ phận một cửa, thủ tục… (mặc định: cách đầu tiên của mẫu): ${DIMENSIONS.join(', ')}`,
      readDimension,
    )
    .option('--successors', 'cộng số của đơn vị đã giải thể vào đơn vị kế thừa')
    .option('--corrections', 'tính theo thời điểm đã được duyệt đính chính')
    .option('--json', 'in một đối tượng JSON')
    .action(async (form: string, options: Options) => {
      await open(async ({ pool, rulebook, now }) => {
        const scope = getScope(options.scope, rulebook())
        const period = getPeriod(options, rulebook())
        await runDispatcherUntilIdle({ pool, rulebook })
        const { asOf = null, by } = options
        if (by !== undefined && !getForm(form, period, rulebook()).form.rows.includes(by)) {
          throw new CommandRefused(`Mẫu ${form} không chia hàng theo ${by}.`)
        }
        const report = await computeReport(pool, {
          ...{ form, scope, period, asOf, now: now(), rulebook: rulebook() },
          ...(by === undefined ? {} : { by }),
          structure: options.successors ? 'now' : 'then',
          corrections: options.corrections === true,
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

/** The columns of the form in their order, then what is reported besides. */
function tableOf(report: Report): readonly string[] {
  const { definition, figures: whole } = report
  const { form, shown } = definition
  const line = (name: string, cells: readonly string[]): string =>
    name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('')
  const cells = (figures: Report['figures']): readonly string[] =>
    form.columns.map(({ figure }) => formatFigure(definition, figure, figures[figure]))
  const nameOf = (id: string): string => shown.find((figure) => figure.id === id)?.name ?? id
  const marks = form.columns.map(({ number }, index) => (number === null ? `[${index + 1}]` : `(${number})`))
  return [
    `${form.source}: ${form.title}`,
    `${report.scope.name}, từ ${formatDate(report.period.from)} đến ${formatDate(report.period.to)}, tính đến ${formatClosing(report.asOf)}`,
    '',
    line(DIMENSION_NAME[report.by], marks),
    ...report.rows.map(({ name, figures }) => line(name, cells(figures))),
    line('Tổng số', cells(whole)),
    '',
    ...form.columns.map(({ figure }, index) => `${marks[index]} ${nameOf(figure)}`),
    '',
    ...form.besides.map((id) => `${nameOf(id)}: ${formatFigure(definition, id, whole[id])}`),
    '',
    ...report.notes.map((note) => `- ${note}`),
  ]
}
