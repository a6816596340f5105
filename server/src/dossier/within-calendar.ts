import { CalendarRangeError } from '@motcua/core/calendar/calendar.ts'

/** Null beyond the published holidays, where nobody knows the working time. */
export function withinCalendar<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof CalendarRangeError) return null
    throw error
  }
}
