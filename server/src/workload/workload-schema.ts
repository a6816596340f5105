import { AREA_KINDS } from '@motcua/core/organisation/organisation.ts'
import { Type } from 'typebox'
import { Day, Moment, Name, NullableText, OneOf } from '../platform/http/schema.ts'
import { ReportQuery } from '../report/report.ts'

const { scope, from, to, period, rule, asOf } = ReportQuery.properties
export const WorkloadQuery = Type.Object({ scope, from, to, period, rule, asOf })

const NullableNumber = Type.Union([Type.Number(), Type.Null()])
const Against = { received: Type.Integer(), norm: NullableNumber, ratio: NullableNumber } as const

const Person = Type.Object({
  /** Names the row of the report by officers in which his dossiers lie; empty for what no officer accepted. */
  row: Type.String(),
  name: Type.String(),
  ...Against,
  days: NullableNumber,
})

const UnitItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  areas: Type.Array(OneOf(AREA_KINDS)),
  ...Against,
  receivers: Type.Integer(),
  peopleAsked: NullableNumber,
  few: Type.Boolean(),
  /** Why it has no norm. */
  gap: NullableText,
  people: Type.Array(Person),
  hidden: Type.Integer({ description: 'How many people the asker may not see.' }),
})

/** Norms in dossiers with one decimal, ratios in per cent. */
export const WorkloadSchema = Name(
  'Workload',
  Type.Object({
    scope: Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() }),
    period: Type.Object({ from: Day, to: Day }),
    worked: Type.Object({ from: Day, to: Day }),
    asOf: Moment,
    countedTo: Moment,
    /** Which dossiers the numbers are: this figure of this report form. */
    behind: Type.Object({ form: Type.String(), figure: Type.String() }),
    total: Type.Object({ ...Against, receivers: Type.Integer() }),
    units: Type.Array(UnitItem),
    /** Who may see the people that are hidden; null where none is. */
    hiddenFor: NullableText,
    notes: Type.Array(Type.String()),
  }),
)
