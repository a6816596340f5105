import { ACTIONS } from '@motcua/core/dossier/dossier-commands.ts'
import { CLOCK_CLASSES, CORRECTED_TIMES, STATES } from '@motcua/core/dossier/dossier.ts'
import { TIME_STATES } from '@motcua/core/dossier/dossier.ts'
import { ROLES } from '@motcua/core/organisation/organisation.ts'
import { CHANNELS } from '@motcua/core/procedure/procedure.ts'
import { GROUNDED_ACTIONS } from '@motcua/core/rulebook/rulebook.ts'
import { Type } from 'typebox'
import {
  Moment,
  Name,
  Nullable,
  NullableInteger,
  NullableMoment,
  NullableText,
  OneOf,
} from '../platform/http/schema.ts'
import type { View } from '../platform/http/route.ts'

const UnitName = Type.Object({ id: Type.String(), name: Type.String() })

const PartyView = Type.Object({
  kind: OneOf(['person', 'organisation']),
  name: Type.String(),
  idNumber: Type.String({ description: 'Masked, except for the filer of a draft.' }),
  birthDate: NullableText,
  address: Type.String(),
  phone: NullableText,
  email: NullableText,
})

const FeeLine = Type.Object({ id: Type.String(), name: Type.String(), amount: Type.Integer() })

export const ClockSentence = Type.Object({
  text: Type.String(),
  article: NullableText,
  minutes: NullableInteger,
})

const DocumentView = Type.Object({
  required: NullableText,
  name: Type.String(),
  kind: OneOf(['paper', 'file', 'reuse']),
  originals: Type.Integer(),
  copies: Type.Integer(),
  file: Nullable(
    Type.Object({
      hash: Type.String(),
      name: Type.String(),
      type: Type.String(),
      bytes: Type.Integer(),
      url: Type.String(),
    }),
  ),
})

const StepView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: OneOf(ROLES),
  roleName: Type.String(),
  minutes: NullableInteger,
  status: OneOf(['done', 'now', 'todo']),
  officerName: NullableText,
  from: NullableMoment,
  to: NullableMoment,
  usedMinutes: NullableInteger,
})

const TimelineEntry = Type.Object({
  number: Type.Integer(),
  at: Moment,
  actorName: Type.String(),
  action: Type.String(),
  title: Type.String(),
  detail: NullableText,
})

const SupplementView = Type.Object({
  requestedAt: Moment,
  items: Type.Array(Type.String()),
  reason: Type.String(),
  suppliedAt: NullableMoment,
})

const ConsultationView = Type.Object({
  id: Type.String(),
  agency: UnitName,
  question: Type.String(),
  askedAt: Moment,
  dueAt: Moment,
  answeredAt: NullableMoment,
  answer: NullableText,
})

const ResultView = Type.Object({
  number: Type.String(),
  issuedOn: Type.String(),
  summary: Type.String(),
  file: NullableText,
})

const ApologyView = Type.Object({
  draftedAt: Moment,
  draftedByName: Type.String(),
  reason: Type.String(),
  promisedAt: Moment,
  letter: NullableText,
  signedAt: NullableMoment,
  signedByName: NullableText,
  moved: Type.Boolean({ description: 'Whether the signature moved the appointed time.' }),
  url: Type.String({ description: 'The letter as PDF.' }),
})

const CorrectionView = Type.Object({
  number: Type.Integer(),
  what: OneOf(CORRECTED_TIMES),
  whatName: Type.String(),
  from: Moment,
  to: Moment,
  reason: Type.String(),
  document: NullableText,
  file: Nullable(Type.Object({ hash: Type.String(), url: Type.String() })),
  state: OneOf(['proposed', 'approved', 'rejected']),
  stateName: Type.String(),
  proposedAt: Moment,
  proposedByName: Type.String(),
  decidedAt: NullableMoment,
  decidedByName: NullableText,
  answer: NullableText,
  finish: Nullable(OneOf(['early', 'onTime', 'late'])),
})

const Offer = Type.Object({
  action: OneOf(ACTIONS),
  name: Type.String(),
  allowed: Type.Boolean(),
  reason: NullableText,
})

const PositionView = Type.Object({
  step: Type.String(),
  stepName: Type.String(),
  outcomes: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
    description: 'What must be chosen among when the step is left.',
  }),
  unit: Type.String(),
  unitName: Type.String(),
  role: OneOf(ROLES),
  roleName: Type.String(),
  officer: NullableText,
  officerName: NullableText,
  since: Moment,
  dueAt: NullableMoment,
})

