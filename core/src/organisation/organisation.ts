import type { LocalDate } from '../kernel/instant.ts'
import type { OfficerId, UnitId } from '../kernel/ids.ts'

/** Districts existed until 30/6/2025. */
export type Level = 'province' | 'district' | 'commune'
export const LEVELS = ['province', 'district', 'commune'] as const satisfies readonly Level[]

/**
 * agency: resolves dossiers in its own name (Sở, UBND huyện, UBND xã); division: a room of an agency;
 * counter: a one-stop counter; centre: the provincial Trung tâm Phục vụ hành chính công, which houses counters.
 */
export type UnitKind = 'agency' | 'division' | 'counter' | 'centre'

export type Unit = {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly level: Level
  readonly name: string
  /** Electronic identifier of the agency (QĐ 20/2020/QĐ-TTg), which opens every dossier code; null for divisions and counters. */
  readonly code: string | null
  readonly parent: UnitId | null
  /** For a counter: the agency whose dossiers it receives. Null for all other kinds. */
  readonly serves: UnitId | null
  /** For a division: the fields (lĩnh vực) it handles. Empty: whatever no sibling claims. */
  readonly fields: readonly string[]
  readonly calendar: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly successors: readonly UnitId[]
}

export type Role = 'clerk' | 'specialist' | 'leader' | 'registrar' | 'administrator'
export const ROLES = ['clerk', 'specialist', 'leader', 'registrar', 'administrator'] as const satisfies readonly Role[]

/** A place in the organisation: a role at a unit. A clerk's unit is a counter, a registrar's an agency, a specialist's and leader's an agency or division (trưởng phòng). */
export type Post = {
  readonly unit: UnitId
  readonly role: Role
  /** The first day on which it is held; absent: since before anybody asks. */
  readonly validFrom?: LocalDate
  /** The last day; absent or null: until further notice. */
  readonly validTo?: LocalDate | null
}

export type Officer = {
  readonly id: OfficerId
  readonly name: string
  readonly title: string
  readonly posts: readonly Post[]
  /** Shown among the demo accounts when the server starts. */
  readonly demo: boolean
}

/** The posts that an officer holds on a day. */
export function postsOn({ posts }: Pick<Officer, 'posts'>, day: LocalDate): readonly Post[] {
  return posts.filter(
    ({ validFrom, validTo = null }) =>
      (validFrom === undefined || validFrom <= day) && (validTo === null || day <= validTo),
  )
}

export {
  AREA_KINDS,
  AREA_NAME,
  type AreaKind,
  areaLookup,
  type AreaLookup,
  checkUnitAreas,
  type UnitArea,
  unitAreaShape,
} from './area.ts'
export { checkOrganisation } from './check-organisation.ts'
