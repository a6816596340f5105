import { type Findings, problem, type RecordProblem } from '../kernel/record-problem.ts'
import type { UnitId } from '../kernel/ids.ts'
import type { Officer, Role, Unit } from '../organisation/organisation.ts'
import type { Procedure, ProcedureCase, ProcedureVersion } from '../procedure/procedure.ts'
import {
  allSteps,
  findSeat,
  findStep,
  findStepUnit,
  listConditions,
  type LocatedStep,
  type ProcessVersion,
  type Seat,
  totalMinutes,
} from '../process/process.ts'
import { type OrganisationLookups, organisationLookups } from './organisation-lookups.ts'
import { type ProcedureLookups, procedureLookups } from './procedure-lookups.ts'
import { bodiesOf, type RulebookRecord } from './record.ts'

type Context = {
  readonly organisation: OrganisationLookups
  readonly procedures: ProcedureLookups
  readonly posts: ReadonlySet<string>
}

/** Whether each procedure finds an agency with a counter, and each of its steps somebody who can do it. */
export function checkHandling(records: readonly RulebookRecord[]): Findings {
  const officers = bodiesOf(records, 'officer')
  const context: Context = {
    organisation: organisationLookups(bodiesOf(records, 'unit'), officers),
    procedures: procedureLookups({
      procedures: bodiesOf(records, 'procedure'),
      processes: bodiesOf(records, 'process'),
      forms: bodiesOf(records, 'form'),
    }),
    // A post that ends leaves its work undone, unless somebody else has it.
    posts: new Set(
      officers.flatMap(({ posts }: Officer) =>
        posts.flatMap(({ unit, role, validTo = null }) => (validTo === null ? [keyOf(unit, role)] : [])),
      ),
    ),
  }
  const found = bodiesOf(records, 'procedure').flatMap((procedure) =>
    procedure.versions.map((version, index) =>
      checkVersion({ procedure, version, place: `versions[${index}]` }, context),
    ),
  )
  return { problems: found.flatMap((each) => each.problems), warnings: found.flatMap((each) => each.warnings) }
}

type Subject = { readonly procedure: Procedure; readonly version: ProcedureVersion; readonly place: string }

function checkVersion({ procedure, version, place }: Subject, context: Context): Findings {
  const agencies = context.organisation.agenciesFor(procedure, version.effectiveFrom)
  if (agencies.length === 0) {
    const reason = 'không có cơ quan nào có Bộ phận Một cửa để tiếp nhận và giải quyết thủ tục này'
    return { problems: [problem(procedure.code, place, reason)], warnings: [] }
  }
  const problems: RecordProblem[] = []
  const warnings: RecordProblem[] = []
  version.cases.forEach((each, index) => {
    const here = `${place}.cases[${index}]`
    const process = context.procedures.processVersionAt(each.process, version.effectiveFrom)
    if (process === undefined) {
      const reason = `quy trình "${each.process}" chưa có hiệu lực vào ngày ${version.effectiveFrom}`
      problems.push(problem(procedure.code, `${here}.process`, reason))
      return
    }
    const staffing = { procedure, process, place: `${here}.process` }
    problems.push(...checkStaff(staffing, agencies, context))
    problems.push(...checkQuestions({ procedure, version, procedureCase: each }, staffing, context))
    const excess = excessMinutes(each, process)
    if (excess > 0) {
      const reason = `tổng thời gian các bước dài hơn thời hạn giải quyết ${excess} phút làm việc`
      warnings.push(problem(procedure.code, `${here}.process`, reason))
    }
  })
  return { problems, warnings }
}

type Staffing = { readonly procedure: Procedure; readonly process: ProcessVersion; readonly place: string }

/** Names the first agency that cannot staff a step: one missing post is enough to know. */
function checkStaff(
  { procedure, process, place }: Staffing,
  agencies: readonly Unit[],
  context: Context,
): RecordProblem[] {
  const { field } = procedure
  return allSteps(process).flatMap(({ id, name, role }) => {
    const located = findStep(process, id)
    if (located === undefined) return []
    const short = agencies.find((agency) => !isStaffed(located, { agency, field }, context))
    if (short === undefined) return []
    const reason = `"${short.name}" chưa có người giữ vai trò "${role}" cho bước "${name}"`
    return [problem(procedure.code, place, reason)]
  })
}

type Staffed = { readonly agency: Unit; readonly field: string }

function isStaffed({ step, part }: LocatedStep, { agency, field }: Staffed, { organisation, posts }: Context): boolean {
  const counters = organisation.countersServing(agency.id)
  return (
    counters.length > 0 &&
    counters.every((counter) => {
      const whole: Seat = { agency: agency.id, counter: counter.id, field }
      const seat = part === null ? whole : findSeat(part, whole, organisation)
      const unit = seat && findStepUnit(step, seat, organisation)
      return unit !== undefined && posts.has(keyOf(unit, step.role))
    })
  )
}

type Use = { readonly procedure: Procedure; readonly version: ProcedureVersion; readonly procedureCase: ProcedureCase }

/** A branch may only ask what the form of the case asks, and tell apart cases that the procedure has. */
function checkQuestions(
  { procedure, version, procedureCase }: Use,
  { process, place }: Pick<Staffing, 'process' | 'place'>,
  { procedures }: Context,
): RecordProblem[] {
  const fields = procedures.form(procedureCase.form)?.sections.flatMap((section) => section.fields) ?? []
  const conditions = allSteps(process).flatMap(({ ways }) =>
    ways.flatMap(({ when }) => (when === null ? [] : listConditions(when))),
  )
  return conditions.flatMap((condition) => {
    if (condition.is === 'answer' && !fields.some(({ id }) => id === condition.question)) {
      const reason = `quy trình rẽ nhánh theo câu hỏi "${condition.question}" mà biểu mẫu "${procedureCase.form}" không có`
      return [problem(procedure.code, place, reason)]
    }
    const cases = condition.is === 'case' ? condition.in : []
    const isNamed = cases.length === 0 || version.cases.some(({ id }) => cases.includes(id))
    const reason = `quy trình rẽ nhánh theo trường hợp ${cases.join(', ')} mà thủ tục không có`
    return isNamed ? [] : [problem(procedure.code, place, reason)]
  })
}

function keyOf(unit: UnitId, role: Role): string {
  return `${unit} ${role}`
}

/** Against the term that decides the due time. Only terms in working time can be compared with working minutes. */
export function excessMinutes({ terms }: ProcedureCase, process: ProcessVersion): number {
  const limits = terms.flatMap(({ legal, committed }) => {
    const { unit, amount } = committed ?? legal
    if (unit === 'workingDays') return [amount * 480]
    return unit === 'workingHours' ? [amount * 60] : []
  })
  return limits.length === 0 ? 0 : totalMinutes(process) - Math.min(...limits)
}
