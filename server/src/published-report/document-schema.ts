import { Type } from 'typebox'
import { NullableText, OneOf } from '../platform/http/schema.ts'

const Run = Type.Object({ text: Type.String(), code: NullableText, blank: Type.Boolean() })

const Letter = Type.Object({
  issuer: Type.Object({ superior: NullableText, name: Type.String() }),
  number: NullableText,
  place: Type.String(),
  date: NullableText,
  signature: Type.Object({ authority: NullableText, title: Type.String(), name: NullableText }),
})

/** `receivedNew@1` */
const Definitions = Type.Array(Type.String())

/** The text of a report with its figures filled in. */
export const DocumentSchema = Type.Object({
  narrative: Type.Object({ id: Type.String(), version: Type.Integer() }),
  subject: Type.String(),
  sections: Type.Array(
    Type.Object({
      id: Type.String(),
      heading: Type.String(),
      level: Type.Integer(),
      paragraphs: Type.Array(
        Type.Object({
          id: Type.String(),
          look: OneOf(['text', 'item']),
          runs: Type.Array(Run),
          rewrittenBy: NullableText,
        }),
      ),
    }),
  ),
  recipients: Type.Array(Type.String()),
  letter: Letter,
  /** The definitions that its numbers rest on, by period; of signed texts. */
  figures: Type.Optional(Type.Object({ this: Definitions, previous: Definitions, lastYear: Definitions })),
})
