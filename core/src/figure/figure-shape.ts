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
  yesNo,
} from '../kernel/shape.ts'
import { FACT_TEXTS } from './condition.ts'
import { conditionShape } from './condition-shape.ts'
import {
  type FigureDefinition,
  type FigureIdentity,
  type FormColumn,
  type Measure,
  type ReportForm,
  ROW_KINDS,
  SCOPE_KINDS,
} from './figure-record.ts'

type MeasureOf<Is extends Measure['is']> = Extract<Measure, { readonly is: Is }>

const MEASURES = {
  count: object<MeasureOf<'count'>>({ is: oneOf(['count']), within: orNull(identifier()), condition: conditionShape }),
  procedures: object<MeasureOf<'procedures'>>({
    is: oneOf(['procedures']),
    levels: list(oneOf(FACT_TEXTS.onlineLevel), FACT_TEXTS.onlineLevel.length),
    used: orNull(object<NonNullable<MeasureOf<'procedures'>['used']>>({ figure: identifier(), some: yesNo })),
  }),
  ratio: object<MeasureOf<'ratio'>>({ is: oneOf(['ratio']), numerator: identifier(), denominator: identifier() }),
  missing: object<MeasureOf<'missing'>>({ is: oneOf(['missing']), waitsFor: text(300) }),
} as const satisfies { readonly [Is in Measure['is']]: Shape<MeasureOf<Is>> }

function measure(value: unknown, path: string, report: Report): value is Measure {
  if (!isObject(value)) return report(path, 'phải là một cách tính {"is": …}')
  const known = Object.entries(MEASURES).find(([is]) => is === value['is'])
  if (known !== undefined) return known[1](value, path, report)
  return report(`${path}.is`, `không có cách tính này; các cách dùng được: ${Object.keys(MEASURES).join(', ')}`)
}

const version = { version: whole(1, 10_000), validFrom: date, validTo: orNull(date) }

export const figureShape: Shape<FigureDefinition> = object<FigureDefinition>({
  id: identifier(),
  ...version,
  name: text(200),
  words: text(500),
  note: orNull(text(500)),
  scopes: list(oneOf(SCOPE_KINDS), SCOPE_KINDS.length),
  source: text(),
  measure,
})

const column: Shape<FormColumn> = object<FormColumn>({
  figure: identifier(),
  head: text(200),
  over: list(text(200), 3),
  number: orNull(whole(1, 100)),
})

export const reportFormShape: Shape<ReportForm> = object<ReportForm>({
  id: identifier(),
  ...version,
  title: text(300),
  number: orNull(text(100)),
  source: text(),
  unit: text(50),
  counted: identifier(),
  columns: list(column, 60),
  besides: list(identifier(), 60),
  identities: list(object<FigureIdentity>({ whole: identifier(), parts: list(identifier(), 20) }), 60),
  rows: list(oneOf(ROW_KINDS), ROW_KINDS.length),
  notes: list(text(500), 20),
})
