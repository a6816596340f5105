import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import { formatNumber } from '@motcua/core/kernel/text.ts'
import { type Command, InvalidArgumentError } from 'commander'
import { CommandRefused, printJson, printLine, readDay } from '../platform/command-line.ts'
import { createProgressBar } from '../platform/progress-bar.ts'
import { getForm, getScope } from '../report/report.ts'
import type { OpenServices } from '../services.ts'
import { checkAll, type CheckDifference, type CheckOutcome } from './check.ts'

type Options = {
  readonly report?: string
  readonly scope?: string
  readonly from?: LocalDate
  readonly to?: LocalDate
  readonly sample?: number
  readonly json?: true
}

/** `motcua check`: whether rows, facts and reports still are what the events say, and the events what they were. */
export function checkCommand(program: Command, open: OpenServices): void {
  program
    .command('check')
    .description('Dựng lại mọi hồ sơ từ sự kiện, kiểm tra chuỗi dấu, đếm lại biểu và in những gì không khớp')
    .option(
      '--scope <scope>',
      'phạm vi đếm lại: all, province, district, commune, centre hoặc mã đơn vị (mặc định: all)',
    )
    .option('--from <date>', 'ngày đầu kỳ đếm lại (mặc định: từng tháng có hồ sơ)', readDay)
    .option('--to <date>', 'ngày cuối kỳ đếm lại', readDay)
    .option('--report <form>', 'mã mẫu biểu đếm lại, cần --from và --to (mặc định: II.06a)')
    .option('--sample <number>', 'chỉ kiểm tra chừng ấy hồ sơ lấy ngẫu nhiên, không đếm lại biểu', readSample)
    .option('--json', 'in một đối tượng JSON')
    .action(async ({ report, scope, from, to, sample, json }: Options) => {
      if ((from === undefined) !== (to === undefined))
        throw new CommandRefused('Hãy ghi cả --from và --to, hoặc bỏ cả hai.')
      const period = from === undefined || to === undefined ? null : { from, to }
      if (period !== null && period.from > period.to)
        throw new CommandRefused('Ngày đầu kỳ sau ngày cuối kỳ; hãy đổi lại.')
      if (report !== undefined && period === null)
        throw new CommandRefused('Để đếm lại một biểu, hãy ghi cả --from và --to.')
      if (sample !== undefined && (period !== null || scope !== undefined))
        throw new CommandRefused(
          '--sample không đếm lại biểu; hãy bỏ --report, --scope, --from và --to, hoặc bỏ --sample.',
        )
      await open(async (services) => {
        if (report !== undefined && period !== null) getForm(report, period, services.rulebook())
        const asked = scope === undefined ? null : getScope(scope, services.rulebook())
        const bar = createProgressBar('Kiểm tra')
        const question = {
          ...{ services, period, scope: asked, progress: bar.show },
          ...(report === undefined ? {} : { form: report }),
          ...(sample === undefined ? {} : { sample }),
        }
        const outcome = await checkAll(question).finally(bar.end)
        if (json) printJson(jsonOf(outcome))
        else for (const line of linesOf(outcome)) printLine(line)
        if (outcome.differences.length > 0) process.exitCode = 1
      })
    })
}

function readSample(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError(`"${text}" không phải là số nguyên dương.`)
  return number
}

function jsonOf({ dossiers, events, differences, more }: CheckOutcome): object {
  return more === 0 ? { dossiers, events, differences } : { dossiers, events, differences, more }
}

function linesOf({ dossiers, events, differences, more }: CheckOutcome): readonly string[] {
  const size = `${formatNumber(dossiers)} hồ sơ, ${formatNumber(events)} sự kiện`
  if (differences.length === 0) return [`${size}: tất cả đều khớp.`]
  return [
    `${size}: ${formatNumber(differences.length + more)} chỗ không khớp.`,
    ...differences.map(lineOf),
    ...(more === 0 ? [] : [`  … và ${formatNumber(more)} chỗ khác`]),
    'Việc cần làm:',
    ...adviceOn(differences).map((text) => `  ${text}`),
  ]
}

/** Of what is wrong with dossiers the gravest alone: counting anew from events that were altered would hide it. */
function adviceOn(differences: readonly CheckDifference[]): readonly string[] {
  const found = (kind: CheckDifference['kind']): boolean => differences.some((each) => each.kind === kind)
  const gravest = GRAVEST.find(found)
  return [...(gravest === undefined ? [] : [ADVICE[gravest]]), ...(found('publication') ? [ADVICE.publication] : [])]
}

const GRAVEST = ['event', 'row', 'fact', 'report'] as const

const ADVICE = {
  event:
    'Sự kiện gốc đã bị thay đổi hoặc thiếu: giữ nguyên cơ sở dữ liệu để điều tra, chưa chạy “motcua rebuild”, khôi phục từ bản sao lưu gần nhất còn khớp.',
  row: 'Dòng hồ sơ lệch với sự kiện: giữ nguyên cơ sở dữ liệu và báo cho đơn vị vận hành.',
  fact: 'Số liệu đếm lệch, sự kiện gốc vẫn đúng: chạy “motcua rebuild” để đếm lại từ sự kiện.',
  report:
    'Biểu hoặc số cộng dồn lệch, sự kiện gốc vẫn đúng: chạy “motcua rebuild” rồi kiểm tra lại; vẫn lệch thì báo cho đơn vị vận hành.',
  publication:
    'Báo cáo đã công bố không còn như lúc công bố: chưa dùng báo cáo ấy, đối chiếu với bản đã ký và khôi phục từ bản sao lưu.',
} as const satisfies Record<CheckDifference['kind'], string>

function lineOf({ dossier, what, reason }: CheckDifference): string {
  return `  ${dossier === null ? '' : `${dossier} `}${what}: ${reason}`
}
