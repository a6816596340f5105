import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { ReportForm } from '@motcua/core/figure/figure.ts'
import { formatDate } from '@motcua/core/kernel/text.ts'
import { edgesOf, type Period, rowFilter, rowName } from '@motcua/core/report/report.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { type Static, Type } from 'typebox'
import { type Tx, withTransaction } from '../platform/database.ts'
import { attachment } from '../platform/http/attachment.ts'
import { type App, PROBLEM_ANSWER } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { type CountedContext, countedFile, FILE_KINDS, type FileKind, type ToldDossier } from './counted-file.ts'
import { listStories, NO_STORY } from './counted-story.ts'
import { asked, askedFigure, ByForm, FigureQuery, ReportQuery } from './report-question.ts'
import { writeReportWorkbook } from './report-workbook.ts'
import { type CountedQuestion, readCountedPages } from './report.store.ts'
import { computeReport } from './report.ts'

const CONTENT_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<FileKind, string>
const OPERATION = { xlsx: 'getReportDossiersAsXlsx', csv: 'getReportDossiersAsCsv' } as const

/** Files made at the same time: each keeps a connection until it has been read, and the others belong to people. */
const FILES_AT_ONCE = 4

/** Tables and lists of a report as files. */
export function reportFileRoutes(app: App, services: Services): void {
  const pool = services.database.createPool({ name: 'motcua-files', max: FILES_AT_ONCE })
  app.get(
    '/api/reports/:form/table.xlsx',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'getReportAsXlsx',
        params: ByForm,
        querystring: ReportQuery,
        response: fileAnswers('xlsx'),
      },
    },
    async (request, reply) => {
      const question = await asked(request, { ...request.query, ...request.params }, services)
      const rulebook = services.rulebook()
      const report = await computeReport(services.pool, { ...question, now: services.now(), rulebook })
      const bytes = await writeReportWorkbook(report)
      const name = fileName([titleOf(question.definition.form), question.scope.name], question.period)
      return offer(reply, 'xlsx', name).send(Buffer.from(bytes))
    },
  )
  for (const kind of FILE_KINDS) {
    app.get(
      `/api/reports/:form/dossiers.${kind}`,
      {
        config: { permission: 'readReport' },
        schema: {
          operationId: OPERATION[kind],
          params: ByForm,
          querystring: FigureQuery,
          response: fileAnswers(kind),
        },
      },
      (request, reply) =>
        sendCounted(request, reply, { kind, query: { ...request.query, ...request.params }, services, pool }),
    )
  }
}

type Wanted = {
  readonly kind: FileKind
  readonly query: Static<typeof FigureQuery> & Static<typeof ByForm>
  readonly services: Services
  readonly pool: pg.Pool
}

async function sendCounted(request: FastifyRequest, reply: FastifyReply, wanted: Wanted): Promise<FastifyReply> {
  const { kind, query, services, pool } = wanted
  const question = await asked(request, query, services)
  const { scope, period, asOf, by, structure, correctedTo } = question
  const rulebook = services.rulebook()
  const figure = askedFigure(question, query, rulebook)
  const { row: id } = query
  const edges = edgesOf(period, asOf)
  const row = id === undefined ? null : rowFilter({ by, structure }, id, rulebook)
  const file = streamCounted(
    pool,
    { scope, edges, correctedTo, figure, row },
    { kind, context: { edges, rulebook, figure: figure.definition } },
  )
  // Until its first bytes are there, what goes wrong can still be answered as a problem.
  await once(file, 'readable')
  const rowTitle = id === undefined ? [] : [rowName(by, id, rulebook)]
  return offer(reply, kind, fileName([figure.definition.name, scope.name, ...rowTitle], period)).send(file)
}

/** Page by page with their stories, so that only a page of either is held. */
async function* readTold(tx: Tx, question: CountedQuestion, context: CountedContext): AsyncGenerator<ToldDossier> {
  for await (const page of readCountedPages(tx, question)) {
    const stories = await listStories(tx, page, context)
    for (const dossier of page) yield { dossier, story: stories.get(dossier.dossier_id) ?? NO_STORY }
  }
}

type Shape = { readonly kind: FileKind; readonly context: CountedContext }

/** Reads on as the file is taken, within one transaction; both end together. */
function streamCounted(pool: pg.Pool, question: CountedQuestion, { kind, context }: Shape): PassThrough {
  const file = new PassThrough()
  withTransaction(pool, (tx) => {
    const written = countedFile(kind, readTold(tx, question, context), context)
    return pipeline(Readable.fromWeb(written as ReadableStream), file)
  }).catch((error: unknown) => file.destroy(error instanceof Error ? error : new Error(String(error))))
  return file
}

function offer(reply: FastifyReply, kind: FileKind, name: string): FastifyReply {
  return reply.header('content-disposition', attachment(`${name}.${kind}`)).type(CONTENT_TYPE[kind])
}

/** Biểu II.06a; tables without an official number by their title. */
function titleOf({ id, number, title }: ReportForm): string {
  return number === null ? title : `Biểu ${id}`
}

const NAME_LENGTH = 120

/** Biểu II.06a, Toàn tỉnh, 21.02.2024–20.03.2024 */
function fileName(parts: readonly string[], { from, to }: Period): string {
  const days = [from, to].map((date) => formatDate(date).replaceAll('/', '.')).join('–')
  return `${parts.join(', ').slice(0, NAME_LENGTH).trim()}, ${days}`
}

function fileAnswers(kind: FileKind) {
  return {
    200: { description: 'The file', content: { [CONTENT_TYPE[kind]]: { schema: Type.Any() } } },
    '4xx': PROBLEM_ANSWER,
    '5xx': PROBLEM_ANSWER,
  } as const
}
