import {
  date,
  identifier,
  isObject,
  list,
  object,
  oneOf,
  orNull,
  type Report,
  type Shape,
  text,
  whole,
} from '../kernel/shape.ts'
import type { Narrative, NarrativeParagraph, NarrativeSectionTemplate, RowChoice } from './narrative.ts'
import type { FigureCondition } from './narrative-condition.ts'

const LONG = 4000
const DEEPEST = 5

/** A condition is data: what it may say is listed here, and anything else does not load. */
function condition(depth = 0): Shape<FigureCondition> {
  return (value, path, report): value is FigureCondition => {
    if (!isObject(value)) return report(path, 'phải là một điều kiện {"is": …}')
    if (depth > DEEPEST) return report(path, `điều kiện lồng nhau quá ${DEEPEST} tầng`)
    const shape = shapeOf(value['is'], depth)
    if (shape === undefined) return report(`${path}.is`, 'phải là một trong: atLeast, compared, not, all, any')
    return shape(value, path, report)
  }
}

type Branch<Is extends FigureCondition['is']> = Extract<FigureCondition, { is: Is }>

function shapeOf(is: unknown, depth: number): ((value: unknown, path: string, report: Report) => boolean) | undefined {
  const several = list(condition(depth + 1), 20)
  switch (is) {
    case 'atLeast':
      return object<Branch<'atLeast'>>({ is: oneOf(['atLeast']), figure: identifier(), count: whole(1, 1_000_000_000) })
    case 'compared':
      return object<Branch<'compared'>>({ is: oneOf(['compared']), with: oneOf(['previous', 'lastYear']) })
    case 'not':
      return object<Branch<'not'>>({ is: oneOf(['not']), of: condition(depth + 1) })
    case 'all':
      return object<Branch<'all'>>({ is: oneOf(['all']), of: several })
    case 'any':
      return object<Branch<'any'>>({ is: oneOf(['any']), of: several })
    default:
      return undefined
  }
}

const paragraph: Shape<NarrativeParagraph> = object<NarrativeParagraph>({
  id: identifier(),
  look: oneOf(['text', 'item']),
  when: orNull(condition()),
  each: orNull(
    object<RowChoice>({
      ...{ by: identifier(), figure: identifier() },
      ...{ atLeast: whole(1, 1_000_000), atMost: whole(1, 500), fewest: whole(1, 500) },
    }),
  ),
  text: text(LONG),
})
const paragraphs = list(paragraph, 100)

export const narrativeShape: Shape<Narrative> = object<Narrative>({
  id: identifier(),
  version: whole(1, 10_000),
  name: text(300),
  validFrom: date,
  validTo: orNull(date),
  source: text(1000),
  subject: text(1000),
  opening: paragraphs,
  sections: list(
    object<NarrativeSectionTemplate>({ id: identifier(), heading: text(300), level: oneOf([1, 2]), paragraphs }),
    50,
  ),
  closing: paragraphs,
  recipients: list(text(300), 30),
  tables: list(object<Narrative['tables'][number]>({ by: identifier(), title: text(300) }), 10),
})
