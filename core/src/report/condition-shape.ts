import { identifier, isObject, list, object, oneOf, type Shape, whole } from '../kernel/shape.ts'
import {
  type Condition,
  type Edge,
  type FactCount,
  type FactInstant,
  EDGES,
  FACT_COUNTS,
  FACT_FLAGS,
  FACT_INSTANTS,
  FACT_TEXTS,
} from './condition.ts'

type Of<Kind extends Condition['is']> = Extract<Condition, { readonly is: Kind }>

const MOST = 1_000_000
const MOST_PARTS = 50

/** Nothing to choose from would hold for nothing, or for everything. */
const some = <T>(item: Shape<T>): Shape<readonly T[]> => {
  const items = list(item, MOST_PARTS)
  return (value, path, report): value is readonly T[] =>
    items(value, path, report) && (value.length > 0 || report(path, 'đang để trống; hãy ghi ít nhất một mục'))
}

/** A condition in stored data. What it names must be known: an unknown word would count nothing and nobody would notice. */
export const conditionShape: Shape<Condition> = (value, path, report): value is Condition => {
  const kind = isObject(value) ? KINDS.find((each) => each === value['is']) : undefined
  if (kind === undefined) return report(path, `phải là điều kiện { "is": … } với một trong: ${KINDS.join(', ')}`)
  return SHAPES[kind](value, path, report)
}

const instantAgainstEdge = <Kind extends 'before' | 'notBefore'>(kind: Kind) =>
  object<{ is: Kind; what: FactInstant; edge: Edge }>({
    is: oneOf([kind]),
    what: oneOf(FACT_INSTANTS),
    edge: oneOf(EDGES),
  })

const countAgainstNumber = <Kind extends 'atLeast' | 'atMost'>(kind: Kind) =>
  object<{ is: Kind; what: FactCount; count: number }>({
    is: oneOf([kind]),
    what: oneOf(FACT_COUNTS),
    count: whole(0, MOST),
  })

const several = <Kind extends 'all' | 'any'>(kind: Kind) =>
  object<{ is: Kind; of: readonly Condition[] }>({ is: oneOf([kind]), of: some(conditionShape) })

const SHAPES = {
  before: instantAgainstEdge('before'),
  notBefore: instantAgainstEdge('notBefore'),
  oneOf: object<Of<'oneOf'>>({ is: oneOf(['oneOf']), what: oneOf(FACT_TEXTS), values: some(identifier()) }),
  flagged: object<Of<'flagged'>>({ is: oneOf(['flagged']), what: oneOf(FACT_FLAGS) }),
  atLeast: countAgainstNumber('atLeast'),
  atMost: countAgainstNumber('atMost'),
  all: several('all'),
  any: several('any'),
} as const satisfies Record<Condition['is'], Shape<Condition>>
const KINDS = Object.keys(SHAPES) as readonly (keyof typeof SHAPES)[]
