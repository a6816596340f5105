import { setTimeout as sleep } from 'node:timers/promises'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type pg from 'pg'
import { migrateJobs, type TroubleLog } from '../jobs/jobs.ts'
import { withTransaction } from '../platform/database.ts'
import { type Bell, newBell } from './bell.ts'
import { countEvents } from './count-events.ts'
import { newListener } from './listen.ts'
import {
  claimCheckpoint,
  ensureProjection,
  findReached,
  hasBeyond,
  hasMore,
  LISTEN,
  nextTransaction,
} from './projection.store.ts'

export type DispatcherServices = {
  /** Takes up to three connections. */
  readonly pool: pg.Pool
  readonly rulebook: () => Rulebook
  /** Without it `all`. Whoever counts a `history` calls `planOpenReminders` when it has been told. */
  readonly effects?: 'all' | 'history'
  /** Told of what goes wrong; the dispatcher tries again by itself. */
  readonly log?: TroubleLog
}

export type Dispatcher = { readonly stop: () => Promise<void> }

/** A turn is one transaction; larger ones are hardly faster and hold back readers who wait. */
const TURN_EVENTS = 2_000
/** Without news, how often to look all the same: a notification may have been lost with its connection. */
const POLL_MS = 1_000
/** Another process is at it, or died at it. */
const BUSY_MS = 200
/** Under load, let a few batches gather before the next turn. */
const GATHER_MS = 20
const BACKOFF_MS = [100, 300, 1_000, 3_000, 5_000] as const

/** busy: another process is counting; held: the newest events wait for an older transaction; more: a full turn was counted. */
type Turn = 'busy' | 'idle' | 'held' | 'more'

/**
 * Follows the events in their global order and counts each exactly once, whatever happens to this process: the
 * checkpoint moves in the transaction that writes the effects. Any number of processes may run one; they take turns.
 */
export function startDispatcher(services: DispatcherServices): Dispatcher {
  const stopping = new AbortController()
  const bell = newBell()
  const running = follow(services, bell, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      bell.ring('urgent')
      await running
    },
  }
}

async function follow(services: DispatcherServices, bell: Bell, stopping: AbortSignal): Promise<void> {
  const listener = newListener(services.pool, {
    statement: LISTEN,
    heard: (payload) => bell.ring(payload === 'count' ? 'urgent' : 'news'),
    lost: () => bell.ring('news'),
  })
  let prepared = false
  let failures = 0
  while (!stopping.aborted) {
    try {
      if (!prepared) await prepareProjection(services.pool)
      prepared = true
      await listener.ensure()
      const turn = await takeTurn(services)
      failures = 0
      if (turn !== 'more') await waitForWork(services, { bell, turn, stopping })
    } catch (error) {
      if (stopping.aborted) break
      services.log?.error({ err: error }, 'dispatcher: a turn failed and will be tried again')
      const pause = BACKOFF_MS[Math.min(failures++, BACKOFF_MS.length - 1)] ?? POLL_MS
      await sleep(pause, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
  listener.close()
}

type Waiting = { readonly bell: Bell; readonly turn: Turn; readonly stopping: AbortSignal }

/** Looking takes no lock and writes nothing, so that an idle dispatcher costs next to nothing. */
async function waitForWork(services: DispatcherServices, { bell, turn, stopping }: Waiting): Promise<void> {
  let pause = turn === 'held' ? 10 : turn === 'busy' ? BUSY_MS : POLL_MS
  while (!stopping.aborted) {
    const ring = await bell.wait(pause)
    if (ring === 'news') await bell.waitUrgent(GATHER_MS)
    if (ring !== 'silent' || (await hasMore(services.pool))) return
    pause = Math.min(pause * 2, POLL_MS)
  }
}

async function takeTurn({ pool, rulebook, effects = 'all' }: DispatcherServices): Promise<Turn> {
  return withTransaction(pool, async (tx) => {
    const checkpoint = await claimCheckpoint(tx, 'dossiers')
    if (checkpoint === undefined) return 'busy'
    const { drained } = await countEvents(tx, checkpoint, { rulebook: rulebook(), limit: TURN_EVENTS, effects })
    if (!drained) return 'more'
    return (await hasBeyond(tx, checkpoint.horizon)) ? 'held' : 'idle'
  })
}

/** What must be there before the first turn, and is there after the first start. */
export async function prepareProjection(pool: pg.Pool): Promise<void> {
  await migrateJobs(pool)
  await ensureProjection(pool)
}

/**
 * Counts everything that was written before the call, beside other dispatchers that may run. Waits for transactions
 * that were in flight at the call.
 */
export async function runDispatcherUntilIdle(services: DispatcherServices): Promise<void> {
  await prepareProjection(services.pool)
  const asked = await nextTransaction(services.pool)
  for (;;) {
    const turn = await takeTurn(services)
    if (turn === 'more') continue
    if ((await findReached(services.pool, asked))?.reached === true) return
    await sleep(5)
  }
}
