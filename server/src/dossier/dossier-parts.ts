import { withinCalendar } from '@motcua/core/calendar/calendar.ts'
import type { DecisionContext } from '@motcua/core/dossier/decide.ts'
import {
  type ClockAccount,
  type Dossier,
  type DossierPart,
  explainClock,
  isOpenPart,
  remainingMinutes,
} from '@motcua/core/dossier/dossier.ts'
import { offersForPart } from '@motcua/core/dossier/offers.ts'
import { calendarOfPart } from '@motcua/core/dossier/part-of-dossier.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { type Part, partsOf } from '@motcua/core/process/process.ts'
import { unitName } from './dossier-timeline.ts'
import { isoOrNull, offerView, positionView, processOf } from './dossier-position.ts'
import type { DossierView } from './dossier-view-schema.ts'

type PartView = DossierView['parts'][number]

/** What each agency of an interlinked dossier does or did, each with its own clock. */
export function partsView(dossier: Dossier, context: DecisionContext): readonly PartView[] {
  if (dossier.parts.length === 0) return []
  const process = processOf(dossier, context.rulebook)
  const known = process === undefined ? [] : partsOf(process)
  return dossier.parts.map((part) =>
    partView(part, { dossier, known: known.find(({ id }) => id === part.id) }, context),
  )
}

type PartQuestion = { readonly dossier: Dossier; readonly known: Part | undefined }

function partView(part: DossierPart, { dossier, known }: PartQuestion, context: DecisionContext): PartView {
  const { id, step, startedAt, dueAt, endedAt, finish, result } = part
  return {
    ...{ id, step, name: known?.name ?? id, agencyName: agencyName(part, known, context) },
    state: isOpenPart(part) ? 'open' : part.isComplete ? 'complete' : 'brokenOff',
    startedAt: toIso(startedAt),
    dueAt: isoOrNull(dueAt),
    endedAt: isoOrNull(endedAt),
    finish,
    position: positionView(part.position, dossier, context),
    stepsBehind: stepsBehind(part, known),
    ...clockView(part, dossier, context),
    result,
    offers: isOpenPart(part) ? offersForPart(dossier, part, context).map(offerView) : [],
  }
}

function agencyName({ agency }: DossierPart, known: Part | undefined, { rulebook }: DecisionContext): string {
  if (agency !== null) return unitName(agency, rulebook)
  return known?.agency.is === 'outside' ? known.agency.name : OUTSIDE
}

/** Steps of the part that were done, where it may be sent back to. */
function stepsBehind({ path }: DossierPart, known: Part | undefined): PartView['stepsBehind'] {
  const done = [...new Set(path.map(({ step }) => step))]
  return done.map((id) => ({ id, name: known?.steps.find((step) => step.id === id)?.name ?? id }))
}

function clockView(
  part: DossierPart,
  dossier: Dossier,
  { now, rulebook }: DecisionContext,
): Pick<PartView, 'remainingMinutes' | 'clock'> {
  const { clock } = part
  if (clock === null) return { remainingMinutes: null, clock: [] }
  const calendar = calendarOfPart(dossier, part, rulebook)
  const read = withinCalendar(() => ({
    remainingMinutes: remainingMinutes(clock, calendar, now),
    clock: explainClock(clock, calendar, now),
  }))
  return read ?? { remainingMinutes: null, clock: [] }
}

/** How long each agency has had it: who is late answers for it. */
export function timesView(
  dossier: Dossier,
  account: ClockAccount | null,
  { rulebook }: DecisionContext,
): DossierView['times'] {
  const times = account?.times ?? null
  if (times === null) return null
  const process = processOf(dossier, rulebook)
  const known = process === undefined ? [] : partsOf(process)
  const nameOf = (agency: DossierPart['agency']): string => (agency === null ? OUTSIDE : unitName(agency, rulebook))
  return {
    used: times.used,
    agencies: times.agencies.map(({ agency, minutes }) => ({ agencyName: nameOf(agency), minutes })),
    units: times.units.map(({ unit, minutes }) => ({ unitName: nameOf(unit), minutes })),
    parallel: times.parallel.map(({ part, agency, minutes }) => ({
      partName: known.find(({ id }) => id === part)?.name ?? part,
      agencyName: nameOf(agency),
      minutes,
    })),
  }
}

const OUTSIDE = 'Cơ quan ngoài hệ thống'
