import { isWorkingTime, type WorkCalendar } from '../calendar/calendar.ts'
import { epochDay, epochDayOf, type Instant, instant, instantAt, type LocalDate, MINUTE_MS } from '../kernel/instant.ts'
import type { Random } from '../kernel/random.ts'

/**
 * The instants at which anything happens in a replay. All that happens at one of them goes through the spine together,
 * so their number decides how large the batches are.
 */
export type Moments = {
  /** Ascending. */
  readonly at: readonly Instant[]
  /** Indices into `at` of those inside office hours, ascending. */
  readonly office: readonly number[]
}

export type MomentsQuestion = {
  readonly calendar: WorkCalendar
  readonly from: LocalDate
  /** Last day, included. */
  readonly to: LocalDate
  /** Length of the slots in each of which one moment lies. */
  readonly minutes: number
  readonly random: Random
}

/** Evenings in which citizens file from home: 19:30, 20:40, 21:50. */
const FIRST_EVENING = 1170
const EVENINGS = [FIRST_EVENING, 1240, 1310]

export function makeMoments({ calendar, from, to, minutes, random }: MomentsQuestion): Moments {
  const at: Instant[] = []
  const office: number[] = []
  for (let day = epochDayOf(from); day <= epochDayOf(to); day = epochDay(day + 1)) {
    for (const start of slotsOfDay(minutes)) {
      const moment = instant(
        instantAt(day, start) + Math.floor(random.next() * minutes) * MINUTE_MS + random.below(60) * 1000,
      )
      const isOpen = isWorkingTime(calendar, moment)
      if (!isOpen && !EVENINGS.includes(start)) continue
      if (isOpen) office.push(at.length)
      at.push(moment)
    }
  }
  return { at, office }
}

function slotsOfDay(minutes: number): readonly number[] {
  const slots: number[] = []
  for (let start = 0; start + minutes <= FIRST_EVENING; start += minutes) slots.push(start)
  return [...slots, ...EVENINGS]
}

/** Place of the first of ascending numbers that is not below `least`; their count if all are. */
export function firstNotBelow(count: number, least: number, valueAt: (index: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < least) low = middle + 1
    else high = middle
  }
  return low
}
