import type { DossierView } from '../api/views.ts'
import { shortMoment } from './moments.ts'

/** The event of a saving. */
const DRAFT = 'draftSaved'

/** Newest first. Of savings of a draft that follow one another the last one tells enough. */
export function timelineItems({ timeline }: Pick<DossierView, 'timeline'>) {
  return timeline
    .filter((entry, index) => entry.action !== DRAFT || timeline[index + 1]?.action !== DRAFT)
    .map((entry) => ({
      key: String(entry.number),
      when: shortMoment(entry.at),
      iso: entry.at,
      title: entry.title,
      who: entry.actorName,
      detail: entry.detail,
    }))
    .reverse()
}
