import type { Instant } from '../kernel/instant.ts'
import type { Term } from '../procedure/procedure.ts'
import type { ClockLedger, ClockPolicies, Pause } from './clock-ledger.ts'

export type ClockStart = {
  readonly at: Instant
  readonly legal: Term
  readonly committed: Term | null
  readonly policies: ClockPolicies
}

/** Whether a change is allowed is decided by the actions; a change that contradicts the ledger is a bug and throws. */
export function startClock({ at, legal, committed, policies }: ClockStart): ClockLedger {
  return { startedAt: at, legal, committed, policies, pauses: [], extension: null, endedAt: null }
}

export function pauseClock(
  ledger: ClockLedger,
  { at, ...pause }: { at: Instant } & Pick<Pause, 'ground' | 'after' | 'basis' | 'breach'>,
): ClockLedger {
  mustRun(ledger)
  if (ledger.pauses.at(-1)?.to === null) throw new Error('the clock stands still already')
  return { ...ledger, pauses: [...ledger.pauses, { ...pause, from: at, to: null }] }
}

export function resumeClock(ledger: ClockLedger, at: Instant): ClockLedger {
  mustRun(ledger)
  const pause = ledger.pauses.at(-1)
  if (pause?.to !== null) throw new Error('the clock is not paused')
  if (at < pause.from) throw new Error('a pause cannot end before it began')
  return { ...ledger, pauses: [...ledger.pauses.slice(0, -1), { ...pause, to: at }] }
}

/** Once in the life of a dossier (NĐ 61/2018 Đ.19.9). */
export function extendClock(
  ledger: ClockLedger,
  extension: { readonly at: Instant; readonly dueAt: Instant },
): ClockLedger {
  mustRun(ledger)
  if (ledger.extension !== null) throw new Error('the clock has been extended already')
  return { ...ledger, extension: { at: extension.at, dueAt: extension.dueAt } }
}

/** A pause that lasts when the clock ends stays open: nothing resumed. */
export function endClock(ledger: ClockLedger, at: Instant): ClockLedger {
  mustRun(ledger)
  return { ...ledger, endedAt: at }
}

function mustRun(ledger: ClockLedger): void {
  if (ledger.endedAt !== null) throw new Error('the clock has ended')
}
