import { formatNumber } from '../kernel/text.ts'
import type { FrozenFigures, FrozenRow } from '../published-report/published-report.ts'
import type { Period } from '../report/report.ts'
import type { ComparedPeriod, Field } from './field.ts'
import { isPoints } from './quality-figures.ts'

/** What was counted of one period; rows by what they go by. */
export type CountedPeriod = {
  readonly period: Period
  readonly totals: FrozenFigures
  readonly rows: Readonly<Record<string, readonly FrozenRow[]>>
}

/** Null: that period has no dossier, so there is nothing to compare with. */
export type NarrativeFigures = { readonly [Of in ComparedPeriod]: CountedPeriod | null } & {
  readonly this: CountedPeriod
}

/** Of a count the number, of a percentage the share in percent; null where it is not counted or divides by nothing. */
export function fieldValue(field: Field, figures: NarrativeFigures): number | null {
  const there = valueIn(field, figures[field.of])
  if (!field.change) return there
  const here = valueIn(field, figures.this)
  return here === null || there === null ? null : here - there
}

function valueIn({ figure, outOf, row }: Field, counted: CountedPeriod | null): number | null {
  if (counted === null) return null
  const from = row === null ? counted.totals : rowFigures(counted, row.by, row.id)
  const value = from[figure] ?? null
  if (value === null || outOf === null) return value
  const whole = from[outOf] ?? null
  return whole === null || whole === 0 ? null : (value / whole) * 100
}

function rowFigures(counted: CountedPeriod, by: string, id: string): FrozenFigures {
  const rows = counted.rows[by]
  // Rows that nobody asked for are not known; a row that is not among them counts nobody.
  if (rows === undefined) return {}
  return rows.find((row) => row.id === id)?.figures ?? zeroes(counted.totals)
}

const zeroes = (like: FrozenFigures): FrozenFigures =>
  Object.fromEntries(Object.entries(like).map(([id, value]) => [id, value === null ? null : 0]))

export const NO_DATA = 'chưa có dữ liệu'

/** 92.958; 48,42%; tăng 1.280 hồ sơ; giảm 1,28 điểm phần trăm; tăng 2 điểm. */
export function valueText(field: Field, value: number | null): string {
  if (value === null) return NO_DATA
  if (!field.change) return field.outOf === null ? countText(field, value) : `${percentText(value)}%`
  const size = field.outOf === null ? countText(field, Math.abs(value)) : percentText(Math.abs(value))
  if (size === '0') return 'không đổi'
  const unit = field.outOf === null ? (isPoints(field.figure) ? 'điểm' : 'hồ sơ') : 'điểm phần trăm'
  return `${value > 0 ? 'tăng' : 'giảm'} ${size} ${unit}`
}

/** Dossiers are whole, points have two decimals. */
const countText = ({ figure }: Field, value: number): string =>
  formatNumber(isPoints(figure) ? Math.round(value * 100) / 100 : value)

/** Two decimals; a share that is not quite all is never rounded to all, nor one that is not quite nothing to nothing. */
function percentText(value: number): string {
  const rounded = Math.round(value * 100) / 100
  if (rounded === 100 && value < 100) return '99,99'
  if (rounded === 0 && value > 0) return '0,01'
  return formatNumber(rounded)
}
