import { STATES } from '@motcua/core/dossier/dossier.ts'
import { TIME_STATES } from '@motcua/core/dossier/dossier.ts'
import { CHANNELS } from '@motcua/core/procedure/procedure.ts'
import { Type } from 'typebox'
import { Moment, NullableInteger, NullableMoment, NullableText, OneOf } from '../platform/http/schema.ts'

export const WORKLIST_FILTERS = ['all', 'late', 'today', 'soon', 'waiting', 'mine'] as const
export type WorklistFilter = (typeof WORKLIST_FILTERS)[number]

export const WorklistItem = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  code: NullableText,
  state: OneOf(STATES),
  stateName: Type.String(),
  procedureCode: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  step: NullableText,
  stepName: NullableText,
  holderName: NullableText,
  part: Type.Union([Type.String(), Type.Null()], {
    description: 'The part of an interlinked dossier that it is about.',
  }),
  partName: NullableText,
  dueAt: NullableMoment,
  remainingMinutes: NullableInteger,
  timeState: OneOf(TIME_STATES),
  agencyName: Type.String(),
})

export const WorklistPage = Type.Object({
  counts: Type.Object({
    late: Type.Integer(),
    today: Type.Integer(),
    soon: Type.Integer(),
    waiting: Type.Integer(),
    all: Type.Integer(),
  }),
  items: Type.Array(WorklistItem),
  next: NullableText,
})

export const QueueItem = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  procedureCode: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  channel: OneOf(CHANNELS),
  counterName: Type.String(),
  submittedAt: Moment,
  acceptBy: NullableMoment,
})

export const FoundItem = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  code: NullableText,
  state: OneOf(STATES),
  stateName: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  agencyName: Type.String(),
  dueAt: NullableMoment,
  lastAt: Moment,
})

export const OwnItem = Type.Object({
  id: Type.String(),
  code: NullableText,
  procedureName: Type.String(),
  state: OneOf(STATES),
  stateName: Type.String(),
  dueAt: NullableMoment,
  submittedAt: NullableMoment,
  lastAt: Moment,
})
