import { startClock } from '../src/dossier/clock.ts'
import type { ClockLedger, ClockPolicies, Pause } from '../src/dossier/clock-ledger.ts'
import { type Instant, parseInstant } from '../src/kernel/instant.ts'
import type { Term } from '../src/procedure/procedure.ts'

export const POLICIES: ClockPolicies = {
  afterSupplement: 'restart',
  workingDay: 'eightHours',
  rollForward: true,
  onTime: 'byDay',
  sameDayUntil: 900,
}

export type ClockParts = Partial<Omit<ClockLedger, 'policies'>> & { readonly policies?: Partial<ClockPolicies> }

/** A clock that started at that Vietnamese wall time. */
export function aClock(at: string, legal: Term, { policies, ...parts }: ClockParts = {}): ClockLedger {
  const started = startClock({ at: parseInstant(at), legal, committed: null, policies: { ...POLICIES, ...policies } })
  return { ...started, ...parts }
}

export function aPause(from: string, to: string | null, after: Pause['after'] = 'continue'): Pause {
  const until: Instant | null = to === null ? null : parseInstant(to)
  return { ground: after === 'restart' ? 'supplement' : 'payment', from: parseInstant(from), to: until, after }
}
