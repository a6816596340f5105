import { FIGURE_NAMES, type FigureName, IDENTITIES, INCLUSIONS } from '../report/report.ts'

export type LawTerm = { readonly name: FigureName; readonly times: number }
/** What must hold between figures that were published, each taken so many times. */
export type Law = {
  readonly left: readonly LawTerm[]
  readonly relation: '=' | '≥'
  readonly right: readonly LawTerm[]
  /** The identities that it follows from. */
  readonly from: readonly Identity[]
}

/** An identity of the form, or an inclusion in which the part is less than the whole. */
export type Identity = {
  readonly whole: FigureName
  readonly parts: readonly FigureName[]
  readonly relation: Law['relation']
}

/**
 * Provinces differ on the cell in which these lie, so that no published table can be accused by them: a dossier
 * that waits for a supplement may stand beside those in progress, one that was returned beside those resolved.
 */
export const WITHOUT_CELL: readonly FigureName[] = ['supplementPending', 'returnedToApplicant']

/** whole − parts = 0. An inclusion has one part more that has no name: the rest of the whole. */
type Equation = {
  readonly identity: Identity
  readonly factors: readonly number[]
  readonly signs: readonly number[]
}

/** Sum of some equations; `used` has a bit for each of them. Figures and rests together are few enough for bits, too. */
type Sum = { readonly used: number; readonly factors: readonly number[] }

/**
 * All that must hold between the published figures, the identities that follow through unpublished ones included:
 * from receivedTotal = carriedOver + receivedNew and receivedTotal = resolvedTotal + inProgress follows
 * carriedOver + receivedNew = resolvedTotal + inProgress. Each law is as short as can be, and none follows from others.
 */
export function listLaws(published: readonly FigureName[]): readonly Law[] {
  const equations = equationsFor(published)
  const isUnknown = (column: number): boolean => {
    const name = FIGURE_NAMES[column]
    return name === undefined || !published.includes(name)
  }
  return connected(equations, isUnknown).flatMap((group) => {
    const sums = sumsOf(group, isUnknown)
    const maskOf = (sum: Sum): number =>
      sum.factors.reduce((mask, factor, column) => (factor !== 0 && isUnknown(column) ? mask | (1 << column) : mask), 0)
    const exact = shortest(sums.filter((sum) => maskOf(sum) === 0).toSorted(wholeFirst), (sum) => sum.used)
    const loose = shortest(
      sums.filter((sum) => maskOf(sum) !== 0),
      maskOf,
    )
    const lawOf = (relation: Law['relation']) => (sum: Sum) => ({
      relation,
      ...sidesOf(sum, isUnknown),
      from: group.flatMap(({ identity }, index) => ((sum.used & (1 << index)) === 0 ? [] : [identity])),
    })
    // That a sum of figures is not negative is no law; nor is what follows from that.
    const empty = new Set(sums.filter((sum) => lawOf('≥')(sum).right.length === 0).map(maskOf))
    const bounds = loose.filter((sum) => !empty.has(maskOf(sum))).map(lawOf('≥'))
    return [...exact.map(lawOf('=')), ...strongest(bounds)]
  })
}

/** Identities that a table must fulfil if it gives all their figures. */
export const PUBLISHED_IDENTITIES: readonly Identity[] = [
  ...IDENTITIES.map((identity): Identity => ({ ...identity, relation: '=' })),
  ...INCLUSIONS.filter(({ part }) => !WITHOUT_CELL.includes(part)).map(
    ({ whole, part }): Identity => ({ whole, parts: [part], relation: '≥' }),
  ),
]

function equationsFor(published: readonly FigureName[]): readonly Equation[] {
  // An inclusion says nothing of a part that is neither published nor bounded by an identity.
  const isBounded = (part: FigureName): boolean =>
    published.includes(part) || IDENTITIES.some(({ parts }) => parts.includes(part))
  const relevant = PUBLISHED_IDENTITIES.filter(({ relation, parts }) => relation === '=' || parts.every(isBounded))
  return relevant.map((identity, index) => {
    const factors = new Array<number>(FIGURE_NAMES.length + relevant.length - IDENTITIES.length).fill(0)
    for (const part of identity.parts) factors[FIGURE_NAMES.indexOf(part)] = -1
    factors[FIGURE_NAMES.indexOf(identity.whole)] = 1
    if (identity.relation === '=') return { identity, factors, signs: [0, -1, 1] }
    // The rest of a whole is in no other equation and at least 0: taken away it would prove nothing.
    factors[FIGURE_NAMES.length + index - IDENTITIES.length] = -1
    return { identity, factors, signs: [0, 1] }
  })
}

