import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner, runMigrations, type SharedOptions } from 'graphile-worker'
import type pg from 'pg'
import { releaseJobsOfTheDead, SCHEMA } from './jobs.store.ts'
import { type Presence, stayPresent } from './presence.ts'

export {
  addJobs,
  cancelJob,
  countJobs,
  type FailingJob,
  type JobSpec,
  listFailingJobs,
  type JobAnswer,
  retryJob,
} from './jobs.store.ts'

/** Does one job. It may run again after a crash, so it must be idempotent; what it throws is the reason shown to the operator. */
export type JobHandler = (payload: unknown) => Promise<void>

export type JobServices = {
  /** A pool of its own: waiting, fetching and the jobs themselves take up to eight connections. */
  readonly pool: pg.Pool
  readonly log?: TroubleLog
}

/** As pino has it. */
export type TroubleLog = { readonly error: (details: object, message: string) => void }

export type JobRunner = { readonly stop: () => Promise<void> }

type JobWork = { readonly handlers: Readonly<Record<string, JobHandler>>; readonly daily: readonly string[] }

const CONCURRENCY = 4
/** Small: jobs that lie here are out of reach of the other workers. */
const LOCAL_QUEUE = { size: 20, ttl: 30_000 }
const COMPLETE_BATCH_MS = 5
const RELEASE_EVERY_MS = 30_000
/** Three at night in Vietnam; the library counts in UTC. */
const DAILY = '0 20 * * *'
const RESTART_AFTER_MS = [200, 1_000, 5_000] as const

/** The library makes and upgrades the tables of its own schema. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations(options(pool, undefined))
}

/**
 * Does jobs until it is stopped; survives the database going away. Handlers by task name; `daily` names those that are
 * done once a day besides, by whichever worker comes first.
 */
export function startJobs(
  services: JobServices,
  handlers: Readonly<Record<string, JobHandler>>,
  daily: readonly string[] = [],
): JobRunner {
  const stopping = new AbortController()
  const running = keepRunning(services, { handlers, daily }, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function keepRunning(services: JobServices, work: JobWork, stopping: AbortSignal): Promise<void> {
  for (let failures = 0; !stopping.aborted; ) {
    const startedAt = performance.now()
    try {
      await runUntilBroken(services, work, stopping)
    } catch (error) {
      services.log?.error({ err: error }, 'jobs: the runner broke and will be started again')
    }
    failures = performance.now() - startedAt > 60_000 ? 0 : failures + 1
    const pause = RESTART_AFTER_MS[Math.min(failures, RESTART_AFTER_MS.length) - 1] ?? 0
    await sleep(pause, undefined, { signal: stopping }).catch(() => undefined)
  }
}

async function runUntilBroken(
  services: JobServices,
  { handlers, daily }: JobWork,
  stopping: AbortSignal,
): Promise<void> {
  const events = new EventEmitter()
  const ids: string[] = []
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => ids.push(workerPool.id))
  const presence = await stayPresent(services.pool)
  try {
    await migrateJobs(services.pool)
    await releaseJobsOfTheDead(services.pool)
    const runner = await run({
      ...options(services.pool, services.log),
      events,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(daily.map((task) => ({ task, match: DAILY }))),
      taskList: Object.fromEntries(
        Object.entries(handlers).map(([task, handle]) => [task, (payload) => handle(payload)]),
      ),
    })
    await presence.bear(ids)
    await endOf(runner, { services, presence, stopping })
  } finally {
    await presence.leave()
  }
}

type Watch = { readonly services: JobServices; readonly presence: Presence; readonly stopping: AbortSignal }

async function endOf(runner: Runner, { services, presence, stopping }: Watch): Promise<void> {
  const stop = () => void runner.stop().catch(() => undefined)
  if (stopping.aborted) stop()
  stopping.addEventListener('abort', stop)
  // Who lost its presence is taken for dead by others: it must begin anew.
  void presence.lost.then(stop)
  const sweep = setInterval(
    () =>
      void releaseJobsOfTheDead(services.pool).catch((err) =>
        services.log?.error({ err }, 'jobs: those of dead workers could not be released'),
      ),
    RELEASE_EVERY_MS,
  )
  try {
    await runner.promise
  } finally {
    clearInterval(sweep)
    stopping.removeEventListener('abort', stop)
  }
}

/** Everything that the library could take from the environment is said here. */
function options(pool: pg.Pool, log: TroubleLog | undefined): SharedOptions {
  surviveBrokenConnections(pool)
  return {
    pgPool: pool,
    schema: SCHEMA,
    logger: new Logger(() => (level, message, meta) => {
      // Of a job that fails only the message: the payload is none of the log's business.
      if (level === 'error') log?.error({ err: meta?.['error'] }, `jobs: ${message}`)
    }),
    preset: { worker: { localQueue: LOCAL_QUEUE, completeJobBatchDelay: COMPLETE_BATCH_MS } },
  }
}

/** A connection that breaks while somebody holds it must not end the process; its next query fails instead. */
function surviveBrokenConnections(pool: pg.Pool): void {
  if (pool.listenerCount('connect') > 0) return
  pool.on('connect', (client) => client.on('error', () => undefined))
}
