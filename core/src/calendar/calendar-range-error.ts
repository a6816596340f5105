import { formatDate } from '../kernel/text.ts'
import type { LocalDate } from '../kernel/instant.ts'

/** The calendar does not reach the day that was asked for: a gap in the data, which the caller reports to the administrator. */
export class CalendarRangeError extends RangeError {
  readonly calendar: string
  readonly date: LocalDate

  constructor(calendar: { readonly id: string; readonly from: LocalDate; readonly to: LocalDate }, date: LocalDate) {
    super(
      `Lịch làm việc ${calendar.id} chỉ có từ ${formatDate(calendar.from)} đến ${formatDate(calendar.to)}, ` +
        `không có ngày ${formatDate(date)}. Quản trị cần bổ sung lịch trước khi tính thời hạn.`,
    )
    this.name = 'CalendarRangeError'
    this.calendar = calendar.id
    this.date = date
  }
}

/** Null beyond the published holidays, where nobody knows the working time. */
export function withinCalendar<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof CalendarRangeError) return null
    throw error
  }
}
