import { type CountedFigure, type FormInForce, ROW_KINDS, type RowKind } from '../figure/figure.ts'
import { groupBy } from '../kernel/group.ts'
import { officerId, type UnitId, unitId } from '../kernel/ids.ts'
import { LEVELS, type Level } from '../organisation/organisation.ts'
import { CHANNELS } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DossierFact } from './dossier-fact.ts'
import { addCounts, emptyCounts, type FigureCounts } from './form-figures.ts'
import { groundRank, groundRowName, isOfSupplements, splitByGround } from './ground-rows.ts'
import { LEVEL_NAME } from './scope.ts'

/** By what a report divides its dossiers into rows; each dossier lies in exactly one. */
export const DIMENSIONS = ROW_KINDS
export type Dimension = RowKind

/** Whether each row is a person: how much somebody works is for his leaders and himself, and is never published. */
export function namesPeople(by: Dimension): boolean {
  return by === 'acceptedBy' || by === 'finishedBy'
}

/** As it stands over the column of the rows. */
export const DIMENSION_NAME: Readonly<Record<Dimension, string>> = {
  field: 'Lĩnh vực giải quyết',
  level: 'Cấp',
  agency: 'Cơ quan giải quyết',
  department: 'Sở, ban, ngành',
  district: 'Huyện, thị xã, thành phố',
  commune: 'Xã, phường, thị trấn',
  counter: 'Bộ phận Một cửa',
  procedure: 'Thủ tục hành chính',
  channel: 'Cách nộp',
  acceptedBy: 'Cán bộ tiếp nhận',
  finishedBy: 'Người ký, kết thúc giải quyết',
  ground: 'Lý do bổ sung, trả lại',
}

type PlainText = 'field' | 'counter' | 'agency' | 'procedure' | 'channel' | 'acceptedBy' | 'finishedBy'
/** What rows are chosen by; `ground` and `supplementGround` are worked out, see `ground-rows.ts`. */
export type RowText = PlainText | 'ground' | 'supplementGround'
/** What facts are grouped by; `grounds` are both of a dossier. */
export type GroupText = PlainText | 'grounds'
/** The part of a fact that says in which row it lies. */
export type RowFact = Pick<DossierFact, PlainText | 'supplements' | 'supplementGround' | 'ending' | 'endingGround'>

/**
 * What facts are grouped by before they become rows; nobody is the empty text. The level is that of the counter's
 * agency, as in scopes; departments, districts and communes are those of the resolving agency.
 */
export const GROUPED_BY = {
  field: 'field',
  level: 'counter',
  agency: 'agency',
  department: 'agency',
  district: 'agency',
  commune: 'agency',
  counter: 'counter',
  procedure: 'procedure',
  channel: 'channel',
  acceptedBy: 'acceptedBy',
  finishedBy: 'finishedBy',
  ground: 'grounds',
} as const satisfies Record<Dimension, GroupText>

/**
 * then: dossiers stand with the agency that had them, also where it is gone; now: with the one that took over its work,
 * where one alone did.
 */
export type Structure = 'then' | 'now'

/** How the rows of a report are made. */
export type RowMaking = { readonly by: Dimension; readonly structure: Structure }

/** The dossiers of one row: those whose `what` is among the values, or, with `others`, is not. */
export type RowFilter = { readonly what: RowText; readonly values: readonly string[]; readonly others: boolean }

export type CountedRow = { readonly id: string; readonly name: string; readonly counts: FigureCounts }
export type CountedGroup = { readonly key: string; readonly counts: FigureCounts }

const CHANNEL_NAME: Readonly<Record<(typeof CHANNELS)[number], string>> = {
  online: 'Trực tuyến',
  inPerson: 'Trực tiếp',
  postal: 'Bưu chính công ích',
}

/** Rows that are made of units: one row for many, and one for all that the rulebook does not know. */
const OF_LEVEL = { department: 'province', district: 'district', commune: 'commune' } as const

/** Id of the row in which facts of a group lie; empty for what the rulebook does not know any more. */
export function rowIdOf({ by, structure }: RowMaking, key: string, rulebook: Rulebook): string {
  switch (by) {
    case 'level':
      return rulebook.agencyOf(unitId(key))?.level ?? ''
    case 'department':
    case 'district':
    case 'commune':
      return unitRowOf(OF_LEVEL[by], standing(key, structure, rulebook), rulebook)
    case 'agency':
    case 'counter':
      return standing(key, structure, rulebook)
    default:
      return key
  }
}

/** A unit of the level stands for itself and for those below it; all others stand together by their own level. */
function unitRowOf(level: Level, id: UnitId, rulebook: Rulebook): string {
  const unit = rulebook.unit(id)
  if (unit === undefined) return ''
  for (let here = unit; ; ) {
    if (here.level === level && here.kind === 'agency') return here.id
    const parent = here.parent === null ? undefined : rulebook.unit(here.parent)
    if (parent === undefined || LEVELS.indexOf(parent.level) < LEVELS.indexOf(level)) return unit.level
    here = parent
  }
}

/** The unit itself, or who took over from it, and so on, as long as that is one unit alone. */
function standing(key: string, structure: Structure, rulebook: Rulebook): UnitId {
  let here = unitId(key)
  if (structure === 'then') return here
  const passed = new Set<UnitId>()
  for (;;) {
    const [successor, ...others] = rulebook.unit(here)?.successors ?? []
    passed.add(here)
    if (successor === undefined || others.length > 0 || passed.has(successor)) return here
    here = successor
  }
}

