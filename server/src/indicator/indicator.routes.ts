import { componentsOf } from '@motcua/core/indicator/indicator.ts'
import { localDateOf, startOfDay } from '@motcua/core/kernel/instant.ts'
import { edgesOf, listScopes } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import { instantPart, pageOf, readCursor, uuidPart } from '../platform/http/cursor.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Identifier, Ref } from '../platform/http/schema.ts'
import { listReadable } from '../report/report.ts'
import type { Services } from '../services.ts'
import { type Assessed, assessScope, comparedWith, costedCounts, getCosted, noList } from './indicator.ts'
import { indicatorDossierView } from './indicator-dossier-view.ts'
import { indicatorItems } from './indicator-items.ts'
import { type AskedRows, rowsAsked } from './asked-rows.ts'
import { askedIndicators } from './indicator-question.ts'
import {
  AssessmentQuery,
  ComponentQuery,
  DossiersQuery,
  LostDossiersQuery,
  PublicChoices,
  QualityDossiers,
  QualityItems,
  QualityLost,
  QualityQuery,
  QualitySchema,
  SetItem,
  SetParams,
} from './indicator-schema.ts'
import { lostView, qualityView } from './indicator-view.ts'
import { type CostedCount, type DossierQuestion, listIndicatorDossiers, type Side } from './indicator.store.ts'
import { createPublicQuality, publicPeriods } from './public-quality.ts'

const PAGE_SIZE = 50
const OFFICIAL = { permission: 'readReport' } as const

/** The indicators of QĐ 766 for officers, with every list behind them. */
export function indicatorRoutes(app: App, services: Services): void {
  app.get(
    '/api/indicators',
    { config: OFFICIAL, schema: { operationId: 'listIndicatorSets', response: answers(Type.Array(SetItem)) } },
    async () =>
      services
        .rulebook()
        .indicatorSets()
        .map(({ id, version, name, validFrom, validTo, note }) => ({
          ...{ id, version, name, validFrom, validTo, note },
        })),
  )
  app.get(
    '/api/indicators/:set',
    {
      config: OFFICIAL,
      schema: {
        ...{ operationId: 'getQuality', params: SetParams, querystring: AssessmentQuery },
        response: answers(Ref(QualitySchema)),
      },
    },
    async (request) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      const comparison = query.compare ?? 'previousPeriod'
      const [assessed, compared] = await Promise.all([
        assessScope(services.pool, question),
        assessScope(services.pool, comparedWith(question, comparison)),
      ])
      return qualityView(assessed, { with: comparison, assessed: compared })
    },
  )
  app.get(
    '/api/indicators/:set/lost',
    {
      config: OFFICIAL,
      schema: {
        ...{ operationId: 'getQualityLost', params: SetParams, querystring: QualityQuery },
        response: answers(QualityLost),
      },
    },
    async (request) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      return lostView(await assessScope(services.pool, question))
    },
  )
  listRoutes(app, services)
  publicRoutes(app, services)
}

