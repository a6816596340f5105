import type { UnitId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { usedMinutes } from './clock.ts'
import type { Dossier, DossierPart } from './dossier.ts'
import { calendarOfDossier, getClock } from './dossier-clock.ts'
import { type EnvelopedEvent, evolve } from './evolve.ts'

/** Working minutes, counted on the calendar of the whole and without its pauses. A null unit or agency works outside this system. */
export type StepTime = { readonly step: string; readonly unit: UnitId | null; readonly minutes: number }
export type UnitTime = { readonly unit: UnitId | null; readonly minutes: number }
export type AgencyTime = { readonly agency: UnitId | null; readonly minutes: number }
export type PartTime = { readonly part: string; readonly agency: UnitId | null; readonly minutes: number }

export type DossierTimes = {
  /** The time that the whole has used; each of the first three lists sums to it. */
  readonly used: number
  readonly steps: readonly StepTime[]
  readonly units: readonly UnitTime[]
  readonly agencies: readonly AgencyTime[]
  /** Parts that ran beside the one that is charged: their time is shown and not added. */
  readonly parallel: readonly PartTime[]
}

export type TimesQuestion = {
  readonly events: readonly EnvelopedEvent[]
  readonly at: Instant
  readonly rulebook: Rulebook
}

/**
 * Who has had the time of a dossier, until `at`. While several agencies work at once, the time of the whole is charged
 * to the part that ended last, or is open: it alone holds the whole up (NĐ 61/2018 Đ.19.6). Throws beyond the calendar;
 * null before acceptance.
 */
export function timesOf(dossier: Dossier, { events, at, rulebook }: TimesQuestion): DossierTimes | null {
  if (dossier.clock === null) return null
  const clock = getClock(dossier)
  const calendar = calendarOfDossier(dossier, rulebook)
  const usedUntil = (moment: Instant): number => usedMinutes(clock, calendar, moment)
  const used = usedUntil(at)
  const stays = staysOf(dossier, events, at).map((stay) => ({
    ...stay,
    minutes: usedUntil(stay.to) - usedUntil(stay.from),
  }))
  const steps = stays.map(({ step, unit, minutes }) => ({ step, unit, minutes }))
  const agencyOf = (unit: UnitId | null): UnitId | null =>
    unit === null ? null : (rulebook.agencyOf(unit)?.id ?? unit)
  const charged = new Set(stays.flatMap(({ part }) => (part === null ? [] : [keyOf(part)])))
  return {
    used,
    steps: summed(steps, ({ step, unit }) => `${step} ${unit}`),
    units: summed(
      stays.map(({ unit, minutes }) => ({ unit, minutes })),
      ({ unit }) => String(unit),
    ),
    agencies: summed(
      stays.map(({ unit, minutes }) => ({ agency: agencyOf(unit), minutes })),
      ({ agency }) => String(agency),
    ),
    parallel: dossier.parts
      .filter((part) => !charged.has(keyOf(part)))
      .map((part) => {
        const minutes = usedUntil(part.endedAt ?? at) - usedUntil(part.startedAt)
        return { part: part.id, agency: part.agency, minutes }
      }),
  }
}

type Stay = {
  readonly step: string
  readonly unit: UnitId | null
  readonly part: DossierPart | null
  readonly from: Instant
  readonly to: Instant
}

/** Where the time of the whole lay between each fact and the next. */
function staysOf(final: Dossier, events: readonly EnvelopedEvent[], at: Instant): readonly Stay[] {
  const stays: Stay[] = []
  let dossier: Dossier | null = null
  events.forEach(({ event, at: from, actor }, index) => {
    dossier = evolve(dossier, event, { id: final.id, at: from, actor })
    const next = events[index + 1]?.at ?? at
    const to = next < at ? next : at
    const place = to <= from ? null : chargedPlace(dossier, final)
    if (place !== null) stays.push({ ...place, from, to })
  })
  return stays
}

function chargedPlace(dossier: Dossier, final: Dossier): Pick<Stay, 'step' | 'unit' | 'part'> | null {
  const { position, clock, parts } = dossier
  if (position === null || clock === null || clock.endedAt !== null) return null
  const open = parts.filter(({ endedAt, step }) => endedAt === null && step === position.step)
  const begun = open[0]
  if (begun === undefined) return { step: position.step, unit: position.unit, part: null }
  const together = final.parts.filter(({ step, startedAt }) => step === begun.step && startedAt === begun.startedAt)
  const last = together.reduce((latest, part) => (endOf(part) > endOf(latest) ? part : latest))
  const now = open.find(({ id }) => id === last.id)
  if (now === undefined) return { step: position.step, unit: position.unit, part: null }
  return { step: now.position?.step ?? position.step, unit: now.position?.unit ?? null, part: last }
}

const endOf = ({ endedAt }: DossierPart): number => endedAt ?? Number.POSITIVE_INFINITY
const keyOf = ({ id, startedAt }: DossierPart): string => `${id} ${startedAt}`

/** In the order in which each first came, what is the same added up. */
function summed<Share extends { readonly minutes: number }>(
  shares: readonly Share[],
  nameOf: (share: Share) => string,
): readonly Share[] {
  const sums = new Map<string, Share>()
  for (const share of shares) {
    const name = nameOf(share)
    const before = sums.get(name)
    sums.set(name, before === undefined ? share : { ...before, minutes: before.minutes + share.minutes })
  }
  return [...sums.values()]
}
