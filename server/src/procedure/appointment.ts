import { dueAtOf, explainClock, startClock } from '@motcua/core/dossier/dossier.ts'
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
  const policies = rulebook.policiesAt(today, { procedure: procedure.code, province: provinceOf(agency, rulebook) })
  const ledger = startClock({ at: now, legal: term.legal, committed: term.committed, policies })
  const dueAt = dueAtOf(ledger, calendar)
  return {
    dueAt: dueAt === null ? null : toIso(dueAt),
    sentences: explainClock(ledger, calendar, now),
    fee: feeOf(procedureCase, { channel, on: today, copies }),
  }
}

/** Code of the agency at the root of the tree, by which provinces keep rules of their own. */
function provinceOf(agency: Unit, rulebook: Rulebook): string {
  const parent = agency.parent === null ? undefined : rulebook.unit(agency.parent)
  return parent === undefined ? (agency.code ?? agency.id) : provinceOf(parent, rulebook)
}
