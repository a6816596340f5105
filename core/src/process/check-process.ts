import { type Findings, listRepeats, problem, type RecordProblem } from '../kernel/record-problem.ts'
import { checkVersions } from '../kernel/versions.ts'
import type { Role } from '../organisation/organisation.ts'
import { checkParts } from './check-parts.ts'
import { checkWays } from './check-ways.ts'
import type { Process, ProcessVersion, Step } from './process.ts'
import { allSteps, destinationsOf, partsOf } from './ways.ts'

/** Says what is wrong at a place inside the process. */
export type Say = (path: string, reason: string) => void
export type Voices = { readonly say: Say; readonly warn: Say }

/** Which role can act at which place: posts exist only there. */
const ROLES_AT = {
  counter: ['clerk'],
  agency: ['specialist', 'leader', 'registrar'],
  division: ['specialist', 'leader'],
  named: ['specialist', 'leader', 'registrar', 'clerk'],
} as const satisfies Record<Step['at'], readonly Role[]>

/** Approved tables do not always add up; the designer is warned, because the decision is the law and not the sum. */
export function checkProcess(process: Process): Findings {
  const problems: RecordProblem[] = [...checkVersions(process.id, process.versions)]
  const warnings: RecordProblem[] = []
  const voices: Voices = {
    say: (path, reason) => problems.push(problem(process.id, path, reason)),
    warn: (path, reason) => warnings.push(problem(process.id, path, reason)),
  }
  process.versions.forEach((version, index) => {
    checkVersion(version, `versions[${index}].steps`, voices)
  })
  return { problems, warnings }
}

function checkVersion(version: ProcessVersion, place: string, voices: Voices): void {
  const { steps } = version
  if (steps.length === 0) {
    voices.say(place, 'quy trình phải có ít nhất một bước')
    return
  }
  checkEnds(steps, place, voices.say)
  steps.forEach((step, index) => {
    const here = `${place}[${index}]`
    if (step.kind === 'return' && index !== steps.length - 1)
      voices.say(`${here}.kind`, 'chỉ được có một bước trả kết quả, ở cuối quy trình')
    if (step.kind === 'intake' && index !== 0)
      voices.say(`${here}.kind`, 'chỉ được có một bước tiếp nhận, ở đầu quy trình')
    if ((step.kind === 'intake' || step.kind === 'return') && step.at !== 'counter')
      voices.say(`${here}.at`, 'bước tiếp nhận và trả kết quả phải ở Bộ phận Một cửa (counter)')
    checkStep(step, here, voices)
  })
  checkIds(version, place, voices.say)
  checkWays({ list: steps, version, place }, voices)
  checkParts(version, place, { ...voices, checkStep })
}

function checkEnds(steps: readonly Step[], place: string, say: Say): void {
  if (steps[0]?.kind !== 'intake') say(`${place}[0].kind`, 'bước đầu tiên phải là tiếp nhận (intake)')
  const last = steps.length - 1
  if (steps[last]?.kind !== 'return')
    say(`${place}[${last}].kind`, 'không có đường đến kết thúc: bước cuối cùng phải là trả kết quả (return)')
}

/** What every step must be, wherever it stands. */
function checkStep(step: Step, here: string, { say, warn }: Voices): void {
  const allowed: readonly Role[] = ROLES_AT[step.at]
  if (!allowed.includes(step.role)) say(`${here}.role`, `không có vai trò "${step.role}" ở nơi "${step.at}"`)
  if ((step.at === 'named') !== (step.agency !== null))
    say(`${here}.agency`, 'ghi mã cơ quan khi và chỉ khi bước ở một cơ quan nêu đích danh (named)')
  if (step.minutes === null && step.parts.length === 0) warn(`${here}.minutes`, `bước "${step.name}" chưa có thời gian`)
  if (step.kind === 'return' && (step.ways.length > 0 || step.outcomes.length > 0))
    say(`${here}.ways`, 'sau bước trả kết quả không còn bước nào')
  for (const { value, index } of listRepeats(step.outcomes.map(({ id }) => id)))
    say(`${here}.outcomes[${index}].id`, `mã lựa chọn "${value}" đã dùng ở trên`)
  const isFixed = step.kind === 'intake' || step.kind === 'return' || step.parts.length > 0
  if (isFixed && step.skip.length > 0)
    say(`${here}.skip`, 'không được bỏ qua bước tiếp nhận, trả kết quả và bước gồm nhiều nhánh')
}

/** One name each, because a dossier says by the id alone where it lies. */
function checkIds(version: ProcessVersion, place: string, say: Say): void {
  const own = version.steps.map(({ id }) => id)
  for (const { value, index } of listRepeats(own)) say(`${place}[${index}].id`, `mã bước "${value}" đã dùng ở trên`)
  const all = [...new Set(own), ...allSteps(version).flatMap(({ id }) => (own.includes(id) ? [] : [id]))]
  const inside = partsOf(version).flatMap((part) => part.steps.map(({ id }) => id))
  const parts = partsOf(version).map(({ id }) => id)
  for (const id of inside.filter((each) => own.includes(each)))
    say(place, `mã bước "${id}" trong nhánh đã dùng cho một bước của quy trình`)
  for (const { value } of listRepeats(inside)) say(place, `mã bước "${value}" đã dùng trong một nhánh khác`)
  for (const { value } of listRepeats(parts)) say(place, `mã nhánh "${value}" đã dùng ở trên`)
  for (const id of parts.filter((each) => all.includes(each))) say(place, `mã nhánh "${id}" đã dùng cho một bước`)
}

/** Working minutes of the longest way through, as far as the decision gives them; what is done again is not counted twice. */
export function totalMinutes({ steps }: Pick<ProcessVersion, 'steps'>): number {
  const from = new Map<Step, number>()
  for (const [index, step] of [...steps.entries()].toReversed()) {
    const outcomes = step.outcomes.length === 0 ? [null] : step.outcomes.map(({ id }) => id)
    const next = outcomes
      .flatMap((outcome) => destinationsOf({ step, steps }, outcome))
      .map((each) => (each === undefined || steps.indexOf(each) <= index ? 0 : (from.get(each) ?? 0)))
    from.set(step, minutesOf(step) + Math.max(0, ...next))
  }
  const first = steps[0]
  return first === undefined ? 0 : (from.get(first) ?? 0)
}

/** Parts run side by side: the longest counts, where the decision gives the whole no time of its own. */
function minutesOf({ minutes, parts }: Step): number {
  return minutes ?? Math.max(0, ...parts.map((part) => (part.steps.length === 0 ? 0 : totalMinutes(part))))
}
