import type { WorkCalendar } from '../calendar/calendar.ts'
import type { Unit } from '../organisation/organisation.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Period } from '../report/report.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { AssessedScope } from './assessed-scope.ts'
import { type CountedCell, partKey, totalOf } from './counted-cell.ts'
import { splitPublications } from './count-publications.ts'
import { type IndicatorSource, type Measure, SOURCE_REASON } from './indicator-set.ts'
import { currentCode } from './procedure-figures.ts'
import { hasTrait } from './procedure-traits.ts'
import type { Counted, Share } from './score.ts'

/** Everything that the components of one scope and period are counted from. */
export type IndicatorGround = {
  readonly assessed: AssessedScope
  readonly period: Period
  readonly cells: readonly CountedCell[]
  /** What other systems have answered; a source that is missing is not known. */
  readonly answers: Readonly<Partial<Record<IndicatorSource, Share>>>
  readonly rulebook: Rulebook
}

export function countMeasure(measure: Measure, key: string, ground: IndicatorGround): Counted {
  switch (measure.of) {
    case 'dossiers': {
      const { among, having } = totalOf(ground.cells, key)
      return shareOf(having, among)
    }
    case 'procedures': {
      const { having, lacking } = splitProcedures(measure, key, ground)
      return shareOf(having.length, having.length + lacking.length)
    }
    case 'agencies': {
      const { having, lacking } = splitAgencies(measure, key, ground)
      return shareOf(having.length, having.length + lacking.length)
    }
    case 'publications': {
      const split = splitPublished(measure, ground)
      if (split === null) return { kind: 'missing', reason: 'danh mục thủ tục chưa ghi ngày công bố, ngày công khai' }
      return shareOf(split.onTime.length, split.onTime.length + split.late.length)
    }
    case 'source': {
      const share = ground.answers[measure.source]
      return share === undefined ? { kind: 'missing', reason: SOURCE_REASON[measure.source] } : { kind: 'share', share }
    }
    case 'remainder':
      return remainderOf(measure.parts.map((part, index) => countMeasure(part, partKey(key, index), ground)))
  }
}

function shareOf(numerator: number, denominator: number): Counted {
  return { kind: 'share', share: { numerator, denominators: [denominator] } }
}

function remainderOf(parts: readonly Counted[]): Counted {
  const missing = parts.find((part) => part.kind === 'missing')
  if (missing !== undefined) return missing
  return { kind: 'remainder', parts: parts.flatMap((part) => (part.kind === 'share' ? [part.share] : [])) }
}

type Of<Kind extends Measure['of']> = Extract<Measure, { readonly of: Kind }>
export type Split<Item> = { readonly having: readonly Item[]; readonly lacking: readonly Item[] }

export function splitProcedures(measure: Of<'procedures'>, key: string, ground: IndicatorGround): Split<Procedure> {
  const { assessed, cells, rulebook } = ground
  const used = new Set(
    cells
      .filter(({ counts }) => (counts[key]?.among ?? 0) > 0)
      .map(({ procedure }) => currentCode(procedure, rulebook)),
  )
  const among = assessed.procedures.filter((each) => measure.among.every((trait) => hasTrait(each, trait, assessed.on)))
  const isHaving = (each: (typeof among)[number]): boolean =>
    measure.having.every((trait) => hasTrait(each, trait, assessed.on)) &&
    (measure.used === null || used.has(each.procedure.code))
  return {
    having: among.filter(isHaving).map(({ procedure }) => procedure),
    lacking: among.filter((each) => !isHaving(each)).map(({ procedure }) => procedure),
  }
}

export function splitAgencies(measure: Of<'agencies'>, key: string, ground: IndicatorGround): Split<Unit> {
  const { assessed, cells, rulebook } = ground
  const marked = assessed.procedures.filter(({ procedure }) => procedure.marks.includes(measure.among))
  const among = assessed.agencies.filter(({ id }) => marked.some(({ procedure }) => rulebook.resolves(id, procedure)))
  const used = new Set(cells.filter(({ counts }) => (counts[key]?.among ?? 0) > 0).map(({ agency }) => agency))
  return { having: among.filter(({ id }) => used.has(id)), lacking: among.filter(({ id }) => !used.has(id)) }
}

export function splitPublished(measure: Of<'publications'>, { assessed, period, rulebook }: IndicatorGround) {
  const calendar = provinceCalendar(rulebook)
  return splitPublications(
    assessed.procedures.map(({ procedure }) => procedure),
    measure,
    { period, calendar },
  )
}

function provinceCalendar(rulebook: Rulebook): WorkCalendar {
  const root = rulebook.units().find(({ parent }) => parent === null)
  if (root === undefined) throw new Error('a rulebook has a root agency')
  return rulebook.calendarOf(root)
}
