import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import { type Life, type Lives, type Plan, planGroup, planMoments, Unreachable } from '@motcua/core/replay/replay.ts'
import { completeFigures, type Scenario, type ScenarioGroup } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { CommandRefused } from '../platform/command-line.ts'

/** An act of a life, by its place among the acts of the life. */
export type Due = { readonly life: Life; readonly act: number }
type Moment = { readonly at: Instant; readonly due: readonly Due[] }
export type Agenda = {
  /** Made one by one: all that is going to happen would not fit into memory. */
  readonly moments: () => Iterable<Moment>
  readonly dossiers: number
  readonly acts: number
  /** When each dossier is accepted, as its fee goes by that day. */
  readonly acceptedAt: (life: Life) => Instant
}

/** Throws a refusal where the catalogue cannot make what a group asks. */
export function planScenario(scenario: Scenario, seed: number, rulebook: Rulebook): Agenda {
  const { period, id: scenarioId, groups } = scenario
  const expected = groups.reduce(
    (sum, { scope, figures }) => sum + completeFigures(figures, `${scenarioId} ${seed} ${scope}`).receivedTotal,
    0,
  )
  const moments = planMoments({ dossiers: expected, period, rulebook, seed })
  const lives = groups
    .map((group) => planned(group, () => planGroup({ scenarioId, seed, period, group, moments, rulebook })))
    .map((plan) => plan.lives)
  const acceptedAt = (life: Life): Instant => {
    const accept = life.acts.find(({ kind }) => kind === 'accept')
    return moments.at[accept?.moment ?? 0] ?? instant(0)
  }
  const acts = lives.reduce((sum, each) => sum + each.acts, 0)
  return {
    dossiers: lives.reduce((sum, each) => sum + each.length, 0),
    moments: () => momentsOf(lives, moments.at),
    ...{ acts, acceptedAt },
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

/** What is due at each moment, of all lives. Where several groups have something due, it stands in their order. */
function* momentsOf(lives: readonly Lives[], at: readonly Instant[]): Iterable<Moment> {
  const diaries = lives.map((each) => diaryOf(each, at.length))
  for (const [index, moment] of at.entries()) {
    const due = diaries.flatMap((dueAt) => dueAt(index))
    if (due.length > 0) yield { at: moment, due }
  }
}

/** The acts of lives by their moment, sorted by counting. */
function diaryOf(lives: Lives, moments: number): (moment: number) => readonly Due[] {
  const ends = new Uint32Array(moments + 1)
  lives.forEachAct((moment) => {
    ends[moment + 1] = (ends[moment + 1] ?? 0) + 1
  })
  for (let moment = 1; moment <= moments; moment++) ends[moment] = (ends[moment] ?? 0) + (ends[moment - 1] ?? 0)
  const next = ends.slice()
  const [life, act] = [new Uint32Array(lives.acts), new Uint8Array(lives.acts)]
  lives.forEachAct((moment, number, place) => {
    const index = next[moment] ?? 0
    next[moment] = index + 1
    life[index] = number
    act[index] = place
  })
  return (moment) => {
    const due: Due[] = []
    for (let index = ends[moment] ?? 0; index < (ends[moment + 1] ?? 0); index++) {
      due.push({ life: lives.get(life[index] ?? 0), act: act[index] ?? 0 })
    }
    return due
  }
}
