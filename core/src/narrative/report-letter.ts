import type { LocalDate } from '../kernel/instant.ts'
import { unitId } from '../kernel/ids.ts'
import type { Unit } from '../organisation/organisation.ts'
import type { ReportScope } from '../report/report.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** What stands around the text of a report (NĐ 30/2020 Phụ lục I): who issues it, its number, place and day, who signs. */
export type ReportLetter = {
  readonly issuer: { readonly superior: string | null; readonly name: string }
  /** Số, ký hiệu; null until it is signed. */
  readonly number: string | null
  readonly place: string
  readonly date: LocalDate | null
  readonly signature: { readonly authority: string | null; readonly title: string; readonly name: string | null }
}

const COMMITTEE = /^Ủy ban nhân dân\s+/i
const PLACE = /^(tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn)\s+/i
/** Offices that sign for their head (NĐ 30/2020 Phụ lục I, mục II.7). */
const DEPUTY = /^Phó\s+(.+)$/i
const HEADS = /^((?:Quyền |Phó )?(?:Chủ tịch|Giám đốc|Chánh Văn phòng|Chánh Thanh tra|Trưởng ban|Trưởng phòng))/i

/** The agency that reports: a unit for itself, the province for levels, the centre and the whole. */
export function reportingAgency(scope: ReportScope, rulebook: Rulebook): Unit | undefined {
  const unit = scope.kind === 'unit' ? rulebook.unit(unitId(scope.id)) : undefined
  return unit === undefined ? rulebook.units().find(({ parent }) => parent === null) : rulebook.agencyOf(unit.id)
}

/** The letter before it is signed; `signer` is the title of who will, null while nobody is known. */
export function reportLetter(scope: ReportScope, rulebook: Rulebook, signer: string | null): ReportLetter {
  const agency = reportingAgency(scope, rulebook)
  const name = agency?.name ?? scope.name
  const parent = agency?.parent == null ? undefined : rulebook.unit(agency.parent)
  const committee = COMMITTEE.test(name)
  return {
    // A People's Committee has nobody above it on its letters.
    issuer: { superior: committee ? null : (parent?.name ?? null), name },
    number: null,
    place: placeOf(agency, rulebook),
    date: null,
    signature: { ...capacityOf(name, signer), name: null },
  }
}

/** The place is that of the committee itself, or of the committee under which the agency is. */
function placeOf(agency: Unit | undefined, rulebook: Rulebook): string {
  for (let unit = agency; unit !== undefined; unit = unit.parent === null ? undefined : rulebook.unit(unit.parent)) {
    const whole = COMMITTEE.test(unit.name) ? (unit.name.replace(COMMITTEE, '').split(',')[0] ?? '') : ''
    // A ward that has a number for a name keeps its kind: Phường 1.
    if (whole !== '') return /\d$/.test(whole) ? whole : whole.replace(PLACE, '')
  }
  return ''
}

/** TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH; a deputy signs in the name of the head: KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC. */
function capacityOf(agency: string, signer: string | null): Omit<ReportLetter['signature'], 'name'> {
  const committee = COMMITTEE.test(agency)
  const title = signer === null ? (committee ? 'Chủ tịch' : 'Thủ trưởng cơ quan') : (HEADS.exec(signer)?.[1] ?? signer)
  const head = DEPUTY.exec(title)?.[1]
  const lines = [...(committee ? ['TM. Ủy ban nhân dân'] : []), ...(head === undefined ? [] : [`KT. ${head}`])]
  return { authority: lines.length === 0 ? null : lines.join('\n'), title }
}
