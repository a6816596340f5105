import type { CountedFigure } from '@motcua/core/figure/figure.ts'
import { edgesOf, rowFilter, rowName } from '@motcua/core/report/report.ts'
import type { FastifyRequest } from 'fastify'
import { instantPart, readCursor, uuidPart, wholePart, wordPart, writeCursor } from '../platform/http/cursor.ts'
import type { View } from '../platform/http/route.ts'
import type { Services } from '../services.ts'
import { countedDossierView } from './counted-dossier-view.ts'
import { listStories, NO_STORY } from './counted-story.ts'
import { pageCounted, WALKS, type WalkPlace } from './counted-walk.store.ts'
import { listReadable } from './readable-dossiers.ts'
import type { Asked } from './report-question.ts'
import type { CountedDossiers } from './report-schema.ts'

const PAGE_SIZE = 50

/** A number, or one row of it, whose dossiers are asked for. */
export type AskedList = Pick<Asked, 'scope' | 'period' | 'asOf' | 'by' | 'structure' | 'correctedTo'> & {
  readonly figure: CountedFigure
  readonly row: string | undefined
}

/** One page of the dossiers behind a number, each with the reason why it stands there. */
export async function countedPage(
  request: FastifyRequest,
  services: Services,
  {
    scope,
    period,
    asOf,
    by,
    structure,
    correctedTo,
    figure,
    row: id,
    cursor,
  }: AskedList & { cursor: string | undefined },
): Promise<View<typeof CountedDossiers>> {
  const edges = edgesOf(period, asOf)
  const rulebook = services.rulebook()
  const row = id === undefined ? null : rowFilter({ by, structure }, id, { rulebook, figure })
  const drill = { scope, edges, correctedTo, figure, row, after: readPlace(cursor), size: PAGE_SIZE }
  const found = await pageCounted(services.pool, drill)
  const readable = await listReadable(
    request,
    services,
    found.items.map((item) => item.dossier_id),
  )
  const stories = await listStories(services.pool, found.items, { edges, rulebook })
  const { id: figureId, name, words } = figure.definition
  return {
    figure: { id: figureId, name, words },
    items: found.items.map((item) => ({
      ...countedDossierView(item, {
        edges,
        rulebook,
        story: stories.get(item.dossier_id) ?? NO_STORY,
        figure: figure.definition,
      }),
      readable: readable.has(item.dossier_id),
    })),
    next: found.next === null ? null : writePlace(found.next),
    total: found.total,
    rowName: id === undefined ? null : rowName(by, id, rulebook),
  }
}

const writePlace = ({ walk, at, dossier, seen }: WalkPlace): string => writeCursor([walk, at, dossier, seen])

function readPlace(cursor: string | undefined): WalkPlace | null {
  const place = readCursor(cursor, 4)
  if (place === null) return null
  const [walk, at, dossier, seen] = place
  return { walk: wordPart(walk, WALKS), at: instantPart(at), dossier: uuidPart(dossier), seen: wholePart(seen) }
}
