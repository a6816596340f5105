import {
  endOfWorkingDay,
  findNamedDay,
  isWorkingDay,
  type WorkCalendar,
  workingMinutesBetween,
} from '../calendar/calendar.ts'
import { type LocalDate, plusDays, startOfDay } from '../kernel/instant.ts'
import { formatDate, formatWeekday } from '../kernel/text.ts'
import { ARTICLE } from './clock-citations.ts'
import type { ClockSentence } from './clock-sentence.ts'

/** More days of rest than this are told as a number. */
const NAMED_REST_DAYS = 6

/** The days from first to last that a reader would miscount: weekly rest, holidays, make-up days. */
export function explainDays(cal: WorkCalendar, first: LocalDate, last: LocalDate): readonly ClockSentence[] {
  const rest: LocalDate[] = []
  const holidays = new Map<string, LocalDate[]>()
  const makeUps: ClockSentence[] = []
  for (let date = first; date <= last; date = plusDays(date, 1)) {
    const named = findNamedDay(cal, date)
    if (named?.kind === 'makeUp') makeUps.push(makeUpSentence(cal, date, named))
    else if (named?.kind === 'holiday') {
      const key = `${date.slice(0, 4)}|${named.name}|${named.source}`
      holidays.set(key, [...(holidays.get(key) ?? []), date])
    } else if (!isWorkingDay(cal, date)) rest.push(date)
  }
  return [...restSentences(rest), ...[...holidays.values()].map((dates) => holidaySentence(cal, dates)), ...makeUps]
}

function restSentences(dates: readonly LocalDate[]): readonly ClockSentence[] {
  const [first] = dates
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return []
  const days =
    dates.length <= NAMED_REST_DAYS
      ? `${dates.map(formatShort).join(', ')} (nghỉ hằng tuần)`
      : `${dates.length} ngày nghỉ hằng tuần từ ${formatDate(first)} đến ${formatDate(last)}`
  return [{ text: `Không tính ${days}.`, article: ARTICLE.weeklyRest, minutes: null }]
}

function holidaySentence(cal: WorkCalendar, dates: readonly LocalDate[]): ClockSentence {
  const [first] = dates
  const last = dates.at(-1)
  const named = first === undefined ? null : findNamedDay(cal, first)
  if (first === undefined || last === undefined || named === null) throw new Error('a holiday without a day')
  const name = named.name.startsWith('Nghỉ') ? named.name : `Nghỉ ${named.name}`
  const days =
    dates.length <= 2
      ? dates.map(formatShort).join(', ')
      : `từ ${formatShort(first)} đến ${formatShort(last)}, ${dates.length} ngày`
  return { text: `${name}: không tính ${days}.`, article: named.source, minutes: null }
}

function makeUpSentence(
  cal: WorkCalendar,
  date: LocalDate,
  named: { readonly name: string; readonly source: string },
): ClockSentence {
  const minutes = workingMinutesBetween(cal, startOfDay(date), endOfWorkingDay(cal, date))
  return { text: `Làm bù ${formatShort(date)}: tính là ngày làm việc (${named.name}).`, article: named.source, minutes }
}

/** thứ Bảy 16/03 */
const formatShort = (date: LocalDate): string => `${formatWeekday(date)} ${formatDate(date).slice(0, 5)}`
