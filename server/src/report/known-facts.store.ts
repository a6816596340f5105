import type { Condition, Edges, FactCount, FactFlag, FactInstant, FactText } from '@motcua/core/figure/figure.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import { knownAt, type ReportScope, type Stand, standsOf } from '@motcua/core/report/report.ts'
import { FACT_COLUMNS } from '../projection/projection.ts'

/** Which facts a report looks at: of whom, and between which instants. */
export type FactQuestion = {
  readonly scope: ReportScope
  readonly edges: Edges
  /** Times count as they were put right by corrections approved up to then; null or absent: as they were recorded. */
  readonly correctedTo?: Instant | null
}

/** Where a condition finds what it asks for, as SQL over a fact `f`. */
export const COLUMNS: Readonly<Record<FactInstant | FactText | FactFlag | FactCount, string>> = {
  submittedAt: 'f.submitted_at',
  acceptDueAt: 'f.accept_due_at',
  declinedAt: 'f.declined_at',
  acceptedAt: 'f.accepted_at',
  dueAt: 'f.due_at',
  pausedAt: 'f.paused_at',
  finishedAt: 'f.finished_at',
  apologisedAt: 'f.apologised_at',
  returnedAt: 'f.returned_at',
  channel: 'f.channel',
  onlineLevel: 'f.online_level',
  delivery: 'f.delivery',
  pauseGround: 'f.pause_ground',
  supplementGround: 'f.supplement_ground',
  endingGround: 'f.ending_ground',
  finish: 'f.finish',
  ending: 'f.ending',
  paidHow: 'f.paid_how',
  returnedHow: 'f.returned_how',
  certifiedCopy: 'f.certified_copy',
  interlinked: 'f.interlinked',
  elsewhere: 'f.elsewhere',
  feeOwed: 'f.fee_owed',
  electronicResult: 'f.electronic_result',
  supplements: 'f.supplements',
  documentCount: 'f.document_count',
  digitisedCount: 'f.digitised_count',
  reusedCount: 'f.reused_count',
}

export const EDGES = { from: '$2::timestamptz', end: '$3::timestamptz', closing: '$4::timestamptz' } as const
const KNOWN_AT = '$1::timestamptz'
const SCOPE = '$5::text[]'
const CORRECTED_TO = '$6::timestamptz'
/** How many values `factValues` gives; further ones of a statement come after them. */
export const FACT_VALUES = 6

export function factValues({ scope, edges, correctedTo = null }: FactQuestion): unknown[] {
  const counters = scope.kind === 'all' ? null : scope.counters
  const corrected = correctedTo === null ? null : toIso(correctedTo)
  return [toIso(knownAt(edges)), toIso(edges.from), toIso(edges.end), toIso(edges.closing), counters, corrected]
}

/**
 * The same condition that core counts with, as SQL over a fact `f`: never null, so that `not` means what it says. Its
 * words come from checked records of the rulebook, identifiers all of them, never from a request.
 */
