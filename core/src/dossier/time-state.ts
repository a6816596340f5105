import { floorToMinute, type Instant } from '../kernel/instant.ts'
import type { PauseGround } from './clock-ledger.ts'
import type { DossierState } from './dossier.ts'

/** How a dossier stands against its appointed time, as lists and pages show it: word, shape and colour. */
export const TIME_STATES = ['inTime', 'nearDue', 'overdue', 'paused', 'done', 'none'] as const
export type TimeState = (typeof TIME_STATES)[number]

/** Near its due time: due within this much working time of the unit, */
export const NEAR_DUE_MINUTES = 480
/** or with less than this part of the time between acceptance and due time left. */
export const NEAR_DUE_PART = 0.2

export type TimedDossier = {
  readonly state: DossierState
  readonly dueAt: Instant | null
  readonly acceptedAt: Instant | null
  /** What the clock waits for; null while it runs. */
  readonly pausedOn: PauseGround | null
}

/** `soonBy` is `now` plus NEAR_DUE_MINUTES of working time. */
export type TimeQuestion = { readonly now: Instant; readonly soonBy: Instant }

export function timeStateOf(dossier: TimedDossier, { now, soonBy }: TimeQuestion): TimeState {
  const { state, dueAt, acceptedAt, pausedOn } = dossier
  if (state === 'awaitingSupplement' || state === 'awaitingPayment') return 'paused'
  if (state === 'draft' || state === 'submitted') return 'none'
  if (state !== 'accepted' && state !== 'inProgress') return 'done'
  if (pausedOn !== null) return 'paused'
  if (dueAt === null) return 'none'
  const minute = floorToMinute(now)
  if (minute > dueAt) return 'overdue'
  const almostUsed = acceptedAt !== null && dueAt - minute < NEAR_DUE_PART * (dueAt - acceptedAt)
  return dueAt <= soonBy || almostUsed ? 'nearDue' : 'inTime'
}
