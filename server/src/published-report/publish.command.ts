import type { Instant, LocalDate } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatNumber } from '@motcua/core/kernel/text.ts'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { DIMENSIONS, type Dimension, namesPeople } from '@motcua/core/report/report.ts'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine, readDay, readMoment } from '../platform/command-line.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { FIRST_FORM, getForm, getScope } from '../report/report.ts'
import type { OpenServices } from '../services.ts'
import { titleOf } from './published-title.ts'
import { type PublishedReport, publishReport, verifyPublications } from './published-report.ts'

type Options = {
  readonly scope: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly asOf?: Instant
  readonly by?: string
  readonly corrections?: true
  readonly json?: true
}

const OPERATOR = { kind: 'system', name: 'người vận hành' } as const
const FAULTY = 1

/** `motcua publish`: a report is frozen with its hash; `publish verify` follows the chain and counts again. */
export function publishCommand(program: Command, open: OpenServices): void {
  const publish = program.command('publish').description('Công bố báo cáo và kiểm tra các báo cáo đã công bố')
  publish
    .command('report')
    .description('Công bố một biểu: số liệu được giữ nguyên cùng mã băm, về sau không ai sửa được')
    .argument('<form>', `mẫu biểu, ví dụ ${FIRST_FORM}, thanh-toan, so-hoa`)
    .requiredOption('--scope <scope>', 'phạm vi: all, province, district, commune, centre hoặc mã đơn vị')
    .requiredOption('--from <date>', 'ngày đầu kỳ, ví dụ 2024-02-21', readDay)
    .requiredOption('--to <date>', 'ngày cuối kỳ, kể cả ngày đó', readDay)
    .option(
      '--as-of <moment>',
      'tính theo những gì đã biết đến thời điểm này (mặc định: hết kỳ, hoặc bây giờ)',
      readMoment,
    )
    .option(
      '--by <dimensions>',
      `các bảng, mỗi bảng chia theo: ${DIMENSIONS.filter((each) => !namesPeople(each)).join(', ')}; cách nhau bằng dấu phẩy (mặc định: như mẫu biểu)`,
    )
    .option('--corrections', 'tính theo thời điểm đã được duyệt đính chính')
    .option('--json', 'in một đối tượng JSON')
    .action((form: string, options: Options) => publishTable(form, options, open))
  publish
    .command('verify')
    .description('Kiểm tra chuỗi mã băm và đếm lại mọi báo cáo đã công bố')
    .option('--json', 'in một đối tượng JSON')
    .action(({ json }: { readonly json?: true }) => verify(json === true, open))
}

async function publishTable(form: string, options: Options, open: OpenServices): Promise<void> {
  const { from, to, asOf = null, corrections = false } = options
  if (from > to) throw new CommandRefused('Ngày đầu kỳ sau ngày cuối kỳ; hãy đổi lại.')
  await open(async (services) => {
    const scope = getScope(options.scope, services.rulebook())
    await runDispatcherUntilIdle(services)
    const period = { from, to }
    const { form: definition } = getForm(form, period, services.rulebook())
    const tables = (options.by?.split(',') ?? [definition.rows[0] ?? '']).map((text) => ({
      form,
      by: dimensionNamed(
        text.trim(),
        definition.rows.filter((each) => !namesPeople(each)),
      ),
    }))
    const title = titleOf([definition], scope, period)
    const published = await publishReport(services, {
      scope,
      period,
      asOf,
      corrections,
      tables,
      title,
      by: OPERATOR,
      document: null,
    })
    if (options.json) printJson(jsonOf(published))
    else for (const line of linesOf(published)) printLine(line)
  })
}

function dimensionNamed(text: string, rows: readonly Dimension[]): Dimension {
  const found = rows.find((each) => each === text)
  if (found === undefined) throw new CommandRefused(`"${text}" không có; mẫu này chia theo: ${rows.join(', ')}.`)
  return found
}

function jsonOf({ number, publishedAt, contentHash, hash, previousHash, content }: PublishedReport): object {
  return { number, publishedAt: new Date(publishedAt).toISOString(), contentHash, hash, previousHash, content }
}

function linesOf({ number, contentHash, content }: PublishedReport): readonly string[] {
  return [
    `Đã công bố báo cáo số ${number}: ${content.title}`,
    `Số liệu tính đến ${formatClosing(parseInstant(content.asOf))}`,
    ...content.tables.map(({ by, rows }) => `Bảng theo ${by}: ${formatNumber(rows.length)} hàng`),
    `Mã băm của nội dung: ${contentHash}`,
  ]
}

async function verify(json: boolean, open: OpenServices): Promise<void> {
  await open(async (services) => {
    await runDispatcherUntilIdle(services)
    const { checked, faults } = await verifyPublications(services)
    if (json) printJson({ checked, faults })
    else {
      for (const { number, text } of faults) printLine(`Báo cáo số ${number}: ${text}`)
      printLine(
        faults.length === 0
          ? `${formatNumber(checked)} báo cáo đã công bố đều nguyên vẹn và đếm lại vẫn đúng.`
          : `Có ${formatNumber(faults.length)} sai lệch trong ${formatNumber(checked)} báo cáo đã công bố.`,
      )
    }
    if (faults.length > 0) process.exitCode = FAULTY
  })
}
