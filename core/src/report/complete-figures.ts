import { createRandom, type Random } from '../kernel/random.ts'
import { formatNumber } from '../kernel/text.ts'
import { byFigure, FIGURES, type FigureName, type Figures } from './figures.ts'
import { IDENTITIES, type Identity, INCLUSIONS, identityText, spelledOut } from './identities.ts'

/** What was published of a period; the rest was not. */
export type PartialFigures = Readonly<Partial<Record<FigureName, number>>>

type Bounds = { readonly low: number; readonly high: number }
type AllBounds = Record<FigureName, Bounds>

const MOST = 1_000_000_000

/**
 * The identities without a cycle, so that a value chosen within its bounds never leads to a dead end:
 * early and on time stand together in two published identities.
 */
const SOLVED: readonly Identity[] = IDENTITIES.map((identity) =>
  identity.parts.includes('resolvedLate')
    ? { ...identity, parts: ['resolvedEarlyOrOnTime', 'resolvedLate'] }
    : identity,
)

/** Why the figures cannot all be true: identity, figures and difference, in Vietnamese. Empty if they can. */
export function findContradictions(figures: PartialFigures): readonly string[] {
  const stated = IDENTITIES.filter((identity) => isStated(identity, figures)).flatMap((identity) =>
    statedContradiction(identity, figures),
  )
  if (stated.length > 0) return stated
  const bounds = startingBounds(figures)
  const conflict = propagate(bounds)
  return conflict === null ? [] : [conflictText(conflict, bounds, figures)]
}

function isStated(identity: Identity, figures: PartialFigures): boolean {
  return [identity.whole, ...identity.parts].every((name) => figures[name] !== undefined)
}

function statedContradiction(identity: Identity, figures: PartialFigures): readonly string[] {
  const valueFor = (name: FigureName): number => figures[name] ?? 0
  const sum = identity.parts.reduce((total, part) => total + valueFor(part), 0)
  const difference = Math.abs(valueFor(identity.whole) - sum)
  if (difference === 0) return []
  return [
    `Trái đẳng thức "${identityText(identity)}": ${spelledOut(identity, valueFor)}, lệch ${formatNumber(difference)}.`,
  ]
}

type Conflict =
  | { readonly kind: 'identity'; readonly identity: Identity }
  | { readonly kind: 'inclusion'; readonly part: FigureName; readonly whole: FigureName }

function startingBounds(figures: PartialFigures): AllBounds {
  return byFigure((name) => {
    const value = figures[name]
    return value === undefined ? { low: 0, high: MOST } : { low: value, high: value }
  })
}

/** Narrows the bounds until nothing moves; the first identity that cannot hold is the conflict. */
function propagate(bounds: AllBounds): Conflict | null {
  for (let moved = true; moved; ) {
    moved = false
    for (const identity of SOLVED) {
      const sum = sumOf(identity.parts, bounds)
      if (isDisjoint(bounds[identity.whole], sum)) return { kind: 'identity', identity }
      moved = narrow(identity, bounds) || moved
    }
    for (const { part, whole: container } of INCLUSIONS) {
      if (bounds[part].low > bounds[container].high) return { kind: 'inclusion', part, whole: container }
      moved = limit(bounds, part, { low: 0, high: bounds[container].high }) || moved
      moved = limit(bounds, container, { low: bounds[part].low, high: MOST }) || moved
    }
  }
  return null
}

function narrow(identity: Identity, bounds: AllBounds): boolean {
  let moved = limit(bounds, identity.whole, sumOf(identity.parts, bounds))
  for (const part of identity.parts) {
    const others = sumOf(
      identity.parts.filter((other) => other !== part),
      bounds,
    )
    const total = bounds[identity.whole]
    moved = limit(bounds, part, { low: total.low - others.high, high: total.high - others.low }) || moved
  }
  return moved
}

function limit(bounds: AllBounds, name: FigureName, to: Bounds): boolean {
  const now = bounds[name]
  const next = { low: Math.max(now.low, to.low), high: Math.min(now.high, to.high) }
  if (next.low === now.low && next.high === now.high) return false
  bounds[name] = next
  return true
}

function sumOf(names: readonly FigureName[], bounds: AllBounds): Bounds {
  return {
    low: names.reduce((sum, name) => sum + bounds[name].low, 0),
    high: names.reduce((sum, name) => sum + bounds[name].high, 0),
  }
}

const isDisjoint = (a: Bounds, b: Bounds): boolean => a.low > b.high || b.low > a.high

