import { groupBy } from '../kernel/group.ts'
import { type DossierId, dossierId } from '../kernel/ids.ts'
import { DAY_MS, type Instant, instant, type LocalDate, localDateOf } from '../kernel/instant.ts'
import { createRandom, type Random } from '../kernel/random.ts'
import type { Channel } from '../procedure/procedure.ts'
import {
  completeFigures,
  edgesOf,
  endOf,
  type Figures,
  findContradictions,
  findScope,
  type PartialFigures,
  type Period,
  type ScenarioGroup,
} from '../report/report.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { feeTotal } from './command.ts'
import { actsOf, type Life } from './life.ts'
import { type Lives, livesWriter } from './lives.ts'
import { makeMoments, type Moments } from './moments.ts'
import { listOffers, type Offer, type Place } from './offers.ts'
import { type Mark, makeSlots, type Outcome, type Possibilities, type Slot, Unreachable } from './slots.ts'
import { officeAt, tryTimeline, type World } from './timeline.ts'

export type PlanQuestion = {
  readonly scenarioId: string
  readonly seed: number
  readonly period: Period
  readonly group: ScenarioGroup
  readonly moments: Moments
  readonly rulebook: Rulebook
}

export type Plan = { readonly figures: Figures; readonly lives: Lives }

/** How long before the period the dossiers that are carried over began, at most. */
const LEAD_DAYS = 60

/** The day on which the lives of a period begin. */
export function firstDayOf({ from }: Period): LocalDate {
  return localDateOf(instant(Date.parse(`${from}T00:00:00Z`) - LEAD_DAYS * DAY_MS))
}

export type MomentsPlan = {
  /** How many lives, roughly. */
  readonly dossiers: number
  readonly period: Period
  readonly rulebook: Rulebook
  readonly seed: number
}

/** Moments in number such that each has enough to do: larger batches are faster, smaller ones more like life. */
export function planMoments({ dossiers, period, rulebook, seed }: MomentsPlan): Moments {
  const root = rulebook.units().find((unit) => unit.parent === null)
  if (root === undefined) throw new Error('a rulebook without a root unit')
  const days = Math.max(1, (endOf(period) - Date.parse(`${period.from}T00:00:00Z`)) / DAY_MS)
  const actsPerMinute = (dossiers * ACTS_PER_DOSSIER) / (days * WORKING_MINUTES_PER_DAY)
  const minutes = Math.min(MINUTES_AT_MOST, Math.max(1, Math.ceil(ACTS_PER_MOMENT / actsPerMinute)))
  const random = createRandom(`moments ${seed}`)
  return makeMoments({ calendar: rulebook.calendarOf(root), from: firstDayOf(period), to: period.to, minutes, random })
}

const ACTS_PER_DOSSIER = 7
/** Five days of eight hours in seven days. */
const WORKING_MINUTES_PER_DAY = 343
const ACTS_PER_MOMENT = 900
/** Still several moments in each half of a working day, so that every outcome of a short term can be met. */
const MINUTES_AT_MOST = 60

/** Lives that amount to the figures of one group. Throws Unreachable where the catalogue cannot make them. */
export function planGroup(question: PlanQuestion): Plan {
  const { group, period, rulebook, scenarioId, seed } = question
  const random = createRandom(`${scenarioId} ${seed} ${group.scope}`)
  const counters = new Set(findScope(group.scope, rulebook)?.counters ?? [])
  const days = { from: firstDayOf(period), to: period.to }
  const catalogue = catalogueOf(listOffers({ rulebook, counters, days, random }))
  const world = worldOf(question, random)
  const marks = catalogue.channelsOf('certifiedCopy').length === 0 ? { certifiedCopies: 0 } : {}
  const linked = catalogue.channelsOf('interlinked').length === 0 ? { interlinked: 0 } : {}
  const published = { ...marks, ...linked, ...unoffered(catalogue), ...group.figures }
  const contradiction = findContradictions(published)[0]
  if (contradiction !== undefined)
    throw new Unreachable(`danh mục thủ tục không có kênh nộp cần thiết. ${contradiction}`)
  const figures = completeFigures(published, `${scenarioId} ${seed} ${group.scope}`)
  const possible: Possibilities = {
    channelsOf: catalogue.channelsOf,
    reaches: reachability(catalogue, world),
  }
  const key = `${scenarioId} ${seed} ${group.scope}`
  const lives = livesWriter()
  makeSlots(figures, possible, random).forEach((slot, number) => {
    lives.add(makeLife({ slot, number, key }, catalogue, world))
  })
  return { figures, lives: lives.finish() }
}

/** What nobody can file through was not filed through, unless it was published. */
function unoffered(catalogue: Catalogue): PartialFigures {
  const offered = catalogue.channelsOf('plain')
  return {
    ...(offered.includes('online') ? {} : { receivedOnline: 0 }),
    ...(offered.includes('postal') ? {} : { receivedPostal: 0 }),
  }
}

