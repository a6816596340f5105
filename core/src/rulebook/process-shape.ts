import {
  date,
  identifier,
  isObject,
  list,
  object,
  objectWithOptional,
  oneOf,
  orNull,
  type Shape,
  text,
  whole,
} from '../kernel/shape.ts'
import { ROLES } from '../organisation/organisation.ts'
import type { Term } from '../procedure/procedure.ts'
import type { Outcome, PartAgency, StepCondition, StoredProcess, StoredStep, Way } from '../process/process.ts'

const MAX_NUMBER = 1_000_000_000_000
/** Deeper conditions are nobody's decision any more. */
const DEEPEST = 6

export const term: Shape<Term> = object<Term>({
  unit: oneOf(['workingHours', 'workingDays', 'calendarDays', 'months', 'sameDay', 'none']),
  amount: whole(0, 1000),
})

const words = list(identifier(), 200)
const number = whole(-MAX_NUMBER, MAX_NUMBER)
const value: Shape<string | number | boolean> = (given, path, report): given is string | number | boolean =>
  typeof given === 'boolean' ||
  (typeof given === 'number' ? number(given, path, report) : text(200)(given, path, report))

const QUESTIONED = { is: oneOf(['answer']), question: identifier() } as const
const ANSWERED = {
  equals: object({ ...QUESTIONED, equals: value }),
  in: object({ ...QUESTIONED, in: list(text(200), 200) }),
  atLeast: object({ ...QUESTIONED, atLeast: number }),
  atMost: object({ ...QUESTIONED, atMost: number }),
} as const

/** A condition that nobody knows does not load: a branch that is silently never taken loses dossiers. */
function conditionShape(depth: number): Shape<StepCondition> {
  return (given, path, report): given is StepCondition => {
    if (!isObject(given)) return report(path, 'phải là một điều kiện, ví dụ {"is": "case", "in": ["…"]}')
    if (depth > DEEPEST) return report(path, `điều kiện lồng nhau quá ${DEEPEST} tầng`)
    switch (given['is']) {
      case 'case':
        return object({ is: oneOf(['case']), in: words })(given, path, report)
      case 'outcome':
        return object({ is: oneOf(['outcome']), step: identifier(), in: words })(given, path, report)
      case 'answer': {
        const asked = (['equals', 'in', 'atLeast', 'atMost'] as const).filter((key) => Object.hasOwn(given, key))
        const [key] = asked
        if (key === undefined || asked.length > 1)
          return report(path, 'điều kiện về câu trả lời phải có đúng một trong: equals, in, atLeast, atMost')
        return ANSWERED[key](given, path, report)
      }
      case 'all':
      case 'any':
        return object({ is: oneOf(['all', 'any']), of: list(conditionShape(depth + 1), 50) })(given, path, report)
      case 'not':
        return object({ is: oneOf(['not']), of: conditionShape(depth + 1) })(given, path, report)
      default:
        return report(`${path}.is`, 'không có loại điều kiện này; dùng case, answer, outcome, all, any hoặc not')
    }
  }
}

const way = object<Way>({ to: identifier(), when: orNull(conditionShape(1)) })

const agency: Shape<PartAgency> = (given, path, report): given is PartAgency => {
  if (!isObject(given)) return report(path, 'phải là cơ quan của nhánh, ví dụ {"is": "own", "field": null}')
  switch (given['is']) {
    case 'own':
      return object({ is: oneOf(['own']), field: orNull(text(200)) })(given, path, report)
    case 'named':
      return object({ is: oneOf(['named']), code: identifier() })(given, path, report)
    case 'outside':
      return object({ is: oneOf(['outside']), name: text(200) })(given, path, report)
    default:
      return report(`${path}.is`, 'phải là own, named hoặc outside')
  }
}

type StoredPart = NonNullable<StoredStep['parts']>[number]

function stepShape(parts: Shape<readonly StoredPart[]>): Shape<StoredStep> {
  return objectWithOptional<StoredStep>(
    {
      id: identifier(),
      name: text(300),
      kind: oneOf(['intake', 'assign', 'appraise', 'review', 'sign', 'issue', 'return']),
      role: oneOf(ROLES),
      at: oneOf(['counter', 'agency', 'division', 'named']),
      minutes: orNull(whole(0, 1_000_000)),
      agency: orNull(identifier()),
      outcomes: list(object<Outcome>({ id: identifier(), name: text(200) }), 20),
      ways: list(way, 50),
      skip: list(oneOf(ROLES), 5),
      parts,
    },
    ['agency', 'outcomes', 'ways', 'skip', 'parts'],
  )
}

/** A part is not divided again; what it holds of parts must be empty. */
const partStep = stepShape((given, path, report): given is readonly StoredPart[] =>
  Array.isArray(given) && given.length === 0 ? true : report(path, 'nhánh không được chia nhánh nữa'),
)

const part: Shape<StoredPart> = object<StoredPart>({
  id: identifier(),
  name: text(300),
  agency,
  term: orNull(term),
  steps: list(partStep, 50),
})

export const process: Shape<StoredProcess> = object<StoredProcess>({
  id: identifier(),
  name: text(300),
  versions: list(
    object<StoredProcess['versions'][number]>({
      version: whole(1, 10_000),
      effectiveFrom: date,
      effectiveTo: orNull(date),
      source: text(),
      steps: list(stepShape(list(part, 20)), 100),
    }),
    500,
  ),
})
