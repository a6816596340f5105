import { groupBy } from '../kernel/group.ts'
import type { OfficerId, UnitId } from '../kernel/ids.ts'
import { AREA_KINDS, type AreaKind, type Officer, type Unit } from '../organisation/organisation.ts'
import type { Period } from '../period/period.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { type CounterPeriod, type Norm, type NormGap, personNorm, wholePersonNorm } from './person-norm.ts'

/** How many dossiers somebody accepted at a counter; `officer` is null where it was no officer. */
export type ReceivedCount = { readonly counter: UnitId; readonly officer: OfficerId | null; readonly received: number }

/** Norms are in tenths of a dossier and add up; ratios are per cent with one decimal, null without a norm. */
export type PersonWorkload = {
  readonly officer: OfficerId | null
  readonly name: string
  readonly received: number
  /** Working days in the post, in hundredths where a day is shared; null beyond the calendar. */
  readonly days: number | null
  readonly norm: number | null
  readonly ratio: number | null
}

export type UnitWorkload = {
  readonly unit: UnitId
  readonly name: string
  /** Empty: not classified. Several where it changed within the period. */
  readonly areas: readonly AreaKind[]
  readonly received: number
  /** How many officers received anything. */
  readonly receivers: number
  readonly norm: number | null
  readonly ratio: number | null
  /** How many people, in tenths, the norm would ask for what was received; null without a norm. */
  readonly peopleAsked: number | null
  /** Fewer dossiers in all than the norm of one person: QĐ 468/QĐ-TTg asks nothing of such a counter. */
  readonly few: boolean
  readonly gap: NormGap | null
  readonly people: readonly PersonWorkload[]
}

export type WorkloadTable = {
  /** The most loaded first; those without a ratio last. */
  readonly units: readonly UnitWorkload[]
  readonly received: number
  readonly receivers: number
  /** Of the units that have one; null where none has. */
  readonly norm: number | null
  /** What those units received, against it. */
  readonly ratio: number | null
  /** Units without a norm, and what they received: in neither side of the ratio. */
  readonly leftOut: { readonly units: number; readonly received: number }
}

type Ground = { readonly counters: readonly Unit[]; readonly period: Period; readonly rulebook: Rulebook }

/** What was received in a period at some counters, against what the norm asks of those who hold a post there. */
export function workloadTable(counts: readonly ReceivedCount[], { counters, period, rulebook }: Ground): WorkloadTable {
  const byCounter = groupBy(counts, ({ counter }) => counter)
  const units = counters
    .map((counter) => unitWorkload(byCounter.get(counter.id) ?? [], { counter, period, rulebook }))
    .filter(({ people }) => people.length > 0)
    .toSorted(byRatio)
  const normed = units.filter(({ norm }) => norm !== null)
  const norm = normed.length === 0 ? null : sum(normed.map((unit) => unit.norm ?? 0))
  const received = sum(units.map((unit) => unit.received))
  const receivedNormed = sum(normed.map((unit) => unit.received))
  return {
    units,
    received,
    receivers: new Set(counts.filter(({ received: some }) => some > 0).flatMap(({ officer }) => officer ?? [])).size,
    norm,
    ratio: ratioOf(receivedNormed, norm),
    leftOut: { units: units.length - normed.length, received: received - receivedNormed },
  }
}

function unitWorkload(counts: readonly ReceivedCount[], at: CounterPeriod): UnitWorkload {
  const { counter, rulebook, period } = at
  const people = peopleOf(counts, at)
  const received = sum(people.map((person) => person.received))
  const one = wholePersonNorm(at)
  const isNormed = one.kind === 'known' && people.every((person) => person.norm !== null)
  const norm = isNormed ? sum(people.map((person) => person.norm ?? 0)) : null
  const onePerson = one.kind === 'known' && one.norm > 0 ? one.norm : null
  const days = [period.from, period.to, ...rulebook.unitAreas().map(({ validFrom }) => validFrom)]
  const areas = days
    .filter((day) => period.from <= day && day <= period.to)
    .flatMap((day) => rulebook.areaOf(counter, day) ?? [])
  return {
    unit: counter.id,
    name: counter.name,
    areas: AREA_KINDS.filter((area) => areas.includes(area)),
    received,
    receivers: people.filter((person) => person.officer !== null && person.received > 0).length,
    norm,
    ratio: ratioOf(received, norm),
    peopleAsked: onePerson === null ? null : Math.round((received * 100) / onePerson),
    few: onePerson !== null && received * 10 < onePerson,
    gap: one.kind === 'unknown' ? one.gap : null,
    people,
  }
}

/** Who held a post there or received something. */
function peopleOf(counts: readonly ReceivedCount[], at: CounterPeriod): readonly PersonWorkload[] {
  const { counter, rulebook } = at
  const received = new Map(counts.map((each) => [each.officer, each.received]))
  const known = new Map(rulebook.officersAt(counter.id).map((officer) => [officer.id, officer]))
  for (const id of received.keys()) {
    const officer = id === null ? undefined : rulebook.officer(id)
    if (officer !== undefined) known.set(officer.id, officer)
  }
  const officers = [...known.values()].flatMap((officer) => {
    const norm = personNorm(officer, at)
    const count = received.get(officer.id) ?? 0
    return norm.days === 0 && count === 0 ? [] : [person(officer, count, norm)]
  })
  // Whoever has left the rulebook, or was no officer, has no post that a norm could speak of.
  const others = [...received].flatMap(([id, count]) =>
    (id !== null && known.has(id)) || count === 0 ? [] : [{ ...NO_POST, officer: id, name: id ?? '', received: count }],
  )
  return [...officers, ...others].toSorted(byRatio)
}

const NO_POST = { days: 0, norm: 0, ratio: null } as const

function person({ id, name }: Pick<Officer, 'id' | 'name'>, received: number, asked: Norm): PersonWorkload {
  const norm = asked.kind === 'known' ? asked.norm : null
  const days = asked.days === null ? null : Math.round(asked.days * 100) / 100
  return { officer: id, name, received, days, norm, ratio: ratioOf(received, norm) }
}

/** Per cent with one decimal of a norm in tenths. */
function ratioOf(received: number, norm: number | null): number | null {
  return norm === null || norm === 0 ? null : Math.round((received * 10_000) / norm) / 10
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const VIETNAMESE = new Intl.Collator('vi', { numeric: true })
type Ranked = { readonly ratio: number | null; readonly received: number; readonly name: string }

function byRatio(a: Ranked, b: Ranked): number {
  return (b.ratio ?? -1) - (a.ratio ?? -1) || b.received - a.received || VIETNAMESE.compare(a.name, b.name)
}
