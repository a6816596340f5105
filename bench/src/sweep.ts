import { mkdirSync } from 'node:fs'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { migrateJobs } from '@motcua/server/jobs/jobs.ts'
import { openDatabase } from '@motcua/server/platform/database.ts'
import { migrate } from '@motcua/server/platform/migrate.ts'
import { sweepReminders } from '@motcua/server/reminder/reminder.ts'
import type { BenchOptions } from './bench.ts'
import { median, printBench, round, say } from './figures.ts'
import { dropReminders, makeDue, makeReminders } from './sweep.store.ts'

const OPEN = 1_000_000
const DUE = 100
const ROUNDS = 15
/** What the sweep may cost at most, in milliseconds. */
const TARGET_MS = 50
const NOW = parseInstant('2024-03-14T08:00')
const LATER = parseInstant('2024-03-15T08:00')

/** One sweep over a million waiting reminders of which a hundred are due, and one of which none is. */
export async function benchSweep({ dataDir, databaseUrl }: BenchOptions): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const database = await openDatabase({ databaseUrl, dataDir, log: say })
  // One connection, which finds the table of the measurement first.
  const pool = database.createPool({ name: 'motcua-bench-sweep', max: 1 })
  try {
    await migrate(database.pool)
    await migrateJobs(database.pool)
    say(`Chuẩn bị ${OPEN} nhắc việc đang chờ…`)
    await makeReminders(pool, OPEN, LATER)
    const [idle, busy] = [[] as number[], [] as number[]]
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      idle.push(await timed(() => sweepReminders({ pool, now: () => NOW }), 0))
      await makeDue(pool, DUE, NOW)
      busy.push(await timed(() => sweepReminders({ pool, now: () => NOW }), DUE))
    }
    printBench({
      bench: 'sweep',
      openDossiers: OPEN,
      due: DUE,
      sweepMs: round(median(busy), 2),
      idleMs: round(median(idle), 2),
      targetMs: TARGET_MS,
      rounds: ROUNDS,
    })
  } finally {
    await dropReminders(pool)
    await database.close()
  }
}

async function timed(sweep: () => Promise<number>, expected: number): Promise<number> {
  const started = performance.now()
  const fired = await sweep()
  const took = performance.now() - started
  if (fired !== expected) throw new Error(`Lượt quét nhắc ${fired} việc, đúng ra là ${expected}.`)
  return took
}
