import { FIGURES } from '../report/report.ts'
import { compareSums, type Findings, joined, type Term } from './finding.ts'
import { listReadings, type Reading } from './known-figures.ts'
import type { PublishedTable, StatedSum } from './published-table.ts'

/** Sums that the text states besides the columns of the form. */
export function auditParts({ parts = [], groups = [] }: PublishedTable): Findings {
  const readings = listReadings(groups)
  return joined(parts.map((stated, index) => auditPart(stated, `parts[${index}]`, readings)))
}

function auditPart(stated: StatedSum, place: string, readings: readonly Reading[]): Findings {
  const label = stated.label ?? ''
  const right = stated.of.map((value) => ({ name: String(value), words: '', value }))
  const tested = wholesOf(stated, readings).map((whole) =>
    compareSums({ place, label, left: [whole], relation: '=', right }),
  )
  // One that holds differs by 0.
  const found = tested.toSorted((a, b) => a.difference - b.difference)[0]
  if (found !== undefined) return { tested: [found], untestable: [] }
  const identity = `${stated.whole} = ${stated.of.join(' + ')}`
  return { tested: [], untestable: [{ place, label, identity, reason: `chưa công bố ${stated.whole}` }] }
}

function wholesOf({ whole }: StatedSum, readings: readonly Reading[]): readonly Term[] {
  if (typeof whole === 'number') return [{ name: String(whole), words: '', value: whole }]
  return readings.flatMap(({ words, figures }): readonly Term[] => {
    const value = figures[whole]
    if (value === undefined) return []
    return [{ name: whole, words: [words, FIGURES[whole].name].filter((each) => each !== '').join(', '), value }]
  })
}
