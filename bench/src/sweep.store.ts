import type { Db } from '@motcua/server/platform/database.ts'
import { toIso, type Instant } from '@motcua/core/kernel/instant.ts'

/** A table of its own beside the real one, found first by whoever searches this schema first. */
export async function makeReminders(db: Db, count: number, from: Instant): Promise<void> {
  await db.query('drop schema if exists bench_sweep cascade')
  await db.query('create schema bench_sweep')
  await db.query('create table bench_sweep.reminder (like public.reminder including all)')
  await db.query('set search_path to bench_sweep, public')
  await db.query(
    `insert into reminder (dossier_id, kind, audience, due_at, fire_at, unit_id, role)
      select gen_random_uuid(), 'due', 'holder', fire_at, fire_at, 'H20.15', 'leader'
      from generate_series(1, $1::integer) as n
        cross join lateral (select $2::timestamptz + interval '1 minute' * (n % 100000) as fire_at) as at`,
    [count, toIso(from)],
  )
  await db.query('vacuum analyze reminder')
}

/** Brings the time of so many that wait to this moment. */
export async function makeDue(db: Db, count: number, at: Instant): Promise<void> {
  await db.query(
    `update reminder set fire_at = $2 where id = any(array(
      select id from reminder where fired_at is null order by id limit $1))`,
    [count, toIso(at)],
  )
}

export async function dropReminders(db: Db): Promise<void> {
  // The jobs of what was fired are about dossiers that there are not.
  await db.query(`delete from graphile_worker._private_jobs j
    where not exists (select from dossier d where d.id::text = j.payload ->> 'dossier')`)
  await db.query('drop schema if exists bench_sweep cascade')
}
