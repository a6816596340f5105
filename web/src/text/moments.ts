import { instant, type LocalDate, localDate, localDateOf, parseInstant } from '@motcua/core/kernel/instant.ts'
import {
  formatClock,
  formatClosing,
  formatDate,
  formatMoment,
  formatNumber,
  formatShortMoment,
} from '@motcua/core/kernel/text.ts'

const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** Times come from the API as text; people read them in Vietnamese time. */
export const moment = (iso: string): string => formatMoment(parseInstant(iso))
export const clock = (iso: string): string => formatClock(parseInstant(iso))
export const day = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(localDate(text)) : text)
/** The Vietnamese day in which a moment lies. */
export const localDay = (iso: string): string => localDateOf(parseInstant(iso))
export const today = (): LocalDate => localDateOf(instant(Date.now()))
/** 2024-03-15T10:42 in Vietnamese time, as a field for a moment takes it. */
export const localMinute = (iso: string): string =>
  new Date(parseInstant(iso) + VIETNAM_OFFSET_MS).toISOString().slice(0, 16)
export const money = (amount: number): string => `${formatNumber(amount)} đồng`
export const number = formatNumber

/** 15/03/2024 10:42, for dense lists. */
export const shortMoment = (iso: string): string => formatShortMoment(parseInstant(iso))
/** The moment up to which something was counted: a day closes at 24:00. */
export const closing = (iso: string): string => formatClosing(parseInstant(iso))

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024))} kB`
  return `${formatNumber(Math.round(bytes / 104_857.6) / 10)} MB`
}
