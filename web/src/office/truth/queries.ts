import { queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

/** Comparisons are made every half minute; nobody needs to know of one sooner than in a minute. */
export const truthQuery = queryOptions({
  queryKey: ['truth'],
  queryFn: async () => bodyOf(await api.GET('/api/truth')),
  refetchInterval: 60_000,
})
