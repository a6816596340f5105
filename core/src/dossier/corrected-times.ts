import type { Instant } from '../kernel/instant.ts'
import type { CorrectedTime, Dossier, FinishClass } from './dossier.ts'

/** What approved corrections make of the times of a dossier; null where there is none. The last one counts. */
export type CorrectedTimes = Readonly<Record<CorrectedTime, Instant | null>> & { readonly finish: FinishClass | null }

export function correctedTimes({ corrections }: Pick<Dossier, 'corrections'>): CorrectedTimes {
  const approved = corrections.filter(({ state }) => state === 'approved')
  const last = (what: CorrectedTime): Instant | null => approved.findLast((each) => each.what === what)?.to ?? null
  return {
    acceptedAt: last('acceptedAt'),
    finishedAt: last('finishedAt'),
    returnedAt: last('returnedAt'),
    finish: approved.findLast((each) => each.finish !== null)?.finish ?? null,
  }
}
