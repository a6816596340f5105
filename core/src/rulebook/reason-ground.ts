import type { LocalDate } from '../kernel/instant.ts'

/** What sends a dossier back to its applicant, each with a reason of its own. */
export const GROUNDED_ACTIONS = ['requestSupplement', 'decline', 'refuse', 'stop', 'withdraw'] as const
export type GroundedAction = (typeof GROUNDED_ACTIONS)[number]

/**
 * A ground of the province's catalogue on which a dossier is sent back, for a time. The words that are written to the
 * applicant stand beside it; reports put dossiers into the rows of these grounds.
 */
export type ReasonGroundRecord = {
  readonly id: string
  /** As it stands in a list and over a row. */
  readonly name: string
  readonly article: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  /** For which of them it may be named. */
  readonly actions: readonly GroundedAction[]
}

export type ReasonGroundLookups = {
  /** Those in force on the day, in the order of the catalogue. */
  readonly reasonGroundsAt: (date: LocalDate) => readonly ReasonGroundRecord[]
  /** Its newest record, whether or not it is still in force. */
  readonly reasonGround: (id: string) => ReasonGroundRecord | undefined
}

export function reasonGroundLookups(records: readonly ReasonGroundRecord[]): ReasonGroundLookups {
  return {
    reasonGroundsAt: (date) =>
      records.filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo)),
    reasonGround: (id) =>
      records
        .filter((record) => record.id === id)
        .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
        .at(0),
  }
}
