/** What may have happened to the clock of a dossier; the last four end it. */
export const CLOCK_EVENTS = [
  'accepted',
  'acceptedElsewhere',
  'supplementRequested',
  'supplementSupplied',
  'paymentRequested',
  'paymentRecorded',
  'paused',
  'resumed',
  'received',
  'forwarded',
  'apologised',
  'resolved',
  'refused',
  'withdrawn',
  'stopped',
] as const
export type ClockEventName = (typeof CLOCK_EVENTS)[number]
