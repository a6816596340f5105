import { DIMENSIONS } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import { Day, Moment, Name, NullableMoment, NullableText, OneOf } from '../platform/http/schema.ts'

const Figures = Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()]))

export const ScopeItem = Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() })

export const ReportSchema = Name(
  'Report',
  Type.Object({
    form: Type.String(),
    version: Type.Integer(),
    scope: ScopeItem,
    period: Type.Object({ from: Day, to: Day }),
    asOf: Moment,
    countedTo: Moment,
    by: OneOf(DIMENSIONS),
    figures: Figures,
    rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), figures: Figures })),
    identities: Type.Array(Type.Object({ text: Type.String(), holds: Type.Boolean() })),
    notes: Type.Array(Type.String()),
  }),
)

export const CountedDossiers = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      code: Type.String(),
      procedureName: Type.String(),
      acceptedAt: Moment,
      dueAt: NullableMoment,
      finishedAt: NullableMoment,
      why: Type.String(),
      readable: Type.Boolean({ description: 'Whether the asker may open the dossier.' }),
    }),
  ),
  next: NullableText,
  total: Type.Integer(),
  rowName: NullableText,
})
