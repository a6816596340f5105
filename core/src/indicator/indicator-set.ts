import type { LocalDate } from '../kernel/instant.ts'
import type { ProcedureMark } from '../procedure/procedure.ts'
import type { Condition } from '../report/report.ts'

/** Whom an indicator set assesses: the whole province, a department of it, a district, a commune. */
export const ASSESSED_LEVELS = ['province', 'department', 'district', 'commune'] as const
export type AssessedLevel = (typeof ASSESSED_LEVELS)[number]

/** What of a procedure in force can be asked of the rulebook. */
export const PROCEDURE_TRAITS = ['online', 'fee', 'wholeContent'] as const
export type ProcedureTrait = (typeof PROCEDURE_TRAITS)[number]

/** Systems that hold what this product does not know; without an answer of theirs a component has no data. */
export const INDICATOR_SOURCES = [
  'nationalSync',
  'paymentIntegration',
  'petitions',
  'ratings',
  'wallet',
  'populationRegistry',
] as const
export type IndicatorSource = (typeof INDICATOR_SOURCES)[number]

/** The decisions that publish procedures: signed in time before the law applies, made public in time after signing. */
export type PublicationStep = 'decided' | 'madePublic'

/**
 * A numerator within its denominator: `having` is always counted among `among`, so that a ratio lies in [0, 1] whatever
 * the facts are. `used`: at least one dossier of the procedure or agency fulfils the condition.
 */
export type Measure =
  | { readonly of: 'dossiers'; readonly among: Condition; readonly having: Condition }
  | {
      readonly of: 'procedures'
      readonly among: readonly ProcedureTrait[]
      readonly having: readonly ProcedureTrait[]
      readonly used: Condition | null
    }
  | { readonly of: 'agencies'; readonly among: ProcedureMark; readonly used: Condition }
  | { readonly of: 'publications'; readonly step: PublicationStep; readonly workingDays: number }
  | { readonly of: 'source'; readonly source: IndicatorSource }
  /** 1 less the ratios of the parts. */
  | { readonly of: 'remainder'; readonly parts: readonly Measure[] }

/** full: the points are given; ofProvince: the province's ratio stands for it; apart: it is left out of the total. */
export type Otherwise = 'full' | 'ofProvince' | 'apart'

export type IndicatorComponent = {
  readonly id: string
  readonly name: string
  /** 0: only shown. */
  readonly maxPoints: number
  /** The ratio, in whole percent, from which all points are given; below it they grow in proportion. */
  readonly fullAt: number
  readonly measure: Measure
  /** What is counted above and below the line, in words. */
  readonly numerator: string
  readonly denominator: string
  /** When there is nothing to count. */
  readonly whenNone: 'zero' | 'full' | 'apart'
  /** The component whose ratio, once it is known, multiplies this one's (QĐ 766, chỉ số 3.C by 1.4). */
  readonly scaledBy: string | null
  readonly notFor: { readonly levels: readonly AssessedLevel[]; readonly instead: Otherwise } | null
  readonly note: string | null
  readonly source: string
}

export type IndicatorGroup = {
  readonly id: string
  readonly name: string
  readonly maxPoints: number
  readonly components: readonly IndicatorComponent[]
}

/** A class is reached from so many points in a hundred on. */
export type IndicatorClass = { readonly id: string; readonly name: string; readonly from: number }

/** Bộ chỉ số: a dated version of groups and components with their arithmetic (QĐ 766/QĐ-TTg). */
export type IndicatorSet = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly source: string
  readonly note: string
  readonly groups: readonly IndicatorGroup[]
  /** Best first; the last is reached from 0. */
  readonly classes: readonly IndicatorClass[]
}

export const SOURCE_REASON: Readonly<Record<IndicatorSource, string>> = {
  nationalSync: 'hệ thống chưa nhận được số liệu đồng bộ của Cổng Dịch vụ công quốc gia',
  paymentIntegration: 'hệ thống chưa nhận được danh mục thủ tục đã tích hợp thanh toán trực tuyến',
  petitions: 'hệ thống chưa nhận được số liệu phản ánh, kiến nghị',
  ratings: 'hệ thống chưa nhận được kết quả đánh giá của người dân, doanh nghiệp',
  wallet: 'hệ thống chưa kết nối Kho quản lý dữ liệu điện tử của tổ chức, cá nhân',
  populationRegistry: 'hệ thống chưa kết nối Cơ sở dữ liệu quốc gia về dân cư',
}

export function componentsOf(set: IndicatorSet): readonly IndicatorComponent[] {
  return set.groups.flatMap((group) => group.components)
}

/** `766` in force on the day, or `766@2`. Before its first version the first one stands for it. */
export function findIndicatorSet(sets: readonly IndicatorSet[], id: string, on: LocalDate): IndicatorSet | undefined {
  const [name, version] = id.split('@')
  const own = sets.filter((set) => set.id === name).toSorted((a, b) => a.version - b.version)
  if (version !== undefined) return own.find((set) => String(set.version) === version)
  return own.find((set) => set.validFrom <= on && (set.validTo === null || on <= set.validTo)) ?? own[0]
}
