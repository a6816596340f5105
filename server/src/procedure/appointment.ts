import { appointmentAt, type AppointmentRules, findService, writeCalendar } from '@motcua/core/dossier/dossier.ts'
import { feeOf } from '@motcua/core/fee/fee.ts'
import { type Instant, localDateOf, toIso } from '@motcua/core/kernel/instant.ts'
import type { Unit } from '@motcua/core/organisation/organisation.ts'
import type { CaseTerm, Channel, Procedure, ProcedureCase } from '@motcua/core/procedure/procedure.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { View } from '../platform/http/route.ts'
import type { AppointmentSchema } from './procedure-schema.ts'

export type AppointmentQuestion = {
  readonly procedure: Procedure
  readonly procedureCase: ProcedureCase
  readonly term: CaseTerm
  readonly channel: Channel
  readonly agency: Unit
  readonly copies: number
}

/** What would be promised to somebody whose dossier were accepted at this moment. */
export function appointmentOf(
  question: AppointmentQuestion,
  rulebook: Rulebook,
  now: Instant,
): View<typeof AppointmentSchema> {
  const { procedure, procedureCase, term, channel, agency, copies } = question
  const today = localDateOf(now)
  const calendar = rulebook.calendarOf(agency)
  const policies = rulebook.policiesAt(today, rulebook.policyScope(agency.id, procedure.code))
  const { dueAt, sentences } = appointmentAt(term, { calendar, policies }, now)
  return {
    dueAt: dueAt === null ? null : toIso(dueAt),
    sentences,
    fee: feeOf(procedureCase, { channel, on: today, copies }),
  }
}

/** The law of the day, with which a browser makes the same appointments by itself. */
export function rulesOf(
  { procedure, agency }: Pick<AppointmentQuestion, 'procedure' | 'agency'>,
  rulebook: Rulebook,
  now: Instant,
): AppointmentRules {
  const scope = rulebook.policyScope(agency.id, procedure.code)
  const service = findService({ procedure: procedure.code, agency: agency.id }, now, rulebook)
  if (service === undefined) throw new Error(`no service policy for ${procedure.code} at ${toIso(now)}`)
  return {
    calendar: writeCalendar(rulebook.calendarDefinitionOf(agency), now),
    policies: rulebook.policiesAt(localDateOf(now), scope),
    handOver: { handOverUntil: service.policies.handOverUntil, article: service.citations.handOverUntil },
  }
}
