/** What is wrong in a record of the rulebook. `path` is the place inside the record; `reason` is Vietnamese and says what to do. */
export type RecordProblem = {
  readonly id: string
  readonly path: string
  readonly reason: string
}

/** problems: the record may not be used; warnings: it may, but somebody should look. */
export type Findings = { readonly problems: readonly RecordProblem[]; readonly warnings: readonly RecordProblem[] }
