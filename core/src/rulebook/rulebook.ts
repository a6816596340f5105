import { type CalendarDefinition, compileCalendar, type WorkCalendar } from '../calendar/calendar.ts'
import type { ClockPolicies } from '../dossier/clock-ledger.ts'
import type { DossierCodeFormat } from '../dossier/dossier-code.ts'
import { findIndicatorSet, type IndicatorSet } from '../indicator/indicator.ts'
import { type FigureCatalogue, figureCatalogue } from '../figure/figure.ts'
import type { LocalDate } from '../kernel/instant.ts'
import type { Narrative } from '../narrative/narrative.ts'
import type { ProcedureCode, UnitId } from '../kernel/ids.ts'
import type { PeriodRule } from '../period/period.ts'
import { areaLookup, type AreaLookup, type Unit } from '../organisation/organisation.ts'
import type { WorkloadNorm } from '../workload/workload.ts'
import { type ClockPolicyRecord, findPolicy, type PolicyScope } from './clock-policy.ts'
import { type OrganisationLookups, organisationLookups } from './organisation-lookups.ts'
import { type ProcedureLookups, procedureLookups } from './procedure-lookups.ts'
import { type PauseGroundRecord, pauseGroundsAt, type PauseScope } from './pause-ground.ts'
import { bodiesOf, type RulebookRecord } from './record.ts'
import { type ReasonGroundLookups, reasonGroundLookups } from './reason-ground.ts'
import type { ServicePolicyRecord } from './service-policy.ts'

export type { ClockPolicyRecord, PolicyScope } from './clock-policy.ts'
export type { PauseGroundRecord } from './pause-ground.ts'
export { GROUNDED_ACTIONS, type GroundedAction, type ReasonGroundRecord } from './reason-ground.ts'
export type { ServicePolicies, ServicePolicyRecord } from './service-policy.ts'
export type { ProcedureHit, SearchOptions } from './search-procedures.ts'
export { excessMinutes } from './check-handling.ts'
export { checkRulebook, type RulebookFindings } from './check-rulebook.ts'
export { isRecordKind, type ParsedRecord, parseRecord } from './parse-record.ts'
export { idOf, RECORD_KINDS, type Place, type RecordKind, type RulebookProblem, type RulebookRecord } from './record.ts'

/** Everything that is law or organisation as data, compiled for lookup. Pure and immutable; a change of law makes a new one. */
export type Rulebook = OrganisationLookups &
  ProcedureLookups &
  AreaLookup &
  FigureCatalogue &
  ReasonGroundLookups & {
    /** The working time of a unit. Every unit of a checked rulebook has one; asking for another is a bug and throws. */
    readonly calendarOf: (unit: Unit) => WorkCalendar
    /** The same as it was written, for whoever computes elsewhere. */
    readonly calendarDefinitionOf: (unit: Unit) => CalendarDefinition
    /** The clock rules in force; the narrowest record wins. Throws where none is: a checked rulebook has one for each day since its first. */
    readonly policiesAt: (date: LocalDate, scope: PolicyScope) => ClockPolicies
    /** The same with name and articles, for explanations. */
    readonly policyAt: (date: LocalDate, scope: PolicyScope) => ClockPolicyRecord | undefined
    /** What agencies owe besides the time; a checked rulebook has one for each day since its first. */
    readonly serviceAt: (date: LocalDate, scope: PolicyScope) => ServicePolicyRecord | undefined
    /** The grounds on which the clock may stand still, one record for each id. */
    readonly pauseGroundsAt: (date: LocalDate, scope: PauseScope) => readonly PauseGroundRecord[]
    /** Under which rules an agency resolves a procedure: its province is told by the code of its root agency. */
    readonly policyScope: (agency: UnitId, procedure: ProcedureCode) => PolicyScope
    readonly codeFormatAt: (date: LocalDate) => DossierCodeFormat | undefined
    /** Templates of report texts, in all their versions. */
    readonly narratives: () => readonly Narrative[]
    /** Ways of cutting time into reporting periods. */
    readonly periodRules: () => readonly PeriodRule[]
    /** What one person is asked to receive in a year, in all its times. */
    readonly workloadNorms: () => readonly WorkloadNorm[]
    readonly indicatorSets: () => readonly IndicatorSet[]
    /** `766` is the version in force on the day, `766@2` that version whatever the day. */
    readonly indicatorSet: (id: string, on: LocalDate) => IndicatorSet | undefined
  }

