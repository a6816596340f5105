import { DIMENSIONS } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import { Day, Moment, Name, NullableMoment, NullableText, OneOf } from '../platform/http/schema.ts'

const Figures = Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()]))

const ScopeItem = Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() })

/** people: whether the reader may ask who did how much in it. */
export const ReadableScope = Type.Object({ ...ScopeItem.properties, people: Type.Boolean() })

/** As the rulebook has it: how time is cut into periods, from which day on. */
export const PeriodRuleItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  validFrom: Day,
  validTo: Type.Union([Day, Type.Null()]),
  usual: Type.Boolean(),
  source: Type.String(),
  cut: Type.Object({ by: OneOf(['months', 'weeks']), startDay: Type.Integer() }),
})

const FORM_HEAD = {
  id: Type.String(),
  version: Type.Integer(),
  title: Type.String(),
  number: NullableText,
  source: Type.String(),
  unit: Type.String(),
} as const

const RowKind = Type.Object({ id: OneOf(DIMENSIONS), name: Type.String() })

export const FormItem = Type.Object({ ...FORM_HEAD, rows: Type.Array(RowKind) })

const Side = Type.Union([
  Type.Object({ id: Type.String(), name: Type.String(), kind: OneOf(['count', 'procedures']) }),
  Type.Null(),
])

/** What a figure is: `kind` count, procedures, ratio (per cent, with its sides) or missing (no data yet). */
const Definition = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  words: Type.String(),
  note: NullableText,
  source: Type.String(),
  kind: OneOf(['count', 'procedures', 'ratio', 'missing']),
  numerator: Side,
  denominator: Side,
  waitsFor: NullableText,
})

export const ReportSchema = Name(
  'Report',
  Type.Object({
    form: Type.String(),
    version: Type.Integer(),
    head: Type.Object(FORM_HEAD),
    columns: Type.Array(
      Type.Object({
        figure: Type.String(),
        head: Type.String(),
        over: Type.Array(Type.String()),
        number: Type.Union([Type.Integer(), Type.Null()]),
      }),
    ),
    besides: Type.Array(Type.String()),
    sums: Type.Array(Type.Object({ whole: Type.String(), parts: Type.Array(Type.String()) })),
    definitions: Type.Array(Definition),
    scope: ScopeItem,
    period: Type.Object({ from: Day, to: Day }),
    asOf: Moment,
    countedTo: Moment,
    by: OneOf(DIMENSIONS),
    structure: OneOf(['then', 'now']),
    corrections: Type.Boolean(),
    figures: Figures,
    rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), figures: Figures })),
    identities: Type.Array(Type.Object({ text: Type.String(), holds: Type.Boolean() })),
    notes: Type.Array(Type.String()),
  }),
)

export const CountedDossiers = Type.Object({
  figure: Type.Object({ id: Type.String(), name: Type.String(), words: Type.String() }),
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      /** Null before acceptance. */
      code: NullableText,
      procedureName: Type.String(),
      submittedAt: Moment,
      acceptedAt: NullableMoment,
      dueAt: NullableMoment,
      finishedAt: NullableMoment,
      /** Who holds or finished what is late, was to be completed or ended without a result, and why; null for others. */
      holder: NullableText,
      reason: NullableText,
      why: Type.String(),
      readable: Type.Boolean({ description: 'Whether the asker may open the dossier.' }),
    }),
  ),
  next: NullableText,
  total: Type.Integer(),
  rowName: NullableText,
})

/** `dossiers` are those of the figure `used`; both null where no figure of the form asks whether procedures are used. */
export const CountedProcedures = Type.Object({
  figure: Type.Object({ id: Type.String(), name: Type.String(), words: Type.String() }),
  used: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      field: Type.String(),
      onlineLevel: OneOf(['fullyOnline', 'partiallyOnline', 'none']),
      levelName: Type.String(),
      dossiers: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
})
