import { type Instant, instant } from '../kernel/instant.ts'

/** Instants of a fact that conditions may ask about. */
export const FACT_INSTANTS = [
  'submittedAt',
  'acceptDueAt',
  'declinedAt',
  'acceptedAt',
  'dueAt',
  'pausedAt',
  'finishedAt',
  'apologisedAt',
  'returnedAt',
] as const
export const FACT_FLAGS = ['certifiedCopy', 'interlinked', 'elsewhere', 'feeOwed', 'electronicResult'] as const
export const FACT_COUNTS = ['supplements', 'documentCount', 'digitisedCount', 'reusedCount'] as const
export const EDGES = ['from', 'end', 'closing'] as const

/** Texts of a fact with all values they have; null: any word. Whether the text may be missing stands in `FACT_ABSENT`. */
export const FACT_TEXTS = {
  channel: ['online', 'inPerson', 'postal'],
  onlineLevel: ['fullyOnline', 'partiallyOnline', 'none'],
  delivery: ['counter', 'postal', 'online'],
  pauseGround: null,
  supplementGround: null,
  endingGround: null,
  finish: ['early', 'onTime', 'late'],
  ending: ['resolved', 'refused', 'withdrawn', 'stopped', 'declined'],
  paidHow: ['online', 'cash', 'transfer'],
  returnedHow: ['counter', 'postal', 'online'],
} as const satisfies Readonly<Record<string, readonly string[] | null>>

/** The row of what was sent back without a ground of the catalogue; no ground may be called so. */
export const UNCLASSIFIED = 'unclassified'

export type FactInstant = (typeof FACT_INSTANTS)[number]
export type FactFlag = (typeof FACT_FLAGS)[number]
export type FactCount = (typeof FACT_COUNTS)[number]
export type FactText = keyof typeof FACT_TEXTS

/**
 * What a report knows of one filed dossier at one moment. Absent instants are null, endless ones Infinity; `dueAt` is
 * Infinity while the clock stands still (unless it had run out before) and without a term.
 */
export type ReportFact = Readonly<Record<FactInstant, Instant | null>> &
  Readonly<Record<FactText, string | null>> &
  Readonly<Record<FactFlag, boolean | null>> &
  Readonly<Record<FactCount, number>>

/**
 * from: 00:00 of the first day; end: 24:00 of the last day; closing: the end, or the as-of instant where that is
 * earlier, because what runs out only after it is not overdue yet.
 */
export type Edge = (typeof EDGES)[number]
export type Edges = Readonly<Record<Edge, Instant>>

/**
 * A condition on a fact as data: it is read here to count in memory, and written out as SQL by the server.
 * An absent instant lies after every edge; an absent text equals nothing; an absent flag is not set.
 */
export type Condition =
  | { readonly is: 'before'; readonly what: FactInstant; readonly edge: Edge }
  | { readonly is: 'notBefore'; readonly what: FactInstant; readonly edge: Edge }
  | { readonly is: 'oneOf'; readonly what: FactText; readonly values: readonly string[] }
  | { readonly is: 'flagged'; readonly what: FactFlag }
  | { readonly is: 'atLeast'; readonly what: FactCount; readonly count: number }
  | { readonly is: 'atMost'; readonly what: FactCount; readonly count: number }
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }

export function holds(condition: Condition, fact: ReportFact, edges: Edges): boolean {
  switch (condition.is) {
    case 'before':
      return (fact[condition.what] ?? Number.POSITIVE_INFINITY) < edges[condition.edge]
    case 'notBefore':
      return (fact[condition.what] ?? Number.POSITIVE_INFINITY) >= edges[condition.edge]
    case 'oneOf':
      return condition.values.includes(fact[condition.what] ?? '')
    case 'flagged':
      return fact[condition.what] === true
    case 'atLeast':
      return fact[condition.what] >= condition.count
    case 'atMost':
      return fact[condition.what] <= condition.count
    case 'all':
      return condition.of.every((each) => holds(each, fact, edges))
    case 'any':
      return condition.of.some((each) => holds(each, fact, edges))
    case 'not':
      return !holds(condition.of, fact, edges)
  }
}

/** Every condition that stands in it, itself included. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (condition.is === 'all' || condition.is === 'any') return [condition, ...condition.of.flatMap(partsOf)]
  return condition.is === 'not' ? [condition, ...partsOf(condition.of)] : [condition]
}

/** Endless: what a due time is without a term, and while the clock stands still. */
export const NEVER: Instant = instant(Number.POSITIVE_INFINITY)

export const before = (what: FactInstant, edge: Edge): Condition => ({ is: 'before', what, edge })
export const notBefore = (what: FactInstant, edge: Edge): Condition => ({ is: 'notBefore', what, edge })
export const oneOf = (what: FactText, ...values: readonly string[]): Condition => ({ is: 'oneOf', what, values })
export const flagged = (what: FactFlag): Condition => ({ is: 'flagged', what })
export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of })
