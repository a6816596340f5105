import type { Period } from './report.ts'
import { findContradictions, type PartialFigures } from './complete-figures.ts'
import { date, isObject, list, object, oneOf, type Report, type Shape, text, whole } from '../kernel/shape.ts'
import { FIGURE_NAMES, isFigureName } from './figures.ts'

/** Which counters the dossiers of a reporting row belong to: those of agencies of a level, or those in the centre. */
export type ScenarioScope = 'province' | 'district' | 'commune' | 'centre'
export const SCENARIO_SCOPES = ['province', 'district', 'commune', 'centre'] as const satisfies readonly ScenarioScope[]

/** What a province published of one reporting row. */
export type ScenarioGroup = { readonly scope: ScenarioScope; readonly figures: PartialFigures }

/** A published period, to be lived through at its real size. */
export type Scenario = {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly province: string
  readonly period: Period
  readonly groups: readonly ScenarioGroup[]
}

export type CheckedScenario = { readonly scenario: Scenario } | { readonly problems: readonly string[] }

const group: Shape<ScenarioGroup> = object<ScenarioGroup>({
  scope: oneOf(SCENARIO_SCOPES),
  figures: publishedFigures,
})
const count = whole(0, 100_000_000)

/** Any of the figures; a misspelt one would otherwise go unread. */
function publishedFigures(value: unknown, path: string, report: Report): value is PartialFigures {
  if (!isObject(value)) return report(path, 'phải là đối tượng {…} ghi số liệu theo tên')
  const found = Object.entries(value).map(([name, figure]) =>
    isFigureName(name)
      ? count(figure, `${path}.${name}`, report)
      : report(`${path}.${name}`, `không có số liệu tên này; các tên dùng được: ${FIGURE_NAMES.join(', ')}`),
  )
  return found.every((good) => good)
}

const scenario: Shape<Scenario> = object<Scenario>({
  id: scenarioId,
  title: text(500),
  source: text(1000),
  province: text(100),
  period: object<Period>({ from: date, to: date }),
  groups: list(group, 50),
})

function scenarioId(value: unknown, path: string, report: Report): value is string {
  if (typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,79}$/.test(value)) return true
  return report(path, 'phải là mã gồm chữ thường không dấu, số và dấu gạch ngang, ví dụ dong-thap-2024-03')
}

/** Reads a scenario, or says in Vietnamese what is wrong with it: its shape first, then figures that contradict. */
export function checkScenario(json: unknown): CheckedScenario {
  const problems: string[] = []
  const report: Report = (path, reason) => {
    problems.push(path === '' ? `Kịch bản ${reason}.` : `Mục ${path}: ${reason}.`)
    return false
  }
  const known = withoutNotes(json)
  if (!scenario(known, '', report)) return { problems }
  problems.push(...periodProblems(known.period), ...groupProblems(known.groups))
  return problems.length > 0 ? { problems } : { scenario: known }
}

/** Remarks are for people. */
function withoutNotes(json: unknown): unknown {
  if (!isObject(json)) return json
  const { notes: _, ...rest } = json
  return rest
}

function periodProblems({ from, to }: Period): readonly string[] {
  return from <= to ? [] : [`Mục period: ngày đầu kỳ ${from} sau ngày cuối kỳ ${to}; hãy đổi lại.`]
}

function groupProblems(groups: readonly ScenarioGroup[]): readonly string[] {
  if (groups.length === 0) return ['Mục groups: chưa có nhóm số liệu nào; hãy ghi ít nhất một nhóm.']
  return groups.flatMap(({ scope, figures }, index) => [
    ...(groups.findIndex((other) => other.scope === scope) < index
      ? [`Mục groups[${index}]: phạm vi ${scope} đã có ở một nhóm trước; hãy gộp lại.`]
      : []),
    ...(Object.keys(figures).length === 0 ? [`Mục groups[${index}].figures: chưa có số liệu nào.`] : []),
    ...findContradictions(figures).map((text) => `Mục groups[${index}] (${scope}): ${text}`),
  ])
}
