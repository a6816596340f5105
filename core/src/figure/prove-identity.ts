import { type Instant, instant } from '../kernel/instant.ts'
import {
  type Condition,
  type Edges,
  FACT_COUNTS,
  FACT_FLAGS,
  FACT_INSTANTS,
  FACT_TEXTS,
  type FactText,
  holds,
  partsOf,
  type ReportFact,
} from './condition.ts'

/** Cases of one proof; more of them would make every start wait. */
const MOST_CASES = 200_000

/** A fact in words that show why an identity fails, or null where it holds for whatever facts. */
export type Counterexample = { readonly fact: Readonly<Record<string, unknown>>; readonly parts: number }
export type Proof =
  | { readonly kind: 'holds' }
  | { readonly kind: 'fails'; readonly example: Counterexample }
  | { readonly kind: 'tooLarge' }

/**
 * Whether every fact that the whole counts is counted by exactly one part, and no part counts anything else. Decided
 * by looking at each case that the conditions can tell apart: conditions only ask where an instant lies among the
 * edges, which of a few words a text is, and so on, so that the cases are finite and stand for all facts there are.
 */
export function proveIdentity(whole: Condition, parts: readonly Condition[]): Proof {
  const asked = [whole, ...parts].flatMap(partsOf)
  const ranges = rangesOf(asked)
  const cases = ranges.reduce((count, { values }) => count * values.length, 1)
  if (cases > MOST_CASES) return { kind: 'tooLarge' }
  for (const edges of ORDERS) {
    for (const fact of factsOf(ranges, 0, { ...NOTHING })) {
      if (!canBe(fact, ranges)) continue
      const counted = parts.filter((part) => holds(part, fact, edges)).length
      if (counted === (holds(whole, fact, edges) ? 1 : 0)) continue
      const example = Object.fromEntries(ranges.map(({ what }) => [what, fact[what]]))
      return { kind: 'fails', example: { fact: example, parts: counted } }
    }
  }
  return { kind: 'holds' }
}

const at = (hour: number): Instant => instant(hour)
/** A report may be drawn up at the end of its period, within it, and before it began. */
const ORDERS: readonly Edges[] = [
  { from: at(10), closing: at(30), end: at(30) },
  { from: at(10), closing: at(20), end: at(30) },
  { from: at(10), closing: at(5), end: at(30) },
]
/** One instant in each stretch between the edges, whatever their order, and none at all. */
const PLACES: readonly (Instant | null)[] = [at(0), at(7), at(15), at(25), null]

type Part = keyof ReportFact
type Range = { readonly what: Part; readonly values: readonly unknown[] }

function rangesOf(asked: readonly Condition[]): readonly Range[] {
  const mentioned = new Set<Part>(asked.flatMap((each) => ('what' in each ? [each.what] : [])))
  return [...mentioned].map((what) => ({ what, values: valuesOf(what, asked) }))
}

function valuesOf(what: Part, asked: readonly Condition[]): readonly unknown[] {
  if (FACT_INSTANTS.some((each) => each === what)) return PLACES
  if (FACT_FLAGS.some((each) => each === what)) return [true, false]
  if (FACT_COUNTS.some((each) => each === what)) return thresholdsOf(what, asked)
  return wordsOf(what, asked)
}

function thresholdsOf(what: Part, asked: readonly Condition[]): readonly number[] {
  const thresholds = asked.flatMap((each) => {
    if (each.is !== 'atLeast' && each.is !== 'atMost') return []
    return each.what === what ? [each.count, each.is === 'atLeast' ? each.count - 1 : each.count + 1] : []
  })
  return [...new Set(thresholds)]
}

const ALWAYS_THERE: readonly Part[] = ['channel', 'onlineLevel', 'delivery']
const OTHER_WORD = '…'

function wordsOf(what: Part, asked: readonly Condition[]): readonly (string | null)[] {
  const closed: readonly string[] | null = isText(what) ? FACT_TEXTS[what] : null
  const words = closed ?? [
    ...asked.flatMap((each) => (each.is === 'oneOf' && each.what === what ? each.values : [])),
    OTHER_WORD,
  ]
  return ALWAYS_THERE.includes(what) ? words : [...words, null]
}

function isText(what: Part): what is FactText {
  return Object.hasOwn(FACT_TEXTS, what)
}

function* factsOf(ranges: readonly Range[], index: number, fact: ReportFact): Generator<ReportFact> {
  const range = ranges[index]
  if (range === undefined) {
    yield fact
    return
  }
  for (const value of range.values) yield* factsOf(ranges, index + 1, { ...fact, [range.what]: value })
}

/**
 * What the fold of a dossier's events never makes, and the table of facts does not keep: an end without a class, one
 * before the beginning, a dossier that was declined and accepted, a return that nobody knows the way of.
 */
function canBe(fact: ReportFact, ranges: readonly Range[]): boolean {
  const knows = (...parts: readonly Part[]): boolean => parts.every((part) => ranges.some(({ what }) => what === part))
  const { acceptedAt, declinedAt, finishedAt, finish, ending } = fact
  if (knows('finish', 'finishedAt') && (finish === null) !== (finishedAt === null)) return false
  if (knows('acceptedAt', 'declinedAt') && acceptedAt !== null && declinedAt !== null) return false
  if (knows('finishedAt', 'declinedAt') && finishedAt !== null && declinedAt !== null) return false
  if (knows('acceptedAt', 'finishedAt') && finishedAt !== null && (acceptedAt === null || acceptedAt > finishedAt)) {
    return false
  }
  if (knows('ending', 'finishedAt') && finishedAt !== null && (ending === null || ending === 'declined')) return false
  if (knows('ending', 'declinedAt') && declinedAt !== null && ending !== 'declined' && ending !== 'withdrawn') {
    return false
  }
  if (knows('returnedHow', 'returnedAt') && (fact.returnedHow === null) !== (fact.returnedAt === null)) return false
  return !knows('ending', 'finishedAt', 'declinedAt') || ending === null || finishedAt !== null || declinedAt !== null
}

const NOTHING: ReportFact = {
  ...{
    submittedAt: null,
    acceptDueAt: null,
    declinedAt: null,
    acceptedAt: null,
    dueAt: null,
    pausedAt: null,
    finishedAt: null,
  },
  ...{ apologisedAt: null, returnedAt: null, channel: null, onlineLevel: null, delivery: null, pauseGround: null },
  ...{ supplementGround: null, endingGround: null, returnedHow: null },
  ...{ finish: null, ending: null, paidHow: null, certifiedCopy: null, interlinked: null, elsewhere: null },
  ...{ feeOwed: null, electronicResult: null, supplements: 0, documentCount: 0, digitisedCount: 0, reusedCount: 0 },
}
