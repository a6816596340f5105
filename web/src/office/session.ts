import { queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../api/problem.ts'
import { api } from './api.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => bodyOf(await api.GET('/api/session')),
  staleTime: 60_000,
})
