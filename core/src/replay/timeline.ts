import { endOfWorkingDay, plusWorkingDays, type WorkCalendar, workingDaysBetween } from '../calendar/calendar.ts'
import { type Edges, NEVER } from '../figure/figure.ts'
import { dueAtOf, extendClock, finishClassOf, pauseClock, resumeClock, startClock } from '../dossier/dossier.ts'
import type { ClockLedger, ClockPolicies } from '../dossier/clock-ledger.ts'
import { DAY_MS, type Instant, instant, localDateOf, startOfDay } from '../kernel/instant.ts'
import type { Random } from '../kernel/random.ts'
import type { Term } from '../procedure/procedure.ts'

import { firstNotBelow, type Moments } from './moments.ts'
import type { Offer, Place } from './offers.ts'
import type { Slot } from './slots.ts'

/** When the turns of a life happen, as indices into the office moments. */
export type Timeline = {
  readonly accept: number
  readonly pause: { readonly from: number; readonly to: number | null } | null
  readonly apology: { readonly at: number; readonly dueAt: Instant } | null
  readonly finish: number | null
}

/** Time as the replay lives it: its moments, the period, and the rules of the clock. */
export type World = {
  readonly moments: Moments
  readonly edges: Edges
  readonly random: Random
  readonly calendarOf: (place: Place) => WorkCalendar
  readonly policiesOf: (offer: Offer, at: Instant) => ClockPolicies
}

type Course = { readonly slot: Slot; readonly cal: WorkCalendar; readonly world: World }

/** One attempt at a life that ends in its slot; null where the dice fell otherwise. */
export function tryTimeline(
  slot: Slot,
  filing: { readonly offer: Offer; readonly place: Place },
  world: World,
): Timeline | null {
  const { offer, place } = filing
  const cal = world.calendarOf(place)
  const course = { slot, cal, world }
  const { legal, committed } = offer.term
  const window = acceptWindow(slot, spanOf(committed ?? legal), world)
  const accept = drawn(window, world)
  if (accept === null) return null
  const at = officeAt(world, accept)
  const date = localDateOf(at)
  if (date < offer.from || (offer.to !== null && date > offer.to)) return null
  const started = startClock({ at, legal, committed, policies: world.policiesOf(offer, at) })
  if (slot.apologised) return withApology(started, accept, course)
  if (slot.pause === 'supplementPending') return withOpenPause(started, accept, course)
  if (slot.pause !== 'none') return withPause(started, accept, course)
  return ended({ accept, pause: null, apology: null, finish: null }, started, course)
}

/** How long a term may last at most, roughly, in calendar milliseconds. */
function spanOf(term: Term): number {
  switch (term.unit) {
    case 'workingHours':
      return (term.amount / 8) * 1.5 * DAY_MS + 3 * DAY_MS
    case 'workingDays':
      return term.amount * 1.5 * DAY_MS + 3 * DAY_MS
    case 'calendarDays':
      return (term.amount + 3) * DAY_MS
    case 'months':
      return (term.amount * 31 + 3) * DAY_MS
    case 'sameDay':
      return 4 * DAY_MS
    case 'none':
      return 20 * DAY_MS
  }
}

type Range = { readonly from: Instant; readonly to: Instant }

/** When a dossier must have been accepted to have a chance of its outcome. */
function acceptWindow({ isCarried, outcome, pause }: Slot, span: number, { edges }: World): Range {
  const overran = 20 * DAY_MS
  if (isCarried) {
    const long = outcome === 'late' || outcome === 'overdue' || pause !== 'none'
    const openFrom =
      outcome === 'inTime' && pause === 'none' ? Math.max(edges.from - span, edges.end - span) : edges.from - span
    return { from: instant(openFrom - (long ? overran : 0)), to: edges.from }
  }
  if (outcome === 'inTime' && pause === 'none')
    return { from: instant(Math.max(edges.from, edges.end - span)), to: edges.end }
  return { from: edges.from, to: edges.end }
}

/** A place among the office moments of [from, to); null where there is none. */
function drawn({ from, to }: Range, world: World): number | null {
  const low = indexFrom(world, from)
  const high = indexFrom(world, to)
  return low < high ? low + world.random.below(high - low) : null
}

function indexFrom({ moments }: World, at: Instant): number {
  return firstNotBelow(moments.office.length, at, (index) => moments.at[moments.office[index] ?? -1] ?? NEVER)
}

