import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { formatShortMoment } from '@motcua/core/kernel/text.ts'
import { edgesOf } from '@motcua/core/report/report.ts'
import type { CellValue } from 'hucre'
import { Type } from 'typebox'
import type { App } from '../platform/http/route.ts'
import { Identifier, OneOf } from '../platform/http/schema.ts'
import {
  FILE_KINDS,
  fileAnswers,
  listFile,
  offerFile,
  sendStreamed,
  streamInTransaction,
} from '../platform/http/streamed-file.ts'
import type { Services } from '../services.ts'
import { assessScope, costedCounts, getCosted } from './indicator.ts'
import { rowsAsked } from './asked-rows.ts'
import { type DossierContext, indicatorDossierView } from './indicator-dossier-view.ts'
import { askedIndicators } from './indicator-question.ts'
import { LostOf, QualityQuery, SetParams } from './indicator-schema.ts'
import { writeQualityWorkbook } from './quality-workbook.ts'
import { type DossierQuestion, type IndicatorDossier, readIndicatorDossiers, SIDES } from './indicator.store.ts'

const OPERATION = { xlsx: 'getQualityDossiersAsXlsx', csv: 'getQualityDossiersAsCsv' } as const

/** Without a component: all dossiers that cost points. */
const FileQuery = Type.Object({
  ...QualityQuery.properties,
  component: Type.Optional(Identifier),
  side: Type.Optional(OneOf(SIDES)),
  ...LostOf,
})

/** Files made at the same time: each keeps a connection until it has been read. */
const FILES_AT_ONCE = 2

/** The lists behind the indicators as files, made while they are read. */
export function indicatorFileRoutes(app: App, services: Services): void {
  const pool = services.database.createPool({ name: 'motcua-quality-files', max: FILES_AT_ONCE })
  app.get(
    '/api/indicators/:set/table.xlsx',
    {
      config: { permission: 'readReport' },
      schema: {
        ...{ operationId: 'getQualityAsXlsx', params: SetParams, querystring: QualityQuery },
        response: fileAnswers('xlsx'),
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      const bytes = await writeQualityWorkbook(await assessScope(services.pool, question))
      const name = [`Bộ chỉ số ${question.set.id}`, question.scope.name, question.period.id].join(', ')
      return offerFile(reply, 'xlsx', name).send(Buffer.from(bytes))
    },
  )
  for (const kind of FILE_KINDS) {
    app.get(
      `/api/indicators/:set/dossiers.${kind}`,
      {
        config: { permission: 'readReport' },
        schema: {
          ...{ operationId: OPERATION[kind], params: SetParams, querystring: FileQuery },
          response: fileAnswers(kind),
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
        const rows = rowsAsked(query, question.rulebook)
        const wanted: DossierQuestion = { scope: question.scope, edges, counts, side, ...rows }
        const file = streamInTransaction(pool, (tx) => {
          const dossiers = counts.length === 0 ? none() : readIndicatorDossiers(tx, wanted)
          return listFile(kind, { name: 'Hồ sơ', heads: HEADS, rows: rowsOf(dossiers, context) })
        })
        const name = [component ?? 'Hồ sơ làm mất điểm', question.scope.name, question.period.id].join(', ')
        return sendStreamed(reply, { kind, name, file })
      },
    )
  }
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
