import {
  type CalendarDefinition,
  compileCalendar,
  type Holiday,
  type MakeUpDay,
  type Window,
  type WorkCalendar,
} from '../src/calendar/calendar.ts'
import { localDate } from '../src/kernel/instant.ts'

/** 07:00–11:30 and 13:30–17:00. */
export const OFFICE_DAY: readonly Window[] = [
  [420, 690],
  [810, 1020],
]

/** Monday to Friday, 07:00–11:30 and 13:30–17:00, 2024 and 2025, without holidays. */
export function aCalendarDefinition(parts: Partial<CalendarDefinition> = {}): CalendarDefinition {
  const week = { 1: OFFICE_DAY, 2: OFFICE_DAY, 3: OFFICE_DAY, 4: OFFICE_DAY, 5: OFFICE_DAY }
  return {
    id: 'thu',
    name: 'Lịch thử',
    from: localDate('2024-01-01'),
    to: localDate('2025-12-31'),
    officeHours: [{ validFrom: localDate('2017-01-01'), validTo: null, week, source: 'QĐ thử' }],
    holidays: [],
    makeUpDays: [],
    ...parts,
  }
}

export function aCalendar(parts: Partial<CalendarDefinition> = {}): WorkCalendar {
  return compileCalendar(aCalendarDefinition(parts))
}

export function aHoliday(date: string, name = 'Nghỉ lễ'): Holiday {
  return { date: localDate(date), name, source: 'Bộ luật Lao động Điều 112' }
}

/** A Saturday that works like a Monday. */
export function aMakeUpDay(date: string, name = 'Làm bù'): MakeUpDay {
  return { date: localDate(date), like: 1, name, source: 'Thông báo hoán đổi ngày làm việc' }
}
