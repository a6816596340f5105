import type { Instant } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type pg from 'pg'
import { isDataError, withTransaction } from '../platform/database.ts'
import { type ChangeOutcome, type ChangeRequest, changeDossiers } from './change-dossiers.ts'
import { coalesce } from './coalesce.ts'

export type { Changed, ChangeOutcome, ChangeRequest } from './change-dossiers.ts'
export {
  findDossier,
  findDossierByCode,
  listApologyReasons,
  listDossiers,
  listEvents,
  listEventsUntil,
  type StoredEvent,
  storedEvent,
} from './dossier.store.ts'
export { bodyOf, columnsOf, DOSSIER_COLUMNS, wholeBody } from './dossier-row.ts'
export {
  type RebaseQuestion,
  type RebaseTrial,
  rebaseOpen,
  type Stranded,
  strandedLine,
  tryRebase,
} from './rebase-open.ts'
export { eventHash, NO_HASH } from './event-hash.ts'

export type Spine = {
  /** One change; it travels with whatever else arrives at the same time. */
  readonly change: (request: ChangeRequest) => Promise<ChangeOutcome>
  /** Many changes; the answers come in the same order. Requests on the same dossier are done in their order. */
  readonly changeAll: (requests: readonly ChangeRequest[]) => Promise<readonly ChangeOutcome[]>
}

export type SpineSettings = {
  /** A pool of its own, made with `SPINE_POOL`, with as many connections as batches may be under way. */
  readonly pool: pg.Pool
  /** Asked for once per batch: an administrator may change the law while the server runs. */
  readonly rulebook: () => Rulebook
  readonly now: () => Instant
  /** Largest number of requests that share a transaction. */
  readonly batchSize?: number
  /** Batches under way at the same time: one is decided while another is being made durable. */
  readonly inFlight?: number
}

/** How the pool of a spine is made; name and number of connections are its owner's. */
export const SPINE_POOL = { pipeline: true, asApplication: true, freshPlans: true } as const

/**
 * With 256 waiting, batches of 256 leave nobody for the second one while the first is under way; of 128 two overlap:
 * 11,800 changes a second against 9,900 on two cores.
 */
const BATCH_SIZE = 128
const IN_FLIGHT = 2
/** A dossier is created once; whoever lost that race finds it there the next time. */
const TRIES = 3

export function createSpine(settings: SpineSettings): Spine {
  const runBatch = (requests: readonly ChangeRequest[]) => runApart(requests, settings)
  const queue = coalesce(runBatch, {
    size: settings.batchSize ?? BATCH_SIZE,
    inFlight: settings.inFlight ?? IN_FLIGHT,
    // Two requests on one dossier keep their order only inside one batch or in batches that follow each other.
    keyOf: (request) => request.dossier,
  })
  return {
    change: (request) => queue.ask(request),
    changeAll: (requests) => Promise.all(requests.map((request) => queue.ask(request))),
  }
}

/** A text that the database will not take fails its own request only: the batch is then done one by one. */
async function runApart(
  requests: readonly ChangeRequest[],
  settings: SpineSettings,
): Promise<readonly (ChangeOutcome | Error)[]> {
  try {
    return await run(requests, settings, TRIES)
  } catch (error) {
    if (!isDataError(error) || requests.length === 1) throw error
    const outcomes: (ChangeOutcome | Error)[] = []
    for (const request of requests) {
      const alone = await run([request], settings, TRIES).catch((cause: Error) => [cause])
      outcomes.push(...alone)
    }
    return outcomes
  }
}

async function run(
  requests: readonly ChangeRequest[],
  settings: SpineSettings,
  tries: number,
): Promise<readonly ChangeOutcome[]> {
  const law = { rulebook: settings.rulebook(), now: settings.now }
  const { outcomes, overtaken } = await withTransaction(settings.pool, (tx) => changeDossiers(tx, requests, law))
  if (overtaken.length === 0) return outcomes
  if (tries === 1) throw new Error('a dossier keeps being created by others and is never found')
  const again = await run(
    overtaken.flatMap((index) => requests[index] ?? []),
    settings,
    tries - 1,
  )
  const mended = [...outcomes]
  overtaken.forEach((index, place) => {
    const outcome = again[place]
    if (outcome !== undefined) mended[index] = outcome
  })
  return mended
}
