import { DIMENSIONS } from '@motcua/core/report/report.ts'
import { Type } from 'typebox'
import {
  Day,
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
  source: Type.String(),
  by: Type.String(),
  definitions: Type.Array(
    Type.Object({ id: Type.String(), version: Type.Integer(), name: Type.String(), words: Type.String() }),
  ),
  columns: Type.Array(Type.String()),
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
/** What is to be published: the tables of II.06a, each by one dimension. */
export const PublishedReportOrder = Sent({
  ...{ scope, from: Day, to: Day, asOf },
  tables: Type.Array(Sent({ by: OneOf(DIMENSIONS) }), {
    minItems: 1,
    maxItems: 6,
  }),
})

const Cell = Type.Object({
  row: NullableText,
  rowName: NullableText,
  figure: Type.String(),
  figureName: Type.String(),
  before: NullableInteger,
  now: NullableInteger,
})

/** What the same question gives as of another instant, where it is not what was published. */
export const PublishedDifference = Type.Object({
  asOf: Moment,
  tables: Type.Array(Type.Object({ by: Type.String(), cells: Type.Array(Cell) })),
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
