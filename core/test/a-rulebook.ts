import type { FormDefinition } from '../src/form/form.ts'
import { officerId, procedureCode, unitId } from '../src/kernel/ids.ts'
import { localDate } from '../src/kernel/instant.ts'
import { dong } from '../src/kernel/money.ts'
import type { Officer, Post, Role, Unit } from '../src/organisation/organisation.ts'
import type { Procedure, ProcedureVersion, RequiredDocument } from '../src/procedure/procedure.ts'
import {
  type ClockPolicyRecord,
  compileRulebook,
  type PauseGroundRecord,
  type ReasonGroundRecord,
  type Rulebook,
  type RulebookRecord,
  type ServicePolicies,
  type ServicePolicyRecord,
} from '../src/rulebook/rulebook.ts'
import { aCalendarDefinition } from './a-calendar.ts'
import { POLICIES } from './a-clock.ts'
import { NARRATIVE } from './a-narrative.ts'
import { LINKED_PROCESS, POSTAL_PROCESS, PROCESS, SHORT_PROCESS } from './a-process.ts'
import { FIGURE_RECORDS } from './shipped-figures.ts'

const SINCE = localDate('2017-01-01')

export const PROVINCE = unitId('H20')
export const AGENCY = unitId('H20.15')
export const OTHER_AGENCY = unitId('H20.16')
export const COUNTER = unitId('H20.15-mc')
export const OTHER_COUNTER = unitId('H20.16-mc')
export const DIVISION = unitId('H20.15-tn')

function aUnit(parts: Pick<Unit, 'id' | 'kind' | 'name'> & Partial<Unit>): Unit {
  return {
    level: 'province',
    code: parts.kind === 'agency' ? parts.id : null,
    parent: PROVINCE,
    serves: null,
    fields: [],
    calendar: 'thu',
    validFrom: SINCE,
    validTo: null,
    successors: [],
    ...parts,
  }
}

/** A province, two departments with a counter each, and one division. */
const UNITS: readonly Unit[] = [
  aUnit({ id: PROVINCE, kind: 'agency', name: 'UBND tỉnh', parent: null }),
  aUnit({ id: AGENCY, kind: 'agency', name: 'Sở Tư pháp' }),
  aUnit({ id: OTHER_AGENCY, kind: 'agency', name: 'Sở Nội vụ' }),
  aUnit({ id: COUNTER, kind: 'counter', name: 'Một cửa Sở Tư pháp', serves: AGENCY }),
  aUnit({ id: OTHER_COUNTER, kind: 'counter', name: 'Một cửa Sở Nội vụ', serves: OTHER_AGENCY }),
  aUnit({ id: DIVISION, kind: 'division', name: 'Phòng Hộ tịch', parent: AGENCY, fields: ['ho-tich'] }),
]

function anOfficer(id: string, unit: Post['unit'], role: Role): Officer {
  return { id: officerId(id), name: `Cán bộ ${id}`, title: 'Công chức', posts: [{ unit, role }], demo: false }
}

/** One officer for each role, colleagues for some, and strangers from another department. */
export const OFFICERS = {
  clerk: anOfficer('clerk', COUNTER, 'clerk'),
  secondClerk: anOfficer('secondClerk', COUNTER, 'clerk'),
  specialist: anOfficer('specialist', DIVISION, 'specialist'),
  colleague: anOfficer('colleague', DIVISION, 'specialist'),
  leader: anOfficer('leader', AGENCY, 'leader'),
  secondLeader: anOfficer('secondLeader', AGENCY, 'leader'),
  registrar: anOfficer('registrar', AGENCY, 'registrar'),
  administrator: anOfficer('administrator', PROVINCE, 'administrator'),
  otherClerk: anOfficer('otherClerk', OTHER_COUNTER, 'clerk'),
  otherSpecialist: anOfficer('otherSpecialist', OTHER_AGENCY, 'specialist'),
  otherLeader: anOfficer('otherLeader', OTHER_AGENCY, 'leader'),
} as const satisfies Record<string, Officer>
export type OfficerName = keyof typeof OFFICERS

const FORM: FormDefinition = {
  id: 'to-khai',
  version: 1,
  title: 'Tờ khai thử',
  sections: [
    {
      title: 'Nội dung',
      fields: [
        {
          id: 'purpose',
          label: 'Mục đích',
          hint: null,
          type: 'text',
          required: true,
          options: [],
          min: null,
          max: null,
          maxLength: 200,
          visibleWhen: null,
        },
        {
          id: 'parentId',
          label: 'Số định danh của cha hoặc mẹ',
          hint: null,
          type: 'personalId',
          required: false,
          options: [],
          min: null,
          max: null,
          maxLength: 12,
          visibleWhen: null,
        },
      ],
    },
  ],
}

