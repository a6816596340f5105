import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newDossierId } from '../../api/new-dossier-id.ts'
import { sendChange } from '../dossier/queries.ts'
import { type Chosen, type IntakeDraft, contentOf } from './intake-draft.ts'

export type Accepted = { readonly id: string; readonly code: string | null; readonly problem: Error | null }

/** Files and accepts in one go. The id is made once, so that pressing again after a cut line files nothing twice. */
export function useAcceptance() {
  const id = useRef<string | null>(null)
  const send = useMutation({
    mutationFn: async ({
      draft,
      chosen,
    }: {
      readonly draft: IntakeDraft
      readonly chosen: Chosen
    }): Promise<Accepted> => {
      id.current ??= newDossierId(Date.now())
      const dossier = id.current
      const content = contentOf(draft, chosen)
      const filed = await sendChange({ dossier, version: null, command: { action: 'submit', content } })
      try {
        const done = await sendChange({ dossier, version: filed.version, command: { action: 'accept' } })
        return { id: dossier, code: done.code, problem: null }
      } catch (error) {
        if (!(error instanceof Error)) throw error
        return { id: dossier, code: null, problem: error }
      }
    },
  })
  return {
    accepted: send.data ?? null,
    error: send.error,
    accept: (draft: IntakeDraft, chosen: Chosen) => {
      if (!send.isPending) send.mutate({ draft, chosen })
    },
    reset: () => {
      id.current = null
      send.reset()
    },
  }
}
