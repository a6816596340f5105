import { mayDo, subjectOf } from '@motcua/core/access/access.ts'
import { unitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import { findScope, type ReportScope, rowName } from '@motcua/core/report/report.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { listDossiers } from '../dossier/dossier.ts'
import { askerOf, peekSession, SESSION_COOKIE } from '../identity/identity.ts'
import { type LiveDesk, type LiveTopic, openLiveDesk, sendLive } from '../live/live.ts'
import { instantPart, pageOf, readCursor, uuidPart } from '../platform/http/cursor.ts'
import { notFound } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Identifier, Ref } from '../platform/http/schema.ts'
import { getReadableScope, mayReadScope } from '../report/report.ts'
import type { Services } from '../services.ts'
import {
  countersOf,
  type DashboardQuestion,
  newDashboardMemory,
  placeName,
  readDashboard,
  readHallBoard,
  readPublicDashboard,
} from './dashboard.ts'
import { DashboardSchema, HallBoard, LateDossiers, PublicDashboard } from './dashboard-schema.ts'
import { listLate } from './dashboard.store.ts'

const ScopeQuery = Type.Object({ scope: Identifier })
const LateQuery = Type.Object({
  scope: Identifier,
  unit: Type.Optional(Identifier),
  officer: Type.Optional(Identifier),
  cursor: Type.Optional(Cursor),
})
const CounterParams = Type.Object({ counter: Identifier })

const READERS = { permission: 'readReport' } as const
const EVERYONE = { permission: 'readCatalogue' } as const
/** A stream has no end that a generated client could wait for. */
const STREAM = { hide: true } as const
const PAGE_SIZE = 50

type Desk = {
  readonly services: Services
  readonly live: LiveDesk
  /** As of a moment; without one as of now. */
  readonly questionOf: (scope: ReportScope, at?: Instant) => DashboardQuestion
}

export function dashboardRoutes(app: App, services: Services): void {
  const live = openLiveDesk({
    pool: services.database.createPool({ name: 'motcua-live', max: 1 }),
    log: services.log,
  })
  // Streams have no end of their own, and a server that closes waits for its answers.
  app.addHook('preClose', async () => live.close())
  const memory = newDashboardMemory()
  const questionOf: Desk['questionOf'] = (scope, at = services.now()) => ({
    ...{ scope, memory },
    now: at,
    rulebook: services.rulebook(),
  })
  const desk: Desk = { services, live, questionOf }
  officeRoutes(app, desk)
  publicRoutes(app, desk)
  boardRoutes(app, desk)
}

function officeRoutes(app: App, { services, live, questionOf }: Desk): void {
  const { pool } = services
  app.get(
    '/api/dashboard',
    {
      config: READERS,
      schema: { operationId: 'getDashboard', querystring: ScopeQuery, response: answers(Ref(DashboardSchema)) },
    },
    async (request) => {
      const question = questionOf(getReadableScope(request, request.query.scope, services))
      return { ...(await readDashboard(pool, question)), at: toIso(question.now) }
    },
  )
  app.get(
    '/api/dashboard/stream',
    { config: READERS, schema: { ...STREAM, querystring: ScopeQuery } },
    (request, reply) => {
      const scope = getReadableScope(request, request.query.scope, services)
      const topic = topicOf(`dashboard ${scope.id}`, services, (at) => readDashboard(pool, questionOf(scope, at)))
      const mayStay = async (): Promise<boolean> => {
        const session = await peekSession(services, request.cookies[SESSION_COOKIE])
        return session !== null && mayReadScope(session.actor, scope, services.rulebook())
      }
      sendLive(request, reply, { desk: live, topic, mayStay, asker: askerOf(request) })
    },
  )
  app.get(
    '/api/dashboard/late',
    {
      config: READERS,
      schema: { operationId: 'listLateDossiers', querystring: LateQuery, response: answers(LateDossiers) },
    },
    async (request) => {
      const { unit, officer, cursor } = request.query
      const scope = getReadableScope(request, request.query.scope, services)
      const rulebook = services.rulebook()
      const place = readCursor(cursor, 2)
      const found = await listLate(pool, {
        ...{ counters: countersOf(scope), now: services.now(), unit: unit ?? null, officer: officer ?? null },
        after: place === null ? null : { dueAt: instantPart(place[0]), id: uuidPart(place[1]) },
        limit: PAGE_SIZE + 1,
      })
      const { rows, next } = pageOf(found, PAGE_SIZE, (item) => [item.due_at, item.id])
      const dossiers = await listDossiers(
        pool,
        rows.map(({ id }) => id),
      )
      const actor = request.session?.actor ?? null
      const readable = new Set(
        dossiers.filter((each) => mayDo('readDossier', actor, subjectOf(each, rulebook)).allowed).map(({ id }) => id),
      )
      const items = rows.map(({ id, code, procedure_code, due_at, ...held }) => ({
        ...{ id, code, procedureName: rowName('procedure', procedure_code, rulebook) },
        unitName: placeName(held.unit, rulebook),
        officerName: held.officer === null ? null : (rulebook.officer(held.officer)?.name ?? held.officer),
        ...{ dueAt: toIso(due_at), readable: readable.has(id) },
      }))
      return { items, next }
    },
  )
}

