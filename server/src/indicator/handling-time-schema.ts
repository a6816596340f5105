import { Type } from 'typebox'
import { Cursor, Identifier, Moment, NullableText, OneOf, Page } from '../platform/http/schema.ts'
import { QualityQuery } from './indicator-schema.ts'

const NullableNumber = Type.Unsafe<number | null>({ type: ['number', 'null'] })
const Unit = OneOf(['workingHours', 'workingDays', 'calendarDays', 'months'])

/** Averages are unrounded, in `unit`; null where no dossier lies within the calendar. */
export const HandlingTimes = Type.Object({
  procedures: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      /** How many ended in the period, and of how many the time could be measured. */
      finished: Type.Integer(),
      measured: Type.Integer(),
      average: NullableNumber,
      unit: Unit,
      /** The longest statutory term, in words. */
      term: NullableText,
    }),
  ),
})

export const TimesQuery = Type.Object({
  ...QualityQuery.properties,
  procedure: Identifier,
  cursor: Type.Optional(Cursor),
})

export const HandlingTimeDossiers = Page(
  Type.Object({
    id: Type.String(),
    code: Type.String(),
    agencyName: Type.String(),
    acceptedAt: Moment,
    finishedAt: Moment,
    time: NullableNumber,
    unit: Unit,
    /** When its clock stood still. */
    pauses: Type.Array(Type.Object({ from: Moment, to: Moment })),
    readable: Type.Boolean({ description: 'Whether the asker may open the dossier.' }),
  }),
)
