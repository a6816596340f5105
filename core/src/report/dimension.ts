import { groupBy } from '../kernel/group.ts'
import { unitId } from '../kernel/ids.ts'
import { LEVELS } from '../organisation/organisation.ts'
import { CHANNELS } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DossierFact } from './dossier-fact.ts'
import { addFigures, type Figures } from './figures.ts'
import { LEVEL_NAME } from './scope.ts'

/** By what a report divides its dossiers into rows; each dossier lies in exactly one. */
export const DIMENSIONS = ['field', 'level', 'agency', 'counter', 'procedure', 'channel'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** As it stands over the column of the rows. */
export const DIMENSION_NAME: Readonly<Record<Dimension, string>> = {
  field: 'Lĩnh vực giải quyết',
  level: 'Cấp',
  agency: 'Cơ quan giải quyết',
  counter: 'Bộ phận Một cửa',
  procedure: 'Thủ tục hành chính',
  channel: 'Cách nộp',
}

export type RowText = 'field' | 'counter' | 'agency' | 'procedure' | 'channel'
/** The part of a fact that says in which row it lies. */
export type RowFact = Pick<DossierFact, RowText>

/** What facts are grouped by before they become rows. The level is that of the counter's agency, as in scopes. */
export const GROUPED_BY = {
  field: 'field',
  level: 'counter',
  agency: 'agency',
  counter: 'counter',
  procedure: 'procedure',
  channel: 'channel',
} as const satisfies Record<Dimension, RowText>

/** The dossiers of one row: those whose `what` is among the values, or, with `others`, is not. */
export type RowFilter = { readonly what: RowText; readonly values: readonly string[]; readonly others: boolean }

export type ReportRow = { readonly id: string; readonly name: string; readonly figures: Figures }
export type CountedGroup = { readonly key: string; readonly figures: Figures }

const CHANNEL_NAME: Readonly<Record<(typeof CHANNELS)[number], string>> = {
  online: 'Trực tuyến',
  inPerson: 'Trực tiếp',
  postal: 'Bưu chính công ích',
}

/** Id of the row in which facts of a group lie; empty for what the rulebook does not know any more. */
export function rowIdOf(by: Dimension, key: string, rulebook: Rulebook): string {
  return by === 'level' ? (rulebook.agencyOf(unitId(key))?.level ?? '') : key
}

export function rowFilter(by: Dimension, row: string, rulebook: Rulebook): RowFilter {
  const what = GROUPED_BY[by]
  if (by !== 'level') return { what, values: [row], others: false }
  const units = rulebook.units().filter(({ id }) => {
    const level = rowIdOf('level', id, rulebook)
    return row === '' ? level !== '' : level === row
  })
  return { what, values: units.map(({ id }) => id), others: row === '' }
}

/** Each group in its row, rows named and in the order in which people look for them. */
export function reportRows(by: Dimension, groups: readonly CountedGroup[], rulebook: Rulebook): readonly ReportRow[] {
  const rows = [...groupBy(groups, ({ key }) => rowIdOf(by, key, rulebook))].map(([id, members]) => ({
    id,
    name: rowName(by, id, rulebook),
    figures: members.map(({ figures }) => figures).reduce(addFigures),
  }))
  return withDistinctNames(rows).toSorted(
    (a, b) => rank(by, a.id) - rank(by, b.id) || VIETNAMESE.compare(a.name, b.name),
  )
}

/** Units and procedures that are no longer in force keep their name. */
export function rowName(by: Dimension, id: string, rulebook: Rulebook): string {
  switch (by) {
    case 'field':
      return id === '' ? 'Thủ tục không còn trong danh mục' : id
    case 'level':
      return (
        LEVELS.flatMap((level) => (level === id ? [LEVEL_NAME[level]] : []))[0] ?? 'Đơn vị không còn trong danh mục'
      )
    case 'agency':
    case 'counter':
      return rulebook.unit(unitId(id))?.name ?? id
    case 'procedure':
      return procedureName(id, rulebook)
    case 'channel':
      return CHANNELS.flatMap((channel) => (channel === id ? [CHANNEL_NAME[channel]] : []))[0] ?? id
  }
}

/** The newest name, with the code under which the dossiers were filed. */
function procedureName(code: string, rulebook: Rulebook): string {
  const versions = rulebook.procedure(code)?.versions ?? []
  const newest = versions.toSorted((a, b) => b.version - a.version)[0]
  return newest === undefined ? code : `${newest.name} (${code})`
}

const VIETNAMESE = new Intl.Collator('vi', { numeric: true })

/** Levels and channels have an order of their own; what is unknown stands last. */
function rank(by: Dimension, id: string): number {
  const order: readonly string[] | null = by === 'level' ? LEVELS : by === 'channel' ? CHANNELS : null
  const place = order?.indexOf(id) ?? 0
  return place < 0 || id === '' ? Number.MAX_SAFE_INTEGER : place
}

/** A unit may bear the name of one that it succeeded: then each says which it is. */
function withDistinctNames(rows: readonly ReportRow[]): readonly ReportRow[] {
  const byName = groupBy(rows, ({ name }) => name)
  return rows.map((row) =>
    (byName.get(row.name)?.length ?? 0) > 1 ? { ...row, name: `${row.name} (${row.id})` } : row,
  )
}
