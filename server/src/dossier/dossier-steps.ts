import { withinCalendar } from '@motcua/core/calendar/calendar.ts'
import { usedMinutes } from '@motcua/core/dossier/clock.ts'
import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import type { Step } from '@motcua/core/process/process.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { ROLE_NAME } from '../organisation/organisation.ts'
import type { StoredEvent } from './dossier.store.ts'
import { isoOrNull } from './dossier-position.ts'
import { officerName } from './dossier-timeline.ts'
import type { DossierView } from './dossier-view-schema.ts'

type StepView = DossierView['steps'][number]
type Stay = { readonly step: string; readonly from: Instant; readonly to: Instant | null }

/** The approved steps, with who did each and how long it took: phiếu kiểm soát (Mẫu 06) as things stand. */
export function stepsOf(dossier: Dossier, events: readonly StoredEvent[], world: StepWorld): readonly StepView[] {
  const { process } = dossier
  const version = process === null ? undefined : world.rulebook.processVersion(process.id, process.version)
  if (version === undefined) return []
  const stays = staysOf(events)
  return version.steps.map((step) => stepView(step, { dossier, stays, world }))
}

export type StepWorld = { readonly rulebook: Rulebook; readonly now: Instant }
type StepQuestion = { readonly dossier: Dossier; readonly stays: readonly Stay[]; readonly world: StepWorld }

function stepView(step: Step, { dossier, stays, world }: StepQuestion): StepView {
  const { rulebook, now } = world
  const here = dossier.position?.step === step.id
  const done = dossier.path.findLast((each) => each.step === step.id)
  const own = stays.filter((stay) => stay.step === step.id)
  const officer = here ? dossier.position?.officer : done?.officer
  const agency = rulebook.unit(dossier.content.agency)
  const agencyCalendar = agency && rulebook.calendarOf(agency)
  const { clock } = dossier
  // Pauses are nobody's time: the statutory clock says what was used up to each end of a stay.
  const used =
    agencyCalendar === undefined || clock === null || own.length === 0
      ? null
      : withinCalendar(() => {
          const usedUntil = (at: Instant): number => usedMinutes(clock, agencyCalendar, at)
          return own.reduce((sum, { from, to }) => sum + usedUntil(to ?? now) - usedUntil(from), 0)
        })
  return {
    id: step.id,
    name: step.name,
    role: step.role,
    roleName: ROLE_NAME[step.role],
    minutes: step.minutes,
    status: here ? 'now' : done === undefined ? 'todo' : 'done',
    officerName: officer === null || officer === undefined ? null : officerName(officer, rulebook),
    from: isoOrNull(own[0]?.from),
    to: here ? null : isoOrNull(own.at(-1)?.to),
    usedMinutes: used,
  }
}

/** When the dossier lay at which step; a step can be visited again. */
function staysOf(events: readonly StoredEvent[]): readonly Stay[] {
  const stays: Stay[] = []
  let open: { readonly step: string; readonly from: Instant } | null = null
  for (const { event, at } of events) {
    const to = placeAfter(event)
    if (to === undefined) continue
    if (open !== null && open.step !== to) stays.push({ ...open, to: at })
    if (to === null) open = null
    else if (open === null || open.step !== to) open = { step: to, from: at }
  }
  return open === null ? stays : [...stays, { ...open, to: null }]
}

/** The step that an event leads to; null where it ends all, undefined where it moves nothing. */
function placeAfter(event: StoredEvent['event']): string | null | undefined {
  if ('part' in event && event.part !== undefined) return undefined
  switch (event.type) {
    case 'accepted':
      return event.position.step
    case 'forwarded':
    case 'skipped':
    case 'sentBack':
    case 'takenBack':
    case 'reassigned':
    case 'resolved':
      return event.to.step
    case 'refused':
    case 'withdrawn':
    case 'stopped':
    case 'returned':
      return null
    default:
      return undefined
  }
}
