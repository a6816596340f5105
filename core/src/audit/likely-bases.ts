import type { FigureName } from '../report/report.ts'

const OF_RECEIVED = ['receivedNew', 'receivedTotal'] as const
const OF_RESOLVED = ['resolvedTotal', 'receivedTotal'] as const
const OF_OPEN = ['inProgress', 'receivedTotal'] as const

/** Of what a share of each figure is published, as a rule; each lies within the next. */
export const LIKELY_BASES: Readonly<Record<FigureName, readonly FigureName[]>> = {
  carriedOver: ['receivedTotal'],
  receivedOnline: OF_RECEIVED,
  receivedInPerson: OF_RECEIVED,
  receivedPostal: OF_RECEIVED,
  receivedInPersonOrPostal: OF_RECEIVED,
  receivedNew: ['receivedTotal'],
  receivedTotal: [],
  resolvedEarly: OF_RESOLVED,
  resolvedOnTime: OF_RESOLVED,
  resolvedEarlyOrOnTime: OF_RESOLVED,
  resolvedLate: OF_RESOLVED,
  resolvedTotal: ['receivedTotal'],
  inProgress: ['receivedTotal'],
  inProgressInTime: OF_OPEN,
  inProgressOverdue: OF_OPEN,
  supplementPending: OF_OPEN,
  returnedToApplicant: OF_RESOLVED,
  interlinked: OF_RECEIVED,
  postalEither: OF_RECEIVED,
  certifiedCopies: OF_RECEIVED,
  apologyLetters: ['resolvedLate', 'resolvedTotal', 'receivedTotal'],
}
