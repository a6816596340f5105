import { compileRules } from '@motcua/core/dossier/appointment.ts'
import { queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import type { ProcedureCase } from '../../api/views.ts'
import { api } from '../api.ts'

export const proceduresQuery = (q: string) =>
  queryOptions({
    queryKey: ['procedures', q],
    queryFn: async () => bodyOf(await api.GET('/api/procedures', { params: { query: { q } } })),
    enabled: q.trim() !== '',
  })

export const procedureQuery = (code: string | null) =>
  queryOptions({
    queryKey: ['procedure', code],
    queryFn: async () => {
      const path = { code: code ?? '' }
      const [procedure, agencies] = await Promise.all([
        api.GET('/api/procedures/{code}', { params: { path } }),
        api.GET('/api/procedures/{code}/agencies', { params: { path } }),
      ])
      return { procedure: bodyOf(procedure), agencies: bodyOf(agencies) }
    },
    enabled: code !== null,
  })

export type AppointmentQuestion = {
  readonly code: string
  readonly procedureCase: ProcedureCase
  readonly channel: 'inPerson' | 'postal'
  readonly agency: string
  readonly copies: string
}

export const appointmentQuery = ({ code, procedureCase, channel, agency, copies }: AppointmentQuestion) =>
  queryOptions({
    queryKey: ['appointment', code, procedureCase.id, channel, agency, copies],
    queryFn: async () => {
      const query = { caseId: procedureCase.id, channel, agency, copies: /^[1-9]\d{0,3}$/.test(copies) ? copies : '1' }
      return bodyOf(await api.GET('/api/procedures/{code}/appointment', { params: { path: { code }, query } }))
    },
  })

/** The law of the day; `ahead` is how far the clock of the server stands before that of this machine. */
export const rulesQuery = (code: string, agency: string) =>
  queryOptions({
    queryKey: ['appointment-rules', code, agency],
    queryFn: async () => {
      const params = { path: { code }, query: { agency } }
      const rules = bodyOf(await api.GET('/api/procedures/{code}/appointment-rules', { params }))
      return { rules, law: compileRules(rules), ahead: Date.parse(rules.asOf) - Date.now() }
    },
    staleTime: 60 * 60_000,
    refetchInterval: 60 * 60_000,
  })
