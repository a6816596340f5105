import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import type { Report } from '../../api/views.ts'
import { REPORT_ROWS } from '../../text/report-text.ts'
import { api } from '../api.ts'

export type ReportQuestion = {
  readonly form: string
  readonly scope: string
  readonly from: string
  readonly to: string
  readonly asOf?: string
  /** By what the rows go; without it as the form puts first. */
  readonly by?: Report['by']
  /** now: agencies that are gone stand with those that took over from them. */
  readonly structure?: Report['structure']
  /** Times count as they were put right. */
  readonly corrections?: 'true'
  /** The as-of is that of the page that asked, not one that its reader chose: the way back leads to now. */
  readonly ofPage?: 'true'
}

export const FIRST_FORM = 'II.06a'

const isBy = (text: string): text is Report['by'] => Object.hasOwn(REPORT_ROWS, text)

/** The question stands in the address, so that a report can be sent to somebody. */
export function questionOf(search: URLSearchParams): ReportQuestion | null {
  const word = (name: string): string => search.get(name) ?? ''
  const [scope, from, to, asOf, by] = ['scope', 'from', 'to', 'asOf', 'by'].map(word)
  if (!scope || !from || !to) return null
  return {
    form: word('form') === '' ? FIRST_FORM : word('form'),
    ...{ scope, from, to },
    ...(asOf ? { asOf } : {}),
    ...(by && isBy(by) ? { by } : {}),
    ...(word('structure') === 'now' ? { structure: 'now' } : {}),
    ...(word('corrections') === 'true' ? { corrections: 'true' } : {}),
  }
}

export const formsQuery = queryOptions({
  queryKey: ['report-forms'],
  queryFn: async () => bodyOf(await api.GET('/api/reports/forms')),
})

export const periodRulesQuery = queryOptions({
  queryKey: ['period-rules'],
  queryFn: async () => bodyOf(await api.GET('/api/reports/period-rules')),
})

export const reportQuery = (question: ReportQuestion | null) =>
  queryOptions({
    queryKey: ['report', question],
    queryFn: async () => {
      const { form, ...query } = question ?? { form: FIRST_FORM, scope: '', from: '', to: '' }
      return bodyOf(await api.GET('/api/reports/{form}', { params: { path: { form }, query } }))
    },
    enabled: question !== null,
  })

export type CountedQuestion = ReportQuestion & { readonly figure: string; readonly row?: string }

export const countedProceduresQuery = (question: CountedQuestion) =>
  queryOptions({
    queryKey: ['counted-procedures', question],
    queryFn: async () => {
      const { form, ...query } = question
      return bodyOf(await api.GET('/api/reports/{form}/procedures', { params: { path: { form }, query } }))
    },
  })

export const countedQuery = (question: CountedQuestion) =>
  infiniteQueryOptions({
    queryKey: ['counted', question],
    queryFn: async ({ pageParam }) => {
      const { form, ...asked } = question
      const query = pageParam === '' ? asked : { ...asked, cursor: pageParam }
      return bodyOf(await api.GET('/api/reports/{form}/dossiers', { params: { path: { form }, query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
