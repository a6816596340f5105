import { type Instant, instant } from '../kernel/instant.ts'

/** What a report knows of one filed dossier at one moment. Absent instants are null, endless ones Infinity. */
export type ReportFact = {
  readonly field: string
  readonly channel: string
  readonly delivery: string
  readonly certifiedCopy: boolean
  readonly interlinked: boolean
  readonly acceptedAt: Instant | null
  /** Infinity while the clock stands still (unless it had run out before) and without a term. */
  readonly dueAt: Instant
  readonly pauseGround: string | null
  readonly finishedAt: Instant | null
  readonly finish: string | null
  readonly ending: string | null
  readonly apologisedAt: Instant | null
  readonly onlineLevel: string
  readonly paidHow: string | null
  readonly elsewhere: boolean
  readonly feeOwed: boolean
  /** Null as long as there is no result. */
  readonly electronicResult: boolean | null
  readonly supplements: number
  readonly documentCount: number
  readonly digitisedCount: number
  readonly reusedCount: number
}

export const FACT_INSTANTS = ['acceptedAt', 'dueAt', 'finishedAt', 'apologisedAt'] as const
export const FACT_TEXTS = ['channel', 'delivery', 'pauseGround', 'finish', 'ending', 'onlineLevel', 'paidHow'] as const
export const FACT_FLAGS = ['certifiedCopy', 'interlinked', 'elsewhere', 'feeOwed', 'electronicResult'] as const
export const FACT_COUNTS = ['supplements', 'documentCount', 'digitisedCount', 'reusedCount'] as const
export type FactInstant = (typeof FACT_INSTANTS)[number]
export type FactText = (typeof FACT_TEXTS)[number]
export type FactFlag = (typeof FACT_FLAGS)[number]
export type FactCount = (typeof FACT_COUNTS)[number]

/**
 * from: 00:00 of the first day; end: 24:00 of the last day; closing: the end, or the as-of instant where that is
 * earlier, because what runs out only after it is not overdue yet.
 */
export const EDGES = ['from', 'end', 'closing'] as const
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
  }
}

export const before = (what: FactInstant, edge: Edge): Condition => ({ is: 'before', what, edge })
export const notBefore = (what: FactInstant, edge: Edge): Condition => ({ is: 'notBefore', what, edge })
export const oneOf = (what: FactText, ...values: readonly string[]): Condition => ({ is: 'oneOf', what, values })
export const flagged = (what: FactFlag): Condition => ({ is: 'flagged', what })
export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of })

/** Endless: what a due time is without a term, and while the clock stands still. */
export const NEVER: Instant = instant(Number.POSITIVE_INFINITY)
