import { groupBy } from '../kernel/group.ts'
import {
  type Findings,
  isBackwards,
  overlap,
  problem,
  type RecordProblem,
  type Span,
} from '../kernel/record-problem.ts'
import type { UnitId } from '../kernel/ids.ts'
import { localDate } from '../kernel/instant.ts'
import type { Level, Officer, Post, Role, Unit, UnitKind } from './organisation.ts'

type Tree = ReadonlyMap<UnitId, Unit>
type OrganisationRecords = {
  readonly units: readonly Unit[]
  readonly officers: readonly Officer[]
  readonly calendars: ReadonlySet<string>
}

/** Where a role may have its post; see `Post`. */
const UNITS_OF_ROLE = {
  clerk: ['counter'],
  specialist: ['agency', 'division'],
  leader: ['agency', 'division'],
  registrar: ['agency'],
  administrator: ['agency'],
} as const satisfies Record<Role, readonly UnitKind[]>

const PARENTS_OF_KIND = {
  agency: ['agency'],
  division: ['agency'],
  centre: ['agency'],
  counter: ['agency', 'centre'],
} as const satisfies Record<UnitKind, readonly UnitKind[]>

const RANK_OF_LEVEL = { province: 0, district: 1, commune: 2 } as const satisfies Record<Level, number>

export function checkOrganisation({ units, officers, calendars }: OrganisationRecords): Findings {
  const tree: Tree = new Map(units.map((unit) => [unit.id, unit]))
  const problems = [
    ...checkRoot(units),
    ...units.flatMap((unit) => [
      ...checkUnit(unit, calendars),
      ...checkParent(unit, tree),
      ...checkService(unit, tree),
      ...checkSuccessors(unit, tree),
    ]),
    ...checkCodes(units),
    ...checkFields(units),
    ...officers.flatMap((officer) => checkOfficer(officer, tree)),
  ]
  return { problems, warnings: listUnservedAgencies(units) }
}

function checkRoot(units: readonly Unit[]): readonly RecordProblem[] {
  const roots = units.filter((unit) => unit.parent === null)
  if (roots.length === 1) return []
  if (roots.length === 0) {
    return [
      problem(units[0]?.id ?? '', 'parent', 'cây tổ chức không có gốc; phải có đúng một đơn vị không có đơn vị cha'),
    ]
  }
  const names = roots.map((unit) => unit.id).join(', ')
  return roots
    .slice(1)
    .map((unit) =>
      problem(unit.id, 'parent', `cây tổ chức chỉ được có một gốc, nhưng đang có ${roots.length}: ${names}`),
    )
}

function checkUnit(unit: Unit, calendars: ReadonlySet<string>): readonly RecordProblem[] {
  const found: RecordProblem[] = []
  const say = (path: string, reason: string) => found.push(problem(unit.id, path, reason))
  if (isBackwards(spanOf(unit))) say('validTo', 'ngày hết hiệu lực phải sau ngày bắt đầu')
  if (!calendars.has(unit.calendar)) say('calendar', `không có lịch làm việc "${unit.calendar}"`)
  if (unit.kind === 'agency' && unit.code === null)
    say('code', 'cơ quan phải có mã định danh, vì mã hồ sơ bắt đầu bằng mã này')
  if (unit.kind !== 'agency' && unit.code !== null) say('code', 'chỉ cơ quan mới có mã định danh; hãy để null')
  if (unit.kind === 'counter' && unit.serves === null)
    say('serves', 'Bộ phận Một cửa phải ghi cơ quan mà nó tiếp nhận hồ sơ')
  if (unit.kind !== 'counter' && unit.serves !== null) say('serves', 'chỉ Bộ phận Một cửa mới ghi mục này; hãy để null')
  if (unit.kind !== 'division' && unit.fields.length > 0)
    say('fields', 'chỉ phòng mới nhận lĩnh vực; hãy để danh sách trống')
  return found
}

function checkParent(unit: Unit, tree: Tree): readonly RecordProblem[] {
  if (unit.parent === null) return []
  const parent = tree.get(unit.parent)
  if (parent === undefined) return [problem(unit.id, 'parent', `không có đơn vị cha "${unit.parent}"`)]
  const found: RecordProblem[] = []
  const allowed: readonly UnitKind[] = PARENTS_OF_KIND[unit.kind]
  if (!allowed.includes(parent.kind)) {
    found.push(problem(unit.id, 'parent', `"${parent.name}" không thể là đơn vị cha của loại đơn vị này`))
  }
  if (RANK_OF_LEVEL[unit.level] < RANK_OF_LEVEL[parent.level]) {
    found.push(problem(unit.id, 'level', `cấp của đơn vị cao hơn cấp của đơn vị cha "${parent.name}"`))
  }
  if (!isCovered(unit, parent, tree)) {
    found.push(
      problem(unit.id, 'parent', `đơn vị cha "${parent.name}" không có hiệu lực trong suốt thời gian của đơn vị này`),
    )
  }
  if (isInCycle(unit, tree))
    found.push(problem(unit.id, 'parent', 'các đơn vị cha nối thành vòng; hãy sửa một trong số đó'))
  return found
}

/** A unit outlives its parent only where somebody took over, as the province did from the districts on 1/7/2025. */
function isCovered(unit: Unit, parent: Unit, tree: Tree): boolean {
  if (unit.validFrom < parent.validFrom) return false
  if (parent.validTo === null || (unit.validTo !== null && unit.validTo <= parent.validTo)) return true
  return parent.successors.some((id) => {
    const successor = tree.get(id)
    return successor !== undefined && overlap(spanOf(successor), { from: unit.validFrom, to: unit.validTo })
  })
}

