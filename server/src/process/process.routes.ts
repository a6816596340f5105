import { diffProcessVersions, type ProcessVersion } from '@motcua/core/process/process.ts'
import { Type } from 'typebox'
import { answers, type App, PROBLEM_ANSWER } from '../platform/http/route.ts'
import { Identifier, OneOf } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { DIFF_KINDS, diffEntries } from './diff-lines.ts'
import { getProcess, getVersion } from './get-process.ts'
import { ProcessItem, processItems, ProcessView, processView } from './process-view.ts'
import { writeBpmn } from './write-bpmn.ts'

const WholeNumber = Type.String({ pattern: '^[0-9]{1,5}$' })
const ProcessParams = Type.Object({ id: Identifier })
const VersionParams = Type.Object({ id: Identifier, version: WholeNumber })
const DiffQuery = Type.Object({ from: WholeNumber, to: WholeNumber })
const DiffView = Type.Object({
  entries: Type.Array(Type.Object({ kind: OneOf(DIFF_KINDS), text: Type.String() })),
})

const OFFICERS = { permission: 'readRulebook' } as const
const BPMN = 'application/xml'

/** Approved processes as officers read them. */
export function processRoutes(app: App, services: Services): void {
  const drawn = new WeakMap<ProcessVersion, Promise<string>>()
  app.get(
    '/api/processes',
    { config: OFFICERS, schema: { operationId: 'listProcesses', response: answers(Type.Array(ProcessItem)) } },
    async () => processItems(services.rulebook()),
  )
  app.get(
    '/api/processes/:id',
    {
      config: OFFICERS,
      schema: { operationId: 'getProcess', params: ProcessParams, response: answers(ProcessView) },
    },
    async (request) => processView(getProcess(services, request.params.id), services.rulebook()),
  )
  app.get(
    '/api/processes/:id/diff',
    {
      config: OFFICERS,
      schema: {
        operationId: 'compareProcessVersions',
        params: ProcessParams,
        querystring: DiffQuery,
        response: answers(DiffView),
      },
    },
    async (request) => {
      const process = getProcess(services, request.params.id)
      const [from, to] = [getVersion(process, request.query.from), getVersion(process, request.query.to)]
      return { entries: diffEntries(diffProcessVersions(from, to)) }
    },
  )
  app.get(
    '/api/processes/:id/versions/:version/bpmn',
    {
      config: OFFICERS,
      schema: { operationId: 'getProcessAsBpmn', params: VersionParams, response: BPMN_ANSWERS },
    },
    async (request, reply) => {
      const process = getProcess(services, request.params.id)
      const version = getVersion(process, request.params.version)
      // A version never changes while the rulebook stands, and a layout takes ten milliseconds.
      const xml = drawn.get(version) ?? writeBpmn(process, version)
      drawn.set(version, xml)
      return reply.type(`${BPMN}; charset=utf-8`).send(await xml)
    },
  )
}

const BPMN_ANSWERS = {
  200: { description: 'BPMN 2.0 with a diagram', content: { [BPMN]: { schema: Type.String() } } },
  '4xx': PROBLEM_ANSWER,
  '5xx': PROBLEM_ANSWER,
} as const
