import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import { askedOf, type Life, planGroup, planMoments, type Plan, Unreachable } from '@motcua/core/replay/replay.ts'
import {
  completeFigures,
  endOf,
  type FigureName,
  type Figures,
  findScope,
  byFigure,
  isFigureName,
  type PartialFigures,
  type ReportScope,
  type Scenario,
  type ScenarioGroup,
} from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { type ChangeOutcome, type ChangeRequest, createSpine, SPINE_POOL, type Spine } from '../dossier/dossier.ts'
import { CommandRefused } from '../platform/command-line.ts'
import { planOpenReminders, runDispatcherUntilIdle, startDispatcher } from '../projection/projection.ts'
import { computeReport } from '../report/report.ts'
import type { Services } from '../services.ts'
import { refreshStatistics } from './replay.store.ts'

export type Difference = {
  readonly scope: string
  readonly figure: FigureName
  readonly stated: number
  readonly counted: number
}

export type ReplayOutcome = {
  readonly dossiers: number
  readonly changes: number
  readonly seconds: number
  readonly groups: readonly { readonly scope: string; readonly stated: PartialFigures; readonly figures: Figures }[]
  readonly differences: readonly Difference[]
}

export type ReplayQuestion = {
  readonly scenario: Scenario
  readonly seed: number
  readonly services: Pick<Services, 'database' | 'pool' | 'rulebook'>
  readonly progress: (done: number, total: number) => void
}

/**
 * Makes dossiers whose lives amount to the published figures, runs them through the product's own spine at the moments
 * of their lives, and reads the report of the period.
 */
export async function replayScenario({ scenario, seed, services, progress }: ReplayQuestion): Promise<ReplayOutcome> {
  const startedAt = performance.now()
  const { pool, rulebook } = services
  await refuseIfLived(scenario, services)
  const agenda = planScenario(scenario, seed, services)
  await live(agenda, services, progress)
  await runDispatcherUntilIdle({ pool, rulebook, effects: 'history' })
  await planOpenReminders({ pool, rulebook })
  const groups = await Promise.all(scenario.groups.map((group) => reportGroup(scenario, group, services)))
  return {
    dossiers: agenda.dossiers,
    changes: agenda.acts,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    groups,
    differences: groups.flatMap(differencesOf),
  }
}

/** Moment after moment through the spine, while a dispatcher counts what has happened so far. */
async function live(
  agenda: Agenda,
  { database, pool, rulebook }: ReplayQuestion['services'],
  progress: ReplayQuestion['progress'],
): Promise<void> {
  const clock = { now: agenda.moments[0]?.at ?? instant(0) }
  const spine = createSpine({
    pool: database.createPool({ name: 'motcua-replay', max: IN_FLIGHT, ...SPINE_POOL }),
    rulebook,
    now: () => clock.now,
    batchSize: BATCH_SIZE,
    inFlight: IN_FLIGHT,
  })
  const dispatcher = startDispatcher({
    pool: database.createPool({ name: 'motcua-replay-facts', max: 3 }),
    rulebook,
    effects: 'history',
  })
  try {
    let changes = 0
    let refreshAt = FIRST_REFRESH
    for (const moment of agenda.moments) {
      clock.now = moment.at
      await changeAll(spine, moment.due, { at: moment.at, rulebook: rulebook(), agenda })
      changes += moment.due.length
      progress(changes, agenda.acts)
      if (changes < refreshAt) continue
      await refreshStatistics(pool)
      refreshAt = changes * REFRESH_GROWTH
    }
  } finally {
    await dispatcher.stop()
  }
}

/** After so many changes, and whenever there are that many times more. */
const FIRST_REFRESH = 2_000
const REFRESH_GROWTH = 4

/** Two batches of a moment at once: one is decided while the other is made durable. */
const IN_FLIGHT = 2
const BATCH_SIZE = 512

/** An act of a life, by its place among the acts of the life. */
type Due = { readonly life: Life; readonly act: number }
type Moment = { readonly at: Instant; readonly due: readonly Due[] }
type Agenda = {
  readonly moments: readonly Moment[]
  readonly dossiers: number
  readonly acts: number
  /** When each dossier is accepted, as its fee goes by that day. */
  readonly acceptedAt: (life: Life) => Instant
}

