import { CHANNELS } from '@motcua/core/procedure/procedure.ts'
import { type Static, Type } from 'typebox'
import {
  Day,
  Identifier,
  Name,
  Nullable,
  NullableIdentifier,
  NullableSentText,
  OneOf,
  Ref,
  Sent,
  SentText,
  Sha256,
} from '../platform/http/schema.ts'

/** Beyond this many a form or a list of papers is not a form any more. */
const MOST_ANSWERS = 300
const MOST_DOCUMENTS = 200
const SHORT = 500
const LONG = 20_000

export const SentParty = Name(
  'Party',
  Sent({
    kind: OneOf(['person', 'organisation']),
    name: SentText(SHORT),
    idNumber: SentText(20),
    birthDate: Nullable(Day),
    address: SentText(SHORT),
    phone: NullableSentText(20),
    email: NullableSentText(200),
  }),
)

export const SentAnswers = Type.Record(
  Type.String({ maxLength: 80 }),
  Type.Union([
    Type.String({ maxLength: LONG }),
    Type.Number(),
    Type.Boolean(),
    Type.Array(Type.String({ maxLength: SHORT }), { maxItems: 200 }),
  ]),
  { maxProperties: MOST_ANSWERS },
)

export const SentDocument = Name(
  'SubmittedDocument',
  Sent({
    required: NullableIdentifier,
    name: SentText(1000),
    kind: OneOf(['paper', 'file', 'reuse']),
    originals: Type.Integer({ minimum: 0, maximum: 100 }),
    copies: Type.Integer({ minimum: 0, maximum: 100 }),
    file: Nullable(
      Sent({
        hash: Sha256,
        name: SentText(255),
        type: SentText(120),
        bytes: Type.Integer({ minimum: 1 }),
      }),
    ),
  }),
)

export const SentDocuments = Type.Array(Ref(SentDocument), { maxItems: MOST_DOCUMENTS })

export const SentContent = Name(
  'DossierContent',
  Type.Object(
    {
      procedure: Identifier,
      procedureVersion: Type.Integer({ minimum: 1 }),
      caseId: Identifier,
      channel: OneOf(CHANNELS),
      counter: Identifier,
      agency: Identifier,
      applicant: Ref(SentParty),
      submitter: Nullable(Ref(SentParty)),
      answers: SentAnswers,
      documents: SentDocuments,
      delivery: Sent({ by: OneOf(['counter', 'postal', 'online']), address: NullableSentText(SHORT) }),
      copies: Type.Integer({ minimum: 0, maximum: 10_000 }),
    },
    {
      additionalProperties: false,
      description:
        'What the applicant states. A citizen who files is known by the sign-in: name, number and date of birth of the submitter (or of the applicant, where there is no submitter) are taken from there.',
    },
  ),
)

export type SentContent = Static<typeof SentContent>
export type SentParty = Static<typeof SentParty>
export type SentDocument = Static<typeof SentDocument>
