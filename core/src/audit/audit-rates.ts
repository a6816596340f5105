import { formatNumber } from '../kernel/text.ts'
import { FIGURES, type FigureName } from '../report/report.ts'
import { compareSums, type Finding, type Findings, joined } from './finding.ts'
import { listed } from './audit-figures.ts'
import { auditBaselessRate } from './audit-baseless-rate.ts'
import { listReadings, type Reading } from './known-figures.ts'
import type { PublishedTable, Quantity, StatedRate } from './published-table.ts'
import { decimalsOf, givesPercent, percentDifference, percentOf } from './rounding.ts'

/** Percentages against the numbers they are made of. */
export function auditRates(table: PublishedTable): Findings {
  const readings = listReadings(table.groups ?? [])
  return joined(
    (table.rates ?? []).map((rate, index) => {
      const place = `rates[${index}]`
      const { denominator } = rate
      return denominator === undefined
        ? auditBaselessRate({ place, rate, readings, table })
        : auditFraction({ ...rate, denominator }, place, readings)
    }),
  )
}

type Fraction = StatedRate & { readonly denominator: Quantity }

function auditFraction(rate: Fraction, place: string, readings: readonly Reading[]): Findings {
  const { label, numerator, denominator } = rate
  const identity = `percent = ${numerator} / ${denominator}`
  const names = [numerator, denominator].filter((each): each is FigureName => typeof each === 'string')
  const read = (names.length === 0 ? [NO_ROW] : readings).filter(({ figures }) =>
    names.every((name) => figures[name] !== undefined),
  )
  if (read.length === 0) {
    const missing = names.filter((name) => readings.every(({ figures }) => figures[name] === undefined))
    const reason = missing.length > 0 ? `chưa công bố ${listed(missing)}` : 'tử số và mẫu số không cùng một dòng'
    return { tested: [], untestable: [{ place, label, identity, reason }] }
  }
  const tested = read.flatMap((reading) => compareFraction(rate, place, reading))
  // One that holds differs by 0.
  const found = tested.toSorted((a, b) => a.difference - b.difference)[0]
  if (found !== undefined) return { tested: [found], untestable: [] }
  return { tested: [], untestable: [{ place, label, identity, reason: 'cả tử số và mẫu số bằng 0' }] }
}

const NO_ROW: Reading = { words: '', figures: {} }

/** Nothing where both numbers are 0: any percentage would do. */
function compareFraction(rate: Fraction, place: string, { words, figures }: Reading): readonly Finding[] {
  const { label, percent } = rate
  const amountOf = (each: Quantity): number => (typeof each === 'number' ? each : (figures[each] ?? 0))
  const [numerator, denominator] = [amountOf(rate.numerator), amountOf(rate.denominator)]
  const terms = {
    numerator: { name: String(rate.numerator), words: wordsOf(rate.numerator), value: numerator },
    denominator: { name: String(rate.denominator), words: wordsOf(rate.denominator), value: denominator },
  }
  if (denominator === 0) {
    if (numerator === 0) return []
    // A share of nothing: the numbers contradict before any percentage does.
    return [compareSums({ place, label, left: [terms.denominator], relation: '≥', right: [terms.numerator] })]
  }
  const holds = givesPercent(numerator, denominator, percent)
  const right = holds ? percent : percentOf(numerator, denominator, decimalsOf(percent))
  const fraction = [terms.numerator, terms.denominator].map((each) =>
    `${each.words} ${formatNumber(each.value)}`.trim(),
  )
  const row = words === '' ? '' : `${words}: `
  const shown = `${row}${fraction.join(' / ')} ${holds ? 'đúng là' : `là ${formatNumber(right)} %, không phải`} ${formatNumber(percent)} %`
  const difference = percentDifference(percent, right)
  return [
    {
      place,
      label,
      identity: `percent = ${rate.numerator} / ${rate.denominator}`,
      left: percent,
      right,
      difference,
      holds,
      text: holds ? `${shown}.` : `${shown}, lệch ${formatNumber(difference)} điểm phần trăm.`,
    },
  ]
}

function wordsOf(each: Quantity): string {
  return typeof each === 'number' ? '' : FIGURES[each].name
}
