import type { Actor } from '@motcua/core/access/actor.ts'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine, readWhole } from '../platform/command-line.ts'
import { createProgressBar } from '../platform/progress-bar.ts'
import type { OpenServices, Services } from '../services.ts'
import { getProcess, getVersion } from './exchange-bpmn.ts'
import { type RebaseQuestion, rebaseOpen, type RebaseTrial, strandedLine, tryRebase } from '../dossier/dossier.ts'

const OPERATOR: Actor = { kind: 'system', name: 'process-rebase' }

type RebaseOptions = { readonly to: number; readonly dryRun?: true; readonly json?: true }

/** `motcua process rebase`: all open dossiers of a process go on under another version of it, or none does. */
export function addRebase(process: Command, open: OpenServices): void {
  process
    .command('rebase')
    .description('Chuyển mọi hồ sơ đang giải quyết sang một phiên bản khác của quy trình; chạy lại thì làm tiếp')
    .argument('<id>', 'mã quy trình')
    .requiredOption('--to <số>', 'số của phiên bản mà hồ sơ sẽ theo', readWhole)
    .option('--dry-run', 'chỉ cho biết sẽ chuyển được hay không, không thay đổi gì')
    .option('--json', 'in một đối tượng JSON')
    .action((id: string, options: RebaseOptions) =>
      open(async (services) => {
        const found = getProcess(services.rulebook().processes(), id)
        const question = { process: id, version: getVersion(found, options.to) }
        if (options.dryRun) await trial(services, question, options)
        else await move(services, question, options)
      }),
    )
}

type Shown = Pick<RebaseOptions, 'json'>

async function trial(services: Services, question: RebaseQuestion, { json }: Shown): Promise<void> {
  const outcome = await tryRebase(services, question)
  if (json) printJson({ kind: 'trial', ...outcome })
  if (outcome.stranded.length > 0) throw refusedFor(outcome, 'Sẽ không chuyển được hồ sơ nào')
  if (!json) printLine(`Sẽ chuyển được cả ${outcome.open} hồ sơ đang theo phiên bản khác. Chưa thay đổi gì.`)
}

async function move(services: Services, question: RebaseQuestion, { json }: Shown): Promise<void> {
  const bar = createProgressBar('Chuyển hồ sơ')
  const outcome = await rebaseOpen(services, { ...question, by: OPERATOR, onProgress: bar.show }).finally(bar.end)
  if (json) printJson(outcome)
  if (outcome.kind === 'refused') throw refusedFor(outcome, 'Không chuyển hồ sơ nào')
  const { moved, left } = outcome
  if (left.length > 0) {
    const lines = left.map(({ dossier, why }) => `  ${dossier}: ${why}`)
    throw new CommandRefused([`Đã chuyển ${moved} hồ sơ, còn ${left.length} hồ sơ vừa đi tiếp:`, ...lines].join('\n'))
  }
  if (!json) printLine(`Đã chuyển ${moved} hồ sơ sang phiên bản ${question.version.version}.`)
}

function refusedFor({ open, stranded }: RebaseTrial, what: string): CommandRefused {
  const head = `${what}: ${stranded.length} trong ${open} hồ sơ đang ở bước mà phiên bản được chọn không có.`
  return new CommandRefused([head, ...stranded.map((each) => `  ${strandedLine(each)}`)].join('\n'))
}
