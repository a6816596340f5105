import type { RollupSource } from '@motcua/core/report/report.ts'

/** The sources that are stored; the others are read from them at another moment. */
export const STORED_SOURCES = ['waiting', 'open', 'declined', 'ended', 'apologised', 'submitted', 'accepted'] as const
export type StoredSource = (typeof STORED_SOURCES)[number] & RollupSource

export type RollupColumn = {
  /** In table fact_cell. */
  readonly column: string
  /** As SQL over a stretch `s` and what happened to it `c`. */
  readonly value: string
  /** Who has it; null: everybody, because it never changes. The others have `empty`. */
  readonly sources: readonly StoredSource[] | null
  readonly empty: 'null' | 'false' | '0'
}

const fixed = (column: string): RollupColumn => ({ column, value: `s.${column}`, sources: null, empty: 'null' })

const STATES = ['waiting', 'open', 'declined', 'ended'] as const
const ACCEPTED = ['open', 'ended'] as const
const STOCKS = ['waiting', 'open'] as const

/** What running totals keep of a dossier beside its procedure and field, by the name that conditions use. */
export const ROLLUP_COLUMNS: Readonly<Record<string, RollupColumn>> = {
  channel: fixed('channel'),
  delivery: fixed('delivery'),
  onlineLevel: fixed('online_level'),
  certifiedCopy: fixed('certified_copy'),
  interlinked: fixed('interlinked'),
  elsewhere: fixed('elsewhere'),
  pauseGround: { ...fixed('pause_ground'), sources: STOCKS },
  finish: { ...fixed('finish'), sources: ['ended'] },
  ending: { ...fixed('ending'), sources: ['declined', 'ended'] },
  paidHow: { ...fixed('paid_how'), sources: ACCEPTED },
  supplements: { ...fixed('supplements'), sources: STATES, empty: '0' },
  documentCount: { ...fixed('document_count'), sources: STATES, empty: '0' },
  digitisedCount: { ...fixed('digitised_count'), sources: STATES, empty: '0' },
  reusedCount: { ...fixed('reused_count'), sources: STATES, empty: '0' },
  feeOwed: { ...fixed('fee_owed'), sources: ACCEPTED, empty: 'false' },
  electronicResult: {
    ...{ column: 'electronic_result', value: 's.electronic_result is true', sources: ['ended'], empty: 'false' },
  },
  apologised: { column: 'apologised', value: 's.apologised_at is not null', sources: ACCEPTED, empty: 'false' },
  overdue: { column: 'overdue', value: 'c.overdue', sources: STOCKS, empty: 'false' },
}

/** The columns of a cell in the order in which its key joins them. */
export const CELL_COLUMNS: readonly RollupColumn[] = [
  fixed('procedure_code'),
  fixed('field'),
  ...Object.values(ROLLUP_COLUMNS),
]
