import type { CalendarDefinition, Holiday, MakeUpDay, OfficeHours, Window } from '../calendar/calendar.ts'
import type { ClockPolicies } from '../dossier/clock-ledger.ts'
import type { DossierCodeFormat } from '../dossier/dossier-code.ts'
import { figureShape, reportFormShape } from '../figure/figure.ts'
import type { Answer, FieldType, FormDefinition, FormField } from '../form/form.ts'
import { indicatorSetShape } from '../indicator/indicator.ts'
import {
  amount,
  date,
  identifier,
  isObject,
  list,
  object,
  objectWithOptional,
  oneOf,
  orNull,
  type Report,
  type Shape,
  text,
  whole,
  yesNo,
} from '../kernel/shape.ts'
import { narrativeShape } from '../narrative/narrative.ts'
import type { ProcedureCode } from '../kernel/ids.ts'
import { periodRuleShape } from '../period/period.ts'
import { LEVELS, type Officer, type Post, ROLES, type Unit, unitAreaShape } from '../organisation/organisation.ts'
import {
  type CaseTerm,
  CHANNELS,
  type FeeLine,
  type Procedure,
  type ProcedureCase,
  type ProcedureVersion,
  type Publication,
  type RequiredDocument,
} from '../procedure/procedure.ts'
import { withDefaults } from '../process/process.ts'
import { workloadNormShape } from '../workload/workload.ts'
import type { ClockPolicyRecord } from './clock-policy.ts'
import type { PauseGroundRecord } from './pause-ground.ts'
import { GROUNDED_ACTIONS, type ReasonGroundRecord } from './reason-ground.ts'
import type { ServicePolicyRecord } from './service-policy.ts'
import { process, term } from './process-shape.ts'
import {
  type Place,
  RECORD_KINDS,
  type RecordBodies,
  type RecordKind,
  type RecordOf,
  type RulebookProblem,
  type RulebookRecord,
} from './record.ts'

const LONG = 4000
const MAX_AMOUNT = 1_000_000_000_000

const unit: Shape<Unit> = object<Unit>({
  id: identifier(),
  kind: oneOf(['agency', 'division', 'counter', 'centre']),
  level: oneOf(LEVELS),
  name: text(200),
  code: orNull(identifier()),
  parent: orNull(identifier()),
  serves: orNull(identifier()),
  fields: list(text(200), 200),
  calendar: identifier(),
  validFrom: date,
  validTo: orNull(date),
  successors: list(identifier(), 50),
})

const post: Shape<Post> = objectWithOptional<Post>(
  { unit: identifier(), role: oneOf(ROLES), validFrom: date, validTo: orNull(date) },
  ['validFrom', 'validTo'],
)

const officer: Shape<Officer> = object<Officer>({
  id: identifier(),
  name: text(100),
  title: text(200),
  posts: list(post, 20),
  demo: yesNo,
})

const minute = whole(0, 1440)
const window: Shape<Window> = (value, path, report): value is Window => {
  if (!Array.isArray(value) || value.length !== 2) return report(path, 'phải là hai phút trong ngày, ví dụ [420, 690]')
  return value.map((each, index) => minute(each, `${path}[${index}]`, report)).every((good) => good)
}
const windows = list(window, 6)
const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6']
const week: Shape<OfficeHours['week']> = (value, path, report): value is OfficeHours['week'] => {
  if (!isObject(value)) return report(path, 'phải là đối tượng {"1": [[420, 690]], …}')
  const good = Object.entries(value).map(([day, each]) =>
    WEEKDAYS.includes(day)
      ? windows(each, `${path}.${day}`, report)
      : report(`${path}.${day}`, 'phải là ngày trong tuần từ 0 (Chủ Nhật) đến 6 (thứ Bảy)'),
  )
  return good.every((each) => each)
}

const calendar: Shape<CalendarDefinition> = object<CalendarDefinition>({
  id: identifier(),
  name: text(200),
  from: date,
  to: date,
  officeHours: list(object<OfficeHours>({ validFrom: date, validTo: orNull(date), week, source: text() }), 50),
  holidays: list(object<Holiday>({ date, name: text(200), source: text() }), 1000),
  makeUpDays: list(object<MakeUpDay>({ date, like: oneOf([1, 2, 3, 4, 5]), name: text(200), source: text() }), 200),
})

const document: Shape<RequiredDocument> = object<RequiredDocument>({
  id: identifier(),
  name: text(1000),
  originals: whole(0, 20),
  copies: whole(0, 20),
  mandatory: yesNo,
  kind: oneOf(['present', 'show', 'note']),
})

