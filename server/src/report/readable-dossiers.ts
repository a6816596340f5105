import { mayDo, subjectOf } from '@motcua/core/access/access.ts'
import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import type { FastifyRequest } from 'fastify'
import type { DossierId } from '@motcua/core/kernel/ids.ts'
import { listDossiers } from '../dossier/dossier.ts'
import type { Services } from '../services.ts'

/** Who may see a number sees which dossiers it counts; what is in them only if he may read each. */
export async function listReadable(
  { session }: FastifyRequest,
  { pool, rulebook }: Services,
  ids: readonly DossierId[],
): Promise<ReadonlySet<string>> {
  const dossiers = await listDossiers(pool, ids)
  const actor = session?.actor ?? null
  const mayOpen = (dossier: Dossier): boolean => mayDo('readDossier', actor, subjectOf(dossier, rulebook())).allowed
  return new Set(dossiers.filter(mayOpen).map((dossier) => dossier.id))
}