function worldOf({ period, rulebook, moments }: PlanQuestion, random: Random): World {
  const province = rulebook.units().find((unit) => unit.parent === null)
  return {
    moments,
    edges: edgesOf(period, endOf(period)),
    random,
    calendarOf: ({ agency }) => rulebook.calendarOf(agency),
    policiesOf: ({ procedure }, at) =>
      rulebook.policiesAt(localDateOf(at), { procedure: procedure.code, province: province?.code ?? '' }),
  }
}

type Catalogue = {
  readonly offersFor: (mark: Mark, channel: Channel) => WeightedOffers
  readonly channelsOf: (mark: Mark) => readonly Channel[]
}

type WeightedOffers = { readonly offers: readonly Offer[]; readonly weights: readonly number[] }

function catalogueOf(offers: readonly Offer[]): Catalogue {
  const groups = new Map<string, WeightedOffers>()
  for (const [key, group] of groupBy(offers, (offer) => `${offer.mark} ${offer.channel}`)) {
    groups.set(key, { offers: group, weights: group.map(({ weight }) => weight) })
  }
  const offersFor = (mark: Mark, channel: Channel): WeightedOffers =>
    groups.get(`${mark} ${channel}`) ?? { offers: [], weights: [] }
  const channelsOf = (mark: Mark): readonly Channel[] =>
    (['online', 'inPerson', 'postal'] as const).filter((channel) => offersFor(mark, channel).offers.length > 0)
  return { offersFor, channelsOf }
}

const PROBES = 80
const PROBES_ENOUGH = 3

/** Whether a filing comes out in a cell often enough to be worth trying. */
function reachability(catalogue: Catalogue, world: World): Possibilities['reaches'] {
  const known = new Map<string, boolean>()
  return ({ mark, channel }, { isCarried, outcome }) => {
    const key = `${mark} ${channel} ${isCarried} ${outcome}`
    const answer = known.get(key)
    if (answer !== undefined) return answer
    const ending = outcome === 'inTime' || outcome === 'overdue' ? null : 'resolved'
    const slot: Slot = { isCarried, outcome, mark, channel, ending, byPost: false, pause: 'none', apologised: false }
    const found = Array.from({ length: PROBES }, () => attempt(slot, catalogue, world)).filter((each) => each !== null)
    known.set(key, found.length >= PROBES_ENOUGH)
    return found.length >= PROBES_ENOUGH
  }
}

type Attempt = {
  readonly offer: Offer
  readonly place: Place
  readonly timeline: NonNullable<ReturnType<typeof tryTimeline>>
}

function attempt(slot: Slot, catalogue: Catalogue, world: World): Attempt | null {
  const { offers, weights } = catalogue.offersFor(slot.mark, slot.channel)
  if (offers.length === 0) return null
  const offer = world.random.pickWeighted(offers, weights)
  const place = world.random.pick(offer.places)
  const timeline = tryTimeline(slot, { offer, place }, world)
  return timeline === null ? null : { offer, place, timeline }
}

const TRIES = 1500

type LifeQuestion = { readonly slot: Slot; readonly number: number; readonly key: string }

function makeLife({ slot, number, key }: LifeQuestion, catalogue: Catalogue, world: World): Omit<Life, 'number'> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = attempt(slot, catalogue, world)
    if (found === null) continue
    const { offer, place, timeline } = found
    const acceptedAt = officeAt(world, timeline.accept)
    const hasFee = feeTotal({ offer, number }, acceptedAt) > 0
    const acts = actsOf({ slot, place, timeline, hasFee }, world)
    const id = idOf(`${key} ${number}`, world.moments.at[acts[0]?.moment ?? 0] ?? acceptedAt)
    return { id, slot, offer, place, acts, apologyDueAt: timeline.apology?.dueAt ?? null }
  }
  throw new Unreachable(`không có thủ tục nào cho được hồ sơ ${describe(slot)} trong kỳ này`)
}

const OUTCOME_NAME: Readonly<Record<Outcome, string>> = {
  early: 'giải quyết trước hạn',
  onTime: 'giải quyết đúng hạn',
  late: 'giải quyết quá hạn',
  inTime: 'đang giải quyết trong hạn',
  overdue: 'đang giải quyết quá hạn',
}

function describe({ isCarried, outcome, channel }: Slot): string {
  return `${isCarried ? 'từ kỳ trước' : `mới (${channel})`}, ${OUTCOME_NAME[outcome]}`
}

/** A uuid v7 of the moment of filing, the same for the same scenario, seed and number. */
function idOf(key: string, at: Instant): DossierId {
  const random = createRandom(`id ${key}`)
  const hex = (digits: number): string =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  const time = at.toString(16).padStart(12, '0')
  const variant = (8 + random.below(4)).toString(16)
  // Joined, because a template keeps its pieces, and a million ids of ten pieces each weigh 300 MB.
  const parts = [time.slice(0, 8), time.slice(8), `7${hex(3)}`, `${variant}${hex(3)}`, `${hex(6)}${hex(6)}`]
  return dossierId(parts.join('-'))
}
