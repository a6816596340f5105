import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { getActor } from '../identity/identity.ts'
import { answers, type App, type View } from '../platform/http/route.ts'
import { Ref } from '../platform/http/schema.ts'
import { fileAnswers, offerFile } from '../platform/http/streamed-file.ts'
import { asked, fileName } from '../report/report.ts'
import type { Services } from '../services.ts'
import { computeWorkload, type Workload } from './workload.ts'
import { WorkloadQuery, WorkloadSchema } from './workload-schema.ts'
import { workloadView } from './workload-view.ts'
import { writeWorkloadWorkbook } from './workload-workbook.ts'

export function workloadRoutes(app: App, services: Services): void {
  app.get(
    '/api/workload',
    {
      config: { permission: 'readReport' },
      schema: { operationId: 'getWorkload', querystring: WorkloadQuery, response: answers(Ref(WorkloadSchema)) },
    },
    async (request) => (await answer(request, request.query, services)).view,
  )
  app.get(
    '/api/workload/table.xlsx',
    {
      config: { permission: 'readReport' },
      schema: {
        operationId: 'getWorkloadAsXlsx',
        querystring: WorkloadQuery,
        response: fileAnswers('xlsx'),
      },
    },
    async (request, reply) => {
      const { workload, view } = await answer(request, request.query, services)
      const bytes = await writeWorkloadWorkbook(view)
      const name = fileName(['Khối lượng tiếp nhận', workload.scope.name], workload.period)
      return offerFile(reply, 'xlsx', name).send(Buffer.from(bytes))
    },
  )
}

type Answered = { readonly workload: Workload; readonly view: View<typeof WorkloadSchema> }

async function answer(
  request: FastifyRequest,
  query: Static<typeof WorkloadQuery>,
  services: Services,
): Promise<Answered> {
  const { scope, period, asOf, form } = await asked(request, query, services)
  const rulebook = services.rulebook()
  const workload = await computeWorkload(services.pool, { scope, period, asOf, rulebook })
  return { workload, view: workloadView(workload, getActor(request), form) }
}
