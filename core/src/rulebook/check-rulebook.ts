import { checkCalendar } from '../calendar/calendar.ts'
import { findPatternFault } from '../dossier/dossier.ts'
import { checkFigures, UNCLASSIFIED } from '../figure/figure.ts'
import { checkForm } from '../form/form.ts'
import { checkIndicatorSet, checkIndicatorSetSpans } from '../indicator/indicator.ts'
import {
  type Findings,
  isBackwards,
  listRepeats,
  overlap,
  problem,
  type RecordProblem,
  type Span,
} from '../kernel/record-problem.ts'
import { plusDays } from '../kernel/instant.ts'
import { CATALOGUE_FIGURES, checkNarrative, qualityFigures } from '../narrative/narrative.ts'
import { checkOrganisation, checkUnitAreas } from '../organisation/organisation.ts'
import { checkPeriodRules } from '../period/period.ts'
import { checkProcedure } from '../procedure/procedure.ts'
import { checkProcess } from '../process/process.ts'
import { checkWorkloadNorms } from '../workload/workload.ts'
import type { ScopedPolicy } from './clock-policy.ts'
import { checkHandling } from './check-handling.ts'
import { bodiesOf, idOf, RECORD_KINDS, type RecordKind, type RulebookProblem, type RulebookRecord } from './record.ts'

export type RulebookFindings = {
  readonly problems: readonly RulebookProblem[]
  readonly warnings: readonly RulebookProblem[]
}

/** Every rule that an administrator's upload and the shipped data must both pass. Problems forbid the use, warnings do not. */
export function checkRulebook(records: readonly RulebookRecord[]): RulebookFindings {
  const byKind: readonly (readonly [RecordKind, Findings])[] = [
    ...RECORD_KINDS.map((kind) => [kind, refuse(checkUniqueIds(records, kind))] as const),
    ...checkKinds(records),
  ]
  const single = {
    problems: byKind.flatMap(([kind, found]) => found.problems.map((each) => placed(kind, each))),
    warnings: byKind.flatMap(([kind, found]) => found.warnings.map((each) => placed(kind, each))),
  }
  // Who handles what can only be asked of records that refer to each other properly.
  if (single.problems.length > 0) return single
  const handling = checkHandling(records)
  return {
    problems: handling.problems.map((each) => placed('procedure', each)),
    warnings: [...single.warnings, ...handling.warnings.map((each) => placed('procedure', each))],
  }
}

