import type { Dossier, DossierPart } from './dossier.ts'

export function isOpenPart({ endedAt }: DossierPart): boolean {
  return endedAt === null
}

/** The parts at which other agencies are at work now. */
export function openParts({ parts }: Pick<Dossier, 'parts'>): readonly DossierPart[] {
  return parts.length === 0 ? parts : parts.filter(isOpenPart)
}