function publicRoutes(app: App, { services, live, questionOf }: Desk): void {
  const { pool } = services
  const read = (at: Instant) => readPublicDashboard(pool, questionOf(getProvince(services), at))
  app.get(
    '/api/dashboard/public',
    { config: EVERYONE, schema: { operationId: 'getPublicDashboard', response: answers(Ref(PublicDashboard)) } },
    async () => {
      const at = services.now()
      return { ...(await read(at)), at: toIso(at) }
    },
  )
  app.get('/api/dashboard/public/stream', { config: EVERYONE, schema: STREAM }, (request, reply) =>
    sendLive(request, reply, everyone(request, { desk: live, topic: topicOf('public', services, read) })),
  )
}

function boardRoutes(app: App, { services, live, questionOf }: Desk): void {
  const read = (scope: ReportScope, at: Instant) =>
    readHallBoard(services.pool, { ...questionOf(scope, at), counter: unitId(scope.id) })
  app.get(
    '/api/hall-board/:counter',
    {
      config: EVERYONE,
      schema: { operationId: 'getHallBoard', params: CounterParams, response: answers(Ref(HallBoard)) },
    },
    async (request) => {
      const at = services.now()
      return { ...(await read(getCounter(request.params.counter, services), at)), at: toIso(at) }
    },
  )
  app.get(
    '/api/hall-board/:counter/stream',
    { config: EVERYONE, schema: { ...STREAM, params: CounterParams } },
    (request, reply) => {
      const scope = getCounter(request.params.counter, services)
      const topic = topicOf(`board ${scope.id}`, services, (at) => read(scope, at))
      return sendLive(request, reply, everyone(request, { desk: live, topic }))
    },
  )
}

/** What is told is as of the moment that stands beside it, so that its numbers open as many dossiers as they say. */
function topicOf(key: string, { now }: Services, read: (at: Instant) => Promise<object>): LiveTopic {
  return {
    key,
    read: async () => {
      const at = now()
      return { content: await read(at), at }
    },
  }
}

type Opening = { readonly desk: LiveDesk; readonly topic: LiveTopic }

const everyone = (request: FastifyRequest, opening: Opening) => ({
  ...opening,
  mayStay: async () => true,
  asker: askerOf(request),
})

function getProvince({ rulebook }: Services): ReportScope {
  const scope = findScope('all', rulebook())
  if (scope === undefined) throw new Error('the rulebook has no whole')
  return scope
}

function getCounter(id: string, { rulebook }: Services): ReportScope {
  const scope = rulebook().unit(unitId(id))?.kind === 'counter' ? findScope(id, rulebook()) : undefined
  if (scope === undefined) throw notFound('quầy', 'Hãy mở bảng từ danh sách các quầy.')
  return scope
}
