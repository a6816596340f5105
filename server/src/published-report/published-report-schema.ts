import { DIMENSIONS } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import {
  Day,
  Identifier,
  Moment,
  Name,
  Nullable,
  NullableInteger,
  NullableText,
  OneOf,
  Page,
  Sent,
  Sha256,
} from '../platform/http/schema.ts'
import { DocumentSchema } from './document-schema.ts'
import { ReportQuery } from '../report/report.ts'

const Figures = Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()]))

const Table = Type.Object({
  form: Type.String(),
  version: Type.Integer(),
  title: Type.String(),
  /** Of the printed form, `II.06a/VPCP/KSTT`; absent in reports of before. */
  number: Type.Optional(NullableText),
  source: Type.String(),
  by: Type.String(),
  definitions: Type.Array(
    Type.Object({
      ...{ id: Type.String(), version: Type.Integer(), name: Type.String(), words: Type.String() },
      kind: Type.Optional(OneOf(['count', 'procedures', 'ratio', 'missing'])),
    }),
  ),
  columns: Type.Array(Type.String()),
  heads: Type.Optional(
    Type.Array(
      Type.Object({
        figure: Type.String(),
        head: Type.String(),
        over: Type.Array(Type.String()),
        number: NullableInteger,
      }),
    ),
  ),
  unit: Type.Optional(Type.String()),
  /** What its numbers rest on: `receivedNew@1`. */
  figures: Type.Optional(Type.Array(Type.String())),
  totals: Figures,
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), figures: Figures })),
  identities: Type.Array(Type.Object({ text: Type.String(), holds: Type.Boolean() })),
  notes: Type.Array(Type.String()),
})

const HEAD = {
  number: Type.Integer(),
  publishedAt: Moment,
  publishedByName: Type.String(),
  title: Type.String(),
  scope: Type.Object({ id: Type.String(), name: Type.String() }),
  period: Type.Object({ from: Day, to: Day }),
  asOf: Moment,
  contentHash: Sha256,
} as const

export const PublishedReportHead = Type.Object(HEAD)
export const PublishedReportPage = Page(PublishedReportHead)

export const PublishedReportSchema = Name(
  'PublishedReport',
  Type.Object({
    ...HEAD,
    hash: Sha256,
    previousHash: Sha256,
    countedTo: Moment,
    corrections: Type.Boolean(),
    tables: Type.Array(Table),
    document: Nullable(DocumentSchema),
  }),
)

const { scope, asOf } = ReportQuery.properties
/** What is to be published: tables, each of one form (II.06a where none is named) and by one dimension. */
export const PublishedReportOrder = Sent({
  ...{ scope, from: Day, to: Day, asOf },
  corrections: Type.Optional(Type.Boolean()),
  tables: Type.Array(Sent({ form: Type.Optional(Identifier), by: OneOf(DIMENSIONS) }), { minItems: 1, maxItems: 12 }),
})

const NullableNumber = Type.Union([Type.Number(), Type.Null()])

const Cell = Type.Object({
  row: NullableText,
  rowName: NullableText,
  figure: Type.String(),
  figureName: Type.String(),
  before: NullableNumber,
  now: NullableNumber,
})

/** What the same question gives as of another instant, where it is not what was published. */
export const PublishedDifference = Type.Object({
  asOf: Moment,
  corrections: Type.Boolean(),
  tables: Type.Array(
    Type.Object({ form: Type.String(), title: Type.String(), by: Type.String(), cells: Type.Array(Cell) }),
  ),
})

const MovedDossier = Type.Object({
  id: Type.String(),
  /** Null before acceptance. */
  code: NullableText,
  /** Why it was counted there, or is now. */
  why: Type.String(),
})

/** The dossiers by which one number differs. */
export const MovedDossiers = Type.Object({
  asOf: Moment,
  left: Type.Array(MovedDossier),
  entered: Type.Array(MovedDossier),
})

const FigureName = Type.Object({ id: Type.String(), name: Type.String() })

/** Every dossier that is counted elsewhere than it was, and the cells that it left and entered. */
export const DifferenceDossiers = Type.Object({
  asOf: Moment,
  corrections: Type.Boolean(),
  forms: Type.Array(
    Type.Object({
      form: Type.String(),
      title: Type.String(),
      total: Type.Integer(),
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          code: NullableText,
          /** Why it was counted where it was, and is now; null where it is not counted at all. */
          before: NullableText,
          now: NullableText,
          left: Type.Array(FigureName),
          entered: Type.Array(FigureName),
        }),
      ),
    }),
  ),
})
