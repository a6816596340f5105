import type { UnitId } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/instant.ts'
import { isBackwards, listRepeats, overlap, problem, type RecordProblem, type Span } from '../kernel/record-problem.ts'
import { date, identifier, list, object, oneOf, orNull, type Shape, text } from '../kernel/shape.ts'
import type { Unit } from './organisation.ts'

/** Đô thị; nông thôn; miền núi, biên giới, hải đảo: what norms of work tell apart (QĐ 468/QĐ-TTg). */
export type AreaKind = 'urban' | 'rural' | 'remote'
export const AREA_KINDS = ['urban', 'rural', 'remote'] as const satisfies readonly AreaKind[]

export const AREA_NAME: Readonly<Record<AreaKind, string>> = {
  urban: 'Đô thị',
  rural: 'Nông thôn',
  remote: 'Miền núi, biên giới, hải đảo',
}

/** The units that a document counts to one kind of area, on the days on which it is in force. */
export type UnitArea = {
  readonly id: string
  readonly area: AreaKind
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly source: string
  readonly units: readonly UnitId[]
}

export const unitAreaShape: Shape<UnitArea> = object<UnitArea>({
  id: identifier(),
  area: oneOf(AREA_KINDS),
  validFrom: date,
  validTo: orNull(date),
  source: text(),
  units: list(identifier(), 5000),
})

/** On one day a unit lies in one kind of area, or in none that is known. */
export function checkUnitAreas(areas: readonly UnitArea[], units: readonly Unit[]): readonly RecordProblem[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return areas.flatMap((record, index) => {
    const span = spanOf(record)
    if (isBackwards(span)) return [problem(record.id, 'validTo', 'ngày hết hiệu lực phải sau ngày có hiệu lực')]
    const repeats = listRepeats(record.units).map((each) =>
      problem(record.id, `units[${each.index}]`, `đơn vị "${each.value}" đã ghi ở trên; hãy bỏ bớt`),
    )
    const others = areas.slice(0, index).filter((other) => overlap(spanOf(other), span))
    const misplaced = record.units.flatMap((id, at) => {
      const reason = findFault(byId.get(id), { id, span, others })
      return reason === null ? [] : [problem(record.id, `units[${at}]`, reason)]
    })
    return [...repeats, ...misplaced]
  })
}

type Listed = { readonly id: UnitId; readonly span: Span; readonly others: readonly UnitArea[] }

function findFault(unit: Unit | undefined, { id, span, others }: Listed): string | null {
  if (unit === undefined) return `không có đơn vị "${id}"`
  if (!overlap(spanOf(unit), span)) return `"${unit.name}" không có hiệu lực cùng thời gian với bản phân loại này`
  const other = others.find(({ units }) => units.includes(id))
  return other === undefined ? null : `"${unit.name}" đã được phân loại ở "${other.id}" trong cùng thời gian`
}

const spanOf = ({ validFrom, validTo }: Pick<UnitArea, 'validFrom' | 'validTo'>): Span => ({
  from: validFrom,
  to: validTo,
})

export type AreaLookup = {
  /**
   * Of a counter its own, else that of the centre in which it stands, else that of the agency that it serves; of all
   * others their own. Null where no record says it: a kind of area is never guessed.
   */
  readonly areaOf: (unit: Unit, on: LocalDate) => AreaKind | null
  /** All records, in which one sees when a unit's area changes. */
  readonly unitAreas: () => readonly UnitArea[]
}

export function areaLookup(areas: readonly UnitArea[], units: readonly Unit[]): AreaLookup {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const ownOf = (id: UnitId, on: LocalDate): AreaKind | null =>
    areas.find((each) => overlap(spanOf(each), { from: on, to: on }) && each.units.includes(id))?.area ?? null
  return {
    unitAreas: () => areas,
    areaOf: ({ id, parent, serves }, on) => {
      const own = ownOf(id, on)
      if (own !== null || serves === null) return own
      const house = parent === null ? undefined : byId.get(parent)
      return (house?.kind === 'centre' ? ownOf(house.id, on) : null) ?? ownOf(serves, on)
    },
  }
}