function conflictText(conflict: Conflict, bounds: AllBounds, figures: PartialFigures): string {
  const shown = (name: FigureName): string => {
    const { low, high } = bounds[name]
    if (low === high) return `${name} ${formatNumber(low)}${figures[name] === undefined ? ' (suy ra)' : ''}`
    return `${name} ${high === MOST ? `ít nhất ${formatNumber(low)}` : `từ ${formatNumber(low)} đến ${formatNumber(high)}`} (suy ra)`
  }
  if (conflict.kind === 'inclusion') {
    const difference = bounds[conflict.part].low - bounds[conflict.whole].high
    const names = `"${FIGURES[conflict.part].name}" nằm trong "${FIGURES[conflict.whole].name}"`
    return `${names} nên không thể lớn hơn: ${shown(conflict.part)} > ${shown(conflict.whole)}, lệch ${formatNumber(difference)}.`
  }
  const { identity } = conflict
  const sum = sumOf(identity.parts, bounds)
  const total = bounds[identity.whole]
  const difference = total.low > sum.high ? total.low - sum.high : sum.low - total.high
  return `Trái đẳng thức "${identityText(identity)}": ${shown(identity.whole)} ≠ ${identity.parts.map(shown).join(' + ')}, lệch ${formatNumber(difference)}.`
}

type Rule = {
  readonly name: FigureName
  /** The first of these that is known is taken, times something between the two ratios. */
  readonly from: readonly (readonly [reference: FigureName, least: number, most: number])[]
}

/** Plausible shares, from what provinces publish; wholes before their parts. */
const RULES: readonly Rule[] = [
  {
    name: 'receivedTotal',
    from: [
      ['resolvedTotal', 1.03, 1.12],
      ['receivedNew', 1.04, 1.12],
      ['resolvedEarlyOrOnTime', 1.06, 1.18],
      ['resolvedEarly', 1.2, 1.4],
      ['inProgress', 8, 14],
      ['receivedOnline', 2, 3],
      ['receivedInPersonOrPostal', 1.6, 2.2],
      ['carriedOver', 8, 14],
    ],
  },
  { name: 'inProgress', from: [['receivedTotal', 0.04, 0.12]] },
  { name: 'carriedOver', from: [['receivedTotal', 0.04, 0.1]] },
  { name: 'receivedOnline', from: [['receivedNew', 0.35, 0.55]] },
  { name: 'receivedPostal', from: [['receivedInPersonOrPostal', 0.02, 0.06]] },
  { name: 'resolvedLate', from: [['resolvedTotal', 0.001, 0.01]] },
  { name: 'resolvedEarly', from: [['resolvedEarlyOrOnTime', 0.75, 0.88]] },
  { name: 'inProgressOverdue', from: [['inProgress', 0.005, 0.03]] },
  { name: 'supplementPending', from: [['inProgressInTime', 0.01, 0.03]] },
  { name: 'returnedToApplicant', from: [['resolvedTotal', 0.004, 0.015]] },
  { name: 'interlinked', from: [['receivedTotal', 0.01, 0.03]] },
  { name: 'certifiedCopies', from: [['receivedTotal', 0.05, 0.15]] },
  { name: 'postalEither', from: [['receivedTotal', 0.04, 0.09]] },
  { name: 'apologyLetters', from: [['receivedTotal', 0.0005, 0.002]] },
]

/** Used where nothing is published that the size could be derived from. */
const DEFAULT_SIZE = 1000

/**
 * The stated figures with plausible values for the others, the same for the same seed. All identities hold.
 * Expects figures without contradictions.
 */
export function completeFigures(figures: PartialFigures, seed: number | string): Figures {
  const bounds = startingBounds(figures)
  const random = createRandom(`figures ${seed}`)
  settle(bounds)
  for (const rule of RULES) {
    const { low, high } = bounds[rule.name]
    if (low === high) continue
    const value = Math.min(high, Math.max(low, Math.round(plausible(rule, bounds, random))))
    bounds[rule.name] = { low: value, high: value }
    settle(bounds)
  }
  return valuesOf(bounds)
}

function plausible(rule: Rule, bounds: AllBounds, random: Random): number {
  const found = rule.from.find(([reference]) => bounds[reference].low === bounds[reference].high)
  if (found === undefined) return DEFAULT_SIZE
  const [reference, least, most] = found
  return bounds[reference].low * (least + (most - least) * random.next())
}

function settle(bounds: AllBounds): void {
  const conflict = propagate(bounds)
  if (conflict !== null) throw new Error(conflictText(conflict, bounds, {}))
}

function valuesOf(bounds: AllBounds): Figures {
  return byFigure((name) => {
    const { low, high } = bounds[name]
    if (low !== high) throw new Error(`no rule chooses ${name}`)
    return low
  })
}
