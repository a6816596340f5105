import type { StepCondition, StoredStep } from '@motcua/core/process/process.ts'

/** The way that is taken where no condition holds. */
export const OTHERWISE = 'còn lại'

/** A condition as it stands on a way of the diagram; `step` is the one that the way leaves. */
export function conditionWords(condition: StepCondition, step: StoredStep): string {
  switch (condition.is) {
    case 'case':
      return `trường hợp ${condition.in.join(', ')}`
    case 'answer':
      return answerWords(condition)
    case 'outcome':
      return outcomeWords(condition, step)
    case 'all':
      return condition.of.map((each) => conditionWords(each, step)).join(' và ')
    case 'any':
      return condition.of.map((each) => conditionWords(each, step)).join(' hoặc ')
    case 'not':
      return `không phải: ${conditionWords(condition.of, step)}`
  }
}

function answerWords(condition: Extract<StepCondition, { is: 'answer' }>): string {
  if ('equals' in condition) return `${condition.question} là ${valueWords(condition.equals)}`
  if ('in' in condition) return `${condition.question} là ${condition.in.join(' hoặc ')}`
  if ('atLeast' in condition) return `${condition.question} từ ${condition.atLeast} trở lên`
  return `${condition.question} không quá ${condition.atMost}`
}

function valueWords(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  return String(value)
}

function outcomeWords(condition: Extract<StepCondition, { is: 'outcome' }>, step: StoredStep): string {
  const nameOf = (id: string): string => step.outcomes?.find((outcome) => outcome.id === id)?.name ?? id
  const names = condition.in.map((id) => (condition.step === step.id ? nameOf(id) : id)).join(' hoặc ')
  return condition.step === step.id ? names : `${condition.step}: ${names}`
}
