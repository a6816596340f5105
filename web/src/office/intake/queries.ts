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
