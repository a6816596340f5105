import { type Command, InvalidArgumentError } from 'commander'
import type pg from 'pg'
import { localDateOf } from '@motcua/core/kernel/instant.ts'
import { formatClock, formatDate } from '@motcua/core/kernel/text.ts'
import {
  cancelJob,
  countJobs,
  type FailingJob,
  type JobAnswer,
  listFailingJobs,
  migrateJobs,
  retryJob,
} from './jobs.ts'

type Opened = { readonly pool: pg.Pool; readonly close: () => Promise<void> }
type Open = () => Promise<Opened>

const LISTED = 200

/** `motcua jobs`: what fails, why, and what the operator decides about it. */
export function jobsCommand(program: Command, open: Open): void {
  const withPool = async (work: (pool: pg.Pool) => Promise<void>): Promise<void> => {
    const { pool, close } = await open()
    try {
      await migrateJobs(pool)
      await work(pool)
    } finally {
      await close()
    }
  }
  const jobs = program
    .command('jobs')
    .description('Liệt kê các việc nền đang lỗi hoặc đã dừng vì lỗi, kèm lý do')
    .option('--json', 'in kết quả dưới dạng một đối tượng JSON')
    .action(({ json }: { readonly json?: boolean }) => withPool((pool) => list(pool, json === true)))
  jobs
    .command('retry <id>')
    .description('Chạy lại ngay một việc đang lỗi hoặc đã dừng')
    .action((id: string) =>
      withPool(async (pool) => tell(await retryJob(pool, jobId(id)), `Việc ${id} sẽ được chạy lại ngay.`)),
    )
  jobs
    .command('cancel <id>')
    .description('Bỏ hẳn một việc; điều nó phải làm sẽ không được làm')
    .action((id: string) => withPool(async (pool) => tell(await cancelJob(pool, jobId(id)), `Đã bỏ việc ${id}.`)))
}

function jobId(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Mã việc là một số, như trong danh sách của lệnh jobs.')
  return Number(text)
}

function tell(answer: JobAnswer, done: string): void {
  if (answer === 'done') {
    process.stdout.write(`${done}\n`)
    return
  }
  process.stderr.write(REFUSAL[answer])
  process.exitCode = 1
}

const REFUSAL = {
  'job-unknown': 'Không có việc nào mang mã này: có thể nó đã xong hoặc đã bị bỏ. Xem lại danh sách bằng lệnh jobs.\n',
  'job-running': 'Việc này đang chạy nên không thể đổi. Hãy chờ nó xong rồi xem lại bằng lệnh jobs.\n',
} as const satisfies Record<Exclude<JobAnswer, 'done'>, string>

async function list(pool: pg.Pool, json: boolean): Promise<void> {
  const [jobs, counts] = await Promise.all([listFailingJobs(pool, LISTED), countJobs(pool)])
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...counts, jobs })}\n`)
    return
  }
  process.stdout.write(`Đang chờ: ${counts.waiting}; đang lỗi: ${counts.failing}; đã dừng vì lỗi: ${counts.parked}.\n`)
  for (const job of jobs) process.stdout.write(`${line(job)}\n`)
}

function line({ id, task, key, attempts, maxAttempts, reason, nextAt }: FailingJob): string {
  const next = nextAt === null ? 'đã dừng' : `thử lại lúc ${formatClock(nextAt)} ${formatDate(localDateOf(nextAt))}`
  return `${id}  ${key ?? task}  lần ${attempts}/${maxAttempts}, ${next}: ${firstLine(reason)}`
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
