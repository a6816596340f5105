import { Type } from 'typebox'
import {
  Day,
  Moment,
  Nullable,
  NullableInteger,
  NullableText,
  OneOf,
  Sent,
  SentText,
  Uuid,
} from '../platform/http/schema.ts'
import { DocumentSchema } from '../published-report/published-report.ts'
import { ReportQuery } from '../report/report.ts'

const HEAD = {
  id: Uuid,
  name: Type.String(),
  scope: Type.Object({ id: Type.String(), name: Type.String() }),
  period: Type.Object({ from: Day, to: Day }),
  openedAt: Moment,
  openedByName: Type.String(),
  publishedNumber: NullableInteger,
}

export const DraftItem = Type.Object(HEAD)
export const DraftList = Type.Object({ items: Type.Array(DraftItem) })

export const DraftView = Type.Object({
  ...HEAD,
  asOf: Moment,
  document: DocumentSchema,
  blanks: Type.Array(Type.String()),
  /** How many edits there are; whoever signs says how many he saw. */
  edits: Type.Integer(),
  /** By paragraph: who wrote it last, and the number of that edit. */
  edited: Type.Record(Type.String(), Type.Object({ number: Type.Integer(), by: Type.String(), at: Moment })),
  /** Paragraphs that somebody left out, as they read before. */
  leftOut: Type.Array(Type.Object({ id: Type.String(), section: Type.String(), text: Type.String() })),
  /** Numbers that may be put into a sentence. */
  figures: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), words: Type.String(), text: Type.String() }),
  ),
  compared: Type.Object({
    previous: Nullable(Type.Object({ from: Day, to: Day })),
    lastYear: Nullable(Type.Object({ from: Day, to: Day })),
  }),
  mayPublish: Type.Boolean(),
})

export const DraftHistory = Type.Object({
  items: Type.Array(
    Type.Object({
      number: Type.Integer(),
      at: Moment,
      by: Type.String(),
      paragraph: Type.String(),
      /** Null: left out, or brought back. */
      text: NullableText,
      restored: Type.Boolean(),
    }),
  ),
})

export const DraftOrder = Sent({ scope: ReportQuery.properties.scope, from: Day, to: Day })
export const OpenedDraft = Type.Object({ id: Uuid })

const ParagraphId = Type.String({ minLength: 1, maxLength: 200 })
const PieceSent = Type.Union([
  Sent({ text: SentText(10_000) }),
  Sent({ code: Type.String({ maxLength: 300 }) }),
  Sent({ blank: Type.String({ minLength: 1, maxLength: 500 }) }),
])

export const EditSent = Sent({
  paragraph: ParagraphId,
  /** Null: left out; with `restore` brought back as it read before it was left out. */
  pieces: Nullable(Type.Array(PieceSent, { maxItems: 300 })),
  restore: Type.Optional(Type.Literal(true)),
  added: Nullable(Sent({ section: ParagraphId, after: Nullable(ParagraphId), look: OneOf(['text', 'item']) })),
  seen: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
})

export const SigningSent = Sent({
  number: Type.String({ minLength: 1, maxLength: 50 }),
  seen: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
})
