import { subjectOf, mayDo } from '@motcua/core/access/access.ts'
import { type Dossier, STATE_NAME } from '@motcua/core/dossier/dossier.ts'
import { ACTION_NAME, ACTIONS, type DossierAction, type DossierCommand } from '@motcua/core/dossier/dossier-commands.ts'
import type { Names } from '@motcua/core/dossier/refusal-text.ts'
import { type DossierId, dossierId } from '@motcua/core/kernel/ids.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { checkFiles } from '../files/files.ts'
import { getActor, type Session } from '../identity/identity.ts'
import { ProblemError, problemOf, type ProblemText, SIGN_IN_FIRST } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Ref, Uuid } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { type ChangeOutcome, type ChangeRequest, findDossier, listEvents } from './dossier.ts'
import { ChangedSchema, ChangesBody, commandBody, OutcomesSchema } from './dossier-command-schema.ts'
import { refusalProblem } from './dossier-problems.ts'
import { dossierView } from './dossier-view.ts'
import { DossierViewSchema } from './dossier-view-schema.ts'
import { commandOf, type SentCommand } from './sent-command.ts'

const DossierParams = Type.Object({ id: Uuid })
const KeyHeader = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) })

export function dossierRoutes(app: App, services: Services): void {
  app.get(
    '/api/dossiers/:id',
    {
      config: { permission: 'readDossier' },
      schema: { operationId: 'getDossier', params: DossierParams, response: answers(Ref(DossierViewSchema)) },
    },
    async (request) => {
      const dossier = await getReadableDossier(request, services, request.params.id)
      const events = await listEvents(services.pool, dossier.id)
      return dossierView(dossier, events, contextOf(request, services))
    },
  )
  for (const action of ACTIONS) actionRoute(app, services, action)
  app.post(
    '/api/dossier-changes',
    {
      // Each change is decided by the right of its own action.
      config: { permission: 'readDossier' },
      schema: { operationId: 'changeDossiers', body: ChangesBody, response: answers(OutcomesSchema) },
    },
    async (request) => {
      const session = getSession(request)
      const outcomes = request.body.changes.map(({ dossier, expectedVersion, key, command }) =>
        changeAlone(services, session, { dossier, expectedVersion, key, command }),
      )
      return {
        outcomes: (await Promise.all(outcomes)).map((outcome) => outcomeView(outcome, request.id, services.rulebook())),
      }
    },
  )
}

/** One route per action, named by the action's word: the permission, the schema and the text all carry it. */
function actionRoute(app: App, services: Services, action: DossierAction): void {
  app.post(
    `/api/dossiers/:id/${action}`,
    {
      config: { permission: action },
      schema: {
        operationId: `${action}Dossier`,
        summary: ACTION_NAME[action],
        params: DossierParams,
        headers: KeyHeader,
        body: commandBody(action),
        response: answers(Ref(ChangedSchema)),
      },
    },
    async (request) => {
      const { expectedVersion, ...fields } = request.body
      const change = await changeRequest(services, getSession(request), {
        dossier: request.params.id,
        expectedVersion,
        key: request.headers['idempotency-key'] ?? null,
        command: withAction(action, fields),
      })
      const outcome = await services.spine.change(change)
      if (outcome.kind === 'refused') throw new ProblemError(refusalProblem(outcome.refusal, services.rulebook()))
      const { dossier, version, state, code, repeated } = outcome
      return { dossier, version, state, stateName: STATE_NAME[state], code, repeated }
    },
  )
}

type ChangeToSend = {
  readonly dossier: string
  readonly expectedVersion: number | null
  readonly key: string | null
  readonly command: SentCommand
}

async function changeRequest(services: Services, session: Session, sent: ChangeToSend): Promise<ChangeRequest> {
  const dossier = dossierId(sent.dossier)
  const corrects = sent.command.action === 'correct'
  const standing = corrects ? ((await findDossier(services.pool, dossier))?.content ?? null) : null
  const command: DossierCommand = await checkFiles(
    services,
    session.actor,
    commandOf(sent.command, { session, standing, rulebook: services.rulebook() }),
  )
  return { dossier, expectedVersion: sent.expectedVersion, key: sent.key, actor: session.actor, command }
}

type Outcome = ChangeOutcome | { readonly kind: 'unfit'; readonly dossier: DossierId; readonly problem: ProblemText }

/** One of many: what is wrong with it stops none of the others. The spine takes them together by itself. */
async function changeAlone(services: Services, session: Session, sent: ChangeToSend): Promise<Outcome> {
  try {
    return await services.spine.change(await changeRequest(services, session, sent))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { kind: 'unfit', dossier: dossierId(sent.dossier), problem: error.problem }
  }
}

/** The body has been checked against the schema of this very action, which the compiler cannot follow through the table. */
function withAction(action: DossierAction, fields: object): SentCommand {
  return { action, ...fields } as SentCommand
}

function outcomeView(outcome: Outcome, requestId: string, names: Names) {
  const { dossier } = outcome
  if (outcome.kind === 'changed') {
    const { kind, version, state, code } = outcome
    return { dossier, kind, version, state, code, problem: null }
  }
  const text = outcome.kind === 'unfit' ? outcome.problem : refusalProblem(outcome.refusal, names)
  const problem = problemOf(text, requestId)
  return { dossier, kind: 'refused' as const, version: null, state: null, code: null, problem }
}

/** The dossier, for somebody who may read it. Who may not is not told that it exists. */
async function getReadableDossier(request: FastifyRequest, services: Services, id: string): Promise<Dossier> {
  const rulebook = services.rulebook()
  const dossier = await findDossier(services.pool, dossierId(id))
  if (dossier === null || !mayDo('readDossier', getActor(request), subjectOf(dossier, rulebook)).allowed) {
    throw new ProblemError(refusalProblem({ kind: 'dossier-unknown' }, rulebook))
  }
  return dossier
}

function contextOf(request: FastifyRequest, { now, rulebook }: Services) {
  return { actor: getActor(request), now: now(), rulebook: rulebook() }
}

function getSession({ session }: FastifyRequest): Session {
  if (session === null) throw new ProblemError(SIGN_IN_FIRST)
  return session
}
