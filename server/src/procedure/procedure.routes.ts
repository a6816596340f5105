import { localDateOf, toIso } from '@motcua/core/kernel/instant.ts'
import { unitId } from '@motcua/core/kernel/ids.ts'
import { LEVELS, type Unit } from '@motcua/core/organisation/organisation.ts'
import { CHANNELS, type Procedure, type ProcedureVersion } from '@motcua/core/procedure/procedure.ts'
import { type Static, Type } from 'typebox'
import { readCursor, writeCursor } from '../platform/http/cursor.ts'
import { notFound, ProblemError } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Identifier, OneOf, Page, Ref } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { appointmentOf, rulesOf } from './appointment.ts'
import {
  AppointmentRulesSchema,
  AppointmentSchema,
  FieldItem,
  FormSchema,
  ProcedureItem,
  ProcedureSchema,
} from './procedure-schema.ts'
import { procedureItem, procedureView } from './procedure-view.ts'

const PAGE_SIZE = 20
const ALL = 10_000

const ListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  field: Type.Optional(Type.String({ maxLength: 200 })),
  level: Type.Optional(OneOf(LEVELS)),
  cursor: Type.Optional(Cursor),
})
const CodeParams = Type.Object({ code: Identifier })
const FormParams = Type.Object({ id: Identifier })
const AppointmentQuery = Type.Object({
  caseId: Identifier,
  channel: OneOf(CHANNELS),
  agency: Identifier,
  copies: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$' })),
})

const RulesQuery = Type.Object({ agency: Identifier })

const PUBLIC = { permission: 'readCatalogue' } as const

export function procedureRoutes(app: App, services: Services): void {
  app.get(
    '/api/procedures',
    {
      config: PUBLIC,
      schema: { operationId: 'listProcedures', querystring: ListQuery, response: answers(Page(ProcedureItem)) },
    },
    async (request) => listProcedures(services, request.query),
  )
  app.get(
    '/api/fields',
    { config: PUBLIC, schema: { operationId: 'listFields', response: answers(Type.Array(FieldItem)) } },
    async () => listFields(services),
  )
  app.get(
    '/api/procedures/:code',
    {
      config: PUBLIC,
      schema: { operationId: 'getProcedure', params: CodeParams, response: answers(Ref(ProcedureSchema)) },
    },
    async (request) => {
      const { procedure, version } = getInForce(services, request.params.code)
      return procedureView(procedure, version, localDateOf(services.now()))
    },
  )
  app.get(
    '/api/procedures/:code/appointment',
    {
      config: PUBLIC,
      schema: {
        operationId: 'getAppointment',
        params: CodeParams,
        querystring: AppointmentQuery,
        response: answers(AppointmentSchema),
      },
    },
    async (request) => appointment(services, request.params.code, request.query),
  )
  app.get(
    '/api/procedures/:code/appointment-rules',
    {
      config: PUBLIC,
      schema: {
        operationId: 'getAppointmentRules',
        params: CodeParams,
        querystring: RulesQuery,
        response: answers(AppointmentRulesSchema),
      },
    },
    async (request) => {
      const { procedure } = getInForce(services, request.params.code)
      const agency = getResolver(services, procedure, request.query.agency)
      const now = services.now()
      return { asOf: toIso(now), ...rulesOf({ procedure, agency }, services.rulebook(), now) }
    },
  )
  app.get(
    '/api/forms/:id',
    { config: PUBLIC, schema: { operationId: 'getForm', params: FormParams, response: answers(Ref(FormSchema)) } },
    async (request) => {
      const form = services.rulebook().form(request.params.id)
      if (form === undefined) throw notFound('tờ khai', 'Hãy mở tờ khai từ trang của thủ tục.')
      return form
    },
  )
}

export type InForce = { readonly procedure: Procedure; readonly version: ProcedureVersion }

function getInForce({ rulebook, now }: Services, code: string): InForce {
  const procedure = rulebook().procedure(code)
  const version = rulebook().procedureVersionAt(code, localDateOf(now()))
  if (procedure === undefined || version === undefined) {
    throw notFound('thủ tục', 'Thủ tục có thể đã bị bãi bỏ hoặc thay thế; hãy tìm theo tên ở trang chủ.')
  }
  return { procedure, version }
}

function listProcedures({ rulebook, now }: Services, query: Static<typeof ListQuery>) {
  const { q = '', field, level, cursor } = query
  const today = localDateOf(now())
  const from = Number(readCursor(cursor, 1)?.[0] ?? 0)
  const found = rulebook()
    .searchProcedures(q, { limit: ALL, ...(level === undefined ? {} : { level }) })
    .filter(({ procedure }) => field === undefined || procedure.field === field)
    .flatMap(({ procedure }) => {
      const version = rulebook().procedureVersionAt(procedure.code, today)
      return version === undefined ? [] : [procedureItem(procedure, version)]
    })
  const end = from + PAGE_SIZE
  return { items: found.slice(from, end), next: end < found.length ? writeCursor([end]) : null }
}

function listFields({ rulebook, now }: Services): Static<typeof FieldItem>[] {
  const today = localDateOf(now())
  const inForce = rulebook()
    .procedures()
    .filter((procedure) => rulebook().procedureVersionAt(procedure.code, today) !== undefined)
  return [...Map.groupBy(inForce, (procedure) => procedure.field)]
    .map(([name, procedures]) => ({ name, procedures: procedures.length }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function appointment(services: Services, code: string, query: Static<typeof AppointmentQuery>) {
  const rulebook = services.rulebook()
  const { procedure, version } = getInForce(services, code)
  const procedureCase = rulebook.caseOf(version, query.caseId)
  if (procedureCase === undefined) throw notFound('trường hợp', 'Hãy chọn lại trường hợp ở trang của thủ tục.')
  const term = rulebook.termOf(procedureCase, query.channel)
  if (term === undefined) throw new ProblemError(CHANNEL_NOT_OFFERED)
  const agency = getResolver(services, procedure, query.agency)
  const copies = Number(query.copies ?? 1)
  const question = { procedure, procedureCase, term, channel: query.channel, agency, copies }
  return appointmentOf(question, rulebook, services.now())
}

function getResolver({ rulebook }: Services, procedure: Procedure, id: string): Unit {
  const agency = rulebook().unit(unitId(id))
  if (agency === undefined || !rulebook().resolves(agency.id, procedure)) {
    throw notFound('cơ quan giải quyết', 'Hãy chọn một cơ quan trong danh sách của thủ tục này.')
  }
  return agency
}

const CHANNEL_NOT_OFFERED = {
  kind: 'channel-not-offered',
  status: 422,
  title: 'Không nộp được theo cách này',
  detail: 'Trường hợp này không nhận hồ sơ theo cách nộp đã chọn.',
  advice: 'Hãy chọn cách nộp khác nêu ở trang của thủ tục.',
} as const
