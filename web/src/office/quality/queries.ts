import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

export type QualityQuestion = {
  /** `766` in force in the period, or one version of it. */
  readonly set: string
  readonly scope: string
  readonly period: string
  /** As of when; without it as of the period's end, or now. */
  readonly asOf?: string
  readonly compare: 'previousPeriod' | 'yesterday'
}

/** The question stands in the address, so that a score can be sent to somebody. */
export function qualityQuestionOf(search: URLSearchParams): QualityQuestion | null {
  const scope = search.get('scope') ?? ''
  const period = search.get('period') ?? ''
  if (scope === '' || period === '') return null
  const compare = search.get('compare') === 'yesterday' ? 'yesterday' : 'previousPeriod'
  const asOf = search.get('asOf') ?? ''
  return { set: search.get('set') ?? '766', scope, period, compare, ...(asOf === '' ? {} : { asOf }) }
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

export const lostQuery = ({ set, compare: _, ...query }: QualityQuestion) =>
  queryOptions({
    queryKey: ['quality-lost', set, query],
    queryFn: async () => bodyOf(await api.GET('/api/indicators/{set}/lost', { params: { path: { set }, query } })),
  })

export const SIDES = ['numerator', 'denominator', 'missing'] as const
export type Side = (typeof SIDES)[number]
export type ListQuestion = QualityQuestion & { readonly component: string; readonly side: Side }

export const itemsQuery = ({ set, compare: _, ...query }: ListQuestion) =>
  queryOptions({
    queryKey: ['quality-items', set, query],
    queryFn: async () => bodyOf(await api.GET('/api/indicators/{set}/items', { params: { path: { set }, query } })),
  })

export const dossiersQuery = ({ set, compare: _, ...asked }: ListQuestion) =>
  infiniteQueryOptions({
    queryKey: ['quality-dossiers', set, asked],
    queryFn: async ({ pageParam }) => {
      const query = { ...asked, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return bodyOf(await api.GET('/api/indicators/{set}/dossiers', { params: { path: { set }, query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** Of one procedure or one agency alone. */
export type LostQuestion = QualityQuestion & { readonly procedure?: string; readonly agency?: string }

export const lostDossiersQuery = ({ set, compare: _, ...asked }: LostQuestion) =>
  infiniteQueryOptions({
    queryKey: ['quality-lost-dossiers', set, asked],
    queryFn: async ({ pageParam }) => {
      const query = { ...asked, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return bodyOf(await api.GET('/api/indicators/{set}/lost-dossiers', { params: { path: { set }, query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

export const timesQuery = ({ set, compare: _, ...query }: QualityQuestion) =>
  queryOptions({
    queryKey: ['quality-times', set, query],
    queryFn: async () => bodyOf(await api.GET('/api/indicators/{set}/times', { params: { path: { set }, query } })),
  })

export type TimesQuestion = QualityQuestion & { readonly procedure: string }

export const timeDossiersQuery = ({ set, compare: _, ...asked }: TimesQuestion) =>
  infiniteQueryOptions({
    queryKey: ['quality-time-dossiers', set, asked],
    queryFn: async ({ pageParam }) => {
      const query = { ...asked, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return bodyOf(await api.GET('/api/indicators/{set}/times/dossiers', { params: { path: { set }, query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
