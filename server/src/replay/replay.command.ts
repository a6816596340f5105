import { readFile } from 'node:fs/promises'
import { formatNumber } from '@motcua/core/kernel/text.ts'
import {
  checkScenario,
  FIGURES,
  type PartialFigures,
  type Scenario,
  scaleScenario,
} from '@motcua/core/report/report.ts'
import { type Command, InvalidArgumentError } from 'commander'
import { CommandRefused, printJson, printLine, readWhole } from '../platform/command-line.ts'
import { createProgressBar } from '../platform/progress-bar.ts'
import type { OpenServices } from '../services.ts'
import { type Difference, replayScenario, type ReplayOutcome } from './replay.ts'

type Options = { readonly seed: number; readonly fraction: number; readonly json?: true }

/** `motcua replay FILE`: lives through a published period at its real size and compares the report with what was published. */
export function replayCommand(program: Command, open: OpenServices): void {
  program
    .command('replay')
    .description('Sống lại một kỳ báo cáo đã công bố: tạo hồ sơ, xử lý từng ngày, rồi so biểu II.06a với số đã công bố')
    .argument('<file>', 'tệp kịch bản JSON')
    .option('--seed <number>', 'số gieo: cùng số thì cùng hồ sơ', readWhole, 1)
    .option(
      '--fraction <part>',
      'chỉ sống lại một phần, ví dụ 0.1: số công bố được thu nhỏ, các đẳng thức vẫn đúng',
      readFraction,
      1,
    )
    .option('--json', 'in một đối tượng JSON')
    .action(async (file: string, { seed, fraction, json }: Options) => {
      const scenario = scaleScenario(await readScenario(file), fraction)
      await open(async (services) => {
        const bar = createProgressBar('Sống lại')
        const outcome = await replayScenario({ scenario, seed, services, progress: bar.show }).finally(bar.end)
        if (json) printJson(jsonOf(scenario, outcome))
        else for (const line of linesOf(scenario, outcome)) printLine(line)
        if (outcome.differences.length > 0) process.exitCode = 1
      })
    })
}

function readFraction(text: string): number {
  const part = Number(text)
  if (part > 0 && part <= 1) return part
  throw new InvalidArgumentError(`"${text}" không phải là một phần lớn hơn 0 và không quá 1, ví dụ 0.1.`)
}

async function readScenario(file: string): Promise<Scenario> {
  const checked = checkScenario(parsed(file, await textOf(file)))
  if ('scenario' in checked) return checked.scenario
  throw new CommandRefused(
    [`Kịch bản ${file} không dùng được:`, ...checked.problems.map((each) => `  ${each}`)].join('\n'),
  )
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason =
      code === 'ENOENT' ? 'không có tệp này' : code === 'EISDIR' ? 'đây là một thư mục' : `không đọc được (${code})`
    throw new CommandRefused(`Kịch bản ${file}: ${reason}. Hãy kiểm tra lại đường dẫn.`)
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '')
    const where = place === null ? '' : ` ở dòng ${place[1]}, cột ${place[2]}`
    throw new CommandRefused(
      `Kịch bản ${file} không phải là JSON đúng${where}; thường do thiếu hoặc thừa dấu phẩy, ngoặc, nháy kép.`,
    )
  }
}

/** One group: its figures; several: by scope. */
function jsonOf({ id }: Scenario, { dossiers, changes, seconds, groups, differences }: ReplayOutcome): object {
  const [only] = groups
  const figures =
    groups.length === 1 && only !== undefined
      ? only.figures
      : Object.fromEntries(groups.map((group) => [group.scope, group.figures]))
  return { scenario: id, dossiers, changes, seconds, figures, differences }
}

function linesOf(scenario: Scenario, outcome: ReplayOutcome): readonly string[] {
  const { dossiers, changes, seconds, differences } = outcome
  return [
    scenario.title,
    `${formatNumber(dossiers)} hồ sơ, ${formatNumber(changes)} lần xử lý trong ${formatNumber(seconds)} giây`,
    ...outcome.groups.flatMap(({ scope, stated }) => [`${scope}:`, ...statedLines(stated)]),
    differences.length === 0 ? 'Mọi số đã công bố đều khớp.' : `${differences.length} số không khớp:`,
    ...differences.map(differenceLine),
  ]
}

function statedLines(stated: PartialFigures): readonly string[] {
  return Object.entries(stated).map(([name, value]) => `  ${name} ${formatNumber(value)}`)
}

function differenceLine({ scope, figure, stated, counted }: Difference): string {
  return `  ${scope}, ${FIGURES[figure].name} (${figure}): công bố ${formatNumber(stated)}, đếm được ${formatNumber(counted)}`
}
