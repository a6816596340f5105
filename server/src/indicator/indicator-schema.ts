import { Type } from 'typebox'
import {
  Cursor,
  Day,
  Identifier,
  Moment,
  Name,
  Nullable,
  NullableInteger,
  NullableMoment,
  NullableText,
  OneOf,
} from '../platform/http/schema.ts'
import { COMPARISONS } from './indicator.ts'
import { SIDES } from './indicator.store.ts'

const NullableNumber = Type.Unsafe<number | null>({ type: ['number', 'null'] })

/** `766` in force at the period's end, or one version, `766@2`. */
export const SetParams = Type.Object({
  set: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}(@[0-9]{1,5})?$' }),
})
/** `2024-03`, `2024-Q1` or `2024`. */
export const QualityQuery = Type.Object({
  scope: Identifier,
  period: Type.String({ maxLength: 10 }),
  asOf: Type.Optional(Moment),
})
export const AssessmentQuery = Type.Object({
  ...QualityQuery.properties,
  compare: Type.Optional(OneOf(COMPARISONS)),
})
export const ComponentQuery = Type.Object({ ...QualityQuery.properties, component: Identifier, side: OneOf(SIDES) })
export const DossiersQuery = Type.Object({ ...ComponentQuery.properties, cursor: Type.Optional(Cursor) })
/** Of one procedure or one agency alone. */
export const LostOf = { procedure: Type.Optional(Identifier), agency: Type.Optional(Identifier) }
export const LostDossiersQuery = Type.Object({
  ...QualityQuery.properties,
  ...LostOf,
  cursor: Type.Optional(Cursor),
})

const ScopeView = Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() })
const PeriodView = Type.Object({
  id: Type.String(),
  kind: OneOf(['month', 'quarter', 'year']),
  name: Type.String(),
  from: Day,
  to: Day,
})

export const SetItem = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  validFrom: Day,
  validTo: NullableText,
  note: Type.String(),
})

const ComponentView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  state: OneOf(['counted', 'none', 'notApplicable', 'missing']),
  numerator: NullableNumber,
  denominator: NullableNumber,
  ratio: NullableNumber,
  points: NullableNumber,
  maxPoints: Type.Number(),
  fullAt: Type.Integer(),
  numeratorWords: Type.String(),
  denominatorWords: Type.String(),
  reason: NullableText,
  note: NullableText,
  source: Type.String(),
  lists: Nullable(OneOf(['dossiers', 'items'])),
  before: NullableNumber,
})

/** Points are unrounded; what nobody knows is null and never 0. */
export const QualitySchema = Name(
  'Quality',
  Type.Object({
    set: Type.Object({
      id: Type.String(),
      version: Type.Integer(),
      name: Type.String(),
      source: Type.String(),
      note: Type.String(),
    }),
    scope: ScopeView,
    period: PeriodView,
    asOf: Moment,
    countedTo: Moment,
    points: NullableNumber,
    assessable: Type.Number(),
    maxPoints: Type.Number(),
    percent: NullableNumber,
    rank: NullableText,
    provisional: Type.Boolean(),
    compared: Nullable(
      Type.Object({ with: OneOf(COMPARISONS), period: PeriodView, asOf: Moment, points: NullableNumber }),
    ),
    groups: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        points: NullableNumber,
        assessable: Type.Number(),
        maxPoints: Type.Number(),
        before: NullableNumber,
        components: Type.Array(ComponentView),
      }),
    ),
    classes: Type.Array(Type.Object({ name: Type.String(), from: Type.Number() })),
  }),
)

export const QualityDossiers = Type.Object({
  componentName: NullableText,
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      code: Type.String(),
      procedureName: Type.String(),
      agencyName: Type.String(),
      acceptedAt: Moment,
      dueAt: NullableMoment,
      finishedAt: NullableMoment,
      points: Type.Number(),
      components: Type.Array(Type.String()),
      why: Type.String(),
      readable: Type.Boolean({ description: 'Whether the asker may open the dossier.' }),
    }),
  ),
  next: NullableText,
  /** Null where dossiers of several components stand together. */
  total: NullableInteger,
})

/** Procedures or agencies behind a component that does not count dossiers. */
export const QualityItems = Type.Object({
  componentName: Type.String(),
  kind: OneOf(['procedure', 'agency']),
  items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), points: NullableNumber, why: NullableText })),
})

const Losses = Type.Array(
  Type.Object({
    id: Type.String(),
    name: Type.String(),
    points: Type.Number(),
    losses: Type.Array(
      Type.Object({
        component: Type.String(),
        points: Type.Number(),
        dossiers: NullableInteger,
      }),
    ),
  }),
)
/** Who cost how many points, the dearest first. */
export const QualityLost = Type.Object({ points: Type.Number(), procedures: Losses, agencies: Losses })

const Choice = Type.Object({ id: Type.String(), name: Type.String() })
export const PublicChoices = Type.Object({ scopes: Type.Array(Choice), periods: Type.Array(Choice) })
