/** Which period a figure is of: the report's own, the one before it, or the same one a year earlier. */
export type ComparedPeriod = 'this' | 'previous' | 'lastYear'
export const COMPARED_PERIODS = ['this', 'previous', 'lastYear'] as const satisfies readonly ComparedPeriod[]

/** A row of a table that the figure is of, in place of the whole. */
export type FieldRow = { readonly by: string; readonly id: string }

/** A number in a sentence: what is counted, never what came out. */
export type Field = {
  readonly figure: string
  /** Null for a count; else the figure is the numerator of a percentage, and this its denominator. */
  readonly outOf: string | null
  /** Said as the change since the other period: `tăng 12 hồ sơ`. */
  readonly change: boolean
  readonly of: ComparedPeriod
  readonly row: FieldRow | null
}

const CODE =
  /^(?<change>±?)(?<percent>%?)(?<figure>[A-Za-z]\w*)(?:\/(?<outOf>[A-Za-z]\w*))?(?:\[(?<by>\w+)=(?<row>[^\]]*)\])?(?:@(?<of>\w+))?$/

/**
 * `receivedTotal`, `receivedTotal@lastYear`, `%receivedOnline/receivedNew`, `±receivedTotal@previous`,
 * `resolvedLate[agency=H20.15]`. Undefined for anything else: a change needs another period, a percentage a denominator.
 */
export function findField(code: string): Field | undefined {
  const found = CODE.exec(code)?.groups
  if (found === undefined) return undefined
  const { figure = '', outOf = null, by, row } = found
  const of = COMPARED_PERIODS.find((each) => each === (found['of'] ?? 'this'))
  const change = found['change'] === '±'
  if (of === undefined || (change && of === 'this') || (outOf === null) === (found['percent'] === '%')) return undefined
  return { figure, outOf, change, of, row: by === undefined ? null : { by, id: row ?? '' } }
}

/** What `findField` reads back. */
export function fieldCode({ figure, outOf, change, of, row }: Field): string {
  const head = `${change ? '±' : ''}${outOf === null ? '' : '%'}${figure}${outOf === null ? '' : `/${outOf}`}`
  return `${head}${row === null ? '' : `[${row.by}=${row.id}]`}${of === 'this' ? '' : `@${of}`}`
}
