import type { LocalDate } from '../kernel/instant.ts'
import { isBackwards, overlap, problem, type RecordProblem } from '../kernel/record-problem.ts'
import {
  date,
  identifier,
  isObject,
  object,
  oneOf,
  orNull,
  type Report,
  type Shape,
  text,
  whole,
  yesNo,
} from '../kernel/shape.ts'

/** One way of cutting time into reporting periods (NĐ 09/2019 Đ.12), in force for periods that end within its days. */
export type PeriodRule = {
  readonly id: string
  readonly name: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  /** Meant where a period is named without a rule. */
  readonly usual: boolean
  readonly source: string
  readonly cut: PeriodCut
}

/**
 * months: months, quarters, halves and years; a month begins on `startDay`, of the month before where that is not the
 * first. weeks: seven days from `startDay` (1 Monday … 7 Sunday), named after the ISO week of their Thursday.
 */
export type PeriodCut =
  | { readonly by: 'months'; readonly startDay: number }
  | { readonly by: 'weeks'; readonly startDay: number }

type CutOf<By extends PeriodCut['by']> = Extract<PeriodCut, { readonly by: By }>

const weeks = object<CutOf<'weeks'>>({ by: oneOf(['weeks']), startDay: whole(1, 7) })
const anyMonths = object<CutOf<'months'>>({ by: oneOf(['months']), startDay: whole(1, 28) })

/** Of a month that began between the 2nd and the 14th nobody could say whose it is. */
function months(value: unknown, path: string, report: Report): value is CutOf<'months'> {
  if (!anyMonths(value, path, report)) return false
  if (value.startDay === 1 || value.startDay >= 15) return true
  return report(`${path}.startDay`, 'phải là 1, hoặc từ 15 đến 28 của tháng trước')
}

function cut(value: unknown, path: string, report: Report): value is PeriodCut {
  return isObject(value) && value['by'] === 'weeks' ? weeks(value, path, report) : months(value, path, report)
}

export const periodRuleShape: Shape<PeriodRule> = object<PeriodRule>({
  id: identifier(),
  name: text(200),
  validFrom: date,
  validTo: orNull(date),
  usual: yesNo,
  source: text(),
  cut,
})

/** Whoever names a period without a rule means one alone. */
export function checkPeriodRules(rules: readonly PeriodRule[]): readonly RecordProblem[] {
  return rules.flatMap((rule, index) => {
    const span = spanOf(rule)
    if (isBackwards(span)) return [problem(rule.id, 'validTo', 'ngày hết hiệu lực phải sau ngày có hiệu lực')]
    const other = rules
      .slice(0, index)
      .find((each) => each.usual && rule.usual && each.cut.by === rule.cut.by && overlap(spanOf(each), span))
    if (other === undefined) return []
    return [problem(rule.id, 'usual', `"${other.id}" cũng là quy tắc thường dùng trong thời gian ấy; chỉ một được là`)]
  })
}

const spanOf = ({ validFrom, validTo }: PeriodRule) => ({ from: validFrom, to: validTo })
