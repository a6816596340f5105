import type { Random } from '../kernel/random.ts'
import { CHANNELS, type Channel, type ProcedureMark } from '../procedure/procedure.ts'
import type { Figures } from '../report/report.ts'

/** Where a dossier stands when the period ends. */
export const OUTCOMES = ['early', 'onTime', 'late', 'inTime', 'overdue'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Ending = 'resolved' | 'refused' | 'withdrawn' | 'stopped'
/** What a replay counts apart; a procedure without a mark is plain. */
export type Mark = ProcedureMark | 'plain'

/** One dossier of the report to be: what its life must amount to. */
export type Slot = {
  readonly isCarried: boolean
  readonly outcome: Outcome
  mark: Mark
  channel: Channel
  byPost: boolean
  /** How it ends in the period; null while it is in progress. */
  ending: Ending | null
  /** Whether the clock stands still at some time: answered before the end, or not. */
  pause: 'none' | 'supplement' | 'payment' | 'supplementPending'
  apologised: boolean
}

/** A cell of the report, on the side of receiving and on the side of what became of it. */
export type Cell = Pick<Slot, 'isCarried' | 'outcome'>

/** Which dossiers can be made at all: with which mark, filed through which channel, ending in which cell. */
export type Possibilities = {
  readonly channelsOf: (mark: Mark) => readonly Channel[]
  readonly reaches: (filing: { readonly mark: Mark; readonly channel: Channel }, cell: Cell) => boolean
}

/** Figures of which the catalogue at hand cannot make enough dossiers. */
export class Unreachable extends Error {}

/** The dossiers that together amount to the figures. */
export function makeSlots(figures: Figures, possible: Possibilities, random: Random): readonly Slot[] {
  const slots = random.shuffle(cellSlots(figures))
  giveMarks(slots, { certifiedCopy: figures.certifiedCopies, interlinked: figures.interlinked }, possible)
  giveChannels(slots, figures, { possible, random })
  givePost(slots, figures, random)
  giveEndings(slots, figures, random)
  givePauses(slots, figures, random)
  giveApologies(slots, figures)
  return slots
}

/** Carried-over dossiers end in the period first: what lay long is finished before what came late. */
function cellSlots(figures: Figures): readonly Slot[] {
  const sizes: Record<Outcome, number> = {
    early: figures.resolvedEarly,
    onTime: figures.resolvedOnTime,
    late: figures.resolvedLate,
    inTime: figures.inProgressInTime,
    overdue: figures.inProgressOverdue,
  }
  const ended = figures.resolvedTotal + figures.inProgressOverdue
  const carriedEnded = Math.min(figures.carriedOver, ended)
  const shares = apportion(carriedEnded, [sizes.early, sizes.onTime, sizes.late, sizes.overdue])
  const [early = 0, onTime = 0, late = 0, overdue = 0] = shares
  const carried: Record<Outcome, number> = { early, onTime, late, overdue, inTime: figures.carriedOver - carriedEnded }
  return OUTCOMES.flatMap((outcome) => [
    ...slotsOf({ isCarried: true, outcome }, carried[outcome]),
    ...slotsOf({ isCarried: false, outcome }, sizes[outcome] - carried[outcome]),
  ])
}

function slotsOf(cell: Pick<Slot, 'isCarried' | 'outcome'>, count: number): readonly Slot[] {
  return Array.from({ length: count }, () => ({
    ...cell,
    mark: 'plain',
    channel: 'inPerson',
    byPost: false,
    ending: isResolved(cell) ? 'resolved' : null,
    pause: 'none',
    apologised: false,
  }))
}

const isResolved = ({ outcome }: Pick<Slot, 'outcome'>): boolean => outcome !== 'inTime' && outcome !== 'overdue'

/** Whole shares of a total in proportion to the sizes, none larger than its size. */
export function apportion(total: number, sizes: readonly number[]): readonly number[] {
  const sum = sizes.reduce((all, size) => all + size, 0)
  const shares = sizes.map((size) => (sum === 0 ? 0 : Math.min(size, Math.floor((total * size) / sum))))
  let rest = total - shares.reduce((all, share) => all + share, 0)
  for (let index = 0; index < sizes.length && rest > 0; index++) {
    const more = Math.min(rest, (sizes[index] ?? 0) - (shares[index] ?? 0))
    shares[index] = (shares[index] ?? 0) + more
    rest -= more
  }
  return shares
}

function giveMarks(
  slots: readonly Slot[],
  wanted: Readonly<Record<ProcedureMark, number>>,
  possible: Possibilities,
): void {
  for (const mark of ['certifiedCopy', 'interlinked'] as const) {
    // What is done within the hour is rarely open when a period ends.
    const fit = slots
      .filter((slot) => slot.mark === 'plain' && isPossible(mark, slot, possible))
      .toSorted((a, b) => (mark === 'certifiedCopy' ? Number(!isResolved(a)) - Number(!isResolved(b)) : 0))
    const chosen = fit.slice(0, wanted[mark])
    if (chosen.length < wanted[mark]) {
      const what = mark === 'certifiedCopy' ? 'chứng thực bản sao' : 'liên thông'
      throw new Unreachable(
        `cần ${wanted[mark]} hồ sơ ${what}, nhưng danh mục thủ tục của phạm vi này chỉ cho được ${chosen.length}`,
      )
    }
    for (const slot of chosen) slot.mark = mark
  }
}

type Choice = { readonly possible: Possibilities; readonly random: Random }

/** New dossiers need every channel of the mark, as their channel is published; of carried-over ones it is not. */
function isPossible(mark: Mark, cell: Cell, possible: Possibilities): boolean {
  const channels = possible.channelsOf(mark)
  const reached = channels.filter((channel) => possible.reaches({ mark, channel }, cell))
  return reached.length > 0 && (cell.isCarried || reached.length === channels.length)
}

/** The narrowest marks choose their channels first, in proportion to what is still to be given. */
function giveChannels(slots: readonly Slot[], figures: Figures, choice: Choice): void {
  const { possible } = choice
  const left: Record<Channel, number> = {
    online: figures.receivedOnline,
    inPerson: figures.receivedInPerson,
    postal: figures.receivedPostal,
  }
  const marks: readonly Mark[] = ['certifiedCopy', 'interlinked', 'plain']
  for (const mark of marks.toSorted((a, b) => possible.channelsOf(a).length - possible.channelsOf(b).length)) {
    const fresh = slots.filter((slot) => !slot.isCarried && slot.mark === mark)
    const offered = CHANNELS.filter((channel) => possible.channelsOf(mark).includes(channel))
    const shares = apportion(
      fresh.length,
      offered.map((channel) => left[channel]),
    )
    const wanted = offered.map((channel, index) => ({ channel, count: shares[index] ?? 0 }))
    dealChannels(fresh, wanted, choice)
    for (const { channel, count } of wanted) left[channel] -= count
  }
  carryChannels(slots, figures, choice)
}

type Share = { readonly channel: Channel; readonly count: number }

/** The channel that fits the fewest chooses first. */
function dealChannels(fresh: readonly Slot[], wanted: readonly Share[], { possible, random }: Choice): void {
  let open = random.shuffle(fresh)
  const fits = (slot: Slot, channel: Channel): boolean => possible.reaches({ mark: slot.mark, channel }, slot)
  const rarest = wanted
    .map((share) => ({ ...share, fitting: fresh.filter((slot) => fits(slot, share.channel)).length }))
    .toSorted((a, b) => a.fitting - b.fitting)
  for (const { channel, count } of rarest) {
    const chosen = new Set(open.filter((slot) => fits(slot, channel)).slice(0, count))
    if (chosen.size < count) {
      throw new Unreachable(
        `cần ${count} hồ sơ mới nộp qua kênh ${channel}, nhưng danh mục thủ tục chỉ cho được ${chosen.size}`,
      )
    }
    for (const slot of chosen) slot.channel = channel
    open = open.filter((slot) => !chosen.has(slot))
  }
  if (open.length > 0) throw new Unreachable(`không còn kênh nộp nào cho ${open.length} hồ sơ mới`)
}

/** The channels of what was carried over are not published: in person or online as the new ones. */
function carryChannels(slots: readonly Slot[], figures: Figures, { possible, random }: Choice): void {
  const online = figures.receivedNew === 0 ? 0.4 : figures.receivedOnline / figures.receivedNew
  for (const slot of slots) {
    if (!slot.isCarried) continue
    const wanted = random.chance(online) ? 'online' : 'inPerson'
    const offered = possible
      .channelsOf(slot.mark)
      .filter((channel) => possible.reaches({ mark: slot.mark, channel }, slot))
    slot.channel = offered.includes(wanted) ? wanted : (offered[0] ?? wanted)
  }
}

function givePost(slots: readonly Slot[], figures: Figures, random: Random): void {
  const filed = slots.filter((slot) => slot.channel === 'postal').length
  const others = random.shuffle(slots.filter((slot) => slot.channel !== 'postal'))
  if (filed > figures.postalEither)
    throw new Unreachable(`${filed} hồ sơ nộp qua bưu chính, nhiều hơn ${figures.postalEither}`)
  for (const slot of others.slice(0, figures.postalEither - filed)) slot.byPost = true
  for (const slot of slots) if (slot.channel === 'postal' && random.chance(0.6)) slot.byPost = true
}

function giveEndings(slots: readonly Slot[], figures: Figures, random: Random): void {
  const resolved = random.shuffle(slots.filter((slot) => isResolved(slot)))
  for (const slot of resolved.slice(0, figures.returnedToApplicant)) {
    slot.ending = random.pickWeighted(['refused', 'withdrawn', 'stopped'] as const, [5, 3, 1])
  }
}

/** A few in a hundred are sent back once for something that is missing, fewer wait for money. */
const SUPPLEMENTED = 0.025
const AWAITED_PAYMENT = 0.01

function givePauses(slots: readonly Slot[], figures: Figures, random: Random): void {
  const pending = slots
    .filter((slot) => slot.ending === null && slot.mark !== 'certifiedCopy')
    .toSorted((a, b) => Number(a.outcome === 'overdue') - Number(b.outcome === 'overdue'))
  if (pending.length < figures.supplementPending) throw new Unreachable('không đủ hồ sơ đang giải quyết để chờ bổ sung')
  for (const slot of pending.slice(0, figures.supplementPending)) slot.pause = 'supplementPending'
  for (const slot of slots) {
    if (slot.pause !== 'none' || slot.mark === 'certifiedCopy' || slot.outcome === 'overdue') continue
    if (random.chance(SUPPLEMENTED)) slot.pause = 'supplement'
    else if (random.chance(AWAITED_PAYMENT)) slot.pause = 'payment'
  }
}

/** Those that go on after a letter of apology; what ends at the applicant's wish needs none. */
function giveApologies(slots: readonly Slot[], figures: Figures): void {
  const fit = slots.filter(
    (slot) =>
      slot.pause === 'none' &&
      slot.mark !== 'certifiedCopy' &&
      ['resolved', null].includes(slot.ending) &&
      slot.outcome !== 'overdue',
  )
  if (fit.length < figures.apologyLetters) throw new Unreachable('không đủ hồ sơ để có ngần ấy thư xin lỗi')
  for (const slot of fit.slice(0, figures.apologyLetters)) slot.apologised = true
}
