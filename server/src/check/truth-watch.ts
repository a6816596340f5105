import { setTimeout as sleep } from 'node:timers/promises'
import { DAY_MS, type Instant, instant } from '@motcua/core/kernel/instant.ts'
import { createRandom, type Random } from '@motcua/core/kernel/random.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type pg from 'pg'
import type { TroubleLog } from '../jobs/jobs.ts'
import { type Db, type Tx, withTransaction } from '../platform/database.ts'
import {
  type Alarm,
  clearAlarm,
  type Difference,
  findCountedPlace,
  findRandomDossier,
  findTruthState,
  forgetAgreed,
  listAlarms,
  recordTruth,
  takeSnapshot,
  type TruthRecord,
} from './check.store.ts'
import { checkDossier } from './check-dossier.ts'
import { compareTotals, randomQuestion, type TotalsQuestion } from './compare-totals.ts'
import { idBelow, readEvidence } from './evidence.ts'

export type TruthServices = {
  readonly pool: pg.Pool
  readonly rulebook: () => Rulebook
  readonly now: () => Instant
  readonly log?: TroubleLog
}

export type TruthWatch = { readonly stop: () => Promise<void> }

/** When something was last compared, and how many comparisons found something that still does not agree. */
export type Truth = { readonly checkedAt: Instant | null; readonly alarms: number }

/** Little and often: a round takes a fraction of a second of one connection. */
const EVERY_MS = 30_000
const DOSSIERS_A_ROUND = 20
const ALARMS_A_ROUND = 5
/** Of what is wrong, so much is kept. */
const LISTED_AT_MOST = 20
const KEPT_DAYS = 30

/** Compares something at random every half minute, until it is stopped. */
export function startTruthWatch(services: TruthServices): TruthWatch {
  const stopping = new AbortController()
  const running = keepWatching(services, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function keepWatching(services: TruthServices, stopping: AbortSignal): Promise<void> {
  const random = createRandom(services.now())
  for (;;) {
    await sleep(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined)
    if (stopping.aborted) return
    try {
      await watchOnce(services, random)
    } catch (error) {
      if (!stopping.aborted) services.log?.error({ err: error }, 'truth: a comparison failed and will be tried again')
    }
  }
}

/** Asks again what did not agree, then compares some dossiers and one question, all at random; answers how many differ. */
export async function watchOnce({ pool, rulebook, now, log }: TruthServices, random: Random): Promise<number> {
  for (const alarm of await listAlarms(pool, ALARMS_A_ROUND)) {
    if ((await differencesOf(pool, alarm, rulebook())).length === 0) await clearAlarm(pool, alarm.id, now())
  }
  const totals = await randomQuestion(pool, rulebook(), random)
  const near = await findRandomDossier(pool)
  const questions: Pick<Alarm, 'kind' | 'question'>[] = [
    ...(near === null ? [] : [{ kind: 'dossiers' as const, question: { from: near } }]),
    ...(totals === null ? [] : [{ kind: 'totals' as const, question: totals }]),
  ]
  let found = 0
  for (const asked of questions) {
    const differences = await differencesOf(pool, asked, rulebook())
    await recordTruth(pool, { ...asked, differences: differences.slice(0, LISTED_AT_MOST) }, now())
    if (differences.length === 0) continue
    found += differences.length
    log?.error({ err: new Error(describe(differences)) }, 'truth: something differs from what the events say')
  }
  await forgetAgreed(pool, instant(now() - KEPT_DAYS * DAY_MS))
  return found
}

function describe(differences: readonly Difference[]): string {
  const listed = differences
    .slice(0, 3)
    .map(({ dossier, what, reason }) => `${dossier ?? ''} ${what}: ${reason}`.trim())
  return `${differences.length} chỗ không khớp: ${listed.join('; ')}`
}

/** All of a comparison is read from one snapshot: the system works meanwhile. */
function differencesOf(
  pool: pg.Pool,
  { kind, question }: Pick<TruthRecord, 'kind' | 'question'>,
  rulebook: Rulebook,
): Promise<readonly Difference[]> {
  return withTransaction(pool, async (tx) => {
    await takeSnapshot(tx)
    // The question is our own, as `recordTruth` has written it.
    if (kind === 'totals') return compareTotals(tx, question as TotalsQuestion, rulebook)
    return compareDossiers(tx, (question as { readonly from: string }).from, rulebook)
  })
}

async function compareDossiers(tx: Tx, from: string, rulebook: Rulebook): Promise<readonly Difference[]> {
  const counted = await findCountedPlace(tx)
  if (counted === null) return []
  const { dossiers } = await readEvidence(tx, { above: idBelow(from), limit: DOSSIERS_A_ROUND }, counted)
  return dossiers.flatMap((evidence) => checkDossier(evidence, rulebook).differences)
}

export function findTruth(db: Db): Promise<Truth> {
  return findTruthState(db)
}
