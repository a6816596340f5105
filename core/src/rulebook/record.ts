import type { CalendarDefinition } from '../calendar/calendar.ts'
import type { DossierCodeFormat } from '../dossier/dossier-code.ts'
import type { FigureDefinition, ReportForm } from '../figure/figure.ts'
import type { FormDefinition } from '../form/form.ts'
import type { Narrative } from '../narrative/narrative.ts'
import type { IndicatorSet } from '../indicator/indicator-set.ts'
import type { Officer, Unit, UnitArea } from '../organisation/organisation.ts'
import type { PeriodRule } from '../period/period.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Process } from '../process/process.ts'
import type { WorkloadNorm } from '../workload/workload.ts'
import type { ClockPolicyRecord } from './clock-policy.ts'
import type { PauseGroundRecord } from './pause-ground.ts'
import type { ReasonGroundRecord } from './reason-ground.ts'
import type { ServicePolicyRecord } from './service-policy.ts'

/** The kinds of record of which the law and the organisation consist, each with its body. */
export type RecordBodies = {
  readonly unit: Unit
  readonly officer: Officer
  readonly calendar: CalendarDefinition
  readonly procedure: Procedure
  readonly process: Process
  readonly form: FormDefinition
  readonly policy: ClockPolicyRecord
  readonly servicePolicy: ServicePolicyRecord
  readonly pauseGround: PauseGroundRecord
  readonly reasonGround: ReasonGroundRecord
  readonly codeFormat: DossierCodeFormat
  readonly narrative: Narrative
  readonly indicatorSet: IndicatorSet
  readonly figure: FigureDefinition
  readonly reportForm: ReportForm
  readonly periodRule: PeriodRule
  readonly unitArea: UnitArea
  readonly workloadNorm: WorkloadNorm
}

export type RecordKind = keyof RecordBodies
export const RECORD_KINDS = [
  'unit',
  'officer',
  'calendar',
  'procedure',
  'process',
  'form',
  'policy',
  'servicePolicy',
  'pauseGround',
  'reasonGround',
  'codeFormat',
  'narrative',
  'indicatorSet',
  'figure',
  'reportForm',
  'periodRule',
  'unitArea',
  'workloadNorm',
] as const satisfies readonly RecordKind[]

export type RecordOf<Kind extends RecordKind> = { readonly kind: Kind; readonly body: RecordBodies[Kind] }
export type RulebookRecord = { readonly [Kind in RecordKind]: RecordOf<Kind> }[RecordKind]

/** Independent of files: which record, and where inside it (empty: the whole record). */
export type Place = { readonly kind: RecordKind; readonly id: string; readonly path: string }
export type RulebookProblem = { readonly place: Place; readonly reason: string }

/** All bodies of one kind. */
export function bodiesOf<Kind extends RecordKind>(
  records: readonly RulebookRecord[],
  kind: Kind,
): readonly RecordBodies[Kind][] {
  return records.filter((record) => isOf(record, kind)).map((record) => record.body)
}

function isOf<Kind extends RecordKind>(record: RulebookRecord, kind: Kind): record is RulebookRecord & RecordOf<Kind> {
  return record.kind === kind
}

/**
 * What makes a record one of a kind; forms, narratives, indicator sets, figures and report forms are kept in all their
 * versions, a ground in all its times and scopes.
 */
export function idOf(record: RulebookRecord): string {
  if (record.kind === 'pauseGround') {
    const { id, validFrom, procedure, field } = record.body
    return [`${id}@${validFrom}`, procedure, field].filter((part) => part !== null).join('@')
  }
  if (record.kind === 'reasonGround') return `${record.body.id}@${record.body.validFrom}`
  if (record.kind === 'procedure') return record.body.code
  switch (record.kind) {
    case 'form':
    case 'narrative':
    case 'indicatorSet':
    case 'figure':
    case 'reportForm':
      return `${record.body.id}@${record.body.version}`
    default:
      return record.body.id
  }
}
