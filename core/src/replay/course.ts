import type { UnitId } from '../kernel/ids.ts'
import type { Officer } from '../organisation/organisation.ts'
import {
  findSeat,
  findStepUnit,
  isEnd,
  leadsTo,
  listConditions,
  type ProcessVersion,
  type Seat,
  type Step,
} from '../process/process.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** A stage of a course: a step of the whole, or one of a part, with the officers who can do it. */
export type StaffedStep = {
  readonly step: Step
  readonly officers: readonly Officer[]
  /** Who has the whole meanwhile: of a step of the whole its own officers. */
  readonly holders: readonly Officer[]
  /** The part in which the stage lies; null for the whole. */
  readonly part: string | null
  /** The choice made on leaving. */
  readonly outcome: string | null
  /** Who may be named when it is left; empty where nobody is, because a part ends or is the last. */
  readonly next: readonly Officer[]
}

export type CourseQuestion = {
  readonly process: ProcessVersion
  readonly caseId: string
  readonly seat: Seat
  readonly rulebook: Rulebook
}

/**
 * One way through a process, up to the result: at each choice the first that comes to an end without a step done twice,
 * and one part after the other, since their order changes nothing. Undefined where a step has nobody to do it, or where
 * every way hangs on what the applicant answers.
 */
export function courseOf(question: CourseQuestion): readonly StaffedStep[] | undefined {
  const turns = turnsThrough(question.process.steps, question.caseId)
  const stages = turns?.flatMap((turn, index) => stagesOf(turn, { ...question, to: turns[index + 1]?.step }))
  const isStaffed = stages?.every(({ officers, holders }) => officers.length > 0 && holders.length > 0)
  return isStaffed && stages !== undefined && stages.length > 0 ? stages : undefined
}

type Turn = { readonly step: Step; readonly outcome: string | null }

/** Depth first: the first choice that leads to the end. */
function turnsThrough(steps: readonly Step[], caseId: string): readonly Turn[] | undefined {
  const walk = (step: Step | undefined, done: readonly Turn[]): readonly Turn[] | undefined => {
    if (step === undefined || isEnd(step)) return done
    if (done.some((turn) => turn.step === step) || asksAnswers(step)) return undefined
    const outcomes = step.outcomes.length === 0 ? [null] : step.outcomes.map(({ id }) => id)
    for (const outcome of outcomes) {
      const turns = [...done, { step, outcome }]
      const chosen = turns.flatMap((turn) => (turn.outcome === null ? [] : [[turn.step.id, turn.outcome] as const]))
      const facts = { caseId, answers: {}, outcomes: Object.fromEntries(chosen) }
      const found = walk(leadsTo({ step, steps }, facts), turns)
      if (found !== undefined) return found
    }
    return undefined
  }
  return walk(steps[0], [])
}

function asksAnswers({ ways }: Step): boolean {
  const conditions = ways.flatMap(({ when }) => (when === null ? [] : listConditions(when)))
  return conditions.some(({ is }) => is === 'answer')
}

type Leaving = CourseQuestion & { readonly to: Step | undefined }

/** Of a composite step those of its parts; itself only where somebody must still choose or give the result. */
function stagesOf({ step, outcome }: Turn, { to, ...question }: Leaving): readonly StaffedStep[] {
  const { seat } = question
  const officers = officersOf(step, seat, question)
  const next = to === undefined ? [] : officersOf(to, seat, question)
  const own: StaffedStep = { step, officers, holders: officers, part: null, outcome, next }
  if (step.parts.length === 0) return [own]
  const inside = step.parts.flatMap((part) => {
    const there = findSeat(part, seat, question.rulebook)
    // An agency outside this system is answered for by who holds the whole.
    if (there === undefined) return [{ ...own, part: part.id, outcome: null, next: [] }]
    const turns = turnsThrough(part.steps, question.caseId) ?? []
    return turns.map((turn, index): StaffedStep => {
      const following = turns[index + 1]?.step
      return {
        ...{ step: turn.step, outcome: turn.outcome, part: part.id, holders: officers },
        officers: officersOf(turn.step, there, question),
        next: following === undefined ? [] : officersOf(following, there, question),
      }
    })
  })
  const mustAct = step.outcomes.length > 0 || to === undefined
  return mustAct ? [...inside, own] : inside
}

function officersOf(step: Step, seat: Seat, { rulebook }: CourseQuestion): readonly Officer[] {
  const unit = findStepUnit(step, seat, rulebook)
  return unit === undefined ? [] : officersIn(unit, step.role, rulebook)
}

export function officersIn(unit: UnitId, role: Step['role'], rulebook: Rulebook): readonly Officer[] {
  return rulebook.officersAt(unit).filter(({ posts }) => posts.some((post) => post.unit === unit && post.role === role))
}