/** Only equations that share an unpublished figure say more together than apart. */
function connected(
  equations: readonly Equation[],
  isUnknown: (column: number) => boolean,
): readonly (readonly Equation[])[] {
  const shares = (a: Equation, b: Equation): boolean =>
    a.factors.some((factor, column) => factor !== 0 && b.factors[column] !== 0 && isUnknown(column))
  return equations.reduce<readonly (readonly Equation[])[]>((groups, next) => {
    const near = groups.filter((group) => group.some((each) => shares(each, next)))
    return [...groups.filter((group) => !near.includes(group)), [...near.flat(), next]]
  }, [])
}

/**
 * Sums in which every unpublished figure is either gone or only on the side of the parts, where it is at least 0.
 * Each figure is in few equations, which form a tree: factors beyond 1 and −1 lead nowhere new.
 */
function sumsOf(equations: readonly Equation[], isUnknown: (column: number) => boolean): readonly Sum[] {
  const columns = (equations[0]?.factors ?? []).map((_, column) => column)
  const start: readonly Sum[] = [{ used: 0, factors: columns.map(() => 0) }]
  const sums = equations.reduce((found, { factors, signs }, index) => {
    const later = equations.slice(index + 1)
    const settled = columns.filter((column) => isUnknown(column) && later.every((each) => each.factors[column] === 0))
    return found
      .flatMap(({ used, factors: before }) =>
        signs.map((sign) => ({
          used: sign === 0 ? used : used | (1 << index),
          factors: before.map((factor, column) => factor + sign * (factors[column] ?? 0)),
        })),
      )
      .filter((sum) => settled.every((column) => (sum.factors[column] ?? 0) <= 0))
  }, start)
  return sums.filter(({ used }) => used !== 0)
}

/** Those whose set contains no other's, one for each set: that of the fewest equations. */
function shortest(sums: readonly Sum[], setOf: (sum: Sum) => number): readonly Sum[] {
  const sized = sums
    .map((sum) => ({ sum, set: setOf(sum) }))
    .toSorted((a, b) => sizeOf(a.set) - sizeOf(b.set) || sizeOf(a.sum.used) - sizeOf(b.sum.used))
  const kept: { readonly sum: Sum; readonly set: number }[] = []
  for (const each of sized) {
    if (kept.every(({ set }) => (each.set & set) !== set)) kept.push(each)
  }
  return kept.map(({ sum }) => sum)
}

/** No figure is negative: of two bounds the one with less on the left and more on the right says it all. */
function strongest(bounds: readonly Law[]): readonly Law[] {
  const isWithin = (a: readonly LawTerm[], b: readonly LawTerm[]): boolean =>
    a.every(({ name, times }) => b.some((term) => term.name === name && term.times === times))
  const implies = (a: Law, b: Law): boolean => isWithin(a.left, b.left) && isWithin(b.right, a.right)
  return bounds.filter((law, index) =>
    bounds.every((other, at) => at === index || !implies(other, law) || (implies(law, other) && index < at)),
  )
}

/** Of an identity and the same one turned round, that with the fewer figures on the left. */
function wholeFirst(a: Sum, b: Sum): number {
  const positive = ({ factors }: Sum): number => factors.filter((factor) => factor > 0).length
  return positive(a) - positive(b)
}

function sizeOf(set: number): number {
  let size = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1
  return size
}

function sidesOf({ factors }: Sum, isUnknown: (column: number) => boolean): Pick<Law, 'left' | 'right'> {
  const terms = (sign: 1 | -1): readonly LawTerm[] =>
    FIGURE_NAMES.flatMap((name, column) => {
      const times = sign * (factors[column] ?? 0)
      return times > 0 && !isUnknown(column) ? [{ name, times }] : []
    })
  return { left: terms(1), right: terms(-1) }
}
