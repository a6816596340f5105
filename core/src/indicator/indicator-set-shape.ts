import { date, identifier, isObject, list, object, oneOf, orNull, type Shape, text, whole } from '../kernel/shape.ts'
import { conditionShape } from '../report/report.ts'
import {
  ASSESSED_LEVELS,
  INDICATOR_SOURCES,
  type IndicatorClass,
  type IndicatorComponent,
  type IndicatorGroup,
  type IndicatorSet,
  type Measure,
  PROCEDURE_TRAITS,
} from './indicator-set.ts'

type Of<Kind extends Measure['of']> = Extract<Measure, { readonly of: Kind }>

const measure: Shape<Measure> = (value, path, report): value is Measure => {
  const kind = isObject(value) ? KINDS.find((each) => each === value['of']) : undefined
  if (kind === undefined) return report(path, `phải là cách đếm { "of": … } với một trong: ${KINDS.join(', ')}`)
  return MEASURES[kind](value, path, report)
}

const traits = list(oneOf(PROCEDURE_TRAITS), PROCEDURE_TRAITS.length)
const MOST_WORKING_DAYS = 100

const MEASURES = {
  dossiers: object<Of<'dossiers'>>({ of: oneOf(['dossiers']), among: conditionShape, having: conditionShape }),
  procedures: object<Of<'procedures'>>({
    of: oneOf(['procedures']),
    among: traits,
    having: traits,
    used: orNull(conditionShape),
  }),
  agencies: object<Of<'agencies'>>({
    of: oneOf(['agencies']),
    among: oneOf(['certifiedCopy', 'interlinked']),
    used: conditionShape,
  }),
  publications: object<Of<'publications'>>({
    of: oneOf(['publications']),
    step: oneOf(['decided', 'madePublic']),
    workingDays: whole(0, MOST_WORKING_DAYS),
  }),
  source: object<Of<'source'>>({ of: oneOf(['source']), source: oneOf(INDICATOR_SOURCES) }),
  remainder: object<Of<'remainder'>>({ of: oneOf(['remainder']), parts: list(measure, 10) }),
} as const satisfies Record<Measure['of'], Shape<Measure>>
const KINDS = Object.keys(MEASURES) as readonly (keyof typeof MEASURES)[]

const POINTS = whole(0, 100)

const component = object<IndicatorComponent>({
  id: identifier(),
  name: text(300),
  maxPoints: POINTS,
  fullAt: whole(1, 100),
  measure,
  numerator: text(),
  denominator: text(),
  whenNone: oneOf(['zero', 'full', 'apart']),
  scaledBy: orNull(identifier()),
  notFor: orNull(
    object<NonNullable<IndicatorComponent['notFor']>>({
      levels: list(oneOf(ASSESSED_LEVELS), ASSESSED_LEVELS.length),
      instead: oneOf(['full', 'ofProvince', 'apart']),
    }),
  ),
  note: orNull(text(1000)),
  source: text(),
})

/** A set as it is stored; what its parts must amount to is for `checkIndicatorSet`. */
export const indicatorSetShape: Shape<IndicatorSet> = object<IndicatorSet>({
  id: identifier(),
  version: whole(1, 10_000),
  name: text(300),
  validFrom: date,
  validTo: orNull(date),
  source: text(),
  note: text(1000),
  groups: list(
    object<IndicatorGroup>({ id: identifier(), name: text(300), maxPoints: POINTS, components: list(component, 50) }),
    20,
  ),
  classes: list(object<IndicatorClass>({ id: identifier(), name: text(100), from: POINTS }), 20),
})