function isInCycle(unit: Unit, tree: Tree): boolean {
  const seen = new Set<UnitId>()
  for (let here = unit.parent; here !== null && !seen.has(here); here = tree.get(here)?.parent ?? null) {
    if (here === unit.id) return true
    seen.add(here)
  }
  return false
}

function checkService(unit: Unit, tree: Tree): readonly RecordProblem[] {
  if (unit.serves === null) return []
  const served = tree.get(unit.serves)
  if (served === undefined) return [problem(unit.id, 'serves', `không có cơ quan "${unit.serves}"`)]
  if (served.kind !== 'agency')
    return [problem(unit.id, 'serves', `"${served.name}" không phải là cơ quan giải quyết hồ sơ`)]
  if (overlap(spanOf(unit), spanOf(served))) return []
  return [problem(unit.id, 'serves', `"${served.name}" không có hiệu lực cùng thời gian với Bộ phận Một cửa này`)]
}

function checkSuccessors(unit: Unit, tree: Tree): readonly RecordProblem[] {
  const found = unit.successors.flatMap((id, index) => {
    if (id === unit.id) return [problem(unit.id, `successors[${index}]`, 'đơn vị không thể kế thừa chính mình')]
    return tree.has(id) ? [] : [problem(unit.id, `successors[${index}]`, `không có đơn vị kế thừa "${id}"`)]
  })
  if (unit.successors.length === 0 || unit.validTo !== null) return found
  return [...found, problem(unit.id, 'validTo', 'đơn vị có đơn vị kế thừa thì phải ghi ngày hết hiệu lực')]
}

function checkCodes(units: readonly Unit[]): readonly RecordProblem[] {
  const coded = groupBy(
    units.filter((unit) => unit.code !== null),
    (unit) => unit.code,
  )
  return [...coded.values()].flatMap((group) =>
    group.slice(1).flatMap((unit, index) => {
      const earlier = group.slice(0, index + 1).find((other) => overlap(spanOf(other), spanOf(unit)))
      if (earlier === undefined) return []
      return [
        problem(unit.id, 'code', `mã định danh "${unit.code}" đã dùng cho "${earlier.name}" trong cùng thời gian`),
      ]
    }),
  )
}

function checkFields(units: readonly Unit[]): readonly RecordProblem[] {
  const claims = units.flatMap((unit) => unit.fields.map((field, index) => ({ unit, field, index })))
  const byClaim = groupBy(claims, ({ unit, field }) => `${unit.parent}\n${field}`)
  return [...byClaim.values()].flatMap((group) =>
    group.slice(1).flatMap(({ unit, field, index }, at) => {
      const other = group.slice(0, at + 1).find((earlier) => overlap(spanOf(earlier.unit), spanOf(unit)))
      if (other === undefined) return []
      return [problem(unit.id, `fields[${index}]`, `lĩnh vực "${field}" đã do "${other.unit.name}" đảm nhận`)]
    }),
  )
}

function checkOfficer(officer: Officer, tree: Tree): readonly RecordProblem[] {
  if (officer.posts.length === 0) return [problem(officer.id, 'posts', 'cán bộ phải có ít nhất một vị trí')]
  const repeats = officer.posts.flatMap((post, index) => {
    const isSame = (other: Post): boolean =>
      other.unit === post.unit && other.role === post.role && overlap(spanOf(other), spanOf(post))
    const isRepeated = officer.posts.slice(0, index).some(isSame)
    return isRepeated ? [problem(officer.id, `posts[${index}]`, 'vị trí này đã ghi ở trên; hãy bỏ bớt')] : []
  })
  const misplaced = officer.posts.flatMap((post, index) => {
    const unit = tree.get(post.unit)
    if (unit === undefined) return [problem(officer.id, `posts[${index}].unit`, `không có đơn vị "${post.unit}"`)]
    if (isBackwards(spanOf(post)))
      return [problem(officer.id, `posts[${index}].validTo`, 'ngày thôi giữ vị trí phải sau ngày bắt đầu')]
    if (!overlap(spanOf(post), spanOf(unit)))
      return [problem(officer.id, `posts[${index}]`, `"${unit.name}" không có hiệu lực trong thời gian giữ vị trí này`)]
    const allowed: readonly UnitKind[] = UNITS_OF_ROLE[post.role]
    if (allowed.includes(unit.kind)) return []
    return [problem(officer.id, `posts[${index}].role`, `vai trò "${post.role}" không thể ở "${unit.name}"`)]
  })
  return [...repeats, ...misplaced]
}

function listUnservedAgencies(units: readonly Unit[]): readonly RecordProblem[] {
  const served = new Set(units.map((unit) => unit.serves))
  return units
    .filter((unit) => unit.kind === 'agency' && unit.parent !== null && !served.has(unit.id))
    .map((unit) => problem(unit.id, '', 'chưa có Bộ phận Một cửa nào tiếp nhận hồ sơ cho cơ quan này'))
}

/** A post without a first day is as old as the oldest unit. */
function spanOf({ validFrom = localDate('0001-01-01'), validTo = null }: Pick<Post, 'validFrom' | 'validTo'>): Span {
  return { from: validFrom, to: validTo }
}
