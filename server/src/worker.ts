import type { Command } from 'commander'
import { startBackground } from './background.ts'
import { printLine } from './platform/command-line.ts'
import { createLog, type OpenServices, type Services } from './services.ts'

/** `motcua worker`: what the server does beside its requests, in a process of its own; as many as wanted. */
export function workerCommand(program: Command, open: OpenServices): void {
  program
    .command('worker')
    .description('Chạy riêng phần việc nền: đếm sự kiện thành số liệu và làm các việc được giao, cho đến khi bị dừng')
    .action(() => open(workUntilStopped))
}

async function workUntilStopped(services: Services): Promise<void> {
  const background = startBackground({ ...services, log: createLog(process.env.MOTCUA_LOG ?? 'warn') })
  printLine('Đang làm việc nền. Nhấn Ctrl+C để dừng.')
  await stopSignal()
  printLine('Đang dừng…')
  await background.stop()
}

function stopSignal(): Promise<void> {
  // Signals alone keep no process alive, and while the database is away nothing else may.
  const alive = setInterval(() => undefined, 60_000)
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        clearInterval(alive)
        resolve()
      })
    }
  })
}
