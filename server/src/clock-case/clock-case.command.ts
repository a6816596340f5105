import { fileURLToPath } from 'node:url'
import { type ClockAnswer, explainClockCase } from '@motcua/core/clock-case/clock-case.ts'
import { type ClockClass, formatTerm } from '@motcua/core/dossier/dossier.ts'
import { instant, type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import { formatMoment, formatWorkingTime } from '@motcua/core/kernel/text.ts'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine } from '../platform/command-line.ts'
import { readJsonInput } from '../platform/json-input.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'

const SHIPPED = fileURLToPath(new URL('../../../data/', import.meta.url))

/** `motcua clock explain`: how a due time comes about, by the same rules and in the same sentences as on the pages. */
export function clockCommand(program: Command): void {
  const clock = program.command('clock').description('Thời hạn giải quyết: cách tính và căn cứ')
  clock
    .command('explain')
    .description('Giải thích hạn trả kết quả từ tệp JSON ghi thủ tục, trường hợp và những việc đã xảy ra')
    .argument(
      '<file>',
      'tệp JSON {procedure, case, channel, agency?, events: [{at, what, dueAt?, ground?, step?, unit?}], at?}; "-" để đọc từ đầu vào',
    )
    .option('--folder <dir>', 'thư mục dữ liệu luật và tổ chức', SHIPPED)
    .option('--json', 'in một đối tượng JSON')
    .action(async (file: string, { folder, json }: { readonly folder: string; readonly json?: true }) => {
      const asked = await readJsonInput(file)
      const rulebook = await loadShippedRulebook(folder)
      const explained = explainClockCase(asked, { rulebook, now: instant(Date.now()) })
      if (explained.kind === 'refused') {
        const lines = explained.problems.map(({ place, reason }) => `  ${place === '' ? '' : `${place}: `}${reason}`)
        throw new CommandRefused([`Không tính được thời hạn từ ${file}:`, ...lines].join('\n'))
      }
      if (json) printJson(jsonOf(explained.answer))
      else for (const line of linesOf(explained.answer)) printLine(line)
    })
}

const iso = (at: Instant | null): string | null => (at === null ? null : toIso(at))

function jsonOf(answer: ClockAnswer): object {
  const { at, startedAt, dueAt, nearDueAt, endedAt, decidedAt } = answer
  return {
    ...answer,
    at: toIso(at),
    startedAt: toIso(startedAt),
    dueAt: iso(dueAt),
    nearDueAt: iso(nearDueAt),
    endedAt: iso(endedAt),
    decidedAt: toIso(decidedAt),
  }
}

function linesOf(answer: ClockAnswer): readonly string[] {
  const { procedure, agency, calendar, policy, legal, committed, dueAt, nearDueAt } = answer
  const moment = (at: Instant | null): string => (at === null ? 'không có' : formatMoment(at))
  return [
    `${procedure.code} ${procedure.name}`,
    `  Trường hợp: ${answer.case.name}`,
    `  Cơ quan giải quyết: ${agency.name} (${calendar.name})`,
    `  Quy tắc: ${policy.name}`,
    `  Thời hạn theo quy định: ${formatTerm(legal)}; cam kết: ${committed === null ? 'không có' : formatTerm(committed)}`,
    `  Hạn trả kết quả: ${moment(dueAt)}; sắp đến hạn từ: ${moment(nearDueAt)}`,
    `  Đã dùng: ${formatWorkingTime(answer.usedMinutes)}; còn lại: ${leftOf(answer.remainingMinutes)}`,
    `  Tình trạng: ${STANDING[answer.standing]}, xác định lúc ${formatMoment(answer.decidedAt)}`,
    ...staysIn(answer),
    '',
    ...answer.sentences.map(({ text, article }, index) => `${index + 1}. ${text} [${article}]`),
  ]
}

function staysIn({ stays, usedMinutes }: ClockAnswer): readonly string[] {
  if (stays.length === 0) return []
  return [
    '  Từng bước:',
    ...stays.map(({ step, unit, minutes }) => `    ${step}, ${unit}: ${formatWorkingTime(minutes)}`),
    `    cộng: ${formatWorkingTime(usedMinutes)}`,
  ]
}

function leftOf(minutes: number | null): string {
  if (minutes === null) return 'không có thời hạn'
  return minutes < 0 ? `quá ${formatWorkingTime(-minutes)}` : formatWorkingTime(minutes)
}

const STANDING = {
  noTerm: 'không có thời hạn',
  inTime: 'trong hạn',
  nearDue: 'sắp đến hạn',
  overdue: 'quá hạn',
  paused: 'tạm dừng',
  early: 'trước hạn',
  onTime: 'đúng hạn',
  late: 'trễ hạn',
} as const satisfies Record<ClockClass, string>
