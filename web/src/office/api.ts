import { QueryClient } from '@tanstack/react-query'
import createClient from 'openapi-fetch'
import { ProblemError, bodyOf } from '../api/problem.ts'
import type { paths } from '../api/schema.ts'
import type { DossierCommand, Outcome } from '../api/views.ts'

/** A cut line looks like an answer without a body, which becomes a problem that says so. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: (request) => fetch(request).catch(() => new Response(null, { status: 503 })),
})

/** Problems are answers: only a line that was cut is worth trying again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && error instanceof ProblemError && error.problem.status >= 502,
    },
  },
})

export type Change = {
  readonly dossier: string
  readonly expectedVersion: number | null
  readonly command: DossierCommand
}

/** Each change succeeds or is refused alone; the keys make a second sending the same changes. */
export async function sendChanges(changes: readonly Change[]): Promise<readonly Outcome[]> {
  const keyed = changes.map((change) => ({ ...change, key: crypto.randomUUID() }))
  const { outcomes } = bodyOf(await api.POST('/api/dossier-changes', { body: { changes: keyed } }))
  await queryClient.invalidateQueries()
  return outcomes
}

export type Uploaded = { readonly hash: string; readonly name: string; readonly type: string; readonly bytes: number }

/** The bytes go as they are, which the typed client cannot say. */
export async function uploadFile(file: File): Promise<Uploaded> {
  const type = file.type === '' ? 'application/octet-stream' : file.type
  const address = `/api/files?name=${encodeURIComponent(file.name)}`
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body: file })
  const body = await response.json()
  return bodyOf<Uploaded>(response.ok ? { data: body, response } : { error: body, response })
}