function aRequiredDocument(id: string, parts: Partial<RequiredDocument> = {}): RequiredDocument {
  return { id, name: `Giấy tờ ${id}`, originals: 1, copies: 0, mandatory: true, kind: 'present', ...parts }
}

export const PROCEDURE = procedureCode('1.000001')
/** Resolved by the clerk at the counter, only handed in on paper, without a term and without a fee. */
export const PAPER_PROCEDURE = procedureCode('1.000002')

/** As the paper procedure, but begun and resolved by the division. */
export const POSTAL_PROCEDURE = procedureCode('1.000003')

/** As the paper procedure, but three agencies work on it at the same time. */
export const LINKED_PROCEDURE = procedureCode('1.000004')

function aVersion(parts: Partial<ProcedureVersion> = {}): ProcedureVersion {
  return {
    version: 1,
    effectiveFrom: SINCE,
    effectiveTo: null,
    source: 'QĐ thử',
    name: 'Thủ tục thử',
    summary: '',
    audience: [],
    steps: [],
    conditions: null,
    legalBases: [],
    results: [],
    onlineLevel: 'fullyOnline',
    cases: [
      {
        id: 'chung',
        name: 'Trường hợp chung',
        documents: [
          aRequiredDocument('don'),
          aRequiredDocument('can-cuoc', { kind: 'show' }),
          aRequiredDocument('luu-y', { kind: 'note' }),
          aRequiredDocument('khac', { mandatory: false }),
        ],
        terms: [
          {
            channels: ['online', 'inPerson'],
            legal: { unit: 'workingDays', amount: 10 },
            committed: { unit: 'workingDays', amount: 5 },
          },
        ],
        fees: [
          {
            id: 'le-phi',
            name: 'Lệ phí',
            kind: 'stateFee',
            channels: ['online', 'inPerson'],
            amount: dong(50_000),
            per: 'once',
            validFrom: SINCE,
            validTo: null,
            source: 'NQ thử',
          },
        ],
        form: FORM.id,
        process: PROCESS.id,
      },
    ],
    ...parts,
  }
}

function aProcedure(parts: Pick<Procedure, 'code' | 'versions'>): Procedure {
  return {
    aliases: [],
    field: 'ho-tich',
    levels: ['province'],
    agencies: [AGENCY],
    marks: [],
    lifeEvents: [],
    ...parts,
  }
}

function paperVersion(process: string): ProcedureVersion {
  const version = aVersion({ onlineLevel: 'none' })
  const cases = version.cases.map((each) => ({
    ...each,
    terms: [
      {
        channels: ['online', 'inPerson', 'postal'] as const,
        legal: { unit: 'none', amount: 0 } as const,
        committed: null,
      },
    ],
    fees: [],
    process,
  }))
  return { ...version, cases }
}

/** With the term and fee of the plain procedure. */
function linkedVersion(): ProcedureVersion {
  const version = aVersion()
  return { ...version, cases: version.cases.map((each) => ({ ...each, process: LINKED_PROCESS.id })) }
}

export function aPolicyRecord(parts: Partial<ClockPolicyRecord['policies']> = {}): ClockPolicyRecord {
  const citations = { afterSupplement: '', workingDay: '', rollForward: '', onTime: '', sameDayUntil: '' }
  const policies = { ...POLICIES, ...parts }
  return {
    id: 'chung',
    name: 'Chung',
    validFrom: SINCE,
    validTo: null,
    procedure: null,
    province: null,
    policies,
    citations,
  }
}

const SERVICE: ServicePolicies = {
  intakeElsewhere: 'none',
  acceptWithinMinutes: 480,
  supplementWithinDays: 15,
  supplementRequestWithinDays: 3,
  lateSupplementRequest: 'record',
  handOverUntil: 900,
  extensions: 1,
  apologyLeadDays: 1,
  leaderAfterMinutes: 480,
  resultOpenLeadMinutes: 120,
  reminderRetentionDays: 365,
}