const channels = list(oneOf(CHANNELS), 3)

const feeLine: Shape<FeeLine> = object<FeeLine>({
  id: identifier(),
  name: text(300),
  kind: oneOf(['serviceCharge', 'stateFee']),
  channels,
  amount: amount(MAX_AMOUNT),
  per: oneOf(['once', 'copy']),
  validFrom: date,
  validTo: orNull(date),
  source: text(),
})

const procedureCase: Shape<ProcedureCase> = object<ProcedureCase>({
  id: identifier(),
  name: text(300),
  documents: list(document, 200),
  terms: list(object<CaseTerm>({ channels, legal: term, committed: orNull(term) }), 20),
  fees: list(feeLine, 100),
  form: identifier(),
  process: identifier(),
})

const procedureVersion: Shape<ProcedureVersion> = objectWithOptional<ProcedureVersion>(
  {
    version: whole(1, 10_000),
    effectiveFrom: date,
    effectiveTo: orNull(date),
    source: text(),
    name: text(1000),
    summary: text(LONG),
    audience: list(text(200), 50),
    steps: list(text(LONG), 100),
    conditions: orNull(text(LONG)),
    legalBases: list(text(), 100),
    results: list(object<{ code: string | null; name: string }>({ code: orNull(text(50)), name: text(500) }), 50),
    onlineLevel: oneOf(['fullyOnline', 'partiallyOnline', 'none']),
    cases: list(procedureCase, 100),
    publication: object<Publication>({ decidedOn: date, basesEffectiveOn: date, madePublicOn: orNull(date) }),
  },
  ['publication'],
)

const procedure: Shape<Procedure> = object<Procedure>({
  code: identifier(),
  aliases: list(identifier(), 50),
  field: text(200),
  levels: list(oneOf(LEVELS), 3),
  agencies: list(identifier(), 500),
  marks: list(oneOf(['certifiedCopy', 'interlinked']), 5),
  lifeEvents: list(text(200), 50),
  versions: list(procedureVersion, 500),
})

const FIELD_TYPES = [
  'text',
  'longText',
  'number',
  'date',
  'choice',
  'choices',
  'yesNo',
  'personalId',
  'phone',
  'email',
] as const satisfies readonly FieldType[]

const answerList = list(text(200), 100)
const answer: Shape<Answer> = (value, path, report): value is Answer => {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value))) return true
  if (Array.isArray(value)) return answerList(value, path, report)
  return text(200)(value, path, report)
}
const bound = orNull(whole(-MAX_AMOUNT, MAX_AMOUNT))

const field: Shape<FormField> = object<FormField>({
  id: identifier(),
  label: text(300),
  hint: orNull(text(500)),
  type: oneOf(FIELD_TYPES),
  required: yesNo,
  options: list(object<{ value: string; label: string }>({ value: identifier(), label: text(300) }), 200),
  min: bound,
  max: bound,
  maxLength: whole(1, 20_000),
  visibleWhen: orNull(object<{ field: string; equals: Answer }>({ field: identifier(), equals: answer })),
})

const form: Shape<FormDefinition> = object<FormDefinition>({
  id: identifier(),
  version: whole(1, 10_000),
  title: text(300),
  sections: list(object<FormDefinition['sections'][number]>({ title: text(300), fields: list(field, 200) }), 50),
})

const scoped = {
  id: identifier(),
  name: text(300),
  validFrom: date,
  validTo: orNull(date),
  procedure: orNull(identifier<ProcedureCode>()),
  province: orNull(identifier()),
}

const policy: Shape<ClockPolicyRecord> = object<ClockPolicyRecord>({
  ...scoped,
  policies: object<ClockPolicies>({
    afterSupplement: oneOf(['restart', 'continue']),
    workingDay: oneOf(['eightHours', 'wholeDays']),
    rollForward: yesNo,
    onTime: oneOf(['byDay', 'byMinute']),
    sameDayUntil: whole(0, 1439),
  }),
  citations: object<ClockPolicyRecord['citations']>({
    afterSupplement: text(),
    workingDay: text(),
    rollForward: text(),
    onTime: text(),
    sameDayUntil: text(),
  }),
})

