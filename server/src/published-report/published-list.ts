import type { CountedFigure } from '@motcua/core/figure/figure.ts'
import { instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import { COMPARED_PERIODS, comparedPeriods } from '@motcua/core/narrative/narrative.ts'
import { frozenForm, versionsOf } from '@motcua/core/published-report/published-report.ts'
import { DIMENSIONS, edgesOf, figureBehind } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { ProblemError } from '../platform/http/problem.ts'
import { Identifier, OneOf } from '../platform/http/schema.ts'
import { type AskedList, countedByNow, FIRST_FORM, getReadableScope } from '../report/report.ts'
import type { Services } from '../services.ts'
import { type ByNumber, getPublished } from './get-published.ts'
import type { PublishedReport } from './published-report.ts'

/** A number of a frozen table by form and rows, or with `of` one of the text. */
export const ListQuery = Type.Object({
  form: Type.Optional(Identifier),
  by: Type.Optional(OneOf(DIMENSIONS)),
  of: Type.Optional(OneOf(COMPARED_PERIODS)),
  figure: Identifier,
  row: Type.Optional(Type.String({ maxLength: 300 })),
  side: Type.Optional(OneOf(['numerator', 'denominator'])),
})
type Asking = FastifyRequest<{ Params: Static<typeof ByNumber>; Querystring: Static<typeof ListQuery> }>

/** The dossiers behind a published number, by the definitions and as of the instant that it was published by. */
export async function askedList(
  request: Asking,
  services: Services,
): Promise<{ readonly published: PublishedReport; readonly list: AskedList }> {
  const published = await getPublished(request.params.number, services)
  const { content } = published
  const scope = getReadableScope(request, content.scope.id, services)
  await countedByNow(services)
  const { by = 'field', of, row } = request.query
  const figure = publishedFigure(published, request.query, services.rulebook())
  if (figure === undefined) throw FIGURE_UNKNOWN
  const { period, asOf } = momentOf(published, of ?? 'this')
  const correctedTo = content.corrections ? asOf : null
  return { published, list: { scope, period, asOf, by, structure: 'then', correctedTo, figure, row } }
}

/** Periods before were counted as of their own end. */
function momentOf(
  { content }: PublishedReport,
  of: (typeof COMPARED_PERIODS)[number],
): Pick<AskedList, 'period' | 'asOf'> {
  const asOf = parseInstant(content.asOf)
  if (of === 'this') return { period: content.period, asOf }
  const period = comparedPeriods(content.period)[of]
  return { period, asOf: instant(Math.min(edgesOf(period, asOf).end, asOf)) }
}

function publishedFigure(
  { content }: PublishedReport,
  { form = FIRST_FORM, by, of, figure, side = 'numerator' }: Static<typeof ListQuery>,
  rulebook: Rulebook,
): CountedFigure | undefined {
  if (of !== undefined) {
    const { to } = of === 'this' ? content.period : comparedPeriods(content.period)[of]
    const used = content.document?.figures?.[of]
    // Texts of before do not say by which definitions they were counted.
    if (used === undefined) return rulebook.countedFigureAt(figure, to)
    if (!used.some((name) => name.startsWith(`${figure}@`))) return undefined
    return rulebook.countedFigureOf(figure, { figures: versionsOf(used), date: to }) ?? gone()
  }
  const table = content.tables.find((each) => each.form === form && each.by === by)
  if (table === undefined) return undefined
  return figureBehind(frozenForm(table, content.period.to, rulebook) ?? gone(), figure, side)
}

function gone(): never {
  throw DEFINITION_GONE
}

const FIGURE_UNKNOWN = new ProblemError({
  kind: 'figure-unknown',
  status: 400,
  title: 'Không có danh sách của số liệu này',
  detail: 'Báo cáo đã công bố không có số liệu này, hoặc số liệu ấy không đếm hồ sơ.',
  advice: 'Hãy mở danh sách từ một con số trong báo cáo.',
})

export const DEFINITION_GONE = new ProblemError({
  kind: 'published-definition-gone',
  status: 409,
  title: 'Không đếm lại được báo cáo này',
  detail: 'Phạm vi, mẫu biểu hoặc một định nghĩa số liệu dùng khi công bố không còn trong dữ liệu.',
  advice: 'Bản đã công bố vẫn nguyên vẹn. Hãy nhờ người quản trị đưa lại phiên bản định nghĩa đã dùng rồi thử lại.',
})
