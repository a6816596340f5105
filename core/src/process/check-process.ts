import { checkVersions } from '../kernel/versions.ts'
import { type Findings, listRepeats, problem, type RecordProblem } from '../kernel/record-problem.ts'
import type { Role } from '../organisation/organisation.ts'
import type { Process, ProcessVersion, Step } from './process.ts'

type Say = (path: string, reason: string) => void

/** Which role can act at which place: posts exist only there. */
const ROLES_AT = {
  counter: ['clerk'],
  agency: ['specialist', 'leader', 'registrar'],
  division: ['specialist', 'leader'],
} as const satisfies Record<Step['at'], readonly Role[]>

/** Approved tables do not always add up; the designer is warned, because the decision is the law and not the sum. */
export function checkProcess(process: Process): Findings {
  const problems: RecordProblem[] = [...checkVersions(process.id, process.versions)]
  const warnings: RecordProblem[] = []
  const say: Say = (path, reason) => problems.push(problem(process.id, path, reason))
  const warn: Say = (path, reason) => warnings.push(problem(process.id, path, reason))
  process.versions.forEach((version, index) => {
    checkSteps(version, `versions[${index}].steps`, say)
    version.steps.forEach((step, at) => {
      if (step.minutes === null)
        warn(`versions[${index}].steps[${at}].minutes`, `bước "${step.name}" chưa có thời gian`)
    })
  })
  return { problems, warnings }
}

function checkSteps({ steps }: ProcessVersion, place: string, say: Say): void {
  if (steps.length === 0) {
    say(place, 'quy trình phải có ít nhất một bước')
    return
  }
  if (steps[0]?.kind !== 'intake') say(`${place}[0].kind`, 'bước đầu tiên phải là tiếp nhận (intake)')
  const last = steps.length - 1
  if (steps[last]?.kind !== 'return')
    say(`${place}[${last}].kind`, 'không có đường đến kết thúc: bước cuối cùng phải là trả kết quả (return)')
  for (const { value, index } of listRepeats(steps.map((step) => step.id))) {
    say(`${place}[${index}].id`, `mã bước "${value}" đã dùng ở trên`)
  }
  steps.forEach((step, index) => {
    const here = `${place}[${index}]`
    if (step.kind === 'return' && index !== last)
      say(`${here}.kind`, 'chỉ được có một bước trả kết quả, ở cuối quy trình')
    if (step.kind === 'intake' && index !== 0) say(`${here}.kind`, 'chỉ được có một bước tiếp nhận, ở đầu quy trình')
    const allowed: readonly Role[] = ROLES_AT[step.at]
    if (!allowed.includes(step.role)) say(`${here}.role`, `không có vai trò "${step.role}" ở nơi "${step.at}"`)
    if ((step.kind === 'intake' || step.kind === 'return') && step.at !== 'counter') {
      say(`${here}.at`, 'bước tiếp nhận và trả kết quả phải ở Bộ phận Một cửa (counter)')
    }
  })
}

/** Working minutes of all steps, as far as the decision gives them. */
export function totalMinutes(version: ProcessVersion): number {
  return version.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
}
