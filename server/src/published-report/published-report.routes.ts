import { toIso } from '@motcua/core/kernel/instant.ts'
import { findScope, namesPeople } from '@motcua/core/report/report.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { attachment } from '../platform/http/attachment.ts'
import { pageOf, readCursor, wholePart } from '../platform/http/cursor.ts'
import { ProblemError } from '../platform/http/problem.ts'
import { answers, type App, PROBLEM_ANSWER, type View } from '../platform/http/route.ts'
import { Cursor, Identifier, Ref } from '../platform/http/schema.ts'
import { type Asked, asked } from '../report/report.ts'
import type { Services } from '../services.ts'
import { ByNumber, getPublished, NO_SUCH_REPORT } from './get-published.ts'
import { mayPublish, publishedView, publishReport } from './published-report.ts'
import { titleOf } from './published-title.ts'
import {
  type PublishedReportHead,
  PublishedReportOrder,
  PublishedReportPage,
  PublishedReportSchema,
} from './published-report-schema.ts'
import { findPublication, listPublications, type PublishedHead } from './published-report.store.ts'

const PAGE_SIZE = 50
const ListQuery = Type.Object({ scope: Type.Optional(Identifier), cursor: Type.Optional(Cursor) })

/** What was published is open to everybody; who publishes is the leader of whom it is about. */
export function publishedReportRoutes(app: App, services: Services): void {
  const open = { permission: 'readPublishedReport' } as const
  app.get(
    '/api/published-reports',
    {
      config: open,
      schema: { operationId: 'listPublishedReports', querystring: ListQuery, response: answers(PublishedReportPage) },
    },
    async ({ query }) => {
      const place = readCursor(query.cursor, 1)
      const before = place === null ? null : wholePart(place[0])
      const heads = await listPublications(services.pool, { scope: query.scope ?? null, before, limit: PAGE_SIZE + 1 })
      const { rows, next } = pageOf(heads, PAGE_SIZE, ({ number }) => [number])
      return { items: rows.map((head) => headView(head, services)), next }
    },
  )
  app.get(
    '/api/published-reports/:number',
    {
      config: open,
      schema: { operationId: 'getPublishedReport', params: ByNumber, response: answers(Ref(PublishedReportSchema)) },
    },
    async ({ params }) => publishedView(await getPublished(params.number, services)),
  )
  app.post(
    '/api/published-reports',
    {
      config: { permission: 'publishReport' },
      schema: {
        operationId: 'publishReport',
        body: PublishedReportOrder,
        response: answers(Ref(PublishedReportSchema)),
      },
    },
    async (request) => {
      const { tables, corrections = false, ...question } = request.body
      const order = { ...question, corrections: corrections ? ('true' as const) : ('false' as const) }
      const [first, ...others] = await askedTables(request, { order, tables }, services)
      const { definition, scope, period, asOf } = first
      if (!mayPublish(getActor(request), scope, services.rulebook())) throw forbidden('publishReport')
      if (tables.some(({ by }) => namesPeople(by))) throw PEOPLE_UNPUBLISHED
      const title = titleOf([definition.form, ...others.map((each) => each.definition.form)], scope, period)
      const by = getActor(request)
      const publishing = { scope, period, asOf, corrections, tables, title, by, document: null }
      return publishedView(await publishReport(services, publishing))
    },
  )
  contentRoute(app, services)
}

const PEOPLE_UNPUBLISHED = new ProblemError({
  kind: 'report-of-people',
  status: 422,
  title: 'Không công bố số liệu của từng cán bộ',
  detail: 'Bảng chia theo cán bộ là số liệu về cá nhân, còn báo cáo đã công bố thì ai cũng đọc được.',
  advice: 'Hãy chia bảng theo đơn vị, lĩnh vực hoặc thủ tục; khối lượng của từng người xem ở trang Khối lượng.',
})

/** The stored bytes themselves: whoever has them computes the hash without us. */
function contentRoute(app: App, services: Services): void {
  app.get(
    '/api/published-reports/:number/content',
    {
      config: { permission: 'readPublishedReport' },
      schema: {
        operationId: 'getPublishedReportContent',
        params: ByNumber,
        response: {
          200: { description: 'Canonical JSON', content: { 'application/json': { schema: Type.Any() } } },
          '4xx': PROBLEM_ANSWER,
          '5xx': PROBLEM_ANSWER,
        },
      },
    },
    async ({ params }, reply) => {
      const stored = await findPublication(services.pool, Number(params.number))
      if (stored === undefined) throw NO_SUCH_REPORT
      const name = `Báo cáo công bố số ${stored.number}.json`
      return reply
        .header('content-disposition', attachment(name))
        .type('application/json; charset=utf-8')
        .send(Buffer.from(stored.content))
    },
  )
}

type Ordered = {
  readonly order: Omit<Parameters<typeof asked>[1], 'form' | 'by'>
  readonly tables: Static<typeof PublishedReportOrder>['tables']
}

/** Each table must be one that its form has. */
async function askedTables(
  request: FastifyRequest,
  { order, tables }: Ordered,
  services: Services,
): Promise<readonly [Asked, ...Asked[]]> {
  const questions: Asked[] = []
  for (const table of tables) questions.push(await asked(request, { ...order, ...table }, services))
  const [first, ...others] = questions
  if (first === undefined) throw new Error('an order has at least one table')
  return [first, ...others]
}

function headView(head: PublishedHead, { rulebook }: Services): View<typeof PublishedReportHead> {
  return {
    number: head.number,
    publishedAt: toIso(head.published_at),
    publishedByName: head.published_by_name,
    title: head.title,
    scope: { id: head.scope_id, name: findScope(head.scope_id, rulebook())?.name ?? head.scope_id },
    period: { from: head.begins_on, to: head.ends_on },
    asOf: toIso(head.as_of_at),
    contentHash: head.content_hash.toString('hex'),
  }
}
