import { formatNumber } from '../kernel/text.ts'
import { FIGURES, type FigureName, isFigureName, type PartialFigures } from '../report/report.ts'
import type { Base, Finding, Findings } from './finding.ts'
import { namesIn, type Reading } from './known-figures.ts'
import { LIKELY_BASES } from './likely-bases.ts'
import type { PublishedTable, StatedRate } from './published-table.ts'
import { basesFor, decimalsOf, givesPercent, percentDifference, percentOf } from './rounding.ts'

export type BaselessRate = {
  readonly place: string
  readonly rate: StatedRate
  readonly readings: readonly Reading[]
  readonly table: PublishedTable
}

/** A percentage of nobody knows what: which known figures would give it, and what the likely ones give instead. */
export function auditBaselessRate(asked: BaselessRate): Findings {
  const { place, rate, readings } = asked
  const { numerator, label } = rate
  if (typeof numerator === 'number') return auditUnnamed(asked, numerator)
  const verdicts = readings.flatMap((reading): readonly Findings[] => {
    const value = reading.figures[numerator]
    return value === undefined ? [] : [auditReading({ ...asked, numerator, value, reading })]
  })
  const isSettled = ({ tested: [only] }: Findings): boolean => only?.holds === true
  const isOpen = ({ untestable }: Findings): boolean => untestable.length > 0
  const found = verdicts.find(isSettled) ?? verdicts.find(isOpen) ?? verdicts[0]
  if (found !== undefined) return found
  const reason = `chưa công bố ${FIGURES[numerator].name} (${numerator}) và mẫu số`
  return { tested: [], untestable: [{ place, label, identity: identityOf(rate), reason }] }
}

function identityOf({ numerator }: StatedRate): string {
  return `percent = ${numerator} / ?`
}

/** Whatever the number counts, no figure of the table must be what it was divided by. */
function auditUnnamed({ place, rate, readings, table }: BaselessRate, numerator: number): Findings {
  const { label, percent } = rate
  const bases = everyNumber(readings, table)
    .filter(({ value }) => value > 0 && value !== numerator && givesPercent(numerator, value, percent))
    .map(({ name, value }) => baseOf({ name, value }, numerator, percent))
  const known = bases.map(({ name, value }) => `${name} ${formatNumber(value)}`).join(', ')
  const reason = `không công bố mẫu số; ${bases.length === 0 ? `không số nào trong bảng cho ra ${formatNumber(percent)} %` : `cho ra ${formatNumber(percent)} % là ${known}`}; ${needed(numerator, percent)}`
  return { tested: [], untestable: [{ place, label, identity: identityOf(rate), reason, bases }] }
}

type Named = { readonly name: string; readonly value: number }

function everyNumber(readings: readonly Reading[], { procedures = {}, parts = [] }: PublishedTable): readonly Named[] {
  return [
    ...readings.flatMap(({ words, figures }) =>
      namesIn(figures).map((name) => ({
        name: words === '' ? name : `${words}: ${name}`,
        value: figures[name] ?? 0,
      })),
    ),
    ...Object.entries(procedures).map(([name, value]) => ({ name: `procedures.${name}`, value })),
    ...parts.flatMap(({ whole, of }, index) => [
      ...(typeof whole === 'number' ? [{ name: `parts[${index}].whole`, value: whole }] : []),
      ...of.map((value, at) => ({ name: `parts[${index}].of[${at}]`, value })),
    ]),
  ]
}

type NamedRate = BaselessRate & {
  readonly numerator: FigureName
  readonly value: number
  readonly reading: Reading
}

function auditReading({ place, rate, numerator, value, reading: { words, figures } }: NamedRate): Findings {
  const { label, percent } = rate
  const identity = identityOf(rate)
  const likely = LIKELY_BASES[numerator]
  const bases = namesIn(figures)
    .filter((name) => name !== numerator && (figures[name] ?? 0) > 0)
    .map((name) => baseOf({ name, value: figures[name] ?? 0 }, value, percent))
    .filter(({ name, gives }) => gives || likely.some((each) => each === name))
    .toSorted((a, b) => rank(likely, a.name) - rank(likely, b.name))
  const row = words === '' ? '' : `${words}: `
  const stated = `${row}${FIGURES[numerator].name} ${formatNumber(value)}`
  const giving = bases.filter(({ gives }) => gives)
  if (giving.length > 0) {
    const text = `${stated} đúng là ${formatNumber(percent)} % của ${giving.map(shown).join(' hoặc ')}; bảng không công bố mẫu số.`
    const finding: Finding = {
      place,
      label,
      identity,
      left: percent,
      right: percent,
      difference: 0,
      holds: true,
      text,
      bases,
    }
    return { tested: [finding], untestable: [] }
  }
  const instead = bases.map((base) => `${formatNumber(base.percent)} % của ${shown(base)}`).join(', ')
  const need = needed(value, percent)
  const [first] = bases
  const unpublished = likely.filter(
    (name) => figures[name] === undefined && canBe(name, { value, percent, figures, likely }),
  )
  if (first === undefined || unpublished.length > 0) {
    const missing = unpublished.map((name) => FIGURES[name].name).join(', ')
    const but = instead === '' ? '' : `; ${stated} là ${instead}`
    const reason = `không công bố mẫu số${missing === '' ? '' : `, và chưa công bố ${missing}`}${but}; ${need}`
    return { tested: [], untestable: [{ place, label, identity, reason, bases }] }
  }
  const difference = percentDifference(percent, first.percent)
  const text = `${stated} không phải ${formatNumber(percent)} % của số liệu nào trong bảng mà là ${instead}, lệch ${formatNumber(difference)} điểm phần trăm; ${need}.`
  const finding = { place, label, identity, left: percent, right: first.percent, difference, holds: false, text, bases }
  return { tested: [finding], untestable: [] }
}

/** Whether an unpublished figure can be the denominator: it lies between those within it and those around it. */
function canBe(
  name: FigureName,
  known: {
    readonly value: number
    readonly percent: number
    readonly figures: PartialFigures
    readonly likely: readonly FigureName[]
  },
): boolean {
  const range = basesFor(known.value, known.percent)
  if (range === null) return false
  const at = known.likely.indexOf(name)
  const within = known.likely.slice(0, at).map((each) => known.figures[each] ?? 0)
  const around = known.likely.slice(at + 1).map((each) => known.figures[each] ?? Number.POSITIVE_INFINITY)
  return range.high >= Math.max(0, ...within) && range.low <= Math.min(Number.POSITIVE_INFINITY, ...around)
}

function baseOf({ name, value }: Named, numerator: number, percent: number): Base {
  const gives = givesPercent(numerator, value, percent)
  return { name, value, percent: gives ? percent : percentOf(numerator, value, decimalsOf(percent)), gives }
}

function rank(likely: readonly string[], name: string): number {
  const at = likely.indexOf(name)
  return at === -1 ? likely.length : at
}

function shown({ name, value }: Base): string {
  return `${isFigureName(name) ? `${FIGURES[name].name} (${name})` : name} ${formatNumber(value)}`
}

function needed(numerator: number, percent: number): string {
  const range = basesFor(numerator, percent)
  if (range === null) return 'không số nguyên nào làm mẫu số được'
  if (range.high === Number.POSITIVE_INFINITY) return `mẫu số phải từ ${formatNumber(range.low)} trở lên`
  return `mẫu số phải từ ${formatNumber(range.low)} đến ${formatNumber(range.high)}`
}
