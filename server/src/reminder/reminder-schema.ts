import { AUDIENCES, REMINDER_KINDS } from '@motcua/core/reminder/reminder.ts'
import { Type } from 'typebox'
import { Moment, NullableText, OneOf } from '../platform/http/schema.ts'

export const ReminderItem = Type.Object({
  id: Type.Integer(),
  kind: OneOf(REMINDER_KINDS),
  kindName: Type.String(),
  /** holder: who has the dossier is told; leader: who heads the place, later. */
  audience: OneOf(AUDIENCES),
  dossier: Type.String(),
  code: NullableText,
  procedureName: Type.String(),
  applicantName: Type.String(),
  text: Type.String(),
  article: Type.String(),
  firedAt: Moment,
  dueAt: Moment,
  holderName: Type.String(),
})

export const ReminderPage = Type.Object({
  /** Those that have any. */
  kinds: Type.Array(
    Type.Object({ kind: OneOf(REMINDER_KINDS), name: Type.String(), count: Type.Integer({ minimum: 1 }) }),
  ),
  items: Type.Array(ReminderItem),
  next: NullableText,
})
