import type { ReportForm } from '@motcua/core/figure/figure.ts'
import { formatDate } from '@motcua/core/kernel/text.ts'
import { type Period, periodName, type ReportScope } from '@motcua/core/report/report.ts'

/** Each form once, whose report it is, and of which period. */
export function titleOf(forms: readonly ReportForm[], scope: ReportScope, period: Period): string {
  const titles = [...new Set(forms.map(({ title }) => title))].join('; ')
  const days = `${formatDate(period.from)}–${formatDate(period.to)}`
  return `${titles}, ${scope.name}, ${periodName(period) ?? days}`
}
