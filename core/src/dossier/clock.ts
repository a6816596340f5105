/** The statutory clock: all that others need of it. The ledger itself is a record of clock-ledger.ts. */
export { type ClockStart, endClock, extendClock, pauseClock, resumeClock, startClock } from './clock-changes.ts'
export { explainClock, formatTerm } from './clock-explanation.ts'
export {
  dueAtOf,
  finishClassOf,
  isPaused,
  lastDueAt,
  overdueAt,
  remainingMinutes,
  usedMinutes,
} from './clock-reading.ts'
export type { ClockSentence } from './clock-sentence.ts'
