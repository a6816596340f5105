import { queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

export const draftsQuery = queryOptions({
  queryKey: ['report-drafts'],
  queryFn: async () => bodyOf(await api.GET('/api/report-drafts')),
})

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['report-draft', id],
    queryFn: async () => bodyOf(await api.GET('/api/report-drafts/{id}', { params: { path: { id } } })),
  })

export const draftEditsQuery = (id: string) =>
  queryOptions({
    queryKey: ['report-draft-edits', id],
    queryFn: async () => bodyOf(await api.GET('/api/report-drafts/{id}/edits', { params: { path: { id } } })),
  })