function checkKinds(records: readonly RulebookRecord[]): readonly (readonly [RecordKind, Findings])[] {
  const units = bodiesOf(records, 'unit')
  const officers = bodiesOf(records, 'officer')
  const calendars = bodiesOf(records, 'calendar')
  const organisation = checkOrganisation({ units, officers, calendars: new Set(calendars.map((each) => each.id)) })
  const figures = checkFigures(bodiesOf(records, 'figure'), bodiesOf(records, 'reportForm'))
  const officerIds = new Set<string>(officers.map((each) => each.id))
  const references = {
    agencies: new Set<string>(units.filter((unit) => unit.kind === 'agency').map((unit) => unit.id)),
    forms: new Set(bodiesOf(records, 'form').map((each) => each.id)),
    processes: new Set(bodiesOf(records, 'process').map((each) => each.id)),
  }
  const counted = bodiesOf(records, 'figure').filter(
    ({ measure }) => measure.is === 'count' || measure.is === 'missing',
  )
  const besides = [...CATALOGUE_FIGURES, ...qualityFigures(bodiesOf(records, 'indicatorSet'))]
  const knownFigures = new Set<string>([...counted, ...besides].map(({ id }) => id))
  return [
    ['unit', only(organisation, (each) => !officerIds.has(each.id))],
    ['officer', only(organisation, (each) => officerIds.has(each.id))],
    ...calendars.map((each) => ['calendar', refuse(checkCalendar(each).map(toProblem(each.id)))] as const),
    ...bodiesOf(records, 'procedure').map((each) => ['procedure', checkProcedure(each, references)] as const),
    ['procedure', refuse(checkProcedureCodes(records))],
    ...bodiesOf(records, 'process').map((each) => ['process', checkProcess(each)] as const),
    ...bodiesOf(records, 'form').map((each) => ['form', checkForm(each)] as const),
    ...bodiesOf(records, 'narrative').map((each) => ['narrative', checkNarrative(each, knownFigures)] as const),
    ['policy', refuse(checkPolicies(bodiesOf(records, 'policy'), 'phải có một bộ quy tắc tính thời hạn chung'))],
    [
      'servicePolicy',
      refuse(checkPolicies(bodiesOf(records, 'servicePolicy'), 'phải có một bộ quy tắc phục vụ chung')),
    ],
    ['pauseGround', refuse(checkGrounds(records))],
    ['reasonGround', refuse(checkReasonGrounds(records))],
    ['codeFormat', refuse(checkFormats(records))],
    ...bodiesOf(records, 'indicatorSet').map((each) => ['indicatorSet', checkIndicatorSet(each)] as const),
    ['indicatorSet', refuse(checkIndicatorSetSpans(bodiesOf(records, 'indicatorSet')))],
    ['figure', figures.figures],
    ['reportForm', figures.forms],
    ['periodRule', refuse(checkPeriodRules(bodiesOf(records, 'periodRule')))],
    ['unitArea', refuse(checkUnitAreas(bodiesOf(records, 'unitArea'), units))],
    ['workloadNorm', refuse(checkWorkloadNorms(bodiesOf(records, 'workloadNorm')))],
  ]
}

function toProblem(id: string) {
  return ({ place, reason }: { readonly place: string; readonly reason: string }) => problem(id, place, reason)
}

function checkUniqueIds(records: readonly RulebookRecord[], kind: RecordKind): readonly RecordProblem[] {
  const ids = records.filter((record) => record.kind === kind).map(idOf)
  const seen = new Set<string>()
  return ids.flatMap((id) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [problem(id, '', `mã "${id}" đã dùng cho một bản ghi khác cùng loại`)]
  })
}

/** A code names one procedure only, also where it is an alias. */
function checkProcedureCodes(records: readonly RulebookRecord[]): readonly RecordProblem[] {
  const codes = bodiesOf(records, 'procedure').flatMap((each) =>
    [each.code, ...each.aliases].map((code) => ({ each, code })),
  )
  return listRepeats(codes.map(({ code }) => code)).flatMap(({ value, index }) => {
    const owner = codes[index]?.each.code ?? ''
    return value === owner ? [] : [problem(owner, 'aliases', `mã "${value}" đã là mã của một thủ tục khác`)]
  })
}

function checkPolicies(policies: readonly ScopedPolicy[], absent: string): readonly RecordProblem[] {
  const general = policies.filter((each) => each.procedure === null && each.province === null)
  const missing = general.length === 0 ? [problem('', '', absent)] : []
  return [...missing, ...checkSpans(policies, (each) => `${each.procedure} ${each.province}`), ...checkGaps(general)]
}

/** Grounds that begin and end with actions of their own, so that nobody may name them by hand. */
const OWN_ACTION: readonly string[] = ['supplement', 'payment', 'transfer']

