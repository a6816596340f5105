import { mkdirSync } from 'node:fs'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import { createSpine, SPINE_POOL } from '@motcua/server/dossier/dossier.ts'
import { openDatabase } from '@motcua/server/platform/database.ts'
import { migrate } from '@motcua/server/platform/migrate.ts'
import { runDispatcherUntilIdle } from '@motcua/server/projection/projection.ts'
import { countDossiers, settle } from './bench.store.ts'
import type { BenchProvince } from './bench-province.ts'
import { say } from './figures.ts'
import { copyLives } from './million.store.ts'

const MILLION = 1_000_000
/** So many are really lived; the rest are copies of them with ids, codes and places of their own. */
const LIVED = 1_000

/** A database with a million dossiers, their events, facts and search words. Made once, used again. */
export async function prepareMillion(dataDir: string, province: BenchProvince): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const database = await openDatabase({ databaseUrl: null, dataDir, log: say })
  try {
    await migrate(database.pool)
    if ((await countDossiers(database.pool)) >= MILLION) return
    say(`Chuẩn bị ${MILLION} hồ sơ (một lần)…`)
    const pool = database.createPool({ name: 'bench-million', max: 2, ...SPINE_POOL })
    const spine = createSpine({ pool, rulebook: () => province.rulebook, now: province.now })
    const ids = Array.from({ length: LIVED }, (_, n) =>
      dossierId(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`),
    )
    for (const command of province.life) {
      const outcomes = await spine.changeAll(
        ids.map((dossier, n) => ({
          dossier,
          expectedVersion: null,
          command: command(n),
          key: null,
          actor: province.officer,
        })),
      )
      const refused = outcomes.find((outcome) => outcome.kind === 'refused')
      if (refused !== undefined) throw new Error(JSON.stringify(refused))
    }
    await runDispatcherUntilIdle({ pool: database.pool, rulebook: () => province.rulebook })
    await copyLives(database.pool, MILLION / LIVED - 1)
    await settle(database.pool)
  } finally {
    await database.close()
  }
}
