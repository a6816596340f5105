import type { DossierId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Random } from '../kernel/random.ts'
import { firstNotBelow } from './moments.ts'
import type { Offer, Place } from './offers.ts'
import type { Slot } from './slots.ts'
import { officeAt, type Timeline, type World } from './timeline.ts'

export const ACT_KINDS = [
  'submit',
  'accept',
  'forward',
  'requestSupplement',
  'supplySupplement',
  'requestPayment',
  'recordPayment',
  'apologise',
  'resolve',
  'refuse',
  'withdraw',
  'stop',
  'return',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** Something done to the dossier: at which moment, and at which step of its process it lay then. */
export type Act = { readonly moment: number; readonly kind: ActKind; readonly step: number }

/** A dossier that is going to be lived. */
export type Life = {
  readonly number: number
  readonly id: DossierId
  readonly slot: Slot
  readonly offer: Offer
  readonly place: Place
  /** In the order of time. */
  readonly acts: readonly Act[]
  /** The new time that a letter of apology appoints. */
  readonly apologyDueAt: Instant | null
}

/** An act between acceptance and end, with its office moment; steps are filled in afterwards. */
type Turn = { readonly office: number; readonly kind: ActKind }

export type ActsQuestion = {
  readonly slot: Slot
  readonly place: Place
  readonly timeline: Timeline
  /** Whether the law asks a fee for it. */
  readonly hasFee: boolean
}

/** Everything that is done to the dossier, step by step, in the order of time. */
export function actsOf(question: ActsQuestion, world: World): readonly Act[] {
  const { slot, place, timeline } = question
  const global = (office: number): number => world.moments.office[office] ?? 0
  const submit: Act = { moment: submittedAt(slot, timeline, world), kind: 'submit', step: 0 }
  const acts: Act[] = [submit]
  let step = 0
  for (const { office, kind } of turnsOf(question, world)) {
    acts.push({ moment: global(office), kind, step })
    if (kind === 'forward') step += 1
  }
  if (step >= place.steps.length) throw new Error('a life goes beyond the last step of its process')
  return acts
}

/** Citizens file some hours before the counter accepts, also in the evening; at the counter it is one visit. */
function submittedAt(slot: Slot, { accept }: Timeline, world: World): number {
  const { moments, random } = world
  const accepted = moments.office[accept] ?? 0
  if (slot.channel === 'inPerson') return accepted
  const earliest = officeAt(world, accept) - 20 * 3_600_000
  const low = firstNotBelow(accepted, earliest, (index) => moments.at[index] ?? 0)
  return low + random.below(accepted - low + 1)
}

const PAID_AT_ACCEPTANCE = 0.7

function turnsOf({ slot, place, timeline, hasFee }: ActsQuestion, world: World): readonly Turn[] {
  const { accept, pause, apology, finish } = timeline
  const { random } = world
  const paidAtOnce = hasFee && slot.pause !== 'payment' && random.chance(PAID_AT_ACCEPTANCE)
  const handling: Turn[] = forwards({ slot, place, timeline }, world).map((office) => ({ office, kind: 'forward' }))
  if (apology !== null) handling.push({ office: apology.at, kind: 'apologise' })
  const turns: Turn[] = [
    { office: accept, kind: 'accept' },
    ...(paidAtOnce ? [{ office: accept, kind: 'recordPayment' } as const] : []),
    ...ordered(handling, pauseTurns(slot, pause)),
  ]
  if (finish === null) return turns
  turns.push({ office: finish, kind: END_OF[slot.ending ?? 'resolved'] })
  const handOver = slot.ending === 'resolved' ? handedOver(finish, world) : null
  if (handOver === null) return turns
  const owes = hasFee && !paidAtOnce && slot.pause !== 'payment'
  if (owes) turns.push({ office: handOver, kind: 'recordPayment' })
  turns.push({ office: handOver, kind: 'return' })
  return turns
}

const END_OF = { resolved: 'resolve', refused: 'refuse', withdrawn: 'withdraw', stopped: 'stop' } as const

function pauseTurns(slot: Slot, pause: Timeline['pause']): readonly Turn[] {
  if (pause === null) return []
  const isPayment = slot.pause === 'payment'
  const asked: Turn = { office: pause.from, kind: isPayment ? 'requestPayment' : 'requestSupplement' }
  if (pause.to === null) return [asked]
  return [asked, { office: pause.to, kind: isPayment ? 'recordPayment' : 'supplySupplement' }]
}

/** In the order of time; what falls on the moment of a pause comes before it. */
function ordered(handling: readonly Turn[], pauses: readonly Turn[]): readonly Turn[] {
  return [...handling, ...pauses].toSorted((a, b) => a.office - b.office)
}

/**
 * When the dossier goes on to its next steps: all of them before a result, some of them otherwise. Nothing goes on
 * while the clock stands still.
 */
function forwards({ slot, place, timeline }: Omit<ActsQuestion, 'hasFee'>, world: World): readonly number[] {
  const { accept, pause, finish } = timeline
  const { random } = world
  const all = place.steps.length - 1
  const count = slot.ending === 'resolved' ? all : random.below(all + 1)
  const until = finish ?? pause?.from ?? lastOffice(world)
  return Array.from({ length: count }, () => drawOutside(accept, until, { pause, random })).toSorted((a, b) => a - b)
}

type Draw = { readonly pause: Timeline['pause']; readonly random: Random }

function drawOutside(from: number, until: number, { pause, random }: Draw): number {
  const at = from + random.below(until - from + 1)
  if (pause === null || at <= pause.from) return at
  // Strictly after the answer, so that the order of acts at one moment never matters.
  return pause.to === null || (at <= pause.to && pause.to >= until)
    ? pause.from
    : Math.max(at, pause.to + (pause.to < until ? 1 : 0))
}

const lastOffice = (world: World): number => world.moments.office.length - 1

/** Most results are fetched within days; some lie on the shelf when the period ends. */
const COLLECTED = 0.9

function handedOver(finish: number, world: World): number | null {
  const { random } = world
  if (!random.chance(COLLECTED)) return null
  const at = finish + Math.floor(random.next() ** 3 * HAND_OVER_MOMENTS)
  return at <= lastOffice(world) ? at : null
}

const HAND_OVER_MOMENTS = 120