const servicePolicy: Shape<ServicePolicyRecord> = object<ServicePolicyRecord>({
  ...scoped,
  policies: object<ServicePolicyRecord['policies']>({
    intakeElsewhere: oneOf(['none', 'province']),
    acceptWithinMinutes: whole(1, 100_000),
    supplementWithinDays: whole(1, 1000),
    supplementRequestWithinDays: whole(0, 1000),
    lateSupplementRequest: oneOf(['refuse', 'record']),
    handOverUntil: whole(0, 1439),
    extensions: oneOf([0, 1]),
    apologyLeadDays: whole(0, 100),
    leaderAfterMinutes: whole(1, 100_000),
    resultOpenLeadMinutes: whole(0, 480),
    reminderRetentionDays: whole(1, 10_000),
  }),
  citations: object<ServicePolicyRecord['citations']>({
    intakeElsewhere: text(),
    acceptWithinMinutes: text(),
    supplementWithinDays: text(),
    supplementRequestWithinDays: text(),
    lateSupplementRequest: text(),
    handOverUntil: text(),
    extensions: text(),
    apologyLeadDays: text(),
    leaderAfterMinutes: text(),
    resultOpenLeadMinutes: text(),
    reminderRetentionDays: text(),
  }),
})

const pauseGround: Shape<PauseGroundRecord> = object<PauseGroundRecord>({
  id: identifier(),
  name: text(200),
  article: text(),
  validFrom: date,
  validTo: orNull(date),
  procedure: orNull(identifier()),
  field: orNull(text(200)),
  after: oneOf(['continue', 'restart', 'policy']),
  by: list(oneOf(ROLES), ROLES.length),
})

const reasonGround: Shape<ReasonGroundRecord> = object<ReasonGroundRecord>({
  id: identifier(),
  name: text(200),
  article: text(),
  validFrom: date,
  validTo: orNull(date),
  actions: list(oneOf(GROUNDED_ACTIONS), GROUNDED_ACTIONS.length),
})

const codeFormat: Shape<DossierCodeFormat> = object<DossierCodeFormat>({
  id: identifier(),
  validFrom: date,
  validTo: orNull(date),
  pattern: text(100),
  source: text(),
})

export type ParsedRecord =
  | { readonly kind: 'parsed'; readonly record: RulebookRecord }
  | { readonly kind: 'refused'; readonly problems: readonly RulebookProblem[] }

const PARSERS = {
  unit: parser('unit', unit),
  officer: parser('officer', officer),
  calendar: parser('calendar', calendar),
  procedure: parser('procedure', procedure),
  process: parsedProcess,
  form: parser('form', form),
  policy: parser('policy', policy),
  servicePolicy: parser('servicePolicy', servicePolicy),
  pauseGround: parser('pauseGround', pauseGround),
  reasonGround: parser('reasonGround', reasonGround),
  codeFormat: parser('codeFormat', codeFormat),
  narrative: parser('narrative', narrativeShape),
  indicatorSet: parser('indicatorSet', indicatorSetShape),
  figure: parser('figure', figureShape),
  reportForm: parser('reportForm', reportFormShape),
  periodRule: parser('periodRule', periodRuleShape),
  unitArea: parser('unitArea', unitAreaShape),
  workloadNorm: parser('workloadNorm', workloadNormShape),
} as const satisfies { readonly [Kind in RecordKind]: (json: unknown, report: Report) => RecordOf<Kind> | null }

export function isRecordKind(kind: unknown): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind)
}

/** Untyped JSON as a record of that kind, or everything that is wrong with its shape. What it means is for `checkRulebook`. */
export function parseRecord(kind: RecordKind, json: unknown): ParsedRecord {
  const problems: RulebookProblem[] = []
  const place: Place = { kind, id: idOfJson(json), path: '' }
  const record: RulebookRecord | null = PARSERS[kind](json, (path, reason) => {
    problems.push({ place: { ...place, path }, reason })
    return false
  })
  return record === null ? { kind: 'refused', problems } : { kind: 'parsed', record }
}

function parser<Kind extends RecordKind>(kind: Kind, shape: Shape<RecordBodies[Kind]>) {
  return (json: unknown, report: Report): RecordOf<Kind> | null =>
    shape(json, '', report) ? { kind, body: json } : null
}

/** What a stored step leaves out has its empty value from here on. */
function parsedProcess(json: unknown, report: Report): RecordOf<'process'> | null {
  return process(json, '', report) ? { kind: 'process', body: withDefaults(json) } : null
}

/** Names a record that could not be read, as far as it says who it is. */
function idOfJson(json: unknown): string {
  if (!isObject(json)) return ''
  const id = json['id'] ?? json['code']
  return typeof id === 'string' ? id.slice(0, 80) : ''
}
