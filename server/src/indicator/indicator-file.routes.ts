import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { formatShortMoment } from '@motcua/core/kernel/text.ts'
import { edgesOf } from '@motcua/core/report/report.ts'
import { type CellValue, writeXlsxStream } from 'hucre'
import { writeCsvStream } from 'hucre/csv'
import type pg from 'pg'
import { Type } from 'typebox'
import { withTransaction } from '../platform/database.ts'
import { attachment } from '../platform/http/attachment.ts'
import { type App, PROBLEM_ANSWER } from '../platform/http/route.ts'
import { Identifier, OneOf } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { assessScope, costedCounts, getCosted } from './indicator.ts'
import { type DossierContext, indicatorDossierView } from './indicator-dossier-view.ts'
import { askedIndicators } from './indicator-question.ts'
import { QualityQuery, SetParams } from './indicator-schema.ts'
import { type DossierQuestion, type IndicatorDossier, readIndicatorDossiers, SIDES } from './indicator.store.ts'

const KINDS = ['xlsx', 'csv'] as const
type Kind = (typeof KINDS)[number]

const CONTENT_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<Kind, string>
const OPERATION = { xlsx: 'getQualityDossiersAsXlsx', csv: 'getQualityDossiersAsCsv' } as const

/** Without a component: all dossiers that cost points. */
const FileQuery = Type.Object({
  ...QualityQuery.properties,
  component: Type.Optional(Identifier),
  side: Type.Optional(OneOf(SIDES)),
})

/** Files made at the same time: each keeps a connection until it has been read. */
const FILES_AT_ONCE = 2

/** The lists behind the indicators as files, made while they are read. */
export function indicatorFileRoutes(app: App, services: Services): void {
  const pool = services.database.createPool({ name: 'motcua-quality-files', max: FILES_AT_ONCE })
  for (const kind of KINDS) {
    app.get(
      `/api/indicators/:set/dossiers.${kind}`,
      {
        config: { permission: 'readReport' },
        schema: {
          ...{ operationId: OPERATION[kind], params: SetParams, querystring: FileQuery },
          response: {
            200: { description: 'The file', content: { [CONTENT_TYPE[kind]]: { schema: Type.Any() } } },
            '4xx': PROBLEM_ANSWER,
            '5xx': PROBLEM_ANSWER,
          },
        },
      },
      async (request, reply) => {
        const { params, query } = request
        const question = await askedIndicators(request, { set: params.set, query }, services)
        const assessed = await assessScope(services.pool, question)
        const { component, side = 'missing' } = query
        const counts =
          component === undefined
            ? costedCounts(assessed).filter(({ cost }) => cost !== null)
            : [getCosted(assessed, component)]
        const edges = edgesOf(question.period.period, question.asOf)
        const context = { edges, rulebook: question.rulebook }
        const file = streamDossiers(pool, { scope: question.scope, edges, counts, side }, { kind, context })
        // Until its first bytes are there, what goes wrong can still be answered as a problem.
        await once(file, 'readable')
        const name = [component ?? 'Hồ sơ làm mất điểm', question.scope.name, question.period.id].join(', ')
        return reply
          .header('content-disposition', attachment(`${name}.${kind}`))
          .type(CONTENT_TYPE[kind])
          .send(file)
      },
    )
  }
}

type Shape = { readonly kind: Kind; readonly context: DossierContext }

/** Reads on as the file is taken, within one transaction; both end together. */
function streamDossiers(pool: pg.Pool, question: DossierQuestion, { kind, context }: Shape): PassThrough {
  const file = new PassThrough()
  withTransaction(pool, (tx) => {
    const dossiers = question.counts.length === 0 ? none() : readIndicatorDossiers(tx, question)
    return pipeline(Readable.fromWeb(fileOf(kind, rowsOf(dossiers, context)) as ReadableStream), file)
  }).catch((error: unknown) => file.destroy(error instanceof Error ? error : new Error(String(error))))
  return file
}

async function* none(): AsyncGenerator<IndicatorDossier> {}

const HEADS = [
  { header: 'STT', width: 8 },
  { header: 'Mã hồ sơ', width: 24 },
  { header: 'Điểm mất', width: 12 },
  { header: 'Mất ở chỉ số', width: 24 },
  { header: 'Tên thủ tục', width: 60 },
  { header: 'Cơ quan giải quyết', width: 40 },
  { header: 'Tiếp nhận', width: 17 },
  { header: 'Hẹn trả', width: 17 },
  { header: 'Giải quyết xong', width: 17 },
  { header: 'Vì sao ở đây', width: 90 },
]

function fileOf(kind: Kind, rows: AsyncIterable<CellValue[]>) {
  if (kind === 'xlsx') {
    return writeXlsxStream(rows, {
      name: 'Hồ sơ',
      columns: HEADS.map((head) => ({ ...head })),
      freezePane: { rows: 1 },
    })
  }
  return writeCsvStream(rows, {
    headers: HEADS.map(({ header }) => header),
    bom: true,
    lineSeparator: '\r\n',
    // A cell that opens with = + - @ would be worked out as a formula.
    escapeFormulae: true,
  })
}

const momentOf = (iso: string | null): string | null => (iso === null ? null : formatShortMoment(parseInstant(iso)))

async function* rowsOf(
  dossiers: AsyncIterable<IndicatorDossier>,
  context: DossierContext,
): AsyncGenerator<CellValue[]> {
  let number = 0
  for await (const dossier of dossiers) {
    const view = indicatorDossierView(dossier, context)
    number += 1
    yield [
      ...[number, view.code, view.points, view.components.join(', '), view.procedureName, view.agencyName],
      ...[view.acceptedAt, view.dueAt, view.finishedAt].map(momentOf),
      view.why,
    ]
  }
}
