import { formatDate } from '@motcua/core/kernel/text.ts'
import type { Period } from '@motcua/core/report/report.ts'

const NAME_LENGTH = 120

/** Biểu II.06a, Toàn tỉnh, 21.02.2024–20.03.2024 */
export function fileName(parts: readonly string[], { from, to }: Period): string {
  const days = [from, to].map((date) => formatDate(date).replaceAll('/', '.')).join('–')
  return `${parts.join(', ').slice(0, NAME_LENGTH).trim()}, ${days}`
}
