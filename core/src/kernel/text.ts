import {
  epochDayOf,
  type Instant,
  type LocalDate,
  localDateOf,
  localMinute,
  plusDays,
  startOfDay,
  weekdayOf,
} from './instant.ts'

/** Lower case without diacritics, đ as d: what a person types who has no Vietnamese keyboard. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** 1.234.567 */
export function formatNumber(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** 7,94: points and percents with two decimals, as they are published. */
export function formatScore(value: number): string {
  const [whole = '0', fraction = '00'] = value.toFixed(2).split('.')
  return `${formatNumber(Number(whole))},${fraction}`
}

/** 05/02/2026 */
export function formatDate(date: LocalDate): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

const WEEKDAYS = ['Chủ Nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const

export function formatWeekday(date: LocalDate): string {
  return WEEKDAYS[weekdayOf(epochDayOf(date))] ?? ''
}

/** 16 giờ 30, thứ Hai 18/03/2024: a moment as people say it. */
export function formatMoment(at: Instant): string {
  const date = localDateOf(at)
  return `${formatClock(at)}, ${formatWeekday(date)} ${formatDate(date)}`
}

/** 07 giờ 30 */
export function formatClock(at: Instant): string {
  const { minute } = localMinute(at)
  return `${pad(Math.floor(minute / 60))} giờ ${pad(minute % 60)}`
}

/** 18/03/2024 16:30, for dense lists. */
export function formatShortMoment(at: Instant): string {
  const { minute } = localMinute(at)
  return `${formatDate(localDateOf(at))} ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** The moment up to which something was counted: midnight closes the day before, 20/03/2024 24:00. */
export function formatClosing(at: Instant): string {
  const date = localDateOf(at)
  return at === startOfDay(date) ? `${formatDate(plusDays(date, -1))} 24:00` : formatShortMoment(at)
}

/** A stretch of working time, in minutes, as people say it: `2 ngày làm việc 3 giờ`; a working day has 8 hours. */
export function formatWorkingTime(minutes: number): string {
  const days = Math.floor(minutes / 480)
  const hours = Math.floor((minutes % 480) / 60)
  const rest = minutes % 60
  const parts = [
    days > 0 ? `${days} ngày làm việc` : '',
    hours > 0 ? `${hours} giờ` : '',
    rest > 0 ? `${rest} phút` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '0 phút' : parts.join(' ')
}

const pad = (value: number): string => String(value).padStart(2, '0')
