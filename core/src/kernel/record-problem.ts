import type { LocalDate } from './instant.ts'

/** What is wrong in a record of the rulebook. `path` is the place inside the record; `reason` is Vietnamese and says what to do. */
export type RecordProblem = {
  readonly id: string
  readonly path: string
  readonly reason: string
}

/** problems: the record may not be used; warnings: it may, but somebody should look. */
export type Findings = { readonly problems: readonly RecordProblem[]; readonly warnings: readonly RecordProblem[] }

export function problem(id: string, path: string, reason: string): RecordProblem {
  return { id, path, reason }
}

/** A stretch of days, both ends included; null is open. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate | null }

export function overlap(a: Span, b: Span): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)
}

export function isBackwards(span: Span): boolean {
  return span.to !== null && span.to < span.from
}

/** Each value that stands more than once, with the index of its second place. */
export function listRepeats(values: readonly string[]): readonly { readonly value: string; readonly index: number }[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) !== index && values.indexOf(value, values.indexOf(value) + 1) === index
      ? [{ value, index }]
      : [],
  )
}
