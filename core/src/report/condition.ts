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
}

export type FactInstant = 'acceptedAt' | 'dueAt' | 'finishedAt' | 'apologisedAt'
export type FactText = 'channel' | 'delivery' | 'pauseGround' | 'finish' | 'ending'
export type FactFlag = 'certifiedCopy' | 'interlinked'

/**
 * from: 00:00 of the first day; end: 24:00 of the last day; closing: the end, or the as-of instant where that is
 * earlier, because what runs out only after it is not overdue yet.
 */
export type Edge = 'from' | 'end' | 'closing'
export type Edges = Readonly<Record<Edge, Instant>>

/**
 * A condition on a fact as data: it is read here to count in memory, and written out as SQL by the server.
 * An absent instant lies after every edge; an absent text equals nothing.
 */
export type Condition =
  | { readonly is: 'before'; readonly what: FactInstant; readonly edge: Edge }
  | { readonly is: 'notBefore'; readonly what: FactInstant; readonly edge: Edge }
  | { readonly is: 'oneOf'; readonly what: FactText; readonly values: readonly string[] }
  | { readonly is: 'flagged'; readonly what: FactFlag }
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
      return fact[condition.what]
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
