import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import { type Dossier, foldDossier, openParts, type Position } from '@motcua/core/dossier/dossier.ts'
import type { Edges } from '@motcua/core/figure/figure.ts'
import type { DossierId } from '@motcua/core/kernel/ids.ts'
import { knownAt } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { listEventsUntil, type StoredEvent } from '../dossier/dossier.ts'
import type { Db } from '../platform/database.ts'
import type { CountedDossier } from './report.store.ts'

/** Who holds or finished a dossier, and why it is late, waits or came back; null where there is nothing to tell. */
export type CountedStory = { readonly holder: string | null; readonly reason: string | null }

export const NO_STORY: CountedStory = { holder: null, reason: null }

type Context = { readonly edges: Edges; readonly rulebook: Rulebook }

/**
 * The stories of those that are late, were asked to be completed, or ended without a result, as they were known when
 * the report closed. Read from the events: facts hold neither holders nor words.
 */
export async function listStories(
  db: Db,
  dossiers: readonly CountedDossier[],
  { edges, rulebook }: Context,
): Promise<ReadonlyMap<DossierId, CountedStory>> {
  const told = dossiers.filter((dossier) => hasStory(dossier, edges))
  if (told.length === 0) return new Map()
  const events = await listEventsUntil(
    db,
    told.map((dossier) => dossier.dossier_id),
    knownAt(edges),
  )
  const lives = Map.groupBy(events, ({ dossier }) => dossier)
  return new Map(
    told.flatMap((dossier) => {
      const life = lives.get(dossier.dossier_id)
      return life === undefined ? [] : [[dossier.dossier_id, storyOf(dossier, life, { edges, rulebook })] as const]
    }),
  )
}

function hasStory(dossier: CountedDossier, edges: Edges): boolean {
  return isLate(dossier, edges) || dossier.supplements > 0 || (dossier.ending ?? 'resolved') !== 'resolved'
}

/** Finished late by the end of the period, or past its time when the report closed. */
function isLate(
  { finished_at: at, finish, due_at: due, accepted_at: accepted }: CountedDossier,
  edges: Edges,
): boolean {
  if (accepted === null) return false
  return at !== null && at < edges.end ? finish === 'late' : due < edges.closing
}

function storyOf(dossier: CountedDossier, life: readonly StoredEvent[], { edges, rulebook }: Context): CountedStory {
  const known = foldDossier(dossier.dossier_id, life)
  return { holder: holderOf(dossier, known, rulebook), reason: reasonOf(life, isLate(dossier, edges), rulebook) }
}

function holderOf(
  { finished_by: by, finished_at: at }: CountedDossier,
  known: Dossier,
  rulebook: Rulebook,
): string | null {
  if (at !== null) return by === null ? null : (rulebook.officer(by)?.name ?? by)
  const parts = openParts(known).flatMap(({ position }) => position ?? [])
  const places = parts.length > 0 ? parts : known.position === null ? [] : [known.position]
  return places.length === 0 ? null : places.map((place) => placeName(place, rulebook)).join('; ')
}

function placeName({ officer, unit }: Position, rulebook: Rulebook): string {
  const unitName = rulebook.unit(unit)?.name ?? unit
  return officer === null ? `${unitName} (chưa ai nhận)` : `${rulebook.officer(officer)?.name ?? officer}, ${unitName}`
}

/** What each says of itself; the last of a kind stands. */
const REASONS: Readonly<Partial<Record<DossierEvent['type'], string>>> = {
  supplementRequested: 'Yêu cầu bổ sung',
  declined: 'Không tiếp nhận',
  refused: 'Từ chối giải quyết',
  stopped: 'Dừng giải quyết',
  withdrawn: 'Người nộp rút',
  apologised: 'Quá hạn',
}

function reasonOf(life: readonly StoredEvent[], late: boolean, rulebook: Rulebook): string | null {
  const said = new Map<string, string>()
  for (const { event } of life) {
    const kind = REASONS[event.type]
    if (kind !== undefined && 'reason' in event) said.set(kind, `${groundText(event, rulebook)}${event.reason}`)
  }
  if (late && !said.has('Quá hạn')) said.set('Quá hạn', 'chưa có lý do')
  return said.size === 0 ? null : [...said].map(([kind, reason]) => `${kind}: ${reason}`).join('; ')
}

/** Thiếu thành phần hồ sơ. */
function groundText(event: DossierEvent, rulebook: Rulebook): string {
  if (!('reason' in event) || !('ground' in event) || event.ground === undefined) return ''
  return `${rulebook.reasonGround(event.ground)?.name ?? event.ground}. `
}
