import { type LocalDate, localDateOf } from '@motcua/core/kernel/instant.ts'
import { type ProcedureCode, unitId } from '@motcua/core/kernel/ids.ts'
import { LEVELS, postsOn, ROLES, type Unit } from '@motcua/core/organisation/organisation.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { type Static, Type } from 'typebox'
import { notFound } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Identifier, NullableText, OneOf } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'

const UnitName = Type.Object({ id: Type.String(), name: Type.String() })
const AgencyItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  level: OneOf(LEVELS),
  parentName: NullableText,
  counters: Type.Array(UnitName),
  elsewhere: Type.Boolean({ description: 'Every counter of the province takes in its dossiers (phi địa giới).' }),
})
const OfficerItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  title: Type.String(),
  roles: Type.Array(OneOf(ROLES)),
})
const ProvinceView = Type.Object({ name: Type.String(), code: Type.String(), demo: Type.Boolean() })
const CodeParams = Type.Object({ code: Identifier })
const UnitParams = Type.Object({ id: Identifier })
const AgenciesQuery = Type.Object({ level: Type.Optional(OneOf(LEVELS)), parent: Type.Optional(Identifier) })

export function organisationRoutes(app: App, services: Services): void {
  app.get(
    '/api/province',
    {
      config: { permission: 'readCatalogue' },
      schema: { operationId: 'getProvince', response: answers(ProvinceView) },
    },
    async () => provinceView(services),
  )
  app.get(
    '/api/procedures/:code/agencies',
    {
      config: { permission: 'readCatalogue' },
      schema: {
        operationId: 'listAgencies',
        params: CodeParams,
        querystring: AgenciesQuery,
        response: answers(Type.Array(AgencyItem)),
      },
    },
    async (request) => listAgencies(services, request.params.code, request.query),
  )
  app.get(
    '/api/units/:id/officers',
    {
      config: { permission: 'readRulebook' },
      schema: { operationId: 'listOfficers', params: UnitParams, response: answers(Type.Array(OfficerItem)) },
    },
    async (request) => listOfficers(services, request.params.id),
  )
}

/** The product is of one province: the root of the tree. `demo`: people and accounts here are invented. */
function provinceView({ rulebook, provider }: Services): Static<typeof ProvinceView> {
  const root = rulebook()
    .units()
    .find((unit) => unit.parent === null)
  const name = root?.name.replace(/^Ủy ban nhân dân |^UBND /, '') ?? ''
  return { name, code: root?.code ?? '', demo: provider.standIn }
}

function listAgencies({ rulebook, now }: Services, code: string, query: Static<typeof AgenciesQuery>) {
  const today = localDateOf(now())
  const procedure = rulebook().procedure(code)
  if (procedure === undefined) throw notFound('thủ tục', 'Hãy tìm thủ tục theo tên ở trang chủ.')
  const { level, parent } = query
  return rulebook()
    .agenciesFor(procedure, today)
    .filter((unit) => level === undefined || unit.level === level)
    .filter((unit) => parent === undefined || rulebook().isWithin(unit.id, unitId(parent)))
    .map((unit) => agencyItem(unit, { rulebook: rulebook(), today, code: procedure.code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

type At = { readonly rulebook: Rulebook; readonly today: LocalDate; readonly code: ProcedureCode }

function agencyItem({ id, name, level, parent }: Unit, { rulebook, today, code }: At): Static<typeof AgencyItem> {
  const service = rulebook.serviceAt(today, rulebook.policyScope(id, code))
  return {
    ...{ id, name, level },
    parentName: parent === null ? null : (rulebook.unit(parent)?.name ?? null),
    counters: rulebook.countersServing(id, today).map((counter) => ({ id: counter.id, name: counter.name })),
    elsewhere: service?.policies.intakeElsewhere === 'province',
  }
}

function listOfficers({ rulebook, now }: Services, unit: string) {
  const today = localDateOf(now())
  if (rulebook().unit(unitId(unit)) === undefined) throw notFound('đơn vị', 'Hãy chọn lại đơn vị trong danh sách.')
  return rulebook()
    .officersAt(unitId(unit), today)
    .map((officer) => {
      const { id, name, title } = officer
      const roles = postsOn(officer, today).flatMap((post) => (post.unit === unit ? [post.role] : []))
      return { id, name, title, roles: [...new Set(roles)] }
    })
}
