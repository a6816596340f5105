import type { Command } from 'commander'
import { progressBar } from '../platform/progress-bar.ts'
import { type DispatcherServices, rebuildProjection } from './projection.ts'

type Open = () => Promise<DispatcherServices & { readonly close: () => Promise<void> }>

/** `motcua rebuild`: facts and search words from the events, while the server works. */
export function rebuildCommand(program: Command, open: Open): void {
  program
    .command('rebuild')
    .description('Dựng lại số liệu thống kê và chỉ mục tìm kiếm từ các sự kiện, trong khi máy chủ vẫn làm việc')
    .option('--json', 'in kết quả dưới dạng một đối tượng JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const services = await open()
      try {
        await rebuild(services, json === true)
      } finally {
        await services.close()
      }
    })
}

async function rebuild(services: DispatcherServices, json: boolean): Promise<void> {
  const bar = progressBar('Dựng lại')
  const startedAt = performance.now()
  const outcome = await rebuildProjection(services, bar.show).finally(bar.end)
  if (outcome.kind === 'refused') {
    process.stderr.write(
      'Không dựng lại: một lần dựng lại khác đang chạy trên cơ sở dữ liệu này. ' +
        'Số liệu đang dùng không thay đổi. Hãy chờ lần đó xong rồi chạy lại nếu còn cần.\n',
    )
    process.exitCode = 1
    return
  }
  const { events, dossiers, generation } = outcome
  const seconds = Math.round(performance.now() - startedAt) / 1000
  process.stdout.write(
    json
      ? `${JSON.stringify({ events, dossiers, generation, seconds })}\n`
      : `Đã dựng lại từ ${events} sự kiện của ${dossiers} hồ sơ trong ${seconds} giây (đời số liệu ${generation}).\n`,
  )
}
