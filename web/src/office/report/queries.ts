import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import type { FigureName, Report } from '../../api/views.ts'
import { REPORT_ROWS } from '../../text/report-text.ts'
import { api } from '../api.ts'

export type ReportQuestion = {
  readonly scope: string
  readonly from: string
  readonly to: string
  readonly asOf?: string
  /** By what the rows go; the form itself goes by field. */
  readonly by?: Report['by']
}

const isBy = (text: string): text is Report['by'] => Object.hasOwn(REPORT_ROWS, text)

/** The question stands in the address, so that a report can be sent to somebody. */
export function questionOf(search: URLSearchParams): ReportQuestion | null {
  const [scope, from, to, asOf, by = ''] = ['scope', 'from', 'to', 'asOf', 'by'].map((name) => search.get(name) ?? '')
  if (!scope || !from || !to) return null
  return { scope, from, to, ...(asOf ? { asOf } : {}), ...(isBy(by) ? { by } : {}) }
}

export const reportQuery = (question: ReportQuestion | null) =>
  queryOptions({
    queryKey: ['report', question],
    queryFn: async () =>
      bodyOf(await api.GET('/api/reports/II.06a', { params: { query: question ?? { scope: '', from: '', to: '' } } })),
    enabled: question !== null,
  })

export type CountedQuestion = ReportQuestion & { readonly figure: FigureName; readonly row?: string }

export const countedQuery = (question: CountedQuestion) =>
  infiniteQueryOptions({
    queryKey: ['counted', question],
    queryFn: async ({ pageParam }) => {
      const query = pageParam === '' ? question : { ...question, cursor: pageParam }
      return bodyOf(await api.GET('/api/reports/II.06a/dossiers', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
