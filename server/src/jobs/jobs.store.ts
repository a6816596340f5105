import type pg from 'pg'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import type { Db, Tx } from '../platform/database.ts'

/** Where the job library keeps its tables; also known to `motcua` and to backups. */
export const SCHEMA = 'graphile_worker'

export type JobSpec = {
  readonly task: string
  /** Names what is to be done: the same key twice is one job. */
  readonly key: string
  readonly payload: object
  readonly maxAttempts: number
}

/** Within the transaction that moves the dispatcher's checkpoint: a job is made exactly when its event is counted. */
export async function addJobs(tx: Tx, jobs: readonly JobSpec[]): Promise<void> {
  if (jobs.length === 0) return
  await tx.query({
    name: 'add-jobs',
    text: `select count(*) from ${SCHEMA}.add_jobs(array(
      select (task, payload, null, null, max_attempts, key, null, null)::${SCHEMA}.job_spec
      from unnest($1::text[], $2::json[], $3::integer[], $4::text[]) as j(task, payload, max_attempts, key)))`,
    values: [
      jobs.map((job) => job.task),
      jobs.map((job) => JSON.stringify(job.payload)),
      jobs.map((job) => job.maxAttempts),
      jobs.map((job) => job.key),
    ],
  })
}

const PRESENCE = 'motcua jobs '

export async function nameConnection(client: pg.PoolClient, workerIds: readonly string[]): Promise<void> {
  const [id] = workerIds
  if (id === undefined || workerIds.length > 1) throw new Error(`expected one worker, got ${workerIds.join()}`)
  await client.query(`select set_config('application_name', $1, false)`, [`${PRESENCE}${id}`])
}

/**
 * Jobs of a worker that was killed are locked in its name, and the library waits four hours before it takes them
 * back. A worker that has lost its connection is dead; one that fetched within the last seconds may not have named it yet.
 */
export async function releaseJobsOfTheDead(db: Db): Promise<void> {
  await db.query(`select ${SCHEMA}.force_unlock_workers(array(
    select distinct locked_by from ${SCHEMA}._private_jobs
    where locked_at < now() - interval '10 seconds'
      and locked_by not in (
        select substr(application_name, ${PRESENCE.length + 1}) from pg_stat_activity
        where application_name like '${PRESENCE}%' and datname = current_database())))`)
}

export type FailingJob = {
  readonly id: number
  readonly task: string
  readonly key: string | null
  /** failing: will be tried again at `nextAt`; parked: given up after all attempts. */
  readonly state: 'failing' | 'parked'
  readonly attempts: number
  readonly maxAttempts: number
  readonly reason: string
  readonly createdAt: Instant
  readonly nextAt: Instant | null
}

/** Jobs whose last attempt failed, parked ones first. */
export async function listFailingJobs(db: Db, limit: number): Promise<readonly FailingJob[]> {
  const { rows } = await db.query<{
    id: number
    task: string
    key: string | null
    parked: boolean
    attempts: number
    max_attempts: number
    reason: string
    created_at: Instant
    run_at: Instant
  }>({
    name: 'list-failing-jobs',
    text: `select id, task_identifier as task, key, attempts >= max_attempts as parked, attempts, max_attempts,
        last_error as reason, created_at, run_at
      from ${SCHEMA}.jobs where last_error is not null order by parked desc, id limit $1`,
    values: [limit],
  })
  return rows.map((row) => ({
    id: row.id,
    task: row.task,
    key: row.key,
    state: row.parked ? 'parked' : 'failing',
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    reason: row.reason,
    createdAt: row.created_at,
    nextAt: row.parked ? null : row.run_at,
  }))
}

export type JobCounts = { readonly waiting: number; readonly failing: number; readonly parked: number }

export async function countJobs(db: Db): Promise<JobCounts> {
  const { rows } = await db.query<JobCounts>(`select
      count(*) filter (where last_error is null) as waiting,
      count(*) filter (where last_error is not null and attempts < max_attempts) as failing,
      count(*) filter (where last_error is not null and attempts >= max_attempts) as parked
    from ${SCHEMA}.jobs`)
  return rows[0] ?? { waiting: 0, failing: 0, parked: 0 }
}

export type JobAnswer = 'done' | 'job-unknown' | 'job-running'

/** Tries a failing or parked job again now, with all its attempts. */
export async function retryJob(db: Db, id: number): Promise<JobAnswer> {
  const { rowCount } = await db.query(`select from ${SCHEMA}.reschedule_jobs(array[$1::bigint], now(), null, 0)`, [id])
  return rowCount === 1 ? 'done' : whyNot(db, id)
}

/** Removes a job that is not running. What it was to do stays undone. */
export async function cancelJob(db: Db, id: number): Promise<JobAnswer> {
  const { rowCount } = await db.query(`select from ${SCHEMA}.complete_jobs(array[$1::bigint])`, [id])
  return rowCount === 1 ? 'done' : whyNot(db, id)
}

async function whyNot(db: Db, id: number): Promise<JobAnswer> {
  const { rowCount } = await db.query(`select from ${SCHEMA}.jobs where id = $1`, [id])
  return rowCount === 1 ? 'job-running' : 'job-unknown'
}
