import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify, { type FastifyBaseLogger, type RouteOptions } from 'fastify'
import { DASHBOARD_SCHEMAS } from './dashboard/dashboard-schema.ts'
import { dashboardRoutes } from './dashboard/dashboard.routes.ts'
import { NAMED_DOSSIER_SCHEMAS } from './dossier/dossier-schemas.ts'
import { dossierRoutes } from './dossier/dossier.routes.ts'
import { filesRoutes } from './files/files.routes.ts'
import { askerOf, guardRoutes, needsSignIn, recogniseSessions, SESSION_COOKIE } from './identity/identity.ts'
import { identityRoutes } from './identity/identity.routes.ts'
import { standInRoutes } from './identity/stand-in.routes.ts'
import { indicatorFileRoutes } from './indicator/indicator-file.routes.ts'
import { handlingTimeRoutes } from './indicator/handling-time.routes.ts'
import { indicatorRoutes } from './indicator/indicator.routes.ts'
import { QualitySchema } from './indicator/indicator-schema.ts'
import { narrativeRoutes } from './narrative/narrative.routes.ts'
import { noticeRoutes } from './notice/notice.routes.ts'
import { organisationRoutes } from './organisation/organisation.routes.ts'
import { answerErrors, answerUnreadable, sendProblem } from './platform/http/error-handler.ts'
import { describedWith } from './platform/http/openapi.ts'
import { ProblemSchema } from './platform/http/problem.ts'
import type { App } from './platform/http/route.ts'
import { refuseCrossSite } from './platform/http/same-origin.ts'
import { contentPolicy } from './platform/http/security.ts'
import { watchRoutes } from './platform/http/unknown-route.ts'
import { processRoutes } from './process/process.routes.ts'
import { rebaseRoutes } from './process/rebase.routes.ts'
import { procedureRoutes } from './procedure/procedure.routes.ts'
import { FormSchema, ProcedureSchema } from './procedure/procedure-schema.ts'
import { differenceRoutes } from './published-report/difference.routes.ts'
import { publishedDocumentRoutes } from './published-report/document.routes.ts'
import { publishedListRoutes } from './published-report/published-list.routes.ts'
import { publishedReportRoutes } from './published-report/published-report.routes.ts'
import { PublishedReportSchema } from './published-report/published-report-schema.ts'
import { reportFileRoutes } from './report/report-file.routes.ts'
import { officerNoticeRoutes } from './officer-notice/officer-notice.routes.ts'
import { reminderRoutes } from './reminder/reminder.routes.ts'
import { reportProceduresRoutes } from './report/report-procedures.routes.ts'
import { reportRoutes } from './report/report.routes.ts'
import { ReportSchema } from './report/report-schema.ts'
import type { Services } from './services.ts'
import { signingRoutes } from './signing/signing.routes.ts'
import { siteRoutes } from './site/site.routes.ts'
import { statisticsRoutes } from './statistics/statistics.routes.ts'
import { trackingRoutes } from './tracking/tracking.routes.ts'
import { truthRoutes } from './check/truth.routes.ts'
import { workloadRoutes } from './workload/workload.routes.ts'
import { WorkloadSchema } from './workload/workload-schema.ts'
import { worklistRoutes } from './worklist/worklist.routes.ts'

const LARGEST_BODY = 1024 * 1024

/** What can be asked of the server. */
const CAPABILITIES: readonly ((app: App, services: Services) => void)[] = [
  identityRoutes,
  procedureRoutes,
  organisationRoutes,
  dossierRoutes,
  filesRoutes,
  worklistRoutes,
  signingRoutes,
  trackingRoutes,
  noticeRoutes,
  reminderRoutes,
  officerNoticeRoutes,
  processRoutes,
  rebaseRoutes,
  statisticsRoutes,
  truthRoutes,
  reportRoutes,
  reportFileRoutes,
  workloadRoutes,
  reportProceduresRoutes,
  publishedReportRoutes,
  narrativeRoutes,
  differenceRoutes,
  publishedDocumentRoutes,
  publishedListRoutes,
  dashboardRoutes,
  siteRoutes,
  indicatorRoutes,
  indicatorFileRoutes,
  handlingTimeRoutes,
]

/** The server without its socket. Reads as the life of a request. `onRoute` sees each route as it is added. */
export async function createApp(services: Services, onRoute?: (route: RouteOptions) => void): Promise<App> {
  const loggerInstance: FastifyBaseLogger = services.log
  const app: App = fastify({
    loggerInstance,
    trustProxy: services.trustProxy,
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: answerUnreadable,
    // Input is taken as it is or refused: nothing is guessed, cut away or filled in.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: true } },
  })
  if (onRoute !== undefined) app.addHook('onRoute', onRoute)
  const findRouteFault = watchRoutes(app)
  answerErrors(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // What the interface tells is about people, and many stand at one machine of a counter.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  await app.register(helmet, contentPolicy(services.publicUrl))
  await app.register(cookie)
  recogniseSessions(app, services)
  app.addHook('onRequest', async (request) => refuseCrossSite(request, services.publicUrl))
  await limitRequests(app, services)
  guardRoutes(app, services)
  await describeApi(app)
  for (const routes of CAPABILITIES) routes(app, services)
  if (services.provider.standIn) standInRoutes(app, services)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, findRouteFault(request.method, request.url.split('?')[0] ?? '/')),
  )
  return app
}

async function limitRequests(app: App, { limits }: Services): Promise<void> {
  await app.register(rateLimit, {
    global: limits.general > 0,
    max: limits.general,
    timeWindow: 60_000,
    keyGenerator: askerOf,
    errorResponseBuilder: (_, { statusCode }) => Object.assign(new Error('too many requests'), { statusCode }),
  })
}

async function describeApi(app: App): Promise<void> {
  const isNeeded = (config: RouteOptions['config']): boolean => needsSignIn(config?.permission ?? 'open')
  await app.register(swagger, describedWith({ cookie: SESSION_COOKIE, isNeeded }))
  for (const schema of [
    ProblemSchema,
    ...NAMED_DOSSIER_SCHEMAS,
    ProcedureSchema,
    FormSchema,
    ReportSchema,
    PublishedReportSchema,
    ...DASHBOARD_SCHEMAS,
    QualitySchema,
    WorkloadSchema,
  ]) {
    app.addSchema(schema)
  }
  app.get('/api/openapi.json', { config: { permission: 'open' }, schema: { hide: true } }, async () => app.swagger())
}
