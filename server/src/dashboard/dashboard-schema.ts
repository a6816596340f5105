import { Type } from 'typebox'
import { Day, Moment, Name, Nullable, NullableText, Page } from '../platform/http/schema.ts'

const Share = Type.Unsafe<number | null>({
  type: ['number', 'null'],
  description: 'Percent to two decimals; null where there is nothing to divide by.',
})

const Flow = Type.Object({
  from: Day,
  to: Day,
  received: Type.Integer(),
  finished: Type.Integer(),
  late: Type.Integer({ description: 'Of those finished.' }),
  onTimePercent: Share,
})

const Channel = Type.Object({ channel: Type.String(), name: Type.String(), received: Type.Integer() })
const Trend = Type.Object({ day: Day, received: Type.Integer(), finished: Type.Integer(), late: Type.Integer() })
const Duration = Type.Object({
  procedure: Type.String(),
  name: Type.String(),
  dossiers: Type.Integer(),
  medianHours: Type.Number({ description: 'From acceptance to the result, nights and days off included.' }),
  nineOfTenHours: Type.Number(),
})
const Satisfaction = Type.Object({ value: Share, note: NullableText })

const Points = Type.Unsafe<number | null>({
  type: ['number', 'null'],
  description: 'Null where nothing of it could be assessed.',
})
const Quality = Type.Object({
  set: Type.String(),
  period: Type.String(),
  points: Points,
  assessable: Type.Number(),
  maxPoints: Type.Number(),
  groups: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      points: Points,
      assessable: Type.Number(),
      maxPoints: Type.Number(),
      difference: Type.Unsafe<number | null>({ type: ['number', 'null'], description: 'Since yesterday.' }),
    }),
  ),
})

const PUBLIC_PARTS = {
  scope: Type.Object({ id: Type.String(), name: Type.String() }),
  today: Flow,
  waiting: Type.Integer({ description: 'Submitted and not answered yet.' }),
  waitingOverdue: Type.Integer({ description: 'Of those, past the time for accepting.' }),
  inProgress: Type.Integer(),
  overdue: Type.Integer({ description: 'In progress and past the appointed time.' }),
  month: Flow,
  monthBefore: Flow,
  yearBefore: Flow,
  channels: Type.Array(Channel, { description: 'Of what was received this month.' }),
  trend: Type.Array(Trend, { description: 'The last thirty days, today included; days without anything are zero.' }),
  durations: Type.Array(Duration),
  satisfaction: Satisfaction,
  quality: Nullable(Quality),
} as const

export const PublicDashboard = Name(
  'PublicDashboard',
  Type.Object({ ...PUBLIC_PARTS, at: Moment }, { description: 'What everyone may know: no names, no single dossier.' }),
)

const LatePlace = Type.Object({
  unit: NullableText,
  unitName: Type.String(),
  officer: NullableText,
  officerName: NullableText,
  dossiers: Type.Integer(),
  oldestDueAt: Moment,
})

export const DashboardSchema = Name(
  'Dashboard',
  Type.Object({
    ...PUBLIC_PARTS,
    latePlaces: Type.Array(LatePlace, { description: 'Who holds what is overdue, the most first.' }),
    boards: Type.Array(Type.Object({ counter: Type.String(), name: Type.String() }), {
      description: 'Counters of the scope, each with a screen for its hall.',
    }),
    at: Moment,
  }),
)

export const LateDossiers = Page(
  Type.Object({
    id: Type.String(),
    code: Type.String(),
    procedureName: Type.String(),
    unitName: Type.String(),
    officerName: NullableText,
    dueAt: Moment,
    readable: Type.Boolean(),
  }),
)

export const HallBoard = Name(
  'HallBoard',
  Type.Object({
    counter: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    today: Flow,
    waiting: Type.Integer(),
    ready: Type.Array(Type.Object({ code: Type.String(), since: Moment })),
    at: Moment,
  }),
)

export const DASHBOARD_SCHEMAS = [PublicDashboard, DashboardSchema, HallBoard] as const
