import type { LocalDate } from '../kernel/instant.ts'
import type { OnlineLevel } from '../procedure/procedure.ts'
import type { Condition } from './condition.ts'

/** Of whom a figure makes sense: the whole, a level, the centre, one unit. */
export const SCOPE_KINDS = ['all', 'level', 'centre', 'unit'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

/** By what a report may divide its dossiers into rows; what each means stands in `report/dimension.ts`. */
export const ROW_KINDS = [
  'field',
  'level',
  'agency',
  'department',
  'district',
  'commune',
  'counter',
  'procedure',
  'channel',
  'acceptedBy',
  'finishedBy',
  'ground',
] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** One version of a figure: what stands over its column, which dossiers it counts, and on what law that rests. */
export type FigureDefinition = {
  readonly id: string
  readonly version: number
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  /** Vietnamese, as it stands over the column. */
  readonly name: string
  /** Which dossiers it counts, in words. */
  readonly words: string
  /** A choice that the law leaves open, printed as a footnote. */
  readonly note: string | null
  readonly scopes: readonly ScopeKind[]
  readonly source: string
  readonly measure: Measure
}

/**
 * count: dossiers counted by another figure that fulfil the condition besides; procedures: procedures in force on the
 * period's last day that the agencies of the scope resolve, each once; ratio: per cent, each side a figure of its own;
 * missing: what no part of the system knows yet, printed as having no data and never as zero.
 */
export type Measure =
  | { readonly is: 'count'; readonly within: string | null; readonly condition: Condition }
  | {
      readonly is: 'procedures'
      /** How far they are offered online. */
      readonly levels: readonly OnlineLevel[]
      /** With some dossier that the figure counts, or with none; null: either. */
      readonly used: { readonly figure: string; readonly some: boolean } | null
    }
  | { readonly is: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly is: 'missing'; readonly waitsFor: string }

/** whole = the sum of its parts, for whatever facts. */
export type FigureIdentity = { readonly whole: string; readonly parts: readonly string[] }

export type FormColumn = {
  readonly figure: string
  /** The column's own head, under those in `over`. */
  readonly head: string
  readonly over: readonly string[]
  /** As the printed form numbers it; null where it does not. */
  readonly number: number | null
}

/** One version of a report form: a table of figures that belong together, with its identities. */
export type ReportForm = {
  readonly id: string
  readonly version: number
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly title: string
  /** As it stands in the corner of the printed form; null for tables without an official number. */
  readonly number: string | null
  readonly source: string
  /** What is counted: Số hồ sơ. */
  readonly unit: string
  /** The figure that counts every dossier of the report: all others count among these. */
  readonly counted: string
  readonly columns: readonly FormColumn[]
  /** Reported below the table. */
  readonly besides: readonly string[]
  readonly identities: readonly FigureIdentity[]
  /** How its rows may be made; the first is used where nobody chooses. */
  readonly rows: readonly RowKind[]
  /** Footnotes on how the form counts, besides those of its figures. */
  readonly notes: readonly string[]
}
