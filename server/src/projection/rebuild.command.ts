import { formatNumber } from '@motcua/core/kernel/text.ts'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine } from '../platform/command-line.ts'
import { createProgressBar } from '../platform/progress-bar.ts'
import type { OpenServices } from '../services.ts'
import { rebuildProjection, type RebuildServices } from './projection.ts'

/** `motcua rebuild`: facts and search words from the events, while the server works. */
export function rebuildCommand(program: Command, open: OpenServices): void {
  program
    .command('rebuild')
    .description('Dựng lại số liệu thống kê và chỉ mục tìm kiếm từ các sự kiện, trong khi máy chủ vẫn làm việc')
    .option('--json', 'in một đối tượng JSON')
    .action(({ json }: { readonly json?: true }) => open((services) => rebuild(services, json === true)))
}

async function rebuild(services: RebuildServices, json: boolean): Promise<void> {
  const bar = createProgressBar('Dựng lại')
  const startedAt = performance.now()
  const outcome = await rebuildProjection(services, bar.show).finally(bar.end)
  if (outcome.kind === 'refused') {
    throw new CommandRefused(
      'Không dựng lại: một lần dựng lại khác đang chạy trên cơ sở dữ liệu này. ' +
        'Số liệu đang dùng không thay đổi. Hãy chờ lần đó xong rồi chạy lại nếu còn cần.',
    )
  }
  const { events, dossiers, generation } = outcome
  const seconds = Math.round(performance.now() - startedAt) / 1000
  if (json) printJson({ events, dossiers, generation, seconds })
  else
    printLine(
      `Đã dựng lại từ ${formatNumber(events)} sự kiện của ${formatNumber(dossiers)} hồ sơ trong ${formatNumber(seconds)} giây.`,
    )
}
