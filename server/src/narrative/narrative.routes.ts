import { mayDo, unitSubject } from '@motcua/core/access/access.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { listScopes, type ReportScope } from '@motcua/core/report/report.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Ref, Uuid } from '../platform/http/schema.ts'
import {
  DOCUMENT_KINDS,
  documentAnswers,
  mayPublish,
  PublishedReportSchema,
  publishedView,
  sendReport,
} from '../published-report/published-report.ts'
import { asked } from '../report/report.ts'
import type { Services } from '../services.ts'
import { draftView, headView, historyView } from './draft-view.ts'
import { type Draft, editDraft, findDraftScope, publishDraft, readDraft, startDraft } from './narrative.ts'
import * as problems from './narrative-problems.ts'
import {
  DraftHistory,
  DraftList,
  DraftOrder,
  DraftView,
  EditSent,
  OpenedDraft,
  SigningSent,
} from './narrative-schema.ts'
import { listDrafts } from './narrative.store.ts'

const ById = Type.Object({ id: Uuid })
const LISTED_AT_MOST = 200

/** Reports that are being written: officers of the agency write, its leader signs. */
export function narrativeRoutes(app: App, services: Services): void {
  listRoutes(app, services)
  documentRoutes(app, services)
  app.get(
    '/api/report-drafts/:id',
    {
      config: { permission: 'writeReport' },
      schema: { operationId: 'getReportDraft', params: ById, response: answers(DraftView) },
    },
    async (request) => {
      const draft = await getDraft(request, services)
      const may = mayPublish(getActor(request), draft.scope, services.rulebook())
      return draftView(draft, may)
    },
  )
  app.get(
    '/api/report-drafts/:id/edits',
    {
      config: { permission: 'writeReport' },
      schema: { operationId: 'listReportDraftEdits', params: ById, response: answers(DraftHistory) },
    },
    async (request) => historyView(await getDraft(request, services)),
  )
  app.post(
    '/api/report-drafts/:id/edits',
    {
      config: { permission: 'writeReport' },
      schema: { operationId: 'editReportDraft', params: ById, body: EditSent, response: answers(DraftView) },
    },
    async (request) => {
      const scope = await getDraftScope(request, services)
      const by = getActor(request)
      const outcome = await editDraft(services, request.params.id, { ...request.body, by })
      if (outcome.kind === 'unknown') throw problems.NO_SUCH_DRAFT
      if (outcome.kind === 'published') throw problems.ALREADY_PUBLISHED
      if (outcome.kind === 'overtaken') throw problems.paragraphChanged(outcome.by)
      if (outcome.kind === 'unreadable') throw problems.unreadable(outcome.codes)
      return draftView(outcome.draft, mayPublish(by, scope, services.rulebook()))
    },
  )
  app.post(
    '/api/report-drafts/:id/publish',
    {
      config: { permission: 'publishReport' },
      schema: {
        operationId: 'publishReportDraft',
        params: ById,
        body: SigningSent,
        response: answers(Ref(PublishedReportSchema)),
      },
    },
    async (request) => {
      const scope = await getDraftScope(request, services)
      const by = getActor(request)
      if (!mayPublish(by, scope, services.rulebook())) throw forbidden('publishReport')
      const outcome = await publishDraft(services, request.params.id, { ...request.body, by })
      if (outcome.kind === 'unknown') throw problems.NO_SUCH_DRAFT
      if (outcome.kind === 'already') throw problems.ALREADY_PUBLISHED
      if (outcome.kind === 'changed') throw problems.DRAFT_CHANGED
      if (outcome.kind === 'blank') throw problems.hasBlanks(outcome.blanks)
      return publishedView(outcome.report)
    },
  )
}

function listRoutes(app: App, services: Services): void {
  app.get(
    '/api/report-drafts',
    {
      config: { permission: 'writeReport' },
      schema: { operationId: 'listReportDrafts', response: answers(DraftList) },
    },
    async (request) => {
      const mine = listScopes(services.rulebook()).filter((scope) => mayWrite(request.session, scope, services))
      if (mine.length === 0) throw forbidden('writeReport')
      const rows = await listDrafts(
        services.pool,
        mine.map(({ id }) => id),
        LISTED_AT_MOST,
      )
      return { items: rows.map((row) => headView(row, services.rulebook())) }
    },
  )
  app.post(
    '/api/report-drafts',
    {
      config: { permission: 'writeReport' },
      schema: { operationId: 'openReportDraft', body: DraftOrder, response: answers(OpenedDraft) },
    },
    async (request) => {
      const { scope, period } = await asked(request, request.body, services)
      if (!mayWrite(request.session, scope, services)) throw forbidden('writeReport')
      const id = await startDraft(services, { scope, period }, getActor(request))
      if (id === undefined) throw problems.NO_TEMPLATE
      return { id }
    },
  )
}

type OfDraft = FastifyRequest<{ Params: { id: string } }>

/** A draft of another agency is like one that does not exist. */
async function getDraftScope(request: OfDraft, services: Services): Promise<ReportScope> {
  const scope = await findDraftScope(services, request.params.id)
  if (scope === undefined || !mayWrite(request.session, scope, services)) throw problems.NO_SUCH_DRAFT
  return scope
}

async function getDraft(request: OfDraft, services: Services): Promise<Draft> {
  await getDraftScope(request, services)
  const draft = await readDraft(services, request.params.id)
  if (draft === undefined) throw problems.NO_SUCH_DRAFT
  return draft
}

const DOCUMENT = { pdf: 'getReportDraftAsPdf', docx: 'getReportDraftAsDocx' } as const

/** The draft on paper, to be read and discussed: marked on every page as what is not in force. */
function documentRoutes(app: App, services: Services): void {
  for (const kind of DOCUMENT_KINDS) {
    app.get(
      `/api/report-drafts/:id/document.${kind}`,
      {
        config: { permission: 'writeReport' },
        schema: { operationId: DOCUMENT[kind], params: ById, response: documentAnswers(kind) },
      },
      async (request, reply) => {
        const { scope, period, asOf, tables, document } = await getDraft(request, services)
        const content = { scope, period, asOf: toIso(asOf), tables }
        const made = { madeAt: services.now(), publicUrl: services.publicUrl(), mark: 'DỰ THẢO', number: null }
        return sendReport(reply, { kind, report: { content, document, ...made }, name: `Dự thảo, ${document.subject}` })
      },
    )
  }
}

function mayWrite(session: FastifyRequest['session'], scope: ReportScope, { rulebook }: Services): boolean {
  const law = rulebook()
  const units = law.units()
  const unit =
    scope.kind === 'unit' ? units.find(({ id }) => id === scope.id) : units.find(({ parent }) => parent === null)
  return unit !== undefined && mayDo('writeReport', session?.actor ?? null, unitSubject(unit.id, law)).allowed
}
