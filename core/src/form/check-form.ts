import { type Findings, listRepeats, problem, type RecordProblem } from '../kernel/record-problem.ts'
import type { FormDefinition, FormField } from './form.ts'

export function checkForm(form: FormDefinition): Findings {
  const found: RecordProblem[] = []
  const placed = form.sections.flatMap((section, s) =>
    section.fields.map((field, f) => ({ field, place: `sections[${s}].fields[${f}]` })),
  )
  const say = (path: string, reason: string) => found.push(problem(form.id, path, reason))
  for (const { value, index } of listRepeats(placed.map(({ field }) => field.id))) {
    say(`${placed[index]?.place}.id`, `mã câu hỏi "${value}" đã dùng ở trên`)
  }
  placed.forEach(({ field, place }, index) => {
    for (const [path, reason] of faultsOf(field)) say(`${place}.${path}`, reason)
    const earlier = placed.slice(0, index).map((each) => each.field)
    const fault = visibilityFault(field, earlier)
    if (fault !== null) say(`${place}.visibleWhen`, fault)
  })
  return { problems: found, warnings: [] }
}

function faultsOf(field: FormField): readonly (readonly [path: string, reason: string])[] {
  const hasChoices = field.type === 'choice' || field.type === 'choices'
  const faults: (readonly [string, string])[] = []
  if (hasChoices && field.options.length < 2) faults.push(['options', 'câu hỏi lựa chọn phải có ít nhất hai phương án'])
  if (!hasChoices && field.options.length > 0) faults.push(['options', 'chỉ câu hỏi lựa chọn mới có phương án'])
  for (const { value, index } of listRepeats(field.options.map((option) => option.value))) {
    faults.push([`options[${index}].value`, `phương án "${value}" đã ghi ở trên`])
  }
  const bounded = field.type === 'number' || field.type === 'date'
  if (!bounded && (field.min !== null || field.max !== null)) faults.push(['min', 'chỉ số và ngày mới có giới hạn'])
  if (field.min !== null && field.max !== null && field.min > field.max) {
    faults.push(['max', 'giới hạn trên phải lớn hơn giới hạn dưới'])
  }
  return faults
}

function visibilityFault({ visibleWhen }: FormField, earlier: readonly FormField[]): string | null {
  if (visibleWhen === null) return null
  const asked = earlier.find((field) => field.id === visibleWhen.field)
  if (asked === undefined)
    return `phải dựa vào một câu hỏi đứng trước, nhưng không có câu "${visibleWhen.field}" ở trên`
  if (asked.type !== 'choice' || asked.options.some((option) => option.value === visibleWhen.equals)) return null
  return `câu "${visibleWhen.field}" không có phương án này, nên câu hỏi sẽ không bao giờ hiện`
}
