import { LEVELS } from '@motcua/core/organisation/organisation.ts'
import { CHANNELS } from '@motcua/core/procedure/procedure.ts'
import { Type } from 'typebox'
import { Moment, Name, NullableInteger, NullableMoment, NullableText, OneOf } from '../platform/http/schema.ts'

const ONLINE_LEVELS = ['fullyOnline', 'partiallyOnline', 'none'] as const
const TERM_UNITS = ['workingHours', 'workingDays', 'calendarDays', 'months', 'sameDay', 'none'] as const

const TermView = Type.Object({ unit: OneOf(TERM_UNITS), amount: Type.Number() })
const Answer = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())])

export const FormSchema = Name(
  'FormDefinition',
  Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    title: Type.String(),
    sections: Type.Array(
      Type.Object({
        title: Type.String(),
        fields: Type.Array(
          Type.Object({
            id: Type.String(),
            label: Type.String(),
            hint: NullableText,
            type: OneOf([
              'text',
              'longText',
              'number',
              'date',
              'choice',
              'choices',
              'yesNo',
              'personalId',
              'phone',
              'email',
            ]),
            required: Type.Boolean(),
            options: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
            min: NullableInteger,
            max: NullableInteger,
            maxLength: Type.Integer(),
            visibleWhen: Type.Union([Type.Object({ field: Type.String(), equals: Answer }), Type.Null()]),
          }),
        ),
      }),
    ),
  }),
)

const CaseView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  documents: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      originals: Type.Integer(),
      copies: Type.Integer(),
      mandatory: Type.Boolean(),
      kind: OneOf(['present', 'show', 'note']),
    }),
  ),
  terms: Type.Array(
    Type.Object({
      channels: Type.Array(OneOf(CHANNELS)),
      legal: TermView,
      legalText: Type.String(),
      committed: Type.Union([TermView, Type.Null()]),
      committedText: NullableText,
    }),
  ),
  fees: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: OneOf(['serviceCharge', 'stateFee']),
      channels: Type.Array(OneOf(CHANNELS)),
      amount: Type.Integer(),
      per: OneOf(['once', 'copy']),
      source: Type.String(),
    }),
  ),
  form: Type.String(),
})

export const ProcedureSchema = Name(
  'ProcedureView',
  Type.Object({
    code: Type.String(),
    version: Type.Integer(),
    name: Type.String(),
    summary: Type.String(),
    field: Type.String(),
    levels: Type.Array(OneOf(LEVELS)),
    audience: Type.Array(Type.String()),
    steps: Type.Array(Type.String()),
    conditions: NullableText,
    legalBases: Type.Array(Type.String()),
    results: Type.Array(Type.Object({ code: NullableText, name: Type.String() })),
    onlineLevel: OneOf(ONLINE_LEVELS),
    lifeEvents: Type.Array(Type.String()),
    source: Type.String(),
    cases: Type.Array(CaseView),
  }),
)

export const ProcedureItem = Type.Object({
  code: Type.String(),
  name: Type.String(),
  field: Type.String(),
  levels: Type.Array(OneOf(LEVELS)),
  onlineLevel: OneOf(ONLINE_LEVELS),
  summary: Type.String(),
})

export const FieldItem = Type.Object({ name: Type.String(), procedures: Type.Integer() })

export const AppointmentSchema = Type.Object({
  dueAt: NullableMoment,
  sentences: Type.Array(Type.Object({ text: Type.String(), article: NullableText, minutes: NullableInteger })),
  fee: Type.Object({
    lines: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), amount: Type.Integer() })),
    total: Type.Integer(),
  }),
})

const NamedDay = { date: Type.String(), name: Type.String(), source: Type.String() }

export const AppointmentRulesSchema = Type.Object(
  {
    asOf: Moment,
    calendar: Type.Object({
      id: Type.String(),
      name: Type.String(),
      from: Type.String(),
      to: Type.String(),
      officeHours: Type.Array(
        Type.Object({
          validFrom: Type.String(),
          validTo: NullableText,
          week: Type.Array(Type.Object({ weekday: Type.Integer(), windows: Type.Array(Type.Array(Type.Integer())) })),
          source: Type.String(),
        }),
      ),
      holidays: Type.Array(Type.Object(NamedDay)),
      makeUpDays: Type.Array(
        Type.Object({
          ...NamedDay,
          like: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Literal(5)]),
        }),
      ),
    }),
    policies: Type.Object({
      afterSupplement: OneOf(['restart', 'continue']),
      workingDay: OneOf(['eightHours', 'wholeDays']),
      rollForward: Type.Boolean(),
      onTime: OneOf(['byDay', 'byMinute']),
      sameDayUntil: Type.Integer(),
    }),
    handOver: Type.Object({ handOverUntil: Type.Integer(), article: Type.String() }),
  },
  { description: 'The law of the local day of `asOf`, by which a client makes the same appointments as the server.' },
)