export function aServiceRecord(parts: Partial<ServicePolicies> = {}): ServicePolicyRecord {
  const { policies: _, citations: __, ...scope } = aPolicyRecord()
  const citations = {
    intakeElsewhere: '',
    acceptWithinMinutes: 'NĐ thử Điều 8',
    supplementWithinDays: 'NĐ thử Điều 15',
    supplementRequestWithinDays: 'NĐ thử Điều 3',
    lateSupplementRequest: '',
    handOverUntil: 'NĐ thử Điều 18',
    extensions: 'NĐ thử Điều 9',
    apologyLeadDays: 'NĐ thử Điều 9',
    leaderAfterMinutes: '',
    resultOpenLeadMinutes: 'Quy chế thử Điều 2',
    reminderRetentionDays: '',
  }
  return { ...scope, policies: { ...SERVICE, ...parts }, citations }
}

export function aPauseGround(parts: Partial<PauseGroundRecord> = {}): PauseGroundRecord {
  return {
    id: 'taxNotice',
    name: 'chờ thông báo thuế',
    article: 'Luật thử Điều 1',
    validFrom: SINCE,
    validTo: null,
    procedure: null,
    field: null,
    after: 'continue',
    by: ['specialist', 'leader'],
    ...parts,
  }
}

export function aReasonGround(parts: Partial<ReasonGroundRecord> = {}): ReasonGroundRecord {
  return {
    id: 'missing-papers',
    name: 'Thiếu giấy tờ',
    article: 'NĐ thử Điều 4',
    validFrom: SINCE,
    validTo: null,
    actions: ['requestSupplement', 'decline'],
    ...parts,
  }
}

/** The first is for asking and declining, the second for what turns a dossier back later. */
export const REASON_GROUNDS = [
  aReasonGround(),
  aReasonGround({ id: 'unmet', name: 'Không đủ điều kiện', actions: ['refuse', 'stop', 'withdraw'] }),
] as const

const TRANSFER_GROUND = aPauseGround({
  id: 'transfer',
  name: 'chuyển hồ sơ đến cơ quan giải quyết',
  article: 'NĐ thử Điều 17',
  after: 'restart',
  by: [],
})

export type RulebookParts = {
  readonly service?: Partial<ServicePolicies>
  readonly grounds?: readonly PauseGroundRecord[]
  readonly policies?: Partial<ClockPolicyRecord['policies']>
  /** Left out, for what happens without it. */
  readonly without?: RulebookRecord['kind']
  readonly also?: readonly RulebookRecord[]
  /** In place of the usual ones. */
  readonly officers?: readonly Officer[]
}

/** A small province with one procedure of every kind that the rules of a dossier look at. */
export function aRulebook(parts: RulebookParts = {}): Rulebook {
  const format = { id: 'ma', validFrom: SINCE, validTo: null, pattern: '{unit}-{yymmdd}-{serial:4}', source: 'TT thử' }
  const records: readonly RulebookRecord[] = [
    ...UNITS.map((body) => ({ kind: 'unit', body }) as const),
    ...(parts.officers ?? Object.values(OFFICERS)).map((body) => ({ kind: 'officer', body }) as const),
    { kind: 'calendar', body: aCalendarDefinition() },
    { kind: 'procedure', body: aProcedure({ code: PROCEDURE, versions: [aVersion()] }) },
    { kind: 'procedure', body: aProcedure({ code: PAPER_PROCEDURE, versions: [paperVersion(SHORT_PROCESS.id)] }) },
    { kind: 'procedure', body: aProcedure({ code: POSTAL_PROCEDURE, versions: [paperVersion(POSTAL_PROCESS.id)] }) },
    { kind: 'procedure', body: aProcedure({ code: LINKED_PROCEDURE, versions: [linkedVersion()] }) },
    { kind: 'process', body: PROCESS },
    { kind: 'process', body: LINKED_PROCESS },
    { kind: 'process', body: SHORT_PROCESS },
    { kind: 'process', body: POSTAL_PROCESS },
    { kind: 'form', body: FORM },
    { kind: 'policy', body: aPolicyRecord(parts.policies) },
    { kind: 'servicePolicy', body: aServiceRecord(parts.service) },
    ...(parts.grounds ?? [aPauseGround(), TRANSFER_GROUND]).map((body) => ({ kind: 'pauseGround', body }) as const),
    ...REASON_GROUNDS.map((body) => ({ kind: 'reasonGround', body }) as const),
    { kind: 'codeFormat', body: format },
    ...(parts.also ?? []),
    { kind: 'narrative', body: NARRATIVE },
    ...FIGURE_RECORDS,
  ]
  return compileRulebook(records.filter((record) => record.kind !== parts.without))
}

export const RULEBOOK = aRulebook()
