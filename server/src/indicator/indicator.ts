import {
  type AssessedScope,
  assess,
  assessedScope,
  componentsOf,
  costOfOne,
  dossierCounts,
  findDossierCount,
  type IndicatorComponent,
  type IndicatorGround,
  type IndicatorSet,
  previousPeriod,
  type SetScore,
} from '@motcua/core/indicator/indicator.ts'
import { DAY_MS, type Instant, instant } from '@motcua/core/kernel/instant.ts'
import { defaultAsOf, edgesOf, findScope, type ReportScope } from '@motcua/core/report/report.ts'
import type { Db } from '../platform/database.ts'
import { notFound, type ProblemError } from '../platform/http/problem.ts'
import { type CostedCount, countCells } from './indicator.store.ts'
import { type IndicatorQuestion, listAnswers } from './indicator-sources.ts'

export { getIndicatorPeriod } from './indicator-question.ts'
export type { IndicatorQuestion } from './indicator-sources.ts'

export type Assessed = {
  readonly question: IndicatorQuestion
  readonly score: SetScore
  readonly ground: IndicatorGround
  readonly countedTo: Instant
}

/** The set for one scope and period, from the facts that reports are counted from. */
export async function assessScope(db: Db, question: IndicatorQuestion): Promise<Assessed> {
  const { set, scope, rulebook } = question
  const { ground, countedTo } = await countGround(db, question)
  const whole = findScope('all', rulebook)
  const isAskedAbove = whole !== undefined && scope.kind !== 'all' && componentsOf(set).some(needsProvinceCells(ground))
  const province = isAskedAbove
    ? (await countGround(db, { ...question, scope: whole })).ground
    : { ...ground, assessed: whole === undefined ? ground.assessed : scopeOn(whole, question) }
  return { question, ground, countedTo, score: assess({ set, ground, province }) }
}

/** Only what is counted over dossiers has to be counted once more for the province; the rulebook is at hand. */
function needsProvinceCells({ assessed }: IndicatorGround) {
  return ({ measure, notFor }: IndicatorComponent): boolean =>
    notFor !== null &&
    notFor.instead === 'ofProvince' &&
    notFor.levels.includes(assessed.level) &&
    measure.of !== 'publications' &&
    measure.of !== 'source'
}

async function countGround(
  db: Db,
  question: IndicatorQuestion,
): Promise<{ readonly ground: IndicatorGround; readonly countedTo: Instant }> {
  const { set, scope, period, asOf, rulebook } = question
  const edges = edgesOf(period.period, asOf)
  const { cells, countedTo } = await countCells(db, dossierCounts(set), { scope, edges })
  const answers = await listAnswers(question)
  const assessed = scopeOn(scope, question)
  return { countedTo, ground: { assessed, period: period.period, cells, answers, rulebook } }
}

function scopeOn(scope: ReportScope, { period, rulebook }: IndicatorQuestion): AssessedScope {
  return assessedScope(scope, period.period.to, rulebook)
}

export const COMPARISONS = ['previousPeriod', 'yesterday'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** What the score is held against: the period before at its end, or the same period one day earlier. */
export function comparedWith(question: IndicatorQuestion, comparison: Comparison): IndicatorQuestion {
  if (comparison === 'yesterday') return { ...question, asOf: instant(question.asOf - DAY_MS) }
  const period = previousPeriod(question.period)
  const set = question.rulebook.indicatorSet(question.set.id, period.period.to) ?? question.set
  const isSame = componentIds(set) === componentIds(question.set)
  return { ...question, set: isSame ? set : question.set, period, asOf: defaultAsOf(period.period, question.asOf) }
}

const componentIds = (set: IndicatorSet): string =>
  componentsOf(set)
    .map(({ id }) => id)
    .join()

/** Components of which dossiers can be listed, each with what a missing one costs. */
export function costedCounts({ question, score }: Assessed): readonly CostedCount[] {
  const scores = score.groups.flatMap((group) => group.components)
  return componentsOf(question.set).flatMap((component): readonly CostedCount[] => {
    const count = findDossierCount(component)
    const own = scores.find((each) => each.component === component)
    return count === undefined || own === undefined ? [] : [{ ...count, cost: costOfOne(own) }]
  })
}

/** What a missing dossier of one component costs; answers a problem for a component that counts no dossiers. */
export function getCosted(assessed: Assessed, component: string): CostedCount {
  const count = costedCounts(assessed).find(({ key }) => key === component)
  if (count === undefined) throw noList()
  return count
}

export function noList(): ProblemError {
  return notFound('danh sách của chỉ số', 'Chỉ số này không đếm hồ sơ hay thủ tục; hãy chọn chỉ số khác.')
}
