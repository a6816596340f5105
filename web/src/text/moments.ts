import { parseInstant, localDate } from '@motcua/core/kernel/instant.ts'
import { formatClock, formatDate, formatMoment, formatNumber } from '@motcua/core/kernel/text.ts'

/** Times come from the API as text; people read them in Vietnamese time. */
export const moment = (iso: string): string => formatMoment(parseInstant(iso))
export const clock = (iso: string): string => formatClock(parseInstant(iso))
export const day = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(localDate(text)) : text)
export const money = (amount: number): string => `${formatNumber(amount)} đồng`
export const number = formatNumber

/** 15/03/2024 10:42, for dense lists. */
export function shortMoment(iso: string): string {
  const local = new Date(parseInstant(iso) + VIETNAM_OFFSET_MS).toISOString()
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024))} kB`
  return `${formatNumber(Math.round(bytes / 104_857.6) / 10)} MB`
}
