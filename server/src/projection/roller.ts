import { setTimeout as sleep } from 'node:timers/promises'
import { type Instant, localDateOf } from '@motcua/core/kernel/instant.ts'
import type pg from 'pg'
import type { TroubleLog } from '../jobs/jobs.ts'
import { ensureProjection } from './projection.store.ts'
import { rollUp } from './roll-up.ts'

export type RollerServices = {
  readonly pool: pg.Pool
  readonly now: () => Instant
  readonly log?: TroubleLog
}

export type Roller = { readonly stop: () => Promise<void> }

/** A day is rolled up once; until then reports count it from its facts. */
const EVERY_MS = 60_000

/** Rolls up each day when it is over, until it is stopped. Any number of processes may run one. */
export function startRoller(services: RollerServices): Roller {
  const stopping = new AbortController()
  const running = keepRolling(services, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function keepRolling({ pool, now, log }: RollerServices, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await ensureProjection(pool)
      await rollUp(pool, { name: 'dossiers', to: localDateOf(now()), step: 'month' })
    } catch (error) {
      if (!stopping.aborted)
        log?.error({ err: error }, 'running totals: a day was not rolled up and will be tried again')
    }
    await sleep(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined)
  }
}