/** Expects records that `checkRulebook` found no problem in. */
export function compileRulebook(records: readonly RulebookRecord[]): Rulebook {
  const policies = bodiesOf(records, 'policy')
  const services = bodiesOf(records, 'servicePolicy')
  const grounds = bodiesOf(records, 'pauseGround')
  const units = bodiesOf(records, 'unit')
  const organisation = organisationLookups(units, bodiesOf(records, 'officer'))
  const norms = bodiesOf(records, 'workloadNorm')
  const formats = bodiesOf(records, 'codeFormat')
  const narratives = bodiesOf(records, 'narrative')
  const periods = bodiesOf(records, 'periodRule')
  const sets = bodiesOf(records, 'indicatorSet')
  const policyAt: Rulebook['policyAt'] = (date, scope) => findPolicy(policies, date, scope)
  return {
    ...organisation,
    ...procedureLookups({
      procedures: bodiesOf(records, 'procedure'),
      processes: bodiesOf(records, 'process'),
      forms: bodiesOf(records, 'form'),
    }),
    ...figureCatalogue(bodiesOf(records, 'figure'), bodiesOf(records, 'reportForm')),
    ...reasonGroundLookups(bodiesOf(records, 'reasonGround')),
    ...calendarLookup(records),
    ...areaLookup(bodiesOf(records, 'unitArea'), units),
    workloadNorms: () => norms,
    narratives: () => narratives,
    policyAt,
    policiesAt: (date, scope) => {
      const policy = policyAt(date, scope)
      if (policy === undefined) throw new Error(`no clock policy on ${date}`)
      return policy.policies
    },
    serviceAt: (date, scope) => findPolicy(services, date, scope),
    pauseGroundsAt: (date, scope) => pauseGroundsAt(grounds, date, scope),
    policyScope: (agency, procedure) => ({ procedure, province: rootCode(agency, organisation) }),
    codeFormatAt: (date) =>
      formats.find((each) => each.validFrom <= date && (each.validTo === null || date <= each.validTo)),
    periodRules: () => periods,
    indicatorSets: () => sets,
    indicatorSet: (id, on) => findIndicatorSet(sets, id, on),
  }
}

function rootCode(agency: UnitId, { unit }: OrganisationLookups): string {
  let here = unit(agency)
  while (here !== undefined && here.parent !== null) here = unit(here.parent)
  return here?.code ?? here?.id ?? agency
}

/** Compiling a calendar costs milliseconds, and most commands need one of a few. */
function calendarLookup(records: readonly RulebookRecord[]): Pick<Rulebook, 'calendarOf' | 'calendarDefinitionOf'> {
  const definitions = new Map(bodiesOf(records, 'calendar').map((each) => [each.id, each]))
  const compiled = new Map<string, WorkCalendar>()
  const calendarDefinitionOf: Rulebook['calendarDefinitionOf'] = ({ calendar }) => {
    const definition = definitions.get(calendar)
    if (definition === undefined) throw new Error(`no calendar ${calendar}`)
    return definition
  }
  const calendarOf: Rulebook['calendarOf'] = (unit) => {
    const ready = compiled.get(unit.calendar)
    if (ready !== undefined) return ready
    const made = compileCalendar(calendarDefinitionOf(unit))
    compiled.set(unit.calendar, made)
    return made
  }
  return { calendarOf, calendarDefinitionOf }
}
