/** Numbers that look random and are the same again for the same seed. Never for secrets. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number from 0 to below - 1. */
  readonly below: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** An item by its weight; weights need not sum to 1. */
  readonly pickWeighted: <T>(items: readonly T[], weights: readonly number[]) => T
  readonly shuffle: <T>(items: readonly T[]) => readonly T[]
}

/** mulberry32 over a hash of the seed, so that neighbouring seeds share nothing. */
export function createRandom(seed: number | string): Random {
  let state = hashText(String(seed))
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => taken(items, below(items.length)),
    pickWeighted: (items, weights) => taken(items, weightedIndex(weights, next)),
    shuffle: (items) => shuffled(items, below),
  }
}

function weightedIndex(weights: readonly number[], next: () => number): number {
  let rest = next() * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => {
    rest -= weight
    return rest < 0
  })
  return found < 0 ? weights.length - 1 : found
}

function shuffled<T>(items: readonly T[], below: (limit: number) => number): readonly T[] {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = below(last + 1)
    const item = taken(copy, last)
    copy[last] = taken(copy, other)
    copy[other] = item
  }
  return copy
}

function taken<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

/** FNV-1a, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}
