import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import type { operations } from '../../api/schema.ts'
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

type ListQuery = NonNullable<operations['listPublishedDossiers']['parameters']['query']>

/** Whatever the address asks: the server says what it cannot answer. */
export const publishedCountedQuery = (number: string, question: Readonly<Record<string, string>>) =>
  infiniteQueryOptions({
    queryKey: ['published-counted', number, question],
    queryFn: async ({ pageParam }) => {
      const asked = { figure: '', ...question, ...(pageParam === '' ? {} : { cursor: pageParam }) } as ListQuery
      const params = { path: { number }, query: asked }
      return bodyOf(await api.GET('/api/published-reports/{number}/dossiers', { params }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** With what the published report is compared; without an instant as late as it goes. */
export type Compared = { readonly corrections: 'true' | 'false'; readonly asOf?: string }

export const differenceQuery = (number: string, query: Compared) =>
  queryOptions({
    queryKey: ['published-difference', number, query],
    queryFn: async () =>
      bodyOf(await api.GET('/api/published-reports/{number}/difference', { params: { path: { number }, query } })),
  })

/** Every dossier that is counted elsewhere than it was. */
export const movesQuery = (number: string, query: Compared) =>
  queryOptions({
    queryKey: ['published-moves', number, query],
    queryFn: async () => {
      const params = { path: { number }, query }
      return bodyOf(await api.GET('/api/published-reports/{number}/difference/moves', { params }))
    },
  })
