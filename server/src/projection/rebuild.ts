import { type Instant, localDateOf } from '@motcua/core/kernel/instant.ts'
import type pg from 'pg'
import { type Tx, withTransaction } from '../platform/database.ts'
import { renewReminders } from '../reminder/reminder.ts'
import { type Counted, countEvents } from './count-events.ts'
import { type DispatcherServices, prepareProjection } from './dispatcher.ts'
import { nameAfter, searchRow } from './dossier-name.ts'
import { deleteOtherFacts } from './fact.store.ts'
import { rollUp } from './roll-up.ts'
import { deleteOtherRollups, findRolled } from './rollup.store.ts'
import {
  beginBuilding,
  type Checkpoint,
  countStored,
  findActiveGeneration,
  leaveRebuildLock,
  listNamingEvents,
  lockCheckpoint,
  switchGeneration,
  tryRebuildLock,
} from './projection.store.ts'
import { renewPartRows } from './part.store.ts'
import { deleteSearchRowsBetween, listDossiersAfter, writeSearchRows } from './search.store.ts'

export type RebuildOutcome =
  | { readonly kind: 'rebuilt'; readonly generation: number; readonly events: number; readonly dossiers: number }
  | { readonly kind: 'refused'; readonly reason: 'rebuild-running' }

/** With a clock, running totals are made up to its day; without, as far as they had come. */
export type RebuildServices = DispatcherServices & { readonly now?: () => Instant }

/** Of events and dossiers, how many are done. */
export type Progress = (done: number, total: number) => void

const BUILD_EVENTS = 5_000
const DELETE_ROWS = 20_000
const SEARCH_DOSSIERS = 500

/**
 * Makes facts, search words and reminders anew while the server works. Facts grow as a new generation beside the one
 * that is read and replace it in one transaction; jobs are not made again, and what was fired is not fired again. Broken off, it leaves everything as it
 * was, and the next one begins anew.
 */
export async function rebuildProjection(services: RebuildServices, progress: Progress): Promise<RebuildOutcome> {
  await prepareProjection(services.pool)
  const lock = await services.pool.connect()
  lock.on('error', () => undefined)
  try {
    if (!(await tryRebuildLock(lock))) return { kind: 'refused', reason: 'rebuild-running' }
    return await rebuild(services, progress)
  } finally {
    // A connection that is gone has taken its lock with it.
    await leaveRebuildLock(lock).catch(() => undefined)
    lock.release(true)
  }
}

async function rebuild(services: RebuildServices, progress: Progress): Promise<RebuildOutcome> {
  const { pool } = services
  const active = await findActiveGeneration(pool)
  const generation = active + 1
  const stored = await countStored(pool)
  const total = stored.events + stored.dossiers
  await deleteUnread(pool, active)
  await withTransaction(pool, (tx) => beginBuilding(tx, generation))
  const built = await buildFacts(services, (done) => progress(done, total))
  const { rolledOn } = await findRolled(pool, 'dossiers')
  const to = services.now === undefined ? rolledOn : localDateOf(services.now())
  if (to !== null) await rollUp(pool, { name: 'dossiers-building', to, step: 'year' })
  const caughtUp = await withTransaction(pool, (tx) => catchUpAndSwitch(tx, services, generation))
  await deleteUnread(pool, generation)
  const dossiers = await rebuildInPlace(services, (done) => progress(built + done, total))
  return { kind: 'rebuilt', generation, events: built + caughtUp, dossiers }
}

async function deleteUnread(pool: pg.Pool, generation: number): Promise<void> {
  while ((await deleteOtherFacts(pool, generation, DELETE_ROWS)) > 0);
  while ((await deleteOtherRollups(pool, generation, DELETE_ROWS)) === DELETE_ROWS);
}

async function buildFacts({ pool, rulebook }: DispatcherServices, progress: (done: number) => void): Promise<number> {
  const counting = { rulebook: rulebook(), limit: BUILD_EVENTS, effects: 'facts' } as const
  let built = 0
  for (;;) {
    const { events, drained } = await withTransaction(pool, async (tx) =>
      countEvents(tx, await lockCheckpoint(tx, 'dossiers-building'), counting),
    )
    built += events
    progress(built)
    if (drained) return built
  }
}

/**
 * Holds the dispatchers off for the moment of the switch. Both generations are brought to the same place: what the new
 * one had counted ahead must not lose its jobs and words.
 */
async function catchUpAndSwitch(tx: Tx, { rulebook }: DispatcherServices, generation: number): Promise<number> {
  const law = { rulebook: rulebook(), limit: BUILD_EVENTS }
  const active = await lockCheckpoint(tx, 'dossiers')
  const building = await lockCheckpoint(tx, 'dossiers-building')
  const read = await drain(tx, active, { ...law, effects: 'all' })
  const built = await drain(tx, { ...building, horizon: active.horizon }, { ...law, effects: 'facts' })
  const [here, there] = [read.checkpoint.after, built.checkpoint.after]
  if (here.tx !== there.tx || here.seq !== there.seq) {
    throw new Error(`the generations are apart: ${JSON.stringify(here)}, ${JSON.stringify(there)}`)
  }
  await switchGeneration(tx, generation)
  return built.events
}

async function drain(tx: Tx, from: Checkpoint, counting: Parameters<typeof countEvents>[2]): Promise<Counted> {
  let events = 0
  let checkpoint = from
  for (;;) {
    const counted = await countEvents(tx, checkpoint, counting)
    events += counted.events
    checkpoint = counted.checkpoint
    if (counted.drained) return { ...counted, events }
  }
}

/**
 * Search words and reminders have no generations: they are put right in their place, some dossiers at a time, with the
 * dispatchers held off meanwhile so that none of them writes newer ones that we would overwrite.
 */
async function rebuildInPlace(services: DispatcherServices, progress: (done: number) => void): Promise<number> {
  let after: string | null = FIRST
  let dossiers = 0
  while (after !== null) {
    const from: string = after
    const chunk = await withTransaction(services.pool, (tx) => rebuildInPlaceAfter(tx, services, from))
    dossiers += chunk.dossiers
    after = chunk.last
    progress(dossiers)
  }
  return dossiers
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

async function rebuildInPlaceAfter(
  tx: Tx,
  { rulebook }: DispatcherServices,
  after: string,
): Promise<{ readonly last: string | null; readonly dossiers: number }> {
  await lockCheckpoint(tx, 'dossiers')
  const dossiers = await listDossiersAfter(tx, after, SEARCH_DOSSIERS)
  const last = dossiers.at(-1) ?? null
  const histories = Map.groupBy(await listNamingEvents(tx, dossiers), (event) => event.dossier)
  const rows = [...histories].flatMap(([dossier, events]) => {
    const name = nameAfter(events)
    return name === null ? [] : [searchRow(dossier, name, rulebook())]
  })
  if (rows.length > 0) await writeSearchRows(tx, rows)
  await deleteSearchRowsBetween(tx, { after, upTo: last ?? LAST, keep: rows.map((row) => row.dossier) })
  await renewPartRows(tx, dossiers)
  await renewReminders(tx, dossiers, rulebook())
  return { last, dossiers: dossiers.length }
}
