import { mkdirSync } from 'node:fs'
import { localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { checkScenario, type Scenario } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { checkAll } from '@motcua/server/check/check.ts'
import { type Database, openDatabase } from '@motcua/server/platform/database.ts'
import { migrate } from '@motcua/server/platform/migrate.ts'
import { rollUp } from '@motcua/server/projection/projection.ts'
import { replayScenario } from '@motcua/server/replay/replay.ts'
import { say } from './figures.ts'
import {
  copyFacts,
  countKnown,
  dropFactIndexes,
  forgetOnCrash,
  keepEndedLives,
  settleFacts,
  settleTotals,
} from './reports.store.ts'

/** The day after the last that is rolled up, and the clock of all reports. */
export const NOW = parseInstant('2027-01-01T00:00')
const COPIERS = 2
const COPIES_AT_ONCE = 20

export type Loaded = {
  readonly database: Database
  readonly dossiers: number
  readonly facts: number
  /** Null where it was loaded by an earlier run. */
  readonly loadSeconds: number | null
}

/**
 * A database with so many dossiers over ten years. A month is lived through the spine and checked with `motcua check`;
 * its facts are then copied over the years, row by row as they are, and rolled up as the worker does it.
 */
export async function loadReports(dataDir: string, dossiers: number, rulebook: Rulebook): Promise<Loaded> {
  mkdirSync(dataDir, { recursive: true })
  const serverSettings = { max_wal_size: '8GB', maintenance_work_mem: '1GB' }
  const database = await openDatabase({ databaseUrl: null, dataDir, log: say, serverSettings })
  try {
    await migrate(database.pool)
    const known = await countKnown(database.pool)
    if (known.dossiers > 0.9 * dossiers) return { database, ...known, loadSeconds: null }
    if (known.dossiers > 0) throw new Error(`${dataDir} giữ dữ liệu của một lần nạp dở; hãy xoá thư mục này.`)
    const loadSeconds = await load(database, dossiers, rulebook)
    return { database, ...(await countKnown(database.pool)), loadSeconds }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Between them they ask for every column of the facts that a report counts by. */
const CHECKED_FORMS = ['II.06a', 'ly-do-bo-sung-tra-lai', 'buu-chinh-cong-ich']

async function load(database: Database, dossiers: number, rulebook: Rulebook): Promise<number> {
  const services = { database, pool: database.pool, rulebook: () => rulebook }
  say(`Chuẩn bị ${dossiers} hồ sơ trong mười năm (một lần)…`)
  const lived = await replayScenario({ scenario: smallMonth(), seed: 1, services, progress: () => undefined })
  if (lived.differences.length > 0) throw new Error('Tháng sống thật không khớp với số đã công bố.')
  for (const form of CHECKED_FORMS) {
    const { differences } = await checkAll({
      ...{ services: { ...services, now: () => NOW }, period: null, scope: null, form, progress: () => undefined },
    })
    if (differences.length > 0) throw new Error(`Tháng sống thật không qua được motcua check: ${differences[0]?.what}`)
  }
  say(`sống thật ${lived.dossiers} hồ sơ trong ${lived.seconds} giây, motcua check đều khớp`)
  const startedAt = performance.now()
  await copyLives(database, dossiers)
  const steps = await rollUp(database.pool, { name: 'dossiers', to: localDate('2027-01-01'), step: 'year' })
  await settleTotals(database.pool)
  const seconds = (performance.now() - startedAt) / 1000
  say(`nạp và cộng dồn ${steps} năm trong ${Math.round(seconds)} giây`)
  return Math.round(seconds)
}

async function copyLives(database: Database, dossiers: number): Promise<void> {
  const { pool } = database
  const lives = await keepEndedLives(pool)
  const all = Math.ceil(dossiers / lives)
  const indexes = await dropFactIndexes(pool)
  await forgetOnCrash(pool)
  const startedAt = performance.now()
  const said = (what: string): void => say(`${what}: ${Math.round((performance.now() - startedAt) / 1000)} giây`)
  let next = 0
  const copier = async (): Promise<void> => {
    for (let from = next; from < all; from = next) {
      next += COPIES_AT_ONCE
      await copyFacts(pool, { from, to: Math.min(all, from + COPIES_AT_ONCE) - 1, all })
    }
  }
  await Promise.all(Array.from({ length: COPIERS }, copier))
  said('đã chép')
  for (const index of indexes) await pool.query(index)
  said('đã lập chỉ mục')
  await settleFacts(pool)
  said('đã thu dọn')
}

/** Of what is received new in the month that is lived: as provinces publish it, most at the communes. */
const LEVELS = { province: 0.2, district: 0.25, commune: 0.55 }
const RECEIVED_NEW = 7_500

/** A month of all three levels in which everything happens that a report counts. */
function smallMonth(): Scenario {
  const groups = Object.entries(LEVELS).map(([scope, share]) => {
    const of = (figure: number): number => Math.round(figure * share)
    return {
      scope,
      figures: {
        ...{ carriedOver: of(1_800), receivedNew: of(RECEIVED_NEW), receivedOnline: of(3_100) },
        ...{ resolvedTotal: of(7_400), resolvedLate: of(90), certifiedCopies: of(900) },
      },
    }
  })
  const period = { from: '2024-02-21', to: '2024-03-20' }
  const checked = checkScenario({
    ...{ id: 'thang-do-thu', title: 'Tháng đo thử', source: 'đặt ra để đo', province: 'Đồng Tháp', period, groups },
  })
  if ('problems' in checked) throw new Error(checked.problems.join('\n'))
  return checked.scenario
}
