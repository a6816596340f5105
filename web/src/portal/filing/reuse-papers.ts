import { bodyOf } from '../../api/problem.ts'
import type { DossierView, SentDocument } from '../../api/views.ts'
import type { PortalRequest } from '../portal-request.ts'
import { text } from './draft.ts'
import { type Paper, reuseControl } from './upload-papers.ts'

/** A file that this person handed in before, and with which dossier. */
export type Reusable = NonNullable<SentDocument['file']> & { readonly from: string }

/** So many earlier dossiers are looked through; older papers are rarely still valid. */
const DOSSIERS_AT_MOST = 4

export async function listReusable(request: PortalRequest, current: DossierView): Promise<readonly Reusable[]> {
  const mine = bodyOf(await request.api.GET('/api/my/dossiers', { params: { query: {} } }))
  const earlier = mine.items
    .filter(({ id, state }) => id !== current.id && state !== 'draft')
    .slice(0, DOSSIERS_AT_MOST)
  const views = await Promise.all(
    earlier.map(async ({ id }) => bodyOf(await request.api.GET('/api/dossiers/{id}', { params: { path: { id } } }))),
  )
  const files = views.flatMap((view) => view.documents.flatMap((document) => reusableOf(view, document)))
  return [...new Map(files.map((file) => [file.hash, file])).values()]
}

function reusableOf(view: DossierView, { file }: DossierView['documents'][number]): readonly Reusable[] {
  if (file === null) return []
  const { hash, name, type, bytes } = file
  return [{ hash, name, type, bytes, from: view.code ?? view.procedure.name }]
}

export function pickReused(
  form: FormData,
  papers: readonly Paper[],
  reusable: readonly Reusable[],
): readonly SentDocument[] {
  return papers.flatMap((paper) => {
    const picked = reusable.find(({ hash }) => hash === text(form, reuseControl(paper.id)))
    if (picked === undefined) return []
    const { hash, name, type, bytes } = picked
    const file = { hash, name, type, bytes }
    return [{ required: paper.id, name: paper.name, kind: 'reuse' as const, originals: 0, copies: 1, file }]
  })
}
