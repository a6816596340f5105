import { queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

export type WorkloadQuestion = { readonly scope: string; readonly from: string; readonly to: string }

/** The question stands in the address, so that a table can be sent to somebody. */
export function questionOf(search: URLSearchParams): WorkloadQuestion | null {
  const [scope = '', from = '', to = ''] = ['scope', 'from', 'to'].map((name) => search.get(name) ?? '')
  return scope === '' || from === '' || to === '' ? null : { scope, from, to }
}

export const workloadQuery = (question: WorkloadQuestion | null) =>
  queryOptions({
    queryKey: ['workload', question],
    queryFn: async () => {
      const query = question ?? { scope: '', from: '', to: '' }
      return bodyOf(await api.GET('/api/workload', { params: { query } }))
    },
    enabled: question !== null,
  })
