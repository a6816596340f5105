import { queryOptions } from '@tanstack/react-query'
import { ProblemError, bodyOf, kindOf, unreadable } from '../../api/problem.ts'
import type { DossierCommand, Outcome, Problem } from '../../api/views.ts'
import { api, sendChanges } from '../api.ts'

export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id],
    queryFn: async () => bodyOf(await api.GET('/api/dossiers/{id}', { params: { path: { id } } })),
  })

export const formQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['form', id],
    queryFn: async () => bodyOf(await api.GET('/api/forms/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Officers at these units, each once. */
export const officersQuery = (units: readonly string[]) =>
  queryOptions({
    queryKey: ['officers', ...units],
    queryFn: async () => {
      const answers = await Promise.all(
        units.map(async (id) => bodyOf(await api.GET('/api/units/{id}/officers', { params: { path: { id } } }))),
      )
      return [...new Map(answers.flat().map((officer) => [officer.id, officer])).values()]
    },
  })

/** Units that a report may be made of: the agencies that can be asked for an opinion are among them. */
export const scopesQuery = queryOptions({
  queryKey: ['scopes'],
  queryFn: async () => bodyOf(await api.GET('/api/reports/scopes')),
})

export type Sending = { readonly dossier: string; readonly version: number | null; readonly command: DossierCommand }

/** One change; a refusal is thrown as the problem that the page shows beside what was typed. */
export async function sendChange({ dossier, version, command }: Sending): Promise<Outcome> {
  const [outcome] = await sendChanges([{ dossier, expectedVersion: version, command }])
  if (outcome === undefined) throw new ProblemError(unreadable(502))
  if (outcome.problem !== null) throw new ProblemError(outcome.problem)
  return outcome
}

export function isStale(problem: Problem): boolean {
  return kindOf(problem) === 'version-stale'
}