function checkGrounds(records: readonly RulebookRecord[]): readonly RecordProblem[] {
  const grounds = bodiesOf(records, 'pauseGround')
  const fields = new Set(bodiesOf(records, 'procedure').map(({ field }) => field))
  const codes = new Set<string>(bodiesOf(records, 'procedure').map(({ code }) => code))
  const faulty = grounds.flatMap(({ id, by, field, procedure }) => {
    const isOwn = OWN_ACTION.includes(id)
    if (isOwn && by.length > 0)
      return [problem(id, 'by', 'căn cứ này có thao tác riêng nên phải để trống người tạm dừng')]
    if (!isOwn && by.length === 0)
      return [problem(id, 'by', 'phải nêu vai trò của người được tạm dừng theo căn cứ này')]
    if (field !== null && !fields.has(field)) return [problem(id, 'field', `không có lĩnh vực "${field}"`)]
    if (procedure !== null && !codes.has(procedure))
      return [problem(id, 'procedure', `không có thủ tục "${procedure}"`)]
    return []
  })
  return [...faulty, ...checkSpans(grounds, (each) => `${each.id} ${each.procedure} ${each.field}`)]
}

function checkReasonGrounds(records: readonly RulebookRecord[]): readonly RecordProblem[] {
  const grounds = bodiesOf(records, 'reasonGround')
  const faulty = grounds.flatMap(({ id, actions }) => {
    if (id === UNCLASSIFIED) return [problem(id, 'id', 'mã này dành cho hồ sơ chưa được phân loại; hãy đặt mã khác')]
    if (actions.length === 0) return [problem(id, 'actions', 'phải nêu ít nhất một việc dùng được lý do này')]
    return listRepeats(actions).map(({ value }) => problem(id, 'actions', `"${value}" ghi hai lần`))
  })
  return [...faulty, ...checkSpans(grounds, ({ id }) => id)]
}

function checkFormats(records: readonly RulebookRecord[]): readonly RecordProblem[] {
  const formats = bodiesOf(records, 'codeFormat')
  const missing = formats.length === 0 ? [problem('', '', 'phải có một cách viết mã hồ sơ')] : []
  const faulty = formats.flatMap((format) => {
    const fault = findPatternFault(format.pattern)
    return fault === null ? [] : [problem(format.id, 'pattern', fault)]
  })
  return [...missing, ...faulty, ...checkSpans(formats, () => ''), ...checkGaps(formats)]
}

type Dated = { readonly id: string; readonly validFrom: Span['from']; readonly validTo: Span['to'] }

/** Of one scope only one rule is in force on a day. */
function checkSpans<Rule extends Dated>(
  rules: readonly Rule[],
  scopeOf: (rule: Rule) => string,
): readonly RecordProblem[] {
  return rules.flatMap((rule, index) => {
    const span = { from: rule.validFrom, to: rule.validTo }
    if (isBackwards(span)) return [problem(rule.id, 'validTo', 'ngày hết hiệu lực phải sau ngày có hiệu lực')]
    const clash = rules
      .slice(0, index)
      .find((other) => scopeOf(other) === scopeOf(rule) && overlap(span, { from: other.validFrom, to: other.validTo }))
    return clash === undefined ? [] : [problem(rule.id, 'validFrom', `có hiệu lực trùng thời gian với "${clash.id}"`)]
  })
}

/** A rule that ends is followed by another on the next day: on every day since the first one must be in force. */
function checkGaps(rules: readonly Dated[]): readonly RecordProblem[] {
  const last = rules.reduce((latest, rule) => (rule.validFrom > latest ? rule.validFrom : latest), '')
  return rules.flatMap((rule) => {
    if (rule.validTo === null || rule.validFrom === last) return []
    const next = plusDays(rule.validTo, 1)
    if (rules.some((other) => other.validFrom === next)) return []
    return [problem(rule.id, 'validTo', `không có quy tắc nào có hiệu lực từ ngày ${next}; hãy nối liền thời gian`)]
  })
}

function refuse(problems: readonly RecordProblem[]): Findings {
  return { problems, warnings: [] }
}

function only({ problems, warnings }: Findings, keep: (each: RecordProblem) => boolean): Findings {
  return { problems: problems.filter(keep), warnings: warnings.filter(keep) }
}

function placed(kind: RecordKind, { id, path, reason }: RecordProblem): RulebookProblem {
  return { place: { kind, id, path }, reason }
}