function listRoutes(app: App, services: Services): void {
  app.get(
    '/api/indicators/:set/items',
    {
      config: OFFICIAL,
      schema: {
        ...{ operationId: 'listQualityItems', params: SetParams, querystring: ComponentQuery },
        response: answers(QualityItems),
      },
    },
    async (request) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      const component = componentsOf(question.set).find(({ id }) => id === query.component)
      const assessed = await assessScope(services.pool, question)
      const found = component === undefined ? null : indicatorItems(assessed, { component, side: query.side })
      if (found === null) throw noList()
      return found
    },
  )
  app.get(
    '/api/indicators/:set/dossiers',
    {
      config: OFFICIAL,
      schema: {
        ...{ operationId: 'listQualityDossiers', params: SetParams, querystring: DossiersQuery },
        response: answers(QualityDossiers),
      },
    },
    async (request) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      const assessed = await assessScope(services.pool, question)
      const { component, side } = query
      const counts = [getCosted(assessed, component)]
      const page = await pageOfDossiers({ request, services, assessed, counts, side, query })
      return { ...page, componentName: nameOf(assessed, component), total: totalOf(assessed, component, side) }
    },
  )
  app.get(
    '/api/indicators/:set/lost-dossiers',
    {
      config: OFFICIAL,
      schema: {
        ...{ operationId: 'listQualityLostDossiers', params: SetParams, querystring: LostDossiersQuery },
        response: answers(QualityDossiers),
      },
    },
    async (request) => {
      const { params, query } = request
      const question = await askedIndicators(request, { set: params.set, query }, services)
      const assessed = await assessScope(services.pool, question)
      const counts = costedCounts(assessed).filter(({ cost }) => cost !== null)
      const page = await pageOfDossiers({ request, services, assessed, counts, side: 'missing', query })
      return { ...page, componentName: null, total: null }
    },
  )
}

/** Figures without a single dossier or person, for everybody. */
function publicRoutes(app: App, services: Services): void {
  const publicQuality = createPublicQuality(services)
  const open = { permission: 'readQuality' } as const
  app.get(
    '/api/quality/choices',
    { config: open, schema: { operationId: 'listQualityChoices', response: answers(PublicChoices) } },
    async () => ({
      scopes: listScopes(services.rulebook()).map(({ id, name }) => ({ id, name })),
      periods: publicPeriods(startOfDay(localDateOf(services.now()))),
    }),
  )
  app.get(
    '/api/quality/:set',
    {
      config: open,
      schema: {
        ...{ operationId: 'getPublicQuality', params: SetParams },
        querystring: Type.Object({
          scope: Type.Optional(Identifier),
          period: Type.Optional(Type.String({ maxLength: 10 })),
        }),
        response: answers(Ref(QualitySchema)),
      },
    },
    ({ params, query }) => publicQuality({ set: params.set, ...query }),
  )
}

type PageQuestion = {
  readonly request: Parameters<typeof listReadable>[0]
  readonly services: Services
  readonly assessed: Assessed
  readonly counts: readonly CostedCount[]
  readonly side: Side
  readonly query: AskedRows & { readonly cursor?: string | undefined }
}

async function pageOfDossiers({ request, services, assessed, counts, side, query }: PageQuestion) {
  const { question } = assessed
  const edges = edgesOf(question.period.period, question.asOf)
  const place = readCursor(query.cursor, 3)
  const after =
    place === null ? null : { points: Number(place[0]), acceptedAt: instantPart(place[1]), dossier: uuidPart(place[2]) }
  const wanted: DossierQuestion = { scope: question.scope, edges, counts, side, ...rowsAsked(query, question.rulebook) }
  const limit = PAGE_SIZE + 1
  const found = counts.length === 0 ? [] : await listIndicatorDossiers(services.pool, wanted, { after, limit })
  const { rows, next } = pageOf(found, PAGE_SIZE, (row) => [row.points, row.accepted_at, row.dossier_id])
  const readable = await listReadable(
    request,
    services,
    rows.map((row) => row.dossier_id),
  )
  const items = rows.map((row) => ({
    ...indicatorDossierView(row, { edges, rulebook: question.rulebook }),
    readable: readable.has(row.dossier_id),
  }))
  return { items, next }
}

function nameOf({ question }: Assessed, component: string): string | null {
  return componentsOf(question.set).find(({ id }) => id === component)?.name ?? null
}

/** As many as the figure says: the list behind it has no other number. */
function totalOf({ score }: Assessed, component: string, side: Side): number {
  const own = score.groups.flatMap((group) => group.components).find((each) => each.component.id === component)
  const { numerator, denominator } = { numerator: own?.numerator ?? 0, denominator: own?.denominator ?? 0 }
  return { numerator, denominator, missing: denominator - numerator }[side]
}