function planScenario(scenario: Scenario, seed: number, { rulebook }: Pick<Services, 'rulebook'>): Agenda {
  const law = rulebook()
  const { period, id: scenarioId, groups } = scenario
  const expected = groups.reduce(
    (sum, { scope, figures }) => sum + completeFigures(figures, `${scenarioId} ${seed} ${scope}`).receivedTotal,
    0,
  )
  const moments = planMoments({ dossiers: expected, period, rulebook: law, seed })
  const plans = groups.map((group) =>
    planned(group, () => planGroup({ scenarioId, seed, period, group, moments, rulebook: law })),
  )
  const lives = plans.flatMap((plan) => plan.lives)
  const due: Due[][] = moments.at.map(() => [])
  for (const life of lives) {
    for (const [act, { moment }] of life.acts.entries()) due[moment]?.push({ life, act })
  }
  const all = moments.at.map((at, index) => ({ at, due: due[index] ?? [] }))
  const acceptedAt = (life: Life): Instant => {
    const accept = life.acts.find(({ kind }) => kind === 'accept')
    return moments.at[accept?.moment ?? 0] ?? instant(0)
  }
  return {
    dossiers: lives.length,
    moments: all.filter((moment) => moment.due.length > 0),
    acts: lives.reduce((sum, { acts }) => sum + acts.length, 0),
    acceptedAt,
  }
}

function planned(group: ScenarioGroup, plan: () => Plan): Plan {
  try {
    return plan()
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    throw new CommandRefused(`Nhóm ${group.scope} của kịch bản không sống lại được: ${error.message}.`)
  }
}

type Scene = { readonly at: Instant; readonly rulebook: Rulebook; readonly agenda: Agenda }

async function changeAll(spine: Spine, due: readonly Due[], scene: Scene): Promise<void> {
  const requests = due.map((each) => requestOf(each, scene))
  const outcomes = await spine.changeAll(requests)
  outcomes.forEach((outcome, index) => {
    if (outcome.kind === 'refused') throw refusedPlan(outcome, due[index], scene.at)
  })
}

function requestOf({ life, act }: Due, { at, rulebook, agenda }: Scene): ChangeRequest {
  const turn = life.acts[act]
  if (turn === undefined) throw new RangeError(`life ${life.number} has no act ${act}`)
  const asked = askedOf(life, turn, { at, acceptedAt: agenda.acceptedAt(life), rulebook })
  return { dossier: life.id, expectedVersion: null, key: null, ...asked }
}

/** A command of the plan that the product refuses is a fault of the plan, not of the scenario. */
function refusedPlan(outcome: Extract<ChangeOutcome, { kind: 'refused' }>, due: Due | undefined, at: Instant): Error {
  const life = due?.life
  const what =
    life === undefined
      ? ''
      : `${life.acts[due?.act ?? 0]?.kind} of ${life.offer.procedure.code}, ${JSON.stringify(life.slot)}`
  return new Error(
    `replay: ${what} of ${outcome.dossier} at ${new Date(at).toISOString()}: ${JSON.stringify(outcome.refusal)}`,
  )
}

function scopeOf(group: ScenarioGroup, { rulebook }: Pick<Services, 'rulebook'>): ReportScope {
  const scope = findScope(group.scope, rulebook())
  if (scope === undefined || scope.counters.length === 0) {
    throw new CommandRefused(`Dữ liệu tổ chức không có bộ phận một cửa nào thuộc phạm vi ${group.scope}.`)
  }
  return scope
}

/** Dossiers that are there already would be counted with those of the replay. */
async function refuseIfLived(scenario: Scenario, services: Pick<Services, 'pool' | 'rulebook'>): Promise<void> {
  await runDispatcherUntilIdle(services)
  for (const group of scenario.groups) {
    const { figures } = await reportGroup(scenario, group, services)
    if (figures.receivedTotal === 0) continue
    throw new CommandRefused(
      `Thư mục dữ liệu đã có ${figures.receivedTotal} hồ sơ của kỳ này trong phạm vi ${group.scope}, có thể do đã sống lại ` +
        'kịch bản này. Hãy dùng một thư mục dữ liệu khác (--data).',
    )
  }
}

async function reportGroup(
  { period }: Scenario,
  group: ScenarioGroup,
  services: Pick<Services, 'pool' | 'rulebook'>,
): Promise<ReplayOutcome['groups'][number]> {
  const asOf = endOf(period)
  const { pool, rulebook } = services
  const report = await computeReport(pool, {
    ...{ scope: scopeOf(group, services), period, asOf, now: asOf },
    rulebook: rulebook(),
  })
  return { scope: group.scope, stated: group.figures, figures: byFigure((name) => report.figures[name] ?? 0) }
}

function differencesOf({ scope, stated, figures }: ReplayOutcome['groups'][number]): readonly Difference[] {
  return Object.entries(stated).flatMap(([figure, value]) =>
    isFigureName(figure) && figures[figure] !== value
      ? [{ scope, figure, stated: value, counted: figures[figure] }]
      : [],
  )
}
