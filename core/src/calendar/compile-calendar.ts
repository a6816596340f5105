import { type EpochDay, epochDayOf, type LocalDate, plusDays, weekdayOf } from '../kernel/instant.ts'
import type { CalendarDefinition, NamedDay, Window, WorkCalendar } from './calendar.ts'
import { checkCalendar } from './check-calendar.ts'

const DAY_OFF: readonly Window[] = []
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const

/** Expects a definition in which `checkCalendar` finds no problem; throws on any other, because its due times would be wrong. */
export function compileCalendar(definition: CalendarDefinition): WorkCalendar {
  const [problem] = checkCalendar(definition)
  if (problem !== undefined) throw new Error(`calendar ${definition.id}, ${problem.place}: ${problem.reason}`)

  const firstDay = epochDayOf(definition.from)
  const days = epochDayOf(definition.to) - firstDay + 1
  const minutesBefore = new Int32Array(days + 1)
  const workingDaysBefore = new Int32Array(days + 1)
  const windowsOn = windowsLookup(definition)
  const windows: (readonly Window[])[] = []
  let minutes = 0
  let workingDays = 0
  for (let index = 0; index < days; index++) {
    const ofDay = windowsOn(plusDays(definition.from, index))
    windows.push(ofDay)
    minutes += ofDay.reduce((sum, [from, to]) => sum + to - from, 0)
    workingDays += ofDay.length > 0 ? 1 : 0
    minutesBefore[index + 1] = minutes
    workingDaysBefore[index + 1] = workingDays
  }
  const { id, name, from, to } = definition
  return { id, name, from, to, firstDay, days, minutesBefore, workingDaysBefore, windows, named: namedDays(definition) }
}

function windowsLookup(definition: CalendarDefinition): (date: LocalDate) => readonly Window[] {
  const holidays = new Set(definition.holidays.map((each) => each.date))
  const likes = new Map(definition.makeUpDays.map((each) => [each.date, each.like]))
  const seasons = definition.officeHours.map((each) => ({ ...each, week: ascending(each.week) }))
  return (date) => {
    if (holidays.has(date)) return DAY_OFF
    const season = seasons.find((each) => each.validFrom <= date && isUpTo(each.validTo, date))
    return season?.week.get(likes.get(date) ?? weekdayOf(epochDayOf(date))) ?? DAY_OFF
  }
}

const isUpTo = (validTo: LocalDate | null, date: LocalDate): boolean => validTo === null || date <= validTo

function ascending(week: CalendarDefinition['officeHours'][number]['week']): ReadonlyMap<number, readonly Window[]> {
  return new Map(WEEKDAYS.map((weekday) => [weekday, (week[weekday] ?? DAY_OFF).toSorted(([a], [b]) => a - b)]))
}

function namedDays(definition: CalendarDefinition): ReadonlyMap<EpochDay, NamedDay> {
  const holidays = definition.holidays.map(({ date, name, source }): [EpochDay, NamedDay] => [
    epochDayOf(date),
    { kind: 'holiday', name, source },
  ])
  const makeUpDays = definition.makeUpDays.map(({ date, name, source }): [EpochDay, NamedDay] => [
    epochDayOf(date),
    { kind: 'makeUp', name, source },
  ])
  return new Map([...holidays, ...makeUpDays])
}