const PartView = Type.Object({
  id: Type.String(),
  step: Type.String(),
  name: Type.String(),
  agencyName: Type.String(),
  state: OneOf(['open', 'complete', 'brokenOff']),
  startedAt: Moment,
  dueAt: NullableMoment,
  endedAt: NullableMoment,
  finish: Nullable(OneOf(['early', 'onTime', 'late'])),
  position: Nullable(PositionView),
  stepsBehind: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  remainingMinutes: NullableInteger,
  clock: Type.Array(ClockSentence),
  result: Nullable(Type.Object({ number: Type.String(), issuedOn: Type.String(), summary: Type.String() })),
  offers: Type.Array(Offer),
})

const TimesView = Type.Object(
  {
    used: Type.Integer({
      description: 'Working minutes of the whole; those of the agencies sum to it, and so do those of the units.',
    }),
    agencies: Type.Array(Type.Object({ agencyName: Type.String(), minutes: Type.Integer() })),
    units: Type.Array(Type.Object({ unitName: Type.String(), minutes: Type.Integer() })),
    parallel: Type.Array(Type.Object({ partName: Type.String(), agencyName: Type.String(), minutes: Type.Integer() }), {
      description: 'Beside the part to which the time is charged, because it ended last.',
    }),
  },
  {
    description: 'How long each agency has had the dossier. Null before acceptance and beyond the published calendar.',
  },
)

/** Everything that a page about one dossier shows, worked out here so that no client derives rights or times. */
export const DossierViewSchema = Name(
  'DossierView',
  Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    code: NullableText,
    state: OneOf(STATES),
    stateName: Type.String(),
    procedure: Type.Object({
      code: Type.String(),
      version: Type.Integer(),
      name: Type.String(),
      caseId: Type.String(),
      caseName: Type.String(),
      field: Type.String(),
      form: NullableText,
    }),
    channel: OneOf(CHANNELS),
    channelName: Type.String(),
    counter: UnitName,
    agency: UnitName,
    applicant: PartyView,
    submitter: Nullable(PartyView),
    answers: Type.Array(
      Type.Object({
        title: Type.String(),
        fields: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
      }),
    ),
    rawAnswers: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())]),
    ),
    documents: Type.Array(DocumentView),
    delivery: Type.Object({ by: OneOf(['counter', 'postal', 'online']), address: NullableText }),
    copies: Type.Integer(),
    fee: Nullable(
      Type.Object({
        lines: Type.Array(FeeLine),
        total: Type.Integer(),
        paid: Type.Integer(),
        requestedAt: NullableMoment,
        paidAt: NullableMoment,
      }),
    ),
    position: Nullable(PositionView),
    process: Nullable(
      Type.Object({ id: Type.String(), version: Type.Integer() }, { description: 'As pinned at acceptance.' }),
    ),
    parts: Type.Array(PartView),
    steps: Type.Array(StepView),
    times: Nullable(TimesView),
    submittedAt: NullableMoment,
    acceptedAt: NullableMoment,
    dueAt: NullableMoment,
    finishedAt: NullableMoment,
    returnedAt: NullableMoment,
    remainingMinutes: NullableInteger,
    timeState: OneOf(TIME_STATES),
    standing: Nullable(
      Type.Object(
        {
          class: OneOf(CLOCK_CLASSES),
          decidedAt: Moment,
          nearDueAt: NullableMoment,
          legalText: Type.String(),
          committedText: NullableText,
        },
        { description: 'How the statutory time stands and the instant that decided it. Null before acceptance.' },
      ),
    ),
    clock: Type.Array(ClockSentence),
    /** What the clock waits for; null while it runs. */
    paused: Nullable(Type.Object({ ground: Type.String(), name: Type.String(), since: Moment })),
    /** The grounds on which the reader may stop the clock. */
    pauseGrounds: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), article: Type.String() })),
    /** The catalogue in force of grounds on which a dossier is sent back, for what the reader can do now. */
    reasonGrounds: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), article: Type.String(), action: OneOf(GROUNDED_ACTIONS) }),
    ),
    timeline: Type.Array(TimelineEntry),
    supplements: Type.Array(SupplementView),
    consultations: Type.Array(ConsultationView),
    apology: Nullable(ApologyView),
    signedResult: Nullable(Type.Object({ result: ResultView, signedAt: Moment, signedByName: Type.String() })),
    corrections: Type.Array(CorrectionView),
    result: Nullable(ResultView),
    reason: NullableText,
    offers: Type.Array(Offer),
  }),
)

export type DossierView = View<typeof DossierViewSchema>
