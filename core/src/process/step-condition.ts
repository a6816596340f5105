import type { Answers } from '../form/form.ts'

/**
 * When a way of a process is taken: over the case of the procedure, an answer of the form, or the outcome chosen at a
 * step. `in` holds where the value, or one of several answered, is among the listed; numbers alone are compared by size.
 */
export type StepCondition =
  | { readonly is: 'case'; readonly in: readonly string[] }
  | AnswerCondition
  | { readonly is: 'outcome'; readonly step: string; readonly in: readonly string[] }
  | { readonly is: 'all' | 'any'; readonly of: readonly StepCondition[] }
  | { readonly is: 'not'; readonly of: StepCondition }

/** An answer that was not given fulfils none of them. */
export type AnswerCondition = { readonly is: 'answer'; readonly question: string } & (
  | { readonly equals: string | number | boolean }
  | { readonly in: readonly string[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
)

/** What conditions are asked of: the case, the answers, and the outcome last chosen at each step. */
export type StepFacts = {
  readonly caseId: string
  readonly answers: Answers
  readonly outcomes: Readonly<Record<string, string>>
}

export function holds(condition: StepCondition, facts: StepFacts): boolean {
  switch (condition.is) {
    case 'case':
      return condition.in.includes(facts.caseId)
    case 'answer':
      return fulfils(facts.answers[condition.question], condition)
    case 'outcome':
      return condition.in.includes(facts.outcomes[condition.step] ?? '')
    case 'all':
      return condition.of.every((each) => holds(each, facts))
    case 'any':
      return condition.of.some((each) => holds(each, facts))
    case 'not':
      return !holds(condition.of, facts)
  }
}

function fulfils(answer: Answers[string] | undefined, condition: AnswerCondition): boolean {
  if (answer === undefined) return false
  if ('equals' in condition) return answer === condition.equals
  if ('in' in condition) return [answer].flat().some((each) => condition.in.includes(String(each)))
  if (typeof answer !== 'number') return false
  return 'atLeast' in condition ? answer >= condition.atLeast : answer <= condition.atMost
}

/**
 * Whether the condition can hold when this outcome was chosen at the step, whatever is answered and chosen elsewhere;
 * null stands for a step that is left without a choice.
 */
export function mayHold(condition: StepCondition, chosen: ChosenOutcome): boolean {
  return verdictOf(condition, chosen) !== 'no'
}

/** Whether it then holds in every case. */
export function mustHold(condition: StepCondition, chosen: ChosenOutcome): boolean {
  return verdictOf(condition, chosen) === 'yes'
}

export type ChosenOutcome = { readonly step: string; readonly outcome: string | null }
type Verdict = 'yes' | 'no' | 'depends'

function verdictOf(condition: StepCondition, chosen: ChosenOutcome): Verdict {
  switch (condition.is) {
    case 'case':
    case 'answer':
      return 'depends'
    case 'outcome':
      if (condition.step !== chosen.step) return 'depends'
      return chosen.outcome !== null && condition.in.includes(chosen.outcome) ? 'yes' : 'no'
    case 'all':
      return allOf(condition.of.map((each) => verdictOf(each, chosen)))
    case 'any':
      return opposite(allOf(condition.of.map((each) => opposite(verdictOf(each, chosen)))))
    case 'not':
      return opposite(verdictOf(condition.of, chosen))
  }
}

function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no'
  return verdicts.includes('depends') ? 'depends' : 'yes'
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === 'depends') return 'depends'
  return verdict === 'yes' ? 'no' : 'yes'
}

/** Every condition inside, itself first. */
export function listConditions(condition: StepCondition): readonly StepCondition[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return [condition, ...condition.of.flatMap(listConditions)]
    case 'not':
      return [condition, ...listConditions(condition.of)]
    default:
      return [condition]
  }
}
