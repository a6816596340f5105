import type { DossierAction } from '@motcua/core/dossier/dossier-commands.ts'
import { type TObject, type TProperties, Type } from 'typebox'
import {
  Amount,
  Day,
  Identifier,
  Moment,
  Name,
  Nullable,
  NullableIdentifier,
  NullableInteger,
  NullableSentText,
  NullableText,
  OneOf,
  Ref,
  Sent,
  SentText,
  Sha256,
  Uuid,
} from '../platform/http/schema.ts'
import { ProblemSchema } from '../platform/http/problem.ts'
import { SentAnswers, SentContent, SentDocuments, SentParty } from './dossier-content-schema.ts'
import { CORRECTED_TIMES, STATES } from '@motcua/core/dossier/dossier.ts'

const Reason = SentText(4000)
const Note = NullableSentText(4000)
const PAYMENT_METHODS = ['cash', 'transfer', 'online'] as const
const DELIVERIES = ['counter', 'postal', 'online'] as const

const SentResult = Sent({ number: SentText(100), issuedOn: Day, summary: SentText(4000), file: Nullable(Sha256) })

const OfPart = Type.Optional(
  Type.Unsafe<string | null>({
    ...NullableIdentifier,
    description: 'The part of an interlinked dossier; left out: the whole.',
  }),
)
const ChosenOutcome = Type.Optional(
  Type.Unsafe<string | null>({ ...NullableIdentifier, description: 'The choice, where the step asks for one.' }),
)

const Ground = Type.Optional(
  Type.Unsafe<string | null>({
    ...NullableIdentifier,
    description: 'A ground of the catalogue for this action, beside the written reason; left out: none is named.',
  }),
)

/** What each action asks for besides the dossier and the version: the fields of its command, instants as text. */
export const COMMAND_FIELDS = {
  saveDraft: { content: Ref(SentContent) },
  submit: { content: Ref(SentContent) },
  accept: {},
  decline: { reason: Reason, ground: Ground },
  assign: { officer: Identifier, note: Note, part: OfPart },
  forward: { officer: NullableIdentifier, note: Note, outcome: ChosenOutcome, part: OfPart },
  skip: { officer: NullableIdentifier, reason: Reason, part: OfPart },
  completePart: {
    part: Identifier,
    result: Nullable(Sent({ number: SentText(100), issuedOn: Day, summary: SentText(4000) })),
    note: Note,
  },
  sendBack: { step: Identifier, reason: Reason, part: OfPart },
  takeBack: { reason: Reason, part: OfPart },
  reassign: { officer: Identifier, reason: Reason, part: OfPart },
  consult: { agency: Identifier, question: Reason, dueAt: Moment },
  answerConsultation: { id: SentText(80), answer: Reason },
  requestSupplement: { items: Type.Array(SentText(1000), { maxItems: 200 }), reason: Reason, ground: Ground },
  supplySupplement: { documents: SentDocuments, note: Note },
  requestPayment: { lines: Type.Array(Sent({ name: SentText(500), amount: Amount }), { maxItems: 100 }) },
  recordPayment: { amount: Amount, method: OneOf(PAYMENT_METHODS), reference: NullableSentText(200) },
  pause: { ground: Identifier, note: Note },
  resume: { note: Note },
  receive: {},
  draftApology: { reason: Reason, dueAt: Moment },
  apologise: { reason: Reason, dueAt: Moment, letter: SentText(200) },
  refuse: { reason: Reason, ground: Ground },
  withdraw: { reason: Reason, ground: Ground },
  stop: { reason: Reason, ground: Ground },
  signResult: { result: SentResult },
  resolve: { result: SentResult },
  return: { receivedBy: SentText(200), by: OneOf(DELIVERIES) },
  correct: { applicant: Nullable(Ref(SentParty)), answers: Nullable(SentAnswers), reason: Reason },
  proposeCorrection: {
    what: OneOf(CORRECTED_TIMES),
    to: Moment,
    reason: Reason,
    document: NullableSentText(400),
    file: Nullable(Sha256),
  },
  approveCorrection: { number: Type.Integer({ minimum: 1 }) },
  rejectCorrection: { number: Type.Integer({ minimum: 1 }), reason: Reason },
  rebase: { version: Type.Integer({ minimum: 1 }) },
} as const satisfies Record<DossierAction, TProperties>

const ExpectedVersion = Type.Unsafe<number | null>({
  type: ['integer', 'null'],
  minimum: 0,
  description: 'The version that the asker saw; null where the change does not depend on what was seen.',
})

/** Body of POST /api/dossiers/{id}/{action}. */
export function commandBody(action: DossierAction): TObject<{ expectedVersion: typeof ExpectedVersion }> {
  return Sent({ expectedVersion: ExpectedVersion, ...COMMAND_FIELDS[action] })
}

const withAction = <Action extends DossierAction>(action: Action) =>
  Sent({ action: Type.Literal(action), ...COMMAND_FIELDS[action] })

const ACTION_WORDS = Object.keys(COMMAND_FIELDS).filter((word): word is DossierAction => word in COMMAND_FIELDS)

export const CommandSchema = Name('DossierCommand', Type.Union(ACTION_WORDS.map(withAction)))

export const MOST_CHANGES = 200

export const ChangesBody = Sent({
  changes: Type.Array(
    Sent({
      dossier: Uuid,
      expectedVersion: ExpectedVersion,
      key: NullableSentText(200),
      command: Ref(CommandSchema),
    }),
    { minItems: 1, maxItems: MOST_CHANGES },
  ),
})

export const ChangedSchema = Name(
  'DossierChanged',
  Type.Object({
    dossier: Type.String(),
    version: Type.Integer(),
    state: OneOf(STATES),
    stateName: Type.String(),
    code: NullableText,
    repeated: Type.Boolean({ description: 'This request had been answered before; this is that answer.' }),
  }),
)

export const OutcomesSchema = Type.Object({
  outcomes: Type.Array(
    Type.Object({
      dossier: Type.String(),
      kind: OneOf(['changed', 'refused']),
      version: NullableInteger,
      state: Nullable(OneOf(STATES)),
      code: NullableText,
      problem: Nullable(Ref(ProblemSchema)),
    }),
  ),
})
