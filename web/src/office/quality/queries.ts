import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

export type QualityQuestion = {
  /** `766` in force in the period, or one version of it. */
  readonly set: string
  readonly scope: string
  readonly period: string
  readonly compare: 'previousPeriod' | 'yesterday'
}

/** The question stands in the address, so that a score can be sent to somebody. */
export function qualityQuestionOf(search: URLSearchParams): QualityQuestion | null {
  const scope = search.get('scope') ?? ''
  const period = search.get('period') ?? ''
  if (scope === '' || period === '') return null
  const compare = search.get('compare') === 'yesterday' ? 'yesterday' : 'previousPeriod'
  return { set: search.get('set') ?? '766', scope, period, compare }
}

const NOBODY: QualityQuestion = { set: '766', scope: '', period: '', compare: 'previousPeriod' }

export const choicesQuery = queryOptions({
  queryKey: ['quality-choices'],
  queryFn: async () => bodyOf(await api.GET('/api/quality/choices')),
})

export const setsQuery = queryOptions({
  queryKey: ['indicator-sets'],
  queryFn: async () => bodyOf(await api.GET('/api/indicators')),
})

export const qualityQuery = (question: QualityQuestion | null) =>
  queryOptions({
    queryKey: ['quality', question],
    queryFn: async () => {
      const { set, ...query } = question ?? NOBODY
      return bodyOf(await api.GET('/api/indicators/{set}', { params: { path: { set }, query } }))
    },
    enabled: question !== null,
  })

export const lostQuery = ({ set, scope, period }: QualityQuestion) =>
  queryOptions({
    queryKey: ['quality-lost', set, scope, period],
    queryFn: async () =>
      bodyOf(await api.GET('/api/indicators/{set}/lost', { params: { path: { set }, query: { scope, period } } })),
  })

export const SIDES = ['numerator', 'denominator', 'missing'] as const
export type Side = (typeof SIDES)[number]
export type ListQuestion = QualityQuestion & { readonly component: string; readonly side: Side }

export const itemsQuery = ({ set, scope, period, component, side }: ListQuestion) =>
  queryOptions({
    queryKey: ['quality-items', set, scope, period, component, side],
    queryFn: async () => {
      const query = { scope, period, component, side }
      return bodyOf(await api.GET('/api/indicators/{set}/items', { params: { path: { set }, query } }))
    },
  })

export const dossiersQuery = ({ set, scope, period, component, side }: ListQuestion) =>
  infiniteQueryOptions({
    queryKey: ['quality-dossiers', set, scope, period, component, side],
    queryFn: async ({ pageParam }) => {
      const query = { scope, period, component, side, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return bodyOf(await api.GET('/api/indicators/{set}/dossiers', { params: { path: { set }, query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

export const lostDossiersQuery = ({ set, scope, period }: QualityQuestion) =>
  infiniteQueryOptions({
    queryKey: ['quality-lost-dossiers', set, scope, period],
    queryFn: async ({ pageParam }) => {
      const query = { scope, period, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return bodyOf(await api.GET('/api/indicators/{set}/lost-dossiers', { params: { path: { set }, query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
