import { fileURLToPath } from 'node:url'
import { CalendarRangeError } from '@motcua/core/calendar/calendar.ts'
import { Command, CommanderError } from 'commander'
import { auditCommand } from './audit/audit.command.ts'
import { checkCommand } from './check/check.command.ts'
import { clockCommand } from './clock-case/clock-case.command.ts'
import { indicatorsCommand } from './indicator/indicator.command.ts'
import { jobsCommand } from './jobs/jobs.command.ts'
import { CommandRefused } from './platform/command-line.ts'
import { DataFolderRefused, isDatabaseDown } from './platform/database.ts'
import { migrateCommand } from './platform/migrate.command.ts'
import { MigrationRefused } from './platform/migrate.ts'
import { schemaCommand } from './platform/schema.command.ts'
import { processCommand } from './process/process.command.ts'
import { rebuildCommand } from './projection/rebuild.command.ts'
import { replayCommand } from './replay/replay.command.ts'
import { publishCommand } from './published-report/publish.command.ts'
import { reportCommand } from './report/report.command.ts'
import { dataCommand } from './rulebook/data.command.ts'
import { DataRefused, loadShippedRulebook } from './rulebook/rulebook.ts'
import { createServices, type OpenServices } from './services.ts'
import { workloadCommand } from './workload/workload.command.ts'
import { workerCommand } from './worker.ts'

/** What an operator types: `npm run -s motcua -- <command>`. Each capability brings its own command. */
const COMMANDS = [
  reportCommand,
  indicatorsCommand,
  workloadCommand,
  publishCommand,
  replayCommand,
  checkCommand,
  auditCommand,
  rebuildCommand,
  workerCommand,
  jobsCommand,
  dataCommand,
  clockCommand,
  processCommand,
  migrateCommand,
  schemaCommand,
] as const satisfies readonly ((program: Command, open: OpenServices) => void)[]

const DATA_FOLDER = fileURLToPath(new URL('../../data/', import.meta.url))
const REFUSED = 1
const WRONG_USAGE = 2

function createProgram(): Command {
  const made = new Command('motcua')
    .usage('<lệnh> [tùy chọn]')
    .description('Dòng lệnh của người vận hành hệ thống Một Cửa')
    .option('--data <dir>', 'thư mục dữ liệu', 'var')
    .helpOption('-h, --help', 'hướng dẫn sử dụng')
    .helpCommand('help [lệnh]', 'hướng dẫn của một lệnh')
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: inVietnamese,
      styleUsage: withVietnameseWords,
      styleSubcommandTerm: withVietnameseWords,
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined ? description : `${description} (mặc định: ${String(defaultValue)})`,
    })
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(usageError(text)) })
  const open: OpenServices = (work) => withServices(made.opts<{ readonly data: string }>().data, work)
  for (const add of COMMANDS) add(made, open)
  for (const command of made.commands) prepareCommand(command)
  return made
}

/** Commands speak and end as the program does. */
function prepareCommand(command: Command): void {
  if (command.parent !== null) command.copyInheritedSettings(command.parent)
  for (const inner of command.commands) prepareCommand(inner)
}

async function withServices(dataDir: string, work: Parameters<OpenServices>[0]): Promise<void> {
  const rulebook = await loadShippedRulebook(DATA_FOLDER)
  const databaseUrl = process.env.DATABASE_URL ?? null
  const services = await createServices({ databaseUrl, dataDir, rulebook })
  try {
    await work(services)
  } finally {
    await services.close()
  }
}

async function run(command: Command, args: readonly string[]): Promise<number> {
  try {
    await command.parseAsync(args)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    process.stderr.write(`${reasonOf(error)}\n`)
    return REFUSED
  }
}

/** Errors whose message says what the operator can do. */
const SPEAKING = [CommandRefused, DataRefused, DataFolderRefused, MigrationRefused, CalendarRangeError] as const

/** What an operator can do something about is said in a sentence; anything else is a fault of ours and shown whole. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && SPEAKING.some((each) => error instanceof each)) return error.message
  if (isDatabaseDown(error)) {
    return 'Không kết nối được cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL hoặc thư mục dữ liệu (--data), rồi chạy lại lệnh.'
  }
  if (!(error instanceof Error)) return String(error)
  return `Lệnh dừng vì một lỗi của phần mềm: ${error.stack ?? error.message}`
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Các lệnh:',
}

function inVietnamese(title: string): string {
  return TITLES[title] ?? title
}

function withVietnameseWords(usage: string): string {
  return usage.replace('[options]', '[tùy chọn]').replace('[command]', '[lệnh]')
}

const USAGE_ERRORS: readonly (readonly [RegExp, string])[] = [
  [/unknown command '(.*)'/, 'không có lệnh "$1"'],
  [/unknown option '(.*)'/, 'không có tùy chọn "$1"'],
  [/missing required argument '(.*)'/, 'thiếu tham số "$1"'],
  [/required option '(.*)' not specified/, 'thiếu tùy chọn "$1"'],
  [/option '(.*)' argument missing/, 'tùy chọn "$1" cần một giá trị'],
  [/too many arguments.*/, 'thừa tham số'],
  [/option '(.*)' argument '.*' is invalid\. ?/, 'giá trị của tùy chọn "$1" không đúng: '],
  [/command-argument value '.*' is invalid for argument '(.*)'\. ?/, 'giá trị của tham số "$1" không đúng: '],
  [/\(Did you mean (.*)\?\)/, '(ý bạn là "$1"?)'],
]

function usageError(text: string): string {
  const said = USAGE_ERRORS.reduce(
    (line, [pattern, words]) => line.replace(pattern, words),
    text.replace(/^error: /, ''),
  )
  return `Sai cách dùng: ${said.trimEnd()}\nXem hướng dẫn: motcua --help\n`
}

// A reader that has seen enough (`| head`) closes the pipe; there is nobody left to tell.
process.stdout.on('error', () => process.exit(process.exitCode))
process.exitCode = await run(createProgram(), process.argv)
