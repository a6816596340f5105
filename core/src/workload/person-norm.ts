import { countWorkingDays, withinCalendar } from '../calendar/calendar.ts'
import { type LocalDate, localDate, plusDays } from '../kernel/instant.ts'
import { type Officer, postsOn, type Unit } from '../organisation/organisation.ts'
import type { Period } from '../period/period.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Why nobody can say what the norm asks: the kind of area is not recorded, there is no norm, or no calendar. */
export type NormGap = 'area' | 'norm' | 'calendar'

/** What is asked at a counter in a period: `days` are working days, `norm` is in tenths of a dossier. */
export type Norm =
  | { readonly kind: 'known'; readonly days: number; readonly norm: number }
  | { readonly kind: 'unknown'; readonly days: number | null; readonly gap: NormGap }

export type CounterPeriod = { readonly counter: Unit; readonly period: Period; readonly rulebook: Rulebook }

/**
 * What the norm asks of one person at one counter: of the days on which he held a clerk's post there. Who serves several
 * counters on a day is one person all the same, so that each of them has its part of the day.
 */
export function personNorm(officer: Officer, at: CounterPeriod): Norm {
  const { counter, rulebook } = at
  const bounds = officer.posts.flatMap((post) => {
    const unit = rulebook.unit(post.unit)
    return [post, ...(unit === undefined ? [] : [unit])]
  })
  return normOf(at, bounds, (day) => {
    const held = countersOf(officer, day, rulebook)
    return held.includes(counter.id) ? 1 / held.length : 0
  })
}

/** The same of somebody who is at this counter alone and all the time. */
export function wholePersonNorm(at: CounterPeriod): Norm {
  const { counter } = at
  return normOf(at, [counter], (day) => (isInForce(counter, day) ? 1 : 0))
}

function countersOf(officer: Officer, day: LocalDate, rulebook: Rulebook): readonly string[] {
  const held = postsOn(officer, day).filter(({ role, unit: id }) => {
    const unit = rulebook.unit(id)
    return role === 'clerk' && unit !== undefined && isInForce(unit, day)
  })
  return [...new Set(held.map(({ unit }) => unit))]
}

type Dated = { readonly validFrom?: LocalDate | undefined; readonly validTo?: LocalDate | null | undefined }

const isInForce = ({ validFrom, validTo }: Dated, day: LocalDate): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || validTo === null || day <= validTo)

/** The year's norm by the part of the year's working days that fall into the period, each stretch by its own rules. */
function normOf(at: CounterPeriod, own: readonly Dated[], shareOn: (day: LocalDate) => number): Norm {
  const { counter, period, rulebook } = at
  const norms = rulebook.workloadNorms()
  let days = 0
  let dossiers = 0
  let gap: NormGap | null = null
  for (const stretch of stretches(period, [...norms, ...rulebook.unitAreas(), ...own])) {
    const share = shareOn(stretch.from)
    if (share === 0) continue
    const working = workingDaysIn(counter, stretch, rulebook)
    if (working === null) return { kind: 'unknown', days: null, gap: 'calendar' }
    days += working.inPeriod * share
    const area = rulebook.areaOf(counter, stretch.from)
    const norm = norms.find((each) => isInForce(each, stretch.from))
    if (area === null) gap ??= 'area'
    else if (norm === undefined) gap ??= 'norm'
    else dossiers += (norm.perYear[area] * working.inPeriod * share) / working.inYear
  }
  if (gap !== null) return { kind: 'unknown', days, gap }
  return { kind: 'known', days, norm: Math.round(dossiers * 10) }
}

type WorkingDays = { readonly inPeriod: number; readonly inYear: number }

/** Null where the calendar does not reach over the whole year. */
function workingDaysIn(counter: Unit, { from, to }: Period, rulebook: Rulebook): WorkingDays | null {
  const calendar = rulebook.calendarOf(counter)
  const year = from.slice(0, 4)
  return withinCalendar(() => ({
    inPeriod: countWorkingDays(calendar, { from, to }),
    inYear: countWorkingDays(calendar, { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) }),
  }))
}

/** The period cut wherever a year begins or something begins or ends to hold: within a stretch nothing changes. */
function stretches({ from, to }: Period, dated: readonly Dated[]): readonly Period[] {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) }, (_, index) =>
    localDate(`${Number(from.slice(0, 4)) + index + 1}-01-01`),
  )
  const begins = dated.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [validFrom]),
    ...(validTo === undefined || validTo === null ? [] : [plusDays(validTo, 1)]),
  ])
  const inside = [...new Set([...years, ...begins])].filter((day) => from < day && day <= to).toSorted()
  const starts = from <= to ? [from, ...inside] : []
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { from: start, to: next === undefined ? to : plusDays(next, -1) }
  })
}
