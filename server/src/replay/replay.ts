import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import { askedOf } from '@motcua/core/replay/replay.ts'
import {
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
import { type Agenda, type Due, planScenario } from './agenda.ts'
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
  const agenda = planScenario(scenario, seed, rulebook())
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
  const clock = { now: instant(0) }
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
    let before: Promise<void> = Promise.resolve()
    for (const { at, due } of agenda.moments()) {
      // What people will ask next is made up while the database works on what they asked before.
      const requests = due.map((each) => requestOf(each, { at, rulebook: rulebook(), agenda }))
      await before
      clock.now = at
      before = changeAll(spine, requests, { at, due })
      changes += due.length
      progress(changes, agenda.acts)
      if (changes < refreshAt) continue
      await before
      await refreshStatistics(pool)
      refreshAt = changes * REFRESH_GROWTH
    }
    await before
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

type Scene = { readonly at: Instant; readonly rulebook: Rulebook; readonly agenda: Agenda }

type Asked = { readonly at: Instant; readonly due: readonly Due[] }

async function changeAll(spine: Spine, requests: readonly ChangeRequest[], { at, due }: Asked): Promise<void> {
  const outcomes = await spine.changeAll(requests)
  outcomes.forEach((outcome, index) => {
    if (outcome.kind === 'refused') throw refusedPlan(outcome, due[index], at)
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
