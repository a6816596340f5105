import { mayDo, unitSubject } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import type { CountedFigure, FormInForce } from '@motcua/core/figure/figure.ts'
import { type Instant, instant, isLocalDate, type LocalDate, localDate } from '@motcua/core/kernel/instant.ts'
import { findNamedPeriod } from '@motcua/core/period/period.ts'
import {
  DIMENSIONS,
  type Dimension,
  figureBehind,
  findScope,
  namesPeople,
  type Period,
  type ReportScope,
  type Structure,
} from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { notFound, ProblemError } from '../platform/http/problem.ts'
import { Day, Identifier, Moment, OneOf } from '../platform/http/schema.ts'
import { FIRST_FORM } from './first-form.ts'
import { waitUntilCounted } from '../projection/projection.ts'
import type { Services } from '../services.ts'
import { usualAsOf } from './usual-as-of.ts'

const PeriodWord = Type.String({ maxLength: 8, description: '2024-W12, 2024-03, 2024-Q1, 2024-H1 or 2024.' })

export const ReportQuery = Type.Object({
  scope: Identifier,
  /** Both, or else `period`. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  period: Type.Optional(PeriodWord),
  rule: Type.Optional(Identifier),
  asOf: Type.Optional(Moment),
  by: Type.Optional(OneOf(DIMENSIONS)),
  structure: Type.Optional(OneOf(['then', 'now'])),
  corrections: Type.Optional(OneOf(['true', 'false'])),
})
export const ByForm = Type.Object({ form: Identifier })
/** The dossiers behind a figure, of all rows or of one; of a share those of one side. */
export const FigureQuery = Type.Object({
  ...ReportQuery.properties,
  figure: Identifier,
  row: Type.Optional(Type.String({ maxLength: 300 })),
  side: Type.Optional(OneOf(['numerator', 'denominator'])),
})

/** A report as of now waits so long for the facts to catch up. */
const PATIENCE_MS = 10_000

export type Asked = {
  readonly form: string
  readonly definition: FormInForce
  readonly scope: ReportScope
  readonly period: Period
  readonly asOf: Instant
  readonly by: Dimension
  readonly structure: Structure
  readonly corrections: boolean
  /** Until when corrections count; null where none does. */
  readonly correctedTo: Instant | null
}
type AskedTexts = {
  /** Without it the first form. */
  readonly form?: string | undefined
  readonly scope: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** A period by name, cut as `rule` says; without it as is usual. */
  readonly period?: string | undefined
  readonly rule?: string | undefined
  readonly asOf?: string | undefined
  readonly by?: Dimension | undefined
  readonly structure?: Structure | undefined
  readonly corrections?: 'true' | 'false' | undefined
  /** Of whose dossiers, where one row of them is asked for. */
  readonly row?: string | undefined
}

/** What the query means, once the reader may ask it and the facts have come far enough to answer. */
export async function asked(request: FastifyRequest, query: AskedTexts, services: Services): Promise<Asked> {
  const scope = getReadableScope(request, query.scope, services)
  const period = askedPeriod(query, services.rulebook())
  const form = query.form ?? FIRST_FORM
  const definition = services.rulebook().formAt(form, period.to)
  if (definition === undefined)
    throw notFound('mẫu báo cáo', 'Hãy chọn lại mẫu trong danh sách; mẫu cũ có hiệu lực đến một ngày.')
  const by = query.by ?? definition.form.rows[0] ?? 'field'
  if (!definition.form.rows.includes(by)) throw ROWS_UNKNOWN
  if (namesPeople(by) && !mayReadPeople(getActor(request), query, { scope, rulebook: services.rulebook() }))
    throw forbidden('readWorkload')
  const { structure = 'then' } = query
  const corrected = query.corrections === 'true'
  const now = services.now()
  const asOf =
    query.asOf === undefined ? usualAsOf(period, corrected, now) : instant(Math.min(Date.parse(query.asOf), now))
  await countedByNow(services)
  const correctedTo = corrected ? asOf : null
  return { form, definition, scope, period, asOf, by, structure, corrections: corrected, correctedTo }
}

/** The figure whose dossiers are asked for. */
export function askedFigure(
  { definition, period }: Asked,
  { figure, side = 'numerator' }: { readonly figure: string; readonly side?: 'numerator' | 'denominator' | undefined },
  rulebook: Rulebook,
): CountedFigure {
  // Sentences of a report speak of figures of several forms; each counts the same in any of them.
  const found = figureBehind(definition, figure, side) ?? rulebook.countedFigureAt(figure, period.to)
  if (found !== undefined) return found
  throw figureUnknown(figure)
}

export function figureUnknown(figure: string): ProblemError {
  return new ProblemError({
    kind: 'figure-unknown',
    status: 400,
    title: 'Không có danh sách của số liệu này',
    detail: `Mẫu báo cáo không có số liệu "${figure}", hoặc số liệu ấy chưa có dữ liệu.`,
    advice: 'Hãy mở danh sách từ một con số trong báo cáo.',
  })
}

/** Whoever asks as of now is answered with all that had happened by then. */
export async function countedByNow({ pool }: Pick<Services, 'pool'>): Promise<void> {
  const counted = await waitUntilCounted(pool, { timeoutMs: PATIENCE_MS })
  if (counted.kind === 'behind') throw FACTS_BEHIND
}

/** The scope that a query names, once the reader may read it. */
export function getReadableScope(request: FastifyRequest, id: string, { rulebook }: Services): ReportScope {
  const scope = findScope(id, rulebook())
  if (scope === undefined) throw notFound('phạm vi báo cáo', 'Hãy chọn lại phạm vi trong danh sách.')
  if (!mayReadScope(getActor(request), scope, rulebook())) throw forbidden('readReport')
  return scope
}

/** A unit is read by its own officers and those above it; levels, the centre and the whole only from the top. */
export function mayReadScope(actor: Actor, scope: ReportScope, rulebook: Rulebook): boolean {
  return mayRead('readReport', actor, { scope, rulebook })
}

type Read = { readonly scope: ReportScope; readonly rulebook: Rulebook }

function mayReadPeople(actor: Actor, { row }: Pick<AskedTexts, 'row'>, read: Read): boolean {
  const isOwn = actor.kind === 'officer' && row === actor.officer
  return isOwn || mayReadAllPeople(actor, read)
}

/** Who did how much, each by name. */
export function mayReadAllPeople(actor: Actor, read: Read): boolean {
  return mayRead('readWorkload', actor, read)
}

/** Whose a counter is, says the agency that it serves: many stand in the house of another. */
function mayRead(permission: 'readReport' | 'readWorkload', actor: Actor, { scope, rulebook }: Read): boolean {
  const units = rulebook.units()
  const named = scope.kind === 'unit' ? units.find(({ id }) => id === scope.id) : units.find(({ parent }) => !parent)
  const unit = named?.kind === 'counter' ? rulebook.agencyOf(named.id) : named
  return unit !== undefined && mayDo(permission, actor, unitSubject(unit.id, rulebook)).allowed
}

/** By the name of the period, or by its days. */
function askedPeriod({ from, to, period: id, rule }: AskedTexts, rulebook: Rulebook): Period {
  if (id !== undefined) {
    const named = findNamedPeriod(rulebook.periodRules(), id, rule)
    if (named === undefined) throw new ProblemError({ ...PERIOD_UNKNOWN, detail: unknownPeriod(id, rule, rulebook) })
    return named.period
  }
  if (from === undefined || to === undefined) throw new ProblemError({ ...BAD_PERIOD, detail: NO_PERIOD })
  const period = { from: dayOf(from), to: dayOf(to) }
  if (period.from > period.to) throw PERIOD_REVERSED
  return period
}

/** Why a name gives no period, with the rules that there are. */
export function unknownPeriod(id: string, rule: string | undefined, rulebook: Rulebook): string {
  const rules = rulebook.periodRules().map((each) => `${each.id} (${each.name})`)
  const asked = rule === undefined ? 'quy tắc thường dùng' : `quy tắc "${rule}"`
  return `Không có kỳ "${id}" theo ${asked}. Tên kỳ ghi như 2024-W12, 2024-03, 2024-Q1, 2024-H1 hoặc 2024; các quy tắc chia kỳ: ${rules.length === 0 ? 'chưa có' : rules.join(', ')}.`
}

const NO_PERIOD = 'Chưa nêu kỳ báo cáo.'

function dayOf(text: string): LocalDate {
  if (isLocalDate(text)) return localDate(text)
  throw new ProblemError({ ...BAD_PERIOD, detail: `"${text}" không phải là một ngày có thật.` })
}

const BAD_PERIOD = {
  kind: 'period-invalid',
  status: 400,
  title: 'Kỳ báo cáo không đúng',
  detail: 'Ngày đầu kỳ sau ngày cuối kỳ.',
  advice: 'Hãy chọn lại ngày đầu và ngày cuối kỳ.',
} as const

const PERIOD_UNKNOWN = { ...BAD_PERIOD, kind: 'period-unknown', title: 'Không có kỳ báo cáo này' } as const

const PERIOD_REVERSED = new ProblemError(BAD_PERIOD)

const ROWS_UNKNOWN = new ProblemError({
  kind: 'report-rows-unknown',
  status: 400,
  title: 'Mẫu báo cáo không chia hàng như vậy',
  detail: 'Cách chia hàng này không có trong mẫu đã chọn.',
  advice: 'Hãy chọn một cách chia có trong danh sách của mẫu.',
})

const FACTS_BEHIND = new ProblemError({
  kind: 'report-behind',
  status: 503,
  title: 'Số liệu đang được cập nhật',
  detail: 'Hệ thống chưa đếm xong những hồ sơ vừa thay đổi, nên chưa đưa ra số liệu.',
  advice: 'Hãy thử lại sau ít phút.',
})