export function officeAt({ moments }: World, index: number): Instant {
  const at = moments.at[moments.office[index] ?? -1]
  if (at === undefined) throw new RangeError(`no office moment ${index}`)
  return at
}

/** The letter goes out at least a working day before the time runs out, and appoints a working day some days after it. */
function withApology(started: ClockLedger, accept: number, course: Course): Timeline | null {
  const { cal, world } = course
  const due = dueAtOf(started, cal)
  if (due === null) return null
  const from = instant(Math.max(officeAt(world, accept), world.edges.from))
  const at = drawn({ from, to: instant(Math.min(startOfDay(localDateOf(due)), world.edges.end)) }, world)
  if (at === null || workingDaysBetween(cal, localDateOf(officeAt(world, at)), localDateOf(due)) < 1) return null
  const dueAt = endOfWorkingDay(cal, plusWorkingDays(cal, localDateOf(due), 2 + world.random.below(6)))
  const extended = extendClock(started, { at: officeAt(world, at), dueAt })
  return ended({ accept, pause: null, apology: { at, dueAt }, finish: null }, extended, course)
}

/** Waits for the applicant when the period ends. What had run out before it was sent back stays overdue. */
function withOpenPause(started: ClockLedger, accept: number, { slot, cal, world }: Course): Timeline | null {
  const due = dueAtOf(started, cal) ?? NEVER
  const accepted = officeAt(world, accept)
  const { end } = world.edges
  const inTime: Range = { from: accepted, to: instant(Math.min(due, end)) }
  const from = drawn(slot.outcome === 'inTime' ? inTime : { from: instant(due + 60_000), to: end }, world)
  return from === null ? null : { accept, pause: { from, to: null }, apology: null, finish: null }
}

const ANSWERED_WITHIN = 4 * DAY_MS

function withPause(started: ClockLedger, accept: number, course: Course): Timeline | null {
  const { slot, cal, world } = course
  const due = dueAtOf(started, cal) ?? NEVER
  const accepted = officeAt(world, accept)
  const from = drawn({ from: accepted, to: instant(Math.min(due, world.edges.end, accepted + 10 * DAY_MS)) }, world)
  if (from === null) return null
  const asked = officeAt(world, from)
  const to = drawn({ from: asked, to: instant(Math.min(asked + ANSWERED_WITHIN, world.edges.end)) }, world)
  if (to === null) return null
  const ground = slot.pause === 'payment' ? 'payment' : 'supplement'
  const after = ground === 'payment' ? 'continue' : started.policies.afterSupplement
  const resumed = resumeClock(pauseClock(started, { at: asked, ground, after }), officeAt(world, to))
  return ended({ accept, pause: { from, to }, apology: null, finish: null }, resumed, course)
}

const FINISHED_LATE_WITHIN = 8 * DAY_MS

/** Lets the life end as its slot asks, after everything that has happened so far. */
function ended(timeline: Timeline, ledger: ClockLedger, { slot, cal, world }: Course): Timeline | null {
  const due = dueAtOf(ledger, cal) ?? NEVER
  const { from, end, closing } = world.edges
  if (slot.outcome === 'inTime') return due >= closing ? timeline : null
  if (slot.outcome === 'overdue') return due < closing ? timeline : null
  const last = Math.max(timeline.accept, timeline.apology?.at ?? 0, timeline.pause?.to ?? 0)
  const earliest = instant(Math.max(officeAt(world, last), from))
  const dueDay = due === NEVER ? NEVER : startOfDay(localDateOf(due))
  const windows: Readonly<Record<'early' | 'onTime' | 'late', Range>> = {
    early: { from: earliest, to: instant(Math.min(dueDay, end)) },
    onTime: {
      from: instant(Math.max(earliest, due === NEVER ? earliest : dueDay)),
      to: instant(Math.min(due + 60_000, end)),
    },
    late: {
      from: instant(Math.max(earliest, due)),
      to: instant(Math.min(Math.max(due, from) + FINISHED_LATE_WITHIN, end)),
    },
  }
  const finish = drawn(windows[slot.outcome], world)
  if (finish === null) return null
  return finishClassOf(ledger, cal, officeAt(world, finish)) === slot.outcome ? { ...timeline, finish } : null
}