export function conditionSql(condition: Condition): string {
  switch (condition.is) {
    case 'before':
      return `coalesce(${COLUMNS[condition.what]} < ${EDGES[condition.edge]}, false)`
    case 'notBefore':
      return `(${COLUMNS[condition.what]} is null or ${COLUMNS[condition.what]} >= ${EDGES[condition.edge]})`
    case 'oneOf':
      return `coalesce(${COLUMNS[condition.what]} in (${condition.values.map(quoted).join(', ')}), false)`
    case 'flagged':
      return `coalesce(${COLUMNS[condition.what]}, false)`
    case 'atLeast':
      return `${COLUMNS[condition.what]} >= ${Number(condition.count)}`
    case 'atMost':
      return `${COLUMNS[condition.what]} <= ${Number(condition.count)}`
    case 'all':
      return condition.of.length === 0 ? 'true' : `(${condition.of.map(conditionSql).join(' and ')})`
    case 'any':
      return condition.of.length === 0 ? 'false' : `(${condition.of.map(conditionSql).join(' or ')})`
    case 'not':
      return `not ${conditionSql(condition.of)}`
  }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`

const GENERATION = `(select generation from projection where name = 'dossiers')`

/**
 * What was known at the report's moment in its scope. Every statement names all of `factValues`, also where no
 * condition asks for the closing and nothing is corrected.
 */
export const KNOWN = `where coalesce(${CORRECTED_TO}, ${EDGES.closing}) is not null
    and f.generation = ${GENERATION}
    and f.known_from <= ${KNOWN_AT} and f.known_to > ${KNOWN_AT}
    and (${SCOPE} is null or f.counter_id = any(${SCOPE}))`

/**
 * The facts `f` that were known at the report's moment in its scope and fulfil a condition, as what follows `from`; more
 * conditions may come after it. With corrections each time is the one that counts.
 *
 * They are looked for where they stand, in words that indexes and partitions understand, so that the cost follows the
 * period and not the years before it.
 */
export function knownFacts(base: Condition, { scope, correctedTo = null }: Asked): string {
  const recorded = recordedFacts(standsOf(base), scope)
  const arms =
    correctedTo === null ? recorded : [...recorded.map((arm) => `${arm} and not exists (${CORRECTION})`), AS_CORRECTED]
  return `(${arms.join('\n    union all ')}) f where ${conditionSql(base)}`
}

type Asked = Pick<FactQuestion, 'scope' | 'correctedTo'>

const RECORDED = FACT_COLUMNS.map((name) => `f.${name}`).join(', ')

/** Each arm ends with conditions, so that another may follow. */
function recordedFacts(stands: readonly Stand[] | null, scope: ReportScope): readonly string[] {
  if (stands === null || stands.length === 0)
    return [`select ${RECORDED} from dossier_fact f ${KNOWN} and ${stands === null}`]
  const accepted = [
    ...(stands.includes('open') ? ['f.accepted_at is not null'] : []),
    ...(stands.includes('unaccepted') ? ['f.accepted_at is null'] : []),
  ]
  return [
    ...(stands.includes('ended') ? [ENDED] : []),
    ...(stands.includes('returned') ? [RETURNED] : []),
    ...(accepted.length === 0 ? [] : [`${unfinished(scope)} and (${accepted.join(' or ')})`]),
  ]
}

/** Nothing is known before it happens: who ended in the period is known since then. */
const ENDED = `select ${RECORDED} from dossier_fact f ${KNOWN}
    and f.finished_at >= ${EDGES.from} and f.finished_at <= ${KNOWN_AT} and f.known_from >= ${EDGES.from}`

const RETURNED = `select ${RECORDED} from dossier_fact f ${KNOWN}
    and f.finished_at < ${EDGES.from} and f.returned_at >= ${EDGES.from} and f.known_from >= ${EDGES.from}`

/**
 * Of one counter after the other, each along its index. Asked for all at once PostgreSQL reads the facts of all years:
 * it takes what is known until further notice for unfinished as often as for finished, which is never so.
 */
const unfinished = (scope: ReportScope): string =>
  `select ${RECORDED} from (${scope.kind === 'all' ? EVERY_COUNTER : `select unnest(${SCOPE}) as id`}) counter
    cross join lateral (
      select * from dossier_fact f ${KNOWN} and f.counter_id = counter.id and f.finished_at is null offset 0
    ) f where true`

/** Those with a fact, whether the organisation still knows them or not; found by hopping along the same index. */
const EVERY_COUNTER = `
      with recursive counter(id) as (
        (select f.counter_id from dossier_fact f
          where f.generation = ${GENERATION} and f.finished_at is null order by 1 limit 1)
        union all
        select (select f.counter_id from dossier_fact f
          where f.counter_id > counter.id and f.generation = ${GENERATION} and f.finished_at is null order by 1 limit 1)
        from counter where counter.id is not null
      )
      select id from counter where id is not null`

/** That the dossier of `f` has an approved correction `c`, as it is known when corrections are looked at. */
const IS_CORRECTED = `c.known_from <= ${CORRECTED_TO} and c.known_to > ${CORRECTED_TO}
    and (c.corrected_accepted_at is not null or c.corrected_finished_at is not null or c.corrected_returned_at is not null)`
const CORRECTION = `select from dossier_fact c where c.generation = f.generation and c.dossier_id = f.dossier_id and ${IS_CORRECTED}`

/**
 * What an approved correction changes of a fact, which may be long after the period: what was accepted or finished
 * earlier than recorded has its term and its ending from there.
 */
const CORRECTED: Readonly<Record<string, string>> = {
  accepted_at: 'coalesce(c.corrected_accepted_at, f.accepted_at)',
  due_at: 'case when f.accepted_at is null and c.corrected_accepted_at is not null then c.due_at else f.due_at end',
  finished_at: 'coalesce(c.corrected_finished_at, f.finished_at)',
  finish: 'coalesce(c.corrected_finish, f.finish)',
  ending: 'coalesce(f.ending, case when c.corrected_finished_at is not null then c.ending end)',
  ending_ground: 'coalesce(f.ending_ground, case when c.corrected_finished_at is not null then c.ending_ground end)',
  electronic_result:
    'coalesce(f.electronic_result, case when c.corrected_finished_at is not null then c.electronic_result end)',
  returned_at: 'coalesce(c.corrected_returned_at, f.returned_at)',
  returned_how: 'coalesce(f.returned_how, case when c.corrected_returned_at is not null then c.returned_how end)',
}

/** The few dossiers with a correction, wherever they stand. */
const AS_CORRECTED = `select ${FACT_COLUMNS.map((name) => CORRECTED[name] ?? `f.${name}`).join(', ')}
    from dossier_fact c join dossier_fact f on f.generation = c.generation and f.dossier_id = c.dossier_id
    ${KNOWN} and c.generation = f.generation and ${IS_CORRECTED}`
