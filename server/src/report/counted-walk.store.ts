import type { Condition } from '@motcua/core/figure/figure.ts'
import { DAY_MS, type Instant, instant, parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import { knownAt, type RowFilter, type Strand, STRANDS, strandsOf } from '@motcua/core/report/report.ts'
import type { Db } from '../platform/database.ts'
import { COLUMNS, conditionSql, EDGES, KNOWN } from './known-facts.store.ts'
import {
  AFTER,
  COUNTED_COLUMNS,
  type CountedDossier,
  type CountedQuestion,
  countFacts,
  countRolledGroups,
  DRILL_VALUES,
  drillValues,
  inRow,
  LIMIT,
  listCounted,
} from './report.store.ts'

/** Along which index the list goes: by filing where the strands are not walked. */
export const WALKS = ['filing', ...STRANDS] as const
export type Walk = (typeof WALKS)[number]

/** Where in a list its next page begins: after this dossier of this walk, with `seen` on the pages before. */
export type WalkPlace = {
  readonly walk: Walk
  readonly at: Instant
  readonly dossier: string
  readonly seen: number
}

export type WalkQuestion = CountedQuestion & { readonly after: WalkPlace | null; readonly size: number }

export type CountedPage = {
  readonly items: readonly CountedDossier[]
  readonly total: number
  readonly next: WalkPlace | null
}

/**
 * A page of the dossiers behind a figure. Where running totals know how many there are, the page is walked along the
 * indexes of its strands and ends with the last of them, so that its cost does not follow the period: the ended by when
 * they ended, then the open and the unaccepted, the newest first. Else the facts are counted, and listed by filing.
 */
export async function pageCounted(db: Db, question: WalkQuestion): Promise<CountedPage> {
  const { after, size } = question
  const strands = strandsOf(question.figure.condition)
  const rolled = after?.walk === 'filing' || strands === null ? null : await findRolledTotal(db, question)
  if (strands === null || (rolled === null && (after === null || after.walk === 'filing'))) {
    return pageByFiling(db, question)
  }
  const total = rolled ?? (await countTotal(db, question))
  const seen = after?.seen ?? 0
  const wanted = Math.min(size, total - seen)
  const found: { readonly item: CountedDossier; readonly walk: Strand }[] = []
  const begin = after === null ? 0 : Math.max(0, WALKS.indexOf(after.walk))
  for (const walk of strands.filter((each) => WALKS.indexOf(each) >= begin)) {
    const limit = wanted - found.length
    if (limit <= 0) break
    const items = await walkStrand(db, { question, walk, limit })
    found.push(...items.map((item) => ({ item, walk })))
  }
  const last = found.at(-1)
  const more = last !== undefined && found.length === size && seen + size < total
  return {
    items: found.map(({ item }) => item),
    total,
    next: more
      ? { walk: last.walk, at: placeOf(last.item, last.walk), dossier: last.item.dossier_id, seen: seen + size }
      : null,
  }
}

async function pageByFiling(db: Db, question: WalkQuestion): Promise<CountedPage> {
  const { after, size } = question
  const place = after === null ? null : { submittedAt: after.at, dossier: after.dossier }
  const { items, total } = await listCounted(db, { ...question, after: place, limit: size + 1 })
  const page = items.slice(0, size)
  const last = page.at(-1)
  const seen = (after?.seen ?? 0) + page.length
  const next =
    items.length > size && last !== undefined
      ? { walk: 'filing' as const, at: last.submitted_at, dossier: last.dossier_id, seen }
      : null
  return { items: page, total, next }
}

/** Null where running totals cannot answer. */
async function findRolledTotal(db: Db, question: WalkQuestion): Promise<number | null> {
  const counted = await countRolledGroups(db, totalQuestion(question))
  return counted === null ? null : sumOf(counted.groups, question.row)
}

async function countTotal(db: Db, question: WalkQuestion): Promise<number> {
  const { condition } = question.figure
  return sumOf((await countFacts(db, { ...totalQuestion(question), base: condition })).groups, question.row)
}

const totalQuestion = ({ scope, edges, correctedTo, figure, row }: WalkQuestion) => ({
  ...{ scope, edges, correctedTo: correctedTo ?? null },
  ...{ groupedBy: row?.what ?? ('channel' as const), conditions: { counted: figure.condition } },
})

type Group = { readonly key: string; readonly counts: { readonly counted: number } }

function sumOf(groups: readonly Group[], row: RowFilter | null): number {
  const own = groups.filter(({ key }) => row === null || row.values.includes(key) !== row.others)
  return own.reduce((sum, { counts }) => sum + counts.counted, 0)
}

type StrandWalk = {
  readonly at: 'finishedAt' | 'acceptedAt' | 'submittedAt'
  readonly stands: string
  readonly newest: boolean
}

const STRAND_WALKS: Readonly<Record<Strand, StrandWalk>> = {
  ended: { at: 'finishedAt', stands: 'f.finished_at is not null', newest: false },
  open: { at: 'acceptedAt', stands: 'f.finished_at is null and f.accepted_at is not null', newest: true },
  unaccepted: { at: 'submittedAt', stands: 'f.accepted_at is null', newest: true },
}

function placeOf({ finished_at, accepted_at, submitted_at }: CountedDossier, walk: Strand): Instant {
  return { ended: finished_at, open: accepted_at, unaccepted: submitted_at }[walk] ?? submitted_at
}

type Leg = { readonly question: WalkQuestion; readonly walk: Strand; readonly limit: number }

const FIRST_STEP_MS = 31 * DAY_MS
const GROWTH = 4

/**
 * Step by step through time, the first a month and each longer than the one before: whoever stands on a step was known
 * since then, so that the years before it are left out, which would otherwise be looked through for what is not there.
 */
async function walkStrand(db: Db, leg: Leg): Promise<readonly CountedDossier[]> {
  const { question, walk, limit } = leg
  const { newest } = STRAND_WALKS[walk]
  const { from } = question.edges
  const last = knownAt(question.edges)
  const start = question.after?.walk === walk ? question.after.at : newest ? last : from
  const found: CountedDossier[] = []
  for (let done = 0, span = FIRST_STEP_MS; ; done += span, span *= GROWTH) {
    const near = newest ? start - done : start + done
    const far = newest ? near - span : near + span
    const isLast = newest ? far < OLDEST : far > last
    const step = newest
      ? { after: isLast ? null : instant(far), until: instant(near) }
      : { after: instant(near - 1), until: isLast ? last : instant(far) }
    found.push(...(await walkStep(db, { ...leg, limit: limit - found.length }, step)))
    if (found.length >= limit || isLast) return found
  }
}

/** Nothing much is older; the last step looks for it in all years. */
const OLDEST = parseInstant('2017-01-01T00:00')

/** Instants on the way, the first excluded (null: from the beginning), the last included. */
type Stretch = { readonly after: Instant | null; readonly until: Instant }

const STRETCH = [`$${DRILL_VALUES + 1}::timestamptz`, `$${DRILL_VALUES + 2}::timestamptz`] as const

/** Planned for its values each time: which index is the shorter way depends on the period. */
async function walkStep(db: Db, { question, walk, limit }: Leg, stretch: Stretch): Promise<readonly CountedDossier[]> {
  const { figure, row, after } = question
  const { at, stands, newest } = STRAND_WALKS[walk]
  const column = COLUMNS[at]
  const order = newest ? ' desc' : ''
  const place = after?.walk === walk ? { submittedAt: after.at, dossier: after.dossier } : null
  const beyond =
    place === null
      ? AFTER.map((value) => `${value} is null`).join(' and ')
      : `(${column}, f.dossier_id) ${newest ? '<' : '>'} (${AFTER.join(', ')})`
  const { rows } = await db.query<CountedDossier>({
    text: `select ${COUNTED_COLUMNS} from dossier_fact f ${KNOWN} and ${inRow(row)}
      and ${column} > ${STRETCH[0]} and ${column} <= ${STRETCH[1]} and f.known_from > ${STRETCH[0]}
      and ${[stands, ...conjuncts(figure.condition, walk), beyond].join(' and ')}
      order by ${column}${order}, f.dossier_id${order} limit ${LIMIT}`,
    values: [
      ...drillValues({ ...question, after: place, limit }),
      stretch.after === null ? '-infinity' : toIso(stretch.after),
      toIso(stretch.until),
    ],
  })
  return rows
}

/** The condition in parts, in words that an index understands; where they are null the part does not hold either way. */
function conjuncts(condition: Condition, walk: Strand): readonly string[] {
  switch (condition.is) {
    case 'all':
      return condition.of.flatMap((each) => conjuncts(each, walk))
    case 'before':
      return [`${COLUMNS[condition.what]} < ${EDGES[condition.edge]}`]
    case 'notBefore':
      return condition.what === 'acceptedAt' && walk !== 'unaccepted'
        ? [`${COLUMNS.acceptedAt} >= ${EDGES[condition.edge]}`]
        : [conditionSql(condition)]
    case 'oneOf':
      return [
        `${COLUMNS[condition.what]} in (${condition.values.map((each) => `'${each.replaceAll("'", "''")}'`).join(', ')})`,
      ]
    default:
      return [conditionSql(condition)]
  }
}
