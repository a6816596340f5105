import {
  type Findings,
  isBackwards,
  listRepeats,
  overlap,
  problem,
  type RecordProblem,
} from '../kernel/record-problem.ts'
import { componentsOf, type IndicatorSet, type Measure } from './indicator-set.ts'

/** Points of the whole frame (QĐ 766/QĐ-TTg). */
const WHOLE = 100

/** What must be true of a set before anybody is assessed by it. */
export function checkIndicatorSet(set: IndicatorSet): Findings {
  const problems: RecordProblem[] = []
  const say = (path: string, reason: string): void => {
    problems.push(problem(`${set.id}@${set.version}`, path, reason))
  }
  if (isBackwards({ from: set.validFrom, to: set.validTo })) {
    say('validTo', 'ngày hết hiệu lực phải sau ngày có hiệu lực')
  }
  const whole = set.groups.reduce((sum, group) => sum + group.maxPoints, 0)
  if (whole !== WHOLE) say('groups', `điểm tối đa của các nhóm cộng lại là ${whole}, phải là ${WHOLE}`)
  set.groups.forEach((group, index) => {
    const sum = group.components.reduce((total, each) => total + each.maxPoints, 0)
    if (sum === group.maxPoints) return
    say(`groups[${index}].maxPoints`, `các chỉ số của nhóm cộng lại được ${sum} điểm, nhóm ghi ${group.maxPoints}`)
  })
  for (const { value } of listRepeats(componentsOf(set).map(({ id }) => id))) {
    say('groups', `chỉ số "${value}" ghi hai lần`)
  }
  const ids = new Set(componentsOf(set).map(({ id }) => id))
  for (const { id, measure, scaledBy } of componentsOf(set)) {
    if (scaledBy !== null && (scaledBy === id || !ids.has(scaledBy))) {
      say('groups', `chỉ số "${id}" nhân với chỉ số "${scaledBy}", nhưng không có chỉ số khác nào tên này`)
    }
    if (isNested(measure)) say('groups', `chỉ số "${id}": phần trừ đi phải là một tỷ lệ trên hồ sơ hoặc từ nguồn ngoài`)
  }
  const falling = set.classes.every(({ from }, index) => index === 0 || from < (set.classes[index - 1]?.from ?? 0))
  if (!falling) say('classes', 'các loại phải xếp từ cao xuống thấp')
  if (set.classes.at(-1)?.from !== 0) say('classes', 'loại cuối cùng phải từ 0 điểm')
  return { problems, warnings: [] }
}

/** A remainder takes away plain ratios only. */
function isNested(measure: Measure): boolean {
  return measure.of === 'remainder' && measure.parts.some(({ of }) => of !== 'dossiers' && of !== 'source')
}

/** Of one set only one version is in force on a day. */
export function checkIndicatorSetSpans(sets: readonly IndicatorSet[]): readonly RecordProblem[] {
  return sets.flatMap((set, index) => {
    const span = { from: set.validFrom, to: set.validTo }
    const clash = sets
      .slice(0, index)
      .find((other) => other.id === set.id && overlap(span, { from: other.validFrom, to: other.validTo }))
    if (clash === undefined) return []
    const reason = `có hiệu lực trùng thời gian với phiên bản ${clash.version}`
    return [problem(`${set.id}@${set.version}`, 'validFrom', reason)]
  })
}
