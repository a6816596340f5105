import { completeFigures, type PartialFigures } from './complete-figures.ts'
import { FIGURE_NAMES, type FigureName, type Figures } from './figures.ts'
import { INCLUSIONS } from './identities.ts'
import type { Scenario, ScenarioGroup } from './scenario.ts'

/**
 * The same period with so large a part of its dossiers, for a trial that takes minutes instead of an hour. What was
 * published stays published, rounded so that every identity still holds; what was not is chosen anew.
 */
export function scaleScenario(scenario: Scenario, fraction: number): Scenario {
  if (fraction === 1) return scenario
  const groups = scenario.groups.map((group) => ({ ...group, figures: scaledFigures(scenario, group, fraction) }))
  return { ...scenario, groups }
}

function scaledFigures({ id }: Scenario, { scope, figures }: ScenarioGroup, fraction: number): PartialFigures {
  const scaled = scaleAll(completeFigures(figures, `${id} ${scope}`), fraction)
  return Object.fromEntries(FIGURE_NAMES.flatMap((name) => (figures[name] === undefined ? [] : [[name, scaled[name]]])))
}

/** What became of the dossiers is scaled first; what came in has the same total, its largest part taking the difference. */
function scaleAll(whole: Figures, fraction: number): Figures {
  const part = (name: FigureName): number => Math.round(whole[name] * fraction)
  const [early, onTime, late] = [part('resolvedEarly'), part('resolvedOnTime'), part('resolvedLate')]
  const [inTime, overdue] = [part('inProgressInTime'), part('inProgressOverdue')]
  const resolved = early + onTime + late
  const total = resolved + inTime + overdue
  const carried = Math.min(part('carriedOver'), total)
  const [online = 0, inPerson = 0, postal = 0] = filled(total - carried, [
    part('receivedOnline'),
    part('receivedInPerson'),
    part('receivedPostal'),
  ])
  return within({
    ...{ receivedTotal: total, carriedOver: carried, receivedNew: total - carried, receivedOnline: online },
    ...{ receivedInPersonOrPostal: inPerson + postal, receivedInPerson: inPerson, receivedPostal: postal },
    ...{ resolvedTotal: resolved, resolvedEarlyOrOnTime: early + onTime },
    ...{ resolvedEarly: early, resolvedOnTime: onTime, resolvedLate: late },
    ...{ inProgress: inTime + overdue, inProgressInTime: inTime, inProgressOverdue: overdue },
    ...{ supplementPending: part('supplementPending'), returnedToApplicant: part('returnedToApplicant') },
    ...{ interlinked: part('interlinked'), certifiedCopies: part('certifiedCopies') },
    ...{ postalEither: part('postalEither'), apologyLetters: part('apologyLetters') },
  })
}

/** Sizes that sum to the total: the largest gives or takes what rounding left over. */
function filled(total: number, sizes: readonly number[]): readonly number[] {
  const largest = sizes.indexOf(Math.max(...sizes))
  let rest = total
  const others = sizes.map((size, index) => {
    const taken = index === largest ? 0 : Math.min(size, rest)
    rest -= taken
    return taken
  })
  return others.map((size, index) => (index === largest ? rest : size))
}

/** What is counted inside something else was rounded apart from it. */
function within(figures: Figures): Figures {
  const fitted: Record<FigureName, number> = { ...figures }
  for (const { part, whole } of INCLUSIONS) {
    if (whole === 'postalEither') fitted.postalEither = Math.max(fitted.postalEither, fitted[part])
    else fitted[part] = Math.min(fitted[part], fitted[whole])
  }
  return fitted
}
