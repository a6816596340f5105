import { FIGURE_NAMES, type FigureName, IDENTITIES, isFigureName, type PartialFigures } from '../report/report.ts'
import { SCOPE_WORDS } from './audit-figures.ts'
import type { PublishedGroup } from './published-table.ts'

/** One row in which the name of a figure may be read, or the rows of all levels together. */
export type Reading = { readonly words: string; readonly figures: PartialFigures }

/** The published figures with those that follow from them. */
export function knownFigures(published: PartialFigures): PartialFigures {
  const known: Partial<Record<FigureName, number>> = { ...published }
  for (let moved = true; moved; ) {
    moved = false
    for (const { whole, parts } of EQUATIONS) {
      const names = [whole, ...parts]
      const missing = names.filter((name) => known[name] === undefined)
      const [only] = missing
      if (only === undefined || missing.length > 1) continue
      const signed = names.reduce((sum, name) => sum + (name === whole ? 1 : -1) * (known[name] ?? 0), 0)
      const value = only === whole ? -signed : signed
      // Negative where the row contradicts itself: nothing can be derived from it.
      if (value < 0) continue
      known[only] = value
      moved = true
    }
  }
  return known
}

const EQUATIONS: typeof IDENTITIES = [
  ...IDENTITIES,
  { whole: 'resolvedTotal', parts: ['resolvedEarlyOrOnTime', 'resolvedLate'] },
]

/** In which rows a name can be read: a file names figures without saying which row it means. */
export function listReadings(groups: readonly PublishedGroup[]): readonly Reading[] {
  const single = groups.map(({ scope, figures }, index) => ({
    words: groups.length === 1 ? '' : `${SCOPE_WORDS[scope]} (groups[${index}])`,
    figures: knownFigures(figures),
  }))
  const levels = groups.filter(({ scope }) => scope !== 'all').map(({ figures }) => knownFigures(figures))
  return levels.length < 2 ? single : [...single, { words: 'Cộng các dòng', figures: addedUp(levels) }]
}

/** Only what every row knows. */
function addedUp(rows: readonly PartialFigures[]): PartialFigures {
  return Object.fromEntries(
    FIGURE_NAMES.filter((name) => rows.every((row) => row[name] !== undefined)).map((name) => [
      name,
      rows.reduce((sum, row) => sum + (row[name] ?? 0), 0),
    ]),
  )
}

export function namesIn(figures: PartialFigures): readonly FigureName[] {
  return Object.keys(figures).filter(isFigureName)
}
