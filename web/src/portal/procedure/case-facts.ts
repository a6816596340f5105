import type { Agency, Channel, ProcedureCase, ProcedureView } from '../../api/views.ts'
import { type PortalRequest, query } from '../portal-request.ts'

export type Choice = {
  readonly procedureCase: ProcedureCase
  readonly channel: Channel
  /** Null while one of several is still to be chosen. */
  readonly agency: Agency | null
  readonly copies: string
}

/** What the address asks for, or what most people would: the first case, online where that is offered. */
export function choiceOf(request: PortalRequest, procedure: ProcedureView, agencies: readonly Agency[]): Choice | null {
  const asked = { case: query(request, 'case'), channel: query(request, 'channel'), agency: query(request, 'agency') }
  const procedureCase = procedure.cases.find(({ id }) => id === asked.case) ?? procedure.cases[0]
  if (procedureCase === undefined) return null
  const offered = channelsOf(procedure, procedureCase)
  const channel = offered.find((each) => each === asked.channel) ?? offered[0] ?? 'inPerson'
  const only = agencies.length === 1 ? agencies[0] : undefined
  const agency = agencies.find(({ id }) => id === asked.agency) ?? only ?? null
  const copies = /^[1-9]\d{0,3}$/.test(query(request, 'copies')) ? query(request, 'copies') : '1'
  return { procedureCase, channel, agency, copies }
}

export function channelsOf(procedure: ProcedureView, procedureCase: ProcedureCase): readonly Channel[] {
  const order: readonly Channel[] = ['online', 'inPerson', 'postal']
  return order.filter(
    (channel) =>
      (channel !== 'online' || procedure.onlineLevel !== 'none') &&
      procedureCase.terms.some((term) => term.channels.includes(channel)),
  )
}

export function termOf({ procedureCase, channel }: Choice): ProcedureCase['terms'][number] | undefined {
  return procedureCase.terms.find((term) => term.channels.includes(channel))
}

export function isPaidByCopy(procedureCase: ProcedureCase): boolean {
  return procedureCase.fees.some((line) => line.per === 'copy')
}