/** What the totals of successors leave out: a unit whose work went to several, of which nobody can say whose it is now. */
export function successorNotes(
  making: RowMaking,
  groups: readonly CountedGroup[],
  rulebook: Rulebook,
): readonly string[] {
  if (making.structure === 'then') return []
  return [...new Set(groups.map(({ key }) => rowIdOf(making, key, rulebook)))].flatMap((id) => {
    const unit = rulebook.unit(unitId(id))
    if (unit === undefined || unit.successors.length < 2) return []
    const heirs = unit.successors.map((each) => rulebook.unit(each)?.name ?? each).join(', ')
    return [
      `${unit.name}: công việc đã chuyển cho nhiều đơn vị (${heirs}), nên số được giữ riêng, không cộng vào đơn vị nào.`,
    ]
  })
}

/** Whose row it is, and the figure behind which its dossiers are looked for. */
export type RowContext = { readonly rulebook: Rulebook; readonly figure: Pick<CountedFigure, 'condition'> }

export function rowFilter(making: RowMaking, row: string, { rulebook, figure }: RowContext): RowFilter {
  const what = GROUPED_BY[making.by]
  if (what === 'grounds') {
    const ground = isOfSupplements(figure.condition) ? 'supplementGround' : 'ground'
    return { what: ground, values: [row], others: false }
  }
  if (what !== 'agency' && what !== 'counter') return { what, values: [row], others: false }
  if (making.structure === 'then' && (making.by === 'agency' || making.by === 'counter')) {
    return { what, values: [row], others: false }
  }
  const units = rulebook.units().filter(({ id }) => {
    const lies = rowIdOf(making, id, rulebook)
    return row === '' ? lies !== '' : lies === row
  })
  const isUnknown = row !== '' && units.length === 0
  return { what, values: isUnknown ? [row] : units.map(({ id }) => id), others: row === '' }
}

/** Each group in its row, rows named and in the order in which people look for them. */
export function reportRows(
  making: RowMaking,
  groups: readonly CountedGroup[],
  { rulebook, form }: { readonly rulebook: Rulebook; readonly form: FormInForce },
): readonly CountedRow[] {
  const own = making.by === 'ground' ? groups.flatMap((group) => splitByGround(group, form)) : groups
  const rows = [...groupBy(own, ({ key }) => rowIdOf(making, key, rulebook))].map(([id, members]) => ({
    id,
    name: rowName(making.by, id, rulebook),
    counts: members.map(({ counts }) => counts).reduce(addCounts, emptyCounts(form)),
  }))
  return withDistinctNames(rows).toSorted(
    (a, b) => rank(making.by, a.id) - rank(making.by, b.id) || VIETNAMESE.compare(a.name, b.name),
  )
}

const LEVEL_AGENCIES: Readonly<Record<Level, string>> = {
  province: 'Các cơ quan cấp tỉnh',
  district: 'Các cơ quan cấp huyện',
  commune: 'Các cơ quan cấp xã',
}

const levelOf = (id: string): Level | undefined => LEVELS.find((level) => level === id)

/** Units and procedures that are no longer in force keep their name. */
export function rowName(by: Dimension, id: string, rulebook: Rulebook): string {
  const level = levelOf(id)
  switch (by) {
    case 'field':
      return id === '' ? 'Thủ tục không còn trong danh mục' : id
    case 'level':
      return level === undefined ? 'Đơn vị không còn trong danh mục' : LEVEL_NAME[level]
    case 'department':
    case 'district':
    case 'commune':
      if (id === '') return 'Đơn vị không còn trong danh mục'
      return level === undefined ? (rulebook.unit(unitId(id))?.name ?? id) : LEVEL_AGENCIES[level]
    case 'agency':
    case 'counter':
      return rulebook.unit(unitId(id))?.name ?? id
    case 'procedure':
      return procedureName(id, rulebook)
    case 'channel':
      return CHANNELS.flatMap((channel) => (channel === id ? [CHANNEL_NAME[channel]] : []))[0] ?? id
    case 'acceptedBy':
    case 'finishedBy':
      return id === '' ? 'Chưa có, hoặc không phải cán bộ' : (rulebook.officer(officerId(id))?.name ?? id)
    case 'ground':
      return groundRowName(id, rulebook.reasonGround(id)?.name)
  }
}

/** The newest name, with the code under which the dossiers were filed. */
function procedureName(code: string, rulebook: Rulebook): string {
  const versions = rulebook.procedure(code)?.versions ?? []
  const newest = versions.toSorted((a, b) => b.version - a.version)[0]
  return newest === undefined ? code : `${newest.name} (${code})`
}

const VIETNAMESE = new Intl.Collator('vi', { numeric: true })

/** Levels and channels have an order of their own; what stands for many comes after, and what is unknown last. */
function rank(by: Dimension, id: string): number {
  if (by === 'ground') return groundRank(id)
  if (id === '') return Number.MAX_SAFE_INTEGER
  if (by === 'department' || by === 'district' || by === 'commune') {
    const level = levelOf(id)
    return level === undefined ? 0 : 1 + LEVELS.indexOf(level)
  }
  const order: readonly string[] | null = by === 'level' ? LEVELS : by === 'channel' ? CHANNELS : null
  const place = order?.indexOf(id) ?? 0
  return place < 0 ? Number.MAX_SAFE_INTEGER : place
}

/** A unit may bear the name of one that it succeeded: then each says which it is. */
function withDistinctNames(rows: readonly CountedRow[]): readonly CountedRow[] {
  const byName = groupBy(rows, ({ name }) => name)
  return rows.map((row) =>
    (byName.get(row.name)?.length ?? 0) > 1 ? { ...row, name: `${row.name} (${row.id})` } : row,
  )
}
