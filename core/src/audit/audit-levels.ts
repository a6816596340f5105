import { FIGURES, type FigureName, type PartialFigures } from '../report/report.ts'
import { SCOPE_WORDS } from './audit-figures.ts'
import { compareSums, type Findings, joined, NOTHING, type Term } from './finding.ts'
import { knownFigures, namesIn } from './known-figures.ts'
import type { PublishedGroup, PublishedScope } from './published-table.ts'

type Row = { readonly scope: PublishedScope; readonly place: string; readonly figures: PartialFigures }

const DISTRICT_AND_COMMUNE = ['district', 'commune'] as const satisfies readonly PublishedScope[]

/** The row of the whole province against the rows of its levels: every figure must add up. */
export function auditLevels(groups: readonly PublishedGroup[]): Findings {
  const rows = groups.map(({ scope, figures }, index) => ({
    scope,
    place: `groups[${index}]`,
    figures: knownFigures(figures),
  }))
  const levels = levelRows(rows)
  if (levels.length === 0) return NOTHING
  return joined(
    groups.flatMap(({ scope, figures }, index) =>
      scope === 'all'
        ? namesIn(figures).map((name) => auditLevel(name, { index, figures, isComplete: isComplete(rows) }, levels))
        : [],
    ),
  )
}

/** The centre stands for the level of the province where no row does. */
function levelRows(rows: readonly Row[]): readonly Row[] {
  const first = hasScope(rows, 'province') ? 'province' : 'centre'
  return [first, ...DISTRICT_AND_COMMUNE].flatMap((level) => rows.filter(({ scope }) => scope === level))
}

/** Whether these rows are all that the province consists of. A centre beside its level may lie in it or not. */
function isComplete(rows: readonly Row[]): boolean {
  return (
    hasScope(rows, 'province') !== hasScope(rows, 'centre') &&
    DISTRICT_AND_COMMUNE.every((level) => hasScope(rows, level))
  )
}

function hasScope(rows: readonly Row[], scope: PublishedScope): boolean {
  return rows.some((row) => row.scope === scope)
}

type Whole = { readonly index: number; readonly figures: PartialFigures; readonly isComplete: boolean }

function auditLevel(name: FigureName, whole: Whole, levels: readonly Row[]): Findings {
  const place = `groups[${whole.index}]`
  const label = `${SCOPE_WORDS.all}: ${FIGURES[name].name}`
  const right = levels.flatMap(({ scope, place: at, figures }): readonly Term[] => {
    const value = figures[name]
    return value === undefined ? [] : [{ name: `${at}.${name}`, words: SCOPE_WORDS[scope].toLowerCase(), value }]
  })
  const left = [{ name: `${place}.${name}`, words: SCOPE_WORDS.all.toLowerCase(), value: whole.figures[name] ?? 0 }]
  const identity = `${place}.${name} = ${levels.map((row) => `${row.place}.${name}`).join(' + ')}`
  if (right.length === 0) {
    return { tested: [], untestable: [{ place, label, identity, reason: 'chưa cấp nào công bố số liệu này' }] }
  }
  const isSum = whole.isComplete && right.length === levels.length
  const tested = [compareSums({ place, label, left, relation: isSum ? '=' : '≥', right })]
  const reason = 'các dòng đã có không hẳn là đủ các cấp; chỉ kiểm được rằng tổng không nhỏ hơn các dòng đó'
  return { tested, untestable: isSum ? [] : [{ place, label, identity, reason }] }
}
