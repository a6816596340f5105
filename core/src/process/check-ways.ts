import type { ProcessVersion, Step } from './process.ts'
import { listConditions, mayHold, type StepCondition } from './step-condition.ts'
import type { Voices } from './check-process.ts'
import { allSteps, destinationsOf, isEnd } from './ways.ts'

/** The steps of a process or of one of its parts, and where they stand in the record. */
export type StepList = { readonly list: readonly Step[]; readonly version: ProcessVersion; readonly place: string }

/** Ways lead somewhere, every outcome is followed, and from wherever a dossier comes the end can be reached. */
export function checkWays({ list, version, place }: StepList, voices: Voices): void {
  list.forEach((step, index) => {
    const here = `${place}[${index}]`
    checkTargets(step, { list, here }, voices)
    step.ways.forEach(({ when }, at) => {
      if (when !== null) checkCondition(when, { version, here: `${here}.ways[${at}].when` }, voices)
    })
    checkOutcomes(step, here, voices)
  })
  checkReach(list, place, voices)
}

type Where = { readonly list: readonly Step[]; readonly here: string }

function checkTargets(step: Step, { list, here }: Where, { say, warn }: Voices): void {
  step.ways.forEach(({ to, when }, at) => {
    const path = `${here}.ways[${at}].to`
    if (to !== 'end' && !list.some(({ id }) => id === to))
      say(path, `đường đi đến bước "${to}" không có trong quy trình`)
    if (to === list[0]?.id && list[0]?.kind === 'intake')
      say(path, 'không được đi tiếp về bước tiếp nhận; muốn trả lại thì dùng "Trả lại bước trước"')
    if (when === null && at < step.ways.length - 1)
      warn(`${here}.ways[${at}].when`, 'các đường đi ghi sau một đường không điều kiện không bao giờ được dùng')
  })
}

function checkCondition(
  condition: StepCondition,
  { version, here }: { readonly version: ProcessVersion; readonly here: string },
  { say }: Voices,
): void {
  for (const each of listConditions(condition)) {
    if ((each.is === 'all' || each.is === 'any') && each.of.length === 0) say(here, `điều kiện "${each.is}" để trống`)
    if (each.is !== 'outcome') continue
    const step = allSteps(version).find(({ id }) => id === each.step)
    if (step === undefined) say(here, `điều kiện hỏi lựa chọn của bước "${each.step}" không có trong quy trình`)
    const unknown = step === undefined ? [] : each.in.filter((id) => !step.outcomes.some((known) => known.id === id))
    for (const id of unknown) say(here, `bước "${each.step}" không có lựa chọn "${id}"`)
  }
}

/** A step that asks for a choice and then branches must say for each choice where it leads. */
function checkOutcomes(step: Step, here: string, { say }: Voices): void {
  if (step.ways.length === 0) return
  step.outcomes.forEach(({ id, name }, index) => {
    const isFollowed = step.ways.some(({ when }) => when === null || mayHold(when, { step: step.id, outcome: id }))
    if (!isFollowed) say(`${here}.outcomes[${index}]`, `lựa chọn "${name}" không dẫn đến đâu; hãy ghi đường đi cho nó`)
  })
}

function checkReach(list: readonly Step[], place: string, { say, warn }: Voices): void {
  const reached = reachable(list)
  const ending = endingSteps(list)
  list.forEach((step, index) => {
    const isHandOver = step.kind === 'return'
    if (!reached.has(step)) {
      if (!isHandOver) warn(`${place}[${index}]`, `không có đường nào đến bước "${step.name}"`)
    } else if (!isHandOver && !ending.has(step)) {
      say(`${place}[${index}]`, `từ bước "${step.name}" không có đường đến kết thúc`)
    }
  })
}

function nextOf(step: Step, steps: readonly Step[]): readonly (Step | undefined)[] {
  const outcomes = step.outcomes.length === 0 ? [null] : step.outcomes.map(({ id }) => id)
  return outcomes.flatMap((outcome) => destinationsOf({ step, steps }, outcome))
}

function reachable(list: readonly Step[]): ReadonlySet<Step> {
  const reached = new Set<Step>(list.slice(0, 1))
  for (const step of reached) {
    for (const next of nextOf(step, list)) if (next !== undefined) reached.add(next)
  }
  return reached
}

/** Steps from which a way to the end exists, found from the end backwards. */
function endingSteps(list: readonly Step[]): ReadonlySet<Step> {
  const ending = new Set<Step>()
  for (let grown = true; grown; ) {
    const more = list.filter(
      (step) => !ending.has(step) && nextOf(step, list).some((next) => isEnd(next) || (next && ending.has(next))),
    )
    for (const step of more) ending.add(step)
    grown = more.length > 0
  }
  return ending
}
