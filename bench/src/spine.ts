import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierCommand } from '@motcua/core/dossier/dossier-commands.ts'
import { type DossierId, dossierId } from '@motcua/core/kernel/ids.ts'
import { createSpine, SPINE_POOL, type Spine } from '@motcua/server/dossier/dossier.ts'
import { openDatabase } from '@motcua/server/platform/database.ts'
import { migrate } from '@motcua/server/platform/migrate.ts'
import { countDossiers, settle } from './bench.store.ts'
import type { BenchOptions } from './bench.ts'
import { type BenchProvince, loadBenchProvince } from './bench-province.ts'
import { median, printBench, round, say } from './figures.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { copyDossiersForPgbench, plainUpdateScript } from './plain-update.store.ts'

const DOSSIERS = 100_000
const WAITING = 256
const PGBENCH_CLIENTS = 8
const PGBENCH_SECONDS = 6
/** Commit latency comes in bursts: the two are measured in turns, and the medians compared. */
const ROUNDS = 5
const IN_FLIGHT = 2

/** The id of the n-th dossier of the bench, so that pgbench can name its copy by the number. */
const idAt = (n: number): DossierId => dossierId(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)

/**
 * Changes per second through the spine, in process, with 256 waiting at once, against pgbench doing the same row
 * update and event insert as one prepared statement with 8 clients on the same server in the same run.
 */
export async function benchSpine(options: BenchOptions): Promise<void> {
  const pgbench = findPgbench()
  if (pgbench === null) throw new Error('Không thấy pgbench: hãy cài gói postgresql-contrib, hoặc đặt biến PGBENCH.')
  const province = await loadBenchProvince()
  const dataDir = join(options.dataDir, 'spine')
  mkdirSync(dataDir, { recursive: true })
  const database = await openDatabase({ databaseUrl: options.databaseUrl, dataDir, log: say })
  try {
    await migrate(database.pool)
    const pool = database.createPool({
      name: 'bench-spine',
      max: IN_FLIGHT,
      ...SPINE_POOL,
    })
    const spine = createSpine({ pool, rulebook: () => province.rulebook, now: province.now, inFlight: IN_FLIGHT })
    await prepare(spine, province, database.pool)
    const script = await plainUpdateScript(database.pool, DOSSIERS)
    const ours: number[] = []
    const plain: number[] = []
    for (let turn = 1; turn <= ROUNDS; turn += 1) {
      // A step forward and back again: the dossiers are afterwards where they were, whatever the number of rounds.
      const forth = await changesPerSecond(spine, province, FORWARD)
      plain.push(
        await runPgbench(pgbench, { url: database.url, script, clients: PGBENCH_CLIENTS, seconds: PGBENCH_SECONDS }),
      )
      const back = await changesPerSecond(spine, province, SEND_BACK)
      ours.push(forth, back)
      say(`lượt ${turn}: spine ${round(forth)} và ${round(back)}, pgbench ${round(plain.at(-1) ?? 0)} thay đổi/giây`)
      await settle(database.pool)
    }
    const [spineFigure, plainFigure] = [median(ours), median(plain)]
    printBench({
      bench: 'spine',
      dossiers: DOSSIERS,
      waiting: WAITING,
      changesPerSecond: round(spineFigure),
      pgbenchPerSecond: round(plainFigure),
      rounds: ROUNDS,
      ratio: round(spineFigure / plainFigure, 2),
    })
  } finally {
    await database.close()
  }
}

const FORWARD: DossierCommand = { action: 'forward', officer: null, note: null }
const SEND_BACK: DossierCommand = { action: 'sendBack', step: 'tiep-nhan', reason: 'Đo thử' }

async function prepare(spine: Spine, province: BenchProvince, db: Parameters<typeof settle>[0]): Promise<void> {
  if ((await countDossiers(db)) >= 2 * DOSSIERS) return
  say(`Chuẩn bị ${DOSSIERS} hồ sơ…`)
  await changeEach(spine, province, (n) => ({ action: 'submit', content: province.contentAt(n) }))
  await changeEach(spine, province, () => ({ action: 'accept' }))
  await changeEach(spine, province, () => FORWARD)
  await copyDossiersForPgbench(db, DOSSIERS)
  await changeEach(spine, province, () => SEND_BACK)
  await settle(db)
}

async function changesPerSecond(spine: Spine, province: BenchProvince, command: DossierCommand): Promise<number> {
  const started = performance.now()
  await changeEach(spine, province, () => command)
  return (DOSSIERS * 1000) / (performance.now() - started)
}

/** One change of each dossier, with so many asked for at the same time. A refusal is a fault of the bench. */
async function changeEach(
  spine: Spine,
  province: BenchProvince,
  commandAt: (n: number) => DossierCommand,
): Promise<void> {
  let next = 1
  const worker = async (): Promise<void> => {
    while (next <= DOSSIERS) {
      const n = next++
      const change = { dossier: idAt(n), expectedVersion: null, command: commandAt(n), key: null }
      const outcome = await spine.change({ ...change, actor: province.officer })
      if (outcome.kind === 'refused') throw new Error(`dossier ${n}: ${JSON.stringify(outcome.refusal)}`)
    }
  }
  await Promise.all(Array.from({ length: WAITING }, worker))
}
