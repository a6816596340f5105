import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

export const publishedReportsQuery = infiniteQueryOptions({
  queryKey: ['published-reports'],
  queryFn: async ({ pageParam }) => {
    const query = pageParam === '' ? {} : { cursor: pageParam }
    return bodyOf(await api.GET('/api/published-reports', { params: { query } }))
  },
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
})

/** A published report never changes. */
export const publishedReportQuery = (number: string) =>
  queryOptions({
    queryKey: ['published-report', number],
    queryFn: async () => bodyOf(await api.GET('/api/published-reports/{number}', { params: { path: { number } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const differenceQuery = (number: string) =>
  queryOptions({
    queryKey: ['published-difference', number],
    queryFn: async () =>
      bodyOf(await api.GET('/api/published-reports/{number}/difference', { params: { path: { number }, query: {} } })),
  })

const BY = ['field', 'level', 'agency', 'counter', 'procedure', 'channel'] as const
export type MovedCell = { readonly by: string; readonly figure: string; readonly row: string | null }

export const movedQuery = (number: string, { by, figure, row }: MovedCell) =>
  queryOptions({
    queryKey: ['published-moved', number, by, figure, row],
    queryFn: async () => {
      const query = {
        by: BY.find((each) => each === by) ?? 'field',
        figure,
        ...(row === null ? {} : { row }),
      }
      const path = { number }
      return bodyOf(await api.GET('/api/published-reports/{number}/difference/dossiers', { params: { path, query } }))
    },
  })
