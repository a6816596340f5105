import { queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: async () => bodyOf(await api.GET('/api/processes')),
})

export const processQuery = (id: string) =>
  queryOptions({
    queryKey: ['process', id],
    queryFn: async () => bodyOf(await api.GET('/api/processes/{id}', { params: { path: { id } } })),
  })

export type ProcessVersionRef = { readonly id: string; readonly version: number }

/** An approved version never changes. */
export const bpmnQuery = ({ id, version }: ProcessVersionRef) =>
  queryOptions({
    queryKey: ['bpmn', id, version],
    queryFn: async () => {
      const path = { id, version: String(version) }
      return bodyOf(await api.GET('/api/processes/{id}/versions/{version}/bpmn', { params: { path }, parseAs: 'text' }))
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

export type Comparison = { readonly id: string; readonly from: number; readonly to: number }

export const diffQuery = ({ id, from, to }: Comparison) =>
  queryOptions({
    queryKey: ['process-diff', id, from, to],
    queryFn: async () => {
      const query = { from: String(from), to: String(to) }
      return bodyOf(await api.GET('/api/processes/{id}/diff', { params: { path: { id }, query } }))
    },
  })
