import { type LocalDate, plusDays } from '../kernel/instant.ts'
import { isoWeekOf, type Period } from '../period/period.ts'

const ROMAN = ['I', 'II', 'III', 'IV'] as const
/** Months are also reported with a cut-off in their second half: 15/02–14/03 and 21/02–20/03 are both month 3. */
const CUT_OFF_FROM = 15

/** Tháng 3/2024, Quý I/2024, 6 tháng đầu năm 2024, Năm 2024, Tuần 12/2024; null for other days. */
export function periodName({ from, to }: Period): string | null {
  if (plusDays(from, 6) === to) return weekName(from)
  const first = partsOf(from)
  const next = partsOf(plusDays(to, 1))
  if (first.day !== next.day || first.day > 28) return null
  const start = first.months + (first.day >= CUT_OFF_FROM ? 1 : 0)
  const year = Math.floor(start / 12)
  const month = start % 12
  switch (next.months - first.months) {
    case 1:
      return `Tháng ${month + 1}/${year}`
    case 3:
      return month % 3 === 0 ? `Quý ${ROMAN[month / 3]}/${year}` : null
    case 6:
      return month % 6 === 0 ? `6 tháng ${month === 0 ? 'đầu' : 'cuối'} năm ${year}` : null
    case 12:
      return month === 0 ? `Năm ${year}` : null
    default:
      return null
  }
}

function weekName(from: LocalDate): string {
  const [year, week] = isoWeekOf(from).split('-W')
  return `Tuần ${Number(week)}/${year}`
}

/** Months since year 0, and the day within the month. */
function partsOf(date: LocalDate): { readonly months: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { months: year * 12 + month - 1, day }
}
