import { localDateOf } from '@motcua/core/kernel/instant.ts'
import { formatClock, formatDate } from '@motcua/core/kernel/text.ts'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine, readWhole } from '../platform/command-line.ts'
import type { Db } from '../platform/database.ts'
import type { OpenServices } from '../services.ts'
import {
  cancelJob,
  countJobs,
  type FailingJob,
  type JobAnswer,
  listFailingJobs,
  migrateJobs,
  retryJob,
} from './jobs.ts'

const LISTED = 200

/** `motcua jobs`: what fails, why, and what the operator decides about it. */
export function jobsCommand(program: Command, open: OpenServices): void {
  const withJobs = (work: (db: Db) => Promise<void>): Promise<void> =>
    open(async ({ pool }) => {
      await migrateJobs(pool)
      await work(pool)
    })
  const jobs = program
    .command('jobs')
    .description('Liệt kê các việc nền đang lỗi hoặc đã dừng vì lỗi, kèm lý do')
    .option('--json', 'in một đối tượng JSON')
    .action(({ json }: { readonly json?: true }) => withJobs((db) => list(db, json === true)))
  jobs
    .command('retry')
    .description('Chạy lại ngay một việc đang lỗi hoặc đã dừng')
    .argument('<id>', 'mã việc trong danh sách', readWhole)
    .action((id: number, _: unknown, command: Command) =>
      withJobs(async (db) => tell(await retryJob(db, id), { id, done: 'sẽ được chạy lại ngay', command })),
    )
  jobs
    .command('cancel')
    .description('Bỏ hẳn một việc; điều nó phải làm sẽ không được làm')
    .argument('<id>', 'mã việc trong danh sách', readWhole)
    .action((id: number, _: unknown, command: Command) =>
      withJobs(async (db) => tell(await cancelJob(db, id), { id, done: 'đã bị bỏ', command })),
    )
}

type Done = { readonly id: number; readonly done: string; readonly command: Command }

function tell(answer: JobAnswer, { id, done, command }: Done): void {
  if (answer !== 'done') throw new CommandRefused(REFUSAL[answer])
  if (command.optsWithGlobals<{ readonly json?: true }>().json) printJson({ id, answer })
  else printLine(`Việc ${id} ${done}.`)
}

const REFUSAL = {
  'job-unknown': 'Không có việc nào mang mã này: có thể nó đã xong hoặc đã bị bỏ. Xem lại danh sách bằng lệnh jobs.',
  'job-running': 'Việc này đang chạy nên không thể đổi. Hãy chờ nó xong rồi xem lại bằng lệnh jobs.',
} as const satisfies Record<Exclude<JobAnswer, 'done'>, string>

async function list(db: Db, json: boolean): Promise<void> {
  const [jobs, counts] = await Promise.all([listFailingJobs(db, LISTED), countJobs(db)])
  if (json) {
    printJson({ ...counts, jobs })
    return
  }
  printLine(`Đang chờ: ${counts.waiting}; đang lỗi: ${counts.failing}; đã dừng vì lỗi: ${counts.parked}.`)
  for (const job of jobs) printLine(lineOf(job))
  const unseen = counts.failing + counts.parked - jobs.length
  if (unseen > 0) printLine(`… và ${unseen} việc nữa.`)
}

function lineOf({ id, task, key, attempts, maxAttempts, reason, nextAt }: FailingJob): string {
  const next = nextAt === null ? 'đã dừng' : `thử lại lúc ${formatClock(nextAt)} ${formatDate(localDateOf(nextAt))}`
  return `${id}  ${key ?? task}  lần ${attempts}/${maxAttempts}, ${next}: ${reason.split('\n')[0]}`
}
