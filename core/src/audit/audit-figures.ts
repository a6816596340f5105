import { FIGURES, type FigureName, INCLUSIONS, isFigureName, type PartialFigures } from '../report/report.ts'
import { compareSums, type Findings, joined, type Term, type Untestable } from './finding.ts'
import { type Law, type LawTerm, listLaws, PUBLISHED_IDENTITIES, WITHOUT_CELL } from './figure-laws.ts'
import type { PublishedGroup, PublishedScope } from './published-table.ts'

export const SCOPE_WORDS: Readonly<Record<PublishedScope, string>> = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  centre: 'Trung tâm',
  all: 'Toàn tỉnh',
}

/** The dossiers of each row by themselves. */
export function auditFigures(groups: readonly PublishedGroup[]): Findings {
  return joined(groups.map(({ scope, figures }, index) => auditGroup(figures, `groups[${index}]`, SCOPE_WORDS[scope])))
}

function auditGroup(figures: PartialFigures, place: string, label: string): Findings {
  const published = Object.keys(figures).filter(isFigureName)
  const laws = listLaws(published)
  const terms = (of: readonly LawTerm[]): readonly Term[] =>
    of.map(({ name, times }) => ({ name, times, words: FIGURES[name].name, value: figures[name] ?? 0 }))
  return {
    tested: laws.map(({ left, relation, right }) =>
      compareSums({ place, label, left: terms(left), relation, right: terms(right) }),
    ),
    untestable: [...untested(laws, figures), ...withoutCell(figures)].map((each) => ({ place, label, ...each })),
  }
}

type Reason = Pick<Untestable, 'identity' | 'reason'>

/** Identities of which something was published, but too little for any test. */
function untested(laws: readonly Law[], figures: PartialFigures): readonly Reason[] {
  return PUBLISHED_IDENTITIES.filter((identity) => laws.every(({ from }) => !from.includes(identity))).flatMap(
    ({ whole, parts, relation }) => {
      const missing = [whole, ...parts].filter((name) => figures[name] === undefined)
      // Of two figures, one within the other, only the part asks for the whole.
      if (missing.length > parts.length || (relation === '≥' && !missing.includes(whole))) return []
      return [{ identity: `${whole} ${relation} ${parts.join(' + ')}`, reason: `chưa công bố ${listed(missing)}` }]
    },
  )
}

function withoutCell(figures: PartialFigures): readonly Reason[] {
  return INCLUSIONS.filter(({ part }) => WITHOUT_CELL.includes(part) && figures[part] !== undefined).map(
    ({ whole, part }) => ({
      identity: `${whole} ≥ ${part}`,
      reason: `nơi công bố không nói "${FIGURES[part].name}" có nằm trong "${FIGURES[whole].name}" hay không`,
    }),
  )
}

export function listed(names: readonly FigureName[]): string {
  return names.map((name) => `${FIGURES[name].name} (${name})`).join(', ')
}
