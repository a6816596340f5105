import { identifier, isObject, list, object, oneOf, type Report, type Shape, whole } from '../kernel/shape.ts'
import {
  type Condition,
  EDGES,
  FACT_COUNTS,
  FACT_FLAGS,
  FACT_INSTANTS,
  FACT_TEXTS,
  type FactText,
} from './condition.ts'

const instantEdge = { what: oneOf(FACT_INSTANTS), edge: oneOf(EDGES) }
const texts: readonly FactText[] = [
  ...(['channel', 'onlineLevel', 'delivery', 'pauseGround', 'supplementGround', 'endingGround'] as const),
  ...(['finish', 'ending', 'paidHow', 'returnedHow'] as const),
]

const MOST = 1_000_000

/** Nothing to choose from would hold for nothing, or for everything. */
function some(value: unknown, path: string, report: Report): value is readonly Condition[] {
  if (!list(conditionShape, 50)(value, path, report)) return false
  return value.length > 0 || report(path, 'đang để trống; hãy ghi ít nhất một mục')
}

type ConditionOf<Is extends Condition['is']> = Extract<Condition, { readonly is: Is }>

const CONDITIONS = {
  before: object<ConditionOf<'before'>>({ is: oneOf(['before']), ...instantEdge }),
  notBefore: object<ConditionOf<'notBefore'>>({ is: oneOf(['notBefore']), ...instantEdge }),
  oneOf: oneOfText,
  flagged: object<ConditionOf<'flagged'>>({ is: oneOf(['flagged']), what: oneOf(FACT_FLAGS) }),
  atLeast: object<ConditionOf<'atLeast'>>({ is: oneOf(['atLeast']), what: oneOf(FACT_COUNTS), count: whole(1, MOST) }),
  atMost: object<ConditionOf<'atMost'>>({ is: oneOf(['atMost']), what: oneOf(FACT_COUNTS), count: whole(0, MOST) }),
  all: object<ConditionOf<'all'>>({ is: oneOf(['all']), of: some }),
  any: object<ConditionOf<'any'>>({ is: oneOf(['any']), of: some }),
  not: object<ConditionOf<'not'>>({ is: oneOf(['not']), of: conditionShape }),
} as const satisfies { readonly [Is in Condition['is']]: Shape<ConditionOf<Is>> }

/** A condition that nobody knows would count nothing, or everything: it does not load. */
export function conditionShape(value: unknown, path: string, report: Report): value is Condition {
  if (!isObject(value)) return report(path, 'phải là một điều kiện {"is": …}')
  const known = Object.entries(CONDITIONS).find(([is]) => is === value['is'])
  if (known !== undefined) return known[1](value, path, report)
  return report(`${path}.is`, `không có điều kiện này; các điều kiện dùng được: ${Object.keys(CONDITIONS).join(', ')}`)
}

const textWords = object<ConditionOf<'oneOf'>>({
  is: oneOf(['oneOf']),
  what: oneOf(texts),
  values: list(identifier(), 20),
})

function oneOfText(value: unknown, path: string, report: Report): value is ConditionOf<'oneOf'> {
  if (!textWords(value, path, report)) return false
  const known: readonly string[] | null = FACT_TEXTS[value.what]
  const unknown = known === null ? undefined : value.values.find((each) => !known.includes(each))
  if (unknown !== undefined && known !== null) {
    return report(`${path}.values`, `"${unknown}" không phải là giá trị của ${value.what}: ${known.join(', ')}`)
  }
  return value.values.length > 0 || report(`${path}.values`, 'đang để trống; điều kiện này không đếm hồ sơ nào')
}
