import { formatNumber } from '../kernel/text.ts'
import { countPrinted, decimalsOf, type Printed, roundedPrinted, toNumber } from './rounding.ts'

/** A figure that a percentage may be of, and the percentage that it gives. */
export type Base = {
  readonly name: string
  readonly value: number
  readonly percent: number
  /** Whether that is the published percentage, rounding included. */
  readonly gives: boolean
}

/** An identity that could be tested. */
export type Finding = {
  /** Where in the file: `groups[0]`, `procedures`, `parts[1]`, `rates[0]`. */
  readonly place: string
  readonly label: string
  /** By the names of the file: `receivedTotal = carriedOver + receivedNew`. */
  readonly identity: string
  readonly left: number
  readonly right: number
  /** By how much the sides fail to fit, never negative; 0 where the identity holds, rounding included. */
  readonly difference: number
  readonly holds: boolean
  /** Vietnamese. */
  readonly text: string
  /** Of a percentage without a published denominator. */
  readonly bases?: readonly Base[]
}

/** What the file says and nothing in it can confirm or contradict. */
export type Untestable = Pick<Finding, 'place' | 'label' | 'identity' | 'bases'> & { readonly reason: string }

/** What the tests of one part of a file found. */
export type Findings = { readonly tested: readonly Finding[]; readonly untestable: readonly Untestable[] }

export const NOTHING: Findings = { tested: [], untestable: [] }

export function joined(all: readonly Findings[]): Findings {
  return {
    tested: all.flatMap((each) => each.tested),
    untestable: all.flatMap((each) => each.untestable),
  }
}

/** One number of a sum, times a whole number other than 1 where an identity that follows from two needs it. */
export type Term = { readonly name: string; readonly words: string; readonly value: number; readonly times?: number }

export type SumTest = {
  readonly place: string
  readonly label: string
  readonly left: readonly Term[]
  /** `≥` where the terms on the right are not all that the left consists of. */
  readonly relation: '=' | '≥'
  readonly right: readonly Term[]
}

/** Both sides as printed. Counts are exact; where a number of the sum shows decimals, each is rounded at its last place. */
export function compareSums({ place, label, left, relation, right }: SumTest): Finding {
  const terms = [...left, ...right]
  const decimals = Math.max(...terms.map(({ value }) => decimalsOf(value)))
  const printed = decimals === 0 ? countPrinted : roundedPrinted
  const [a, b] = [sumOf(left, printed), sumOf(right, printed)]
  const holds = a.high >= b.low && (relation === '≥' || a.low <= b.high)
  const difference = holds ? 0 : toNumber(a.exact > b.exact ? a.exact - b.exact : b.exact - a.exact, decimals)
  const sides = { left: toNumber(a.exact, decimals), right: toNumber(b.exact, decimals) }
  const sign = holds ? (relation === '=' && a.exact !== b.exact ? '≈' : relation) : relation === '=' ? '≠' : '<'
  return {
    place,
    label,
    identity: `${namesOf(left)} ${relation} ${namesOf(right)}`,
    ...sides,
    difference,
    holds,
    text: holds
      ? `${written(left)} ${sign} ${written(right)}.`
      : `${added(left, sides.left)} ${sign} ${added(right, sides.right)}, lệch ${formatNumber(difference)}.`,
  }
}

/** 1.464 + 314 + 167 = 1.945 */
function added(terms: readonly Term[], total: number): string {
  const isOne = terms.length === 1 && (terms[0]?.times ?? 1) === 1
  return isOne ? written(terms) : `${written(terms)} = ${formatNumber(total)}`
}

function written(terms: readonly Term[]): string {
  return terms
    .map(({ words, value, times = 1 }) => `${times === 1 ? '' : `${times} × `}${words} ${formatNumber(value)}`.trim())
    .join(' + ')
}

function namesOf(terms: readonly Term[]): string {
  return terms.map(({ name, times = 1 }) => (times === 1 ? name : `${times} × ${name}`)).join(' + ')
}

function sumOf(terms: readonly Term[], printed: (value: number) => Printed): Printed {
  return terms.reduce<Printed>(
    (sum, { value, times = 1 }) => {
      const each = printed(value)
      const by = BigInt(times)
      return { low: sum.low + by * each.low, exact: sum.exact + by * each.exact, high: sum.high + by * each.high }
    },
    { low: 0n, exact: 0n, high: 0n },
  )
}
