import type { ReportDocument } from '../narrative/narrative.ts'
import type { LocalDate } from '../kernel/instant.ts'

export { type ChangedCell, changedCells } from './changed-cells.ts'
export { frozenCell, frozenForm, usedFigures, versionsOf } from './frozen-form.ts'

/** A definition as it was when the report was published. */
export type FrozenFigure = {
  readonly id: string
  readonly version: number
  readonly name: string
  /** Which dossiers it counts, in words. */
  readonly words: string
  /** How its value is read; reports of before have counts alone. */
  readonly kind?: 'count' | 'procedures' | 'ratio' | 'missing'
}

/** Over a column: its own head below those that it shares with its neighbours. */
export type FrozenHead = {
  readonly figure: string
  readonly head: string
  readonly over: readonly string[]
  readonly number: number | null
}

/** Null: not counted, apart from zero. */
export type FrozenFigures = Readonly<Record<string, number | null>>

export type FrozenRow = { readonly id: string; readonly name: string; readonly figures: FrozenFigures }

/** One table of a published report, whole: nothing of it is looked up again. */
export type FrozenTable = {
  readonly form: string
  readonly version: number
  readonly title: string
  /** As it stands in the corner of the printed form; absent in reports of before, null where it has none. */
  readonly number?: string | null
  readonly source: string
  /** What its rows go by. */
  readonly by: string
  readonly definitions: readonly FrozenFigure[]
  /** Figures that are columns of the form, in its order; the others are reported besides. */
  readonly columns: readonly string[]
  /** As the form prints them; absent in reports of before, whose columns are headed by the names of figures. */
  readonly heads?: readonly FrozenHead[]
  /** What is counted: Số hồ sơ. */
  readonly unit?: string
  /** `receivedNew@1`: every definition that the numbers rest on; absent in reports of before. */
  readonly figures?: readonly string[]
  readonly totals: FrozenFigures
  readonly rows: readonly FrozenRow[]
  readonly identities: readonly { readonly text: string; readonly holds: boolean }[]
  readonly notes: readonly string[]
}

/** The question that the report answers. Instants are ISO texts, as they stand in the stored bytes. */
export type FrozenQuestion = {
  readonly scope: { readonly id: string; readonly name: string; readonly kind: string }
  readonly period: { readonly from: LocalDate; readonly to: LocalDate }
  readonly asOf: string
  /** Whether approved corrections of time were counted in. */
  readonly corrections: boolean
}

/** What is stored as canonical JSON and covered by the hash. */
export type PublishedContent = FrozenQuestion & {
  readonly title: string
  /** The clock of the facts when the tables were counted. */
  readonly countedTo: string
  readonly tables: readonly FrozenTable[]
  /** The text with its figures as they were; null where only tables are published. */
  readonly document: ReportDocument | null
}
