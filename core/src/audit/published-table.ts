import {
  isObject,
  list,
  object,
  objectWithOptional,
  oneOf,
  type Report,
  type Shape,
  text,
  whole,
} from '../kernel/shape.ts'
import { FIGURE_NAMES, type FigureName, isFigureName, type PartialFigures } from '../report/report.ts'

/** Which counters the dossiers of a row belong to; `all` is the row that adds up the levels. */
export const PUBLISHED_SCOPES = ['province', 'district', 'commune', 'centre', 'all'] as const
export type PublishedScope = (typeof PUBLISHED_SCOPES)[number]
export type PublishedGroup = { readonly scope: PublishedScope; readonly figures: PartialFigures }

export const PROCEDURE_LEVELS = ['province', 'district', 'commune', 'ministry'] as const
export type ProcedureLevel = (typeof PROCEDURE_LEVELS)[number]
/** Counts of procedures. `shared`: how many of them were counted at more than one level. */
export type ProcedureCounts = { readonly [K in 'published' | 'total' | 'shared' | ProcedureLevel]?: number }

/** A number of the text, or the name of a figure whose value stands in the groups. */
export type Quantity = number | FigureName
export type StatedSum = { readonly label?: string; readonly whole: Quantity; readonly of: readonly number[] }
export type StatedRate = {
  readonly label: string
  readonly percent: number
  readonly numerator: Quantity
  readonly denominator?: Quantity
}

/** What somebody else published; whatever is missing was not published. */
export type PublishedTable = {
  readonly id: string
  readonly source?: string
  readonly title?: string
  readonly province?: string
  readonly period?: { readonly from: string; readonly to: string }
  readonly notes?: string
  readonly groups?: readonly PublishedGroup[]
  readonly procedures?: ProcedureCounts
  readonly parts?: readonly StatedSum[]
  readonly rates?: readonly StatedRate[]
}

export type TableProblem = { readonly place: string; readonly reason: string }
export type ReadTable = { readonly table: PublishedTable } | { readonly problems: readonly TableProblem[] }

/** Reads a published table, or says in Vietnamese at which place it is not one. */
export function readTable(json: unknown): ReadTable {
  const problems: TableProblem[] = []
  const report: Report = (place, reason) => {
    problems.push({ place, reason })
    return false
  }
  return publishedTable(json, '', report) ? { table: json } : { problems }
}

const MOST = 1_000_000_000
const count = whole(0, MOST)

/** Nothing that is published is finer. */
const FINEST = 1e-15

/** Counts are whole; points and millions of đồng have decimals. */
const amount: Shape<number> = (value, path, report): value is number =>
  (typeof value === 'number' && (value === 0 || value >= FINEST) && value <= MOST * MOST) ||
  report(path, `phải là số không âm, nhưng đang là ${JSON.stringify(value)?.slice(0, 60)}`)

/** For people; nothing is made of it. */
const remark: Shape<string> = (value, path, report): value is string =>
  typeof value === 'string' || report(path, 'phải là chữ')

const quantity: Shape<Quantity> = (value, path, report): value is Quantity => {
  if (typeof value !== 'string') return amount(value, path, report)
  return isFigureName(value) || report(path, `không có số liệu tên "${value.slice(0, 60)}"; ${USABLE}`)
}

const USABLE = `các tên dùng được: ${FIGURE_NAMES.join(', ')}`

/** Any of the figures; a misspelt one would otherwise go unread. */
const figures: Shape<PartialFigures> = (value, path, report): value is PartialFigures => {
  if (!isObject(value)) return report(path, 'phải là đối tượng {…} ghi số liệu theo tên')
  return Object.entries(value)
    .map(([name, figure]) => {
      const place = `${path}.${name}`
      return isFigureName(name) ? count(figure, place, report) : report(place, `không có số liệu tên này; ${USABLE}`)
    })
    .every((good) => good)
}

const publishedTable = objectWithOptional<PublishedTable>(
  {
    id: text(80),
    source: remark,
    title: remark,
    province: remark,
    period: object<{ readonly from: string; readonly to: string }>({ from: remark, to: remark }),
    notes: remark,
    groups: list(object<PublishedGroup>({ scope: oneOf(PUBLISHED_SCOPES), figures })),
    procedures: objectWithOptional<ProcedureCounts>(
      {
        published: count,
        total: count,
        shared: count,
        province: count,
        district: count,
        commune: count,
        ministry: count,
      },
      ['published', 'total', 'shared', ...PROCEDURE_LEVELS],
    ),
    parts: list(objectWithOptional<StatedSum>({ label: text(300), whole: quantity, of: someOf(amount) }, ['label'])),
    rates: list(
      objectWithOptional<StatedRate>(
        { label: text(300), percent: amount, numerator: quantity, denominator: quantity },
        ['denominator'],
      ),
    ),
  },
  ['source', 'title', 'province', 'period', 'notes', 'groups', 'procedures', 'parts', 'rates'],
)

function someOf<T>(item: Shape<T>): Shape<readonly T[]> {
  const items = list(item)
  return (value, path, report): value is readonly T[] =>
    items(value, path, report) && (value.length > 0 || report(path, 'chưa có số nào; hãy ghi các phần của tổng'))
}
